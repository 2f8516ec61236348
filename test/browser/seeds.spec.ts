// The published accounts moved as their pages move them: every figure of M1's, Merrill's and SoFi's examples on screen.
// What they print wrongly is said beside them; the figures here are the consistent ones.
import { expect, test } from './fixtures';
import { choose, figures, marketField, open, verdict } from './page';

test("M1: $40,000 of equity, a trigger of $12,000, and its three scenarios' calls", async ({ page }) => {
  await open(page);
  await choose(page, 'M1', /^the account/i);
  await expect(figures(page)).toContainText('Equity$40,000.00');
  await expect(verdict(page)).toContainText('holdings to about $12,000');
  for (const [move, equity, required, above] of [
    ['$13,000', '$4,000.00', '$3,250.00', '$750.00'],
    ['$12,000', '$3,000.00', '$3,000.00', '$0.00'],
    ['$11,000', '$2,000.00', '$2,750.00', '−$750.00'],
  ] as const) {
    await marketField(page).fill(move);
    await page.keyboard.press('Enter');
    for (const figure of [equity, required, above]) await expect(figures(page)).toContainText(figure);
  }
  await expect(verdict(page)).toContainText('There would be a margin call of $750.');
});

test('Merrill long: $9,000 leaves $2,000, 22.2 %, and a call of $700', async ({ page }) => {
  await open(page);
  await choose(page, 'Merrill', /^long\W*\$/i);
  await expect(figures(page)).toContainText('41.6 %');
  await marketField(page).fill('$9,000');
  await page.keyboard.press('Enter');
  await expect(figures(page)).toContainText('Equity$2,000.00');
  await expect(figures(page)).toContainText('22.2 %');
  await expect(verdict(page)).toContainText('There would be a margin call of $700.');
});

test('Merrill short: at $11,500 $2,500 is left, 21.7 %, and a call of $950', async ({ page }) => {
  await open(page);
  await choose(page, 'Merrill', /^short/i);
  await expect(figures(page)).toContainText('Equity$4,000.00');
  await expect(figures(page)).toContainText('40.0 %');
  await marketField(page).fill('15');
  await page.keyboard.press('Enter');
  await expect(figures(page)).toContainText('Equity$2,500.00');
  await expect(figures(page)).toContainText('21.7 %');
  await expect(verdict(page)).toContainText('There would be a margin call of $950.');
});

test('Merrill long and short: $8,000, 40 %; concentrated: $51,000, 45.9 %', async ({ page }) => {
  await open(page);
  await choose(page, 'Merrill', /^long and/i);
  await expect(figures(page)).toContainText('Equity$8,000.00');
  await expect(figures(page)).toContainText('40.0 %');
  await choose(page, 'Merrill', /^concentrated/i);
  await expect(figures(page)).toContainText('Equity$51,000.00');
  await expect(figures(page)).toContainText('45.9 %');
  await expect(page.getByRole('region', { name: 'Example', exact: true })).toContainText('$110,000');
});

test('SoFi: $14,285.71 in all and $71.43 a share are where the call comes', async ({ page }) => {
  await open(page);
  await choose(page, 'SoFi', /^one stock/i);
  await expect(verdict(page)).toContainText('holdings to about $14,286');
  await expect(page.getByRole('region', { name: 'What I have' })).toContainText('$71.43');
  await page.getByRole('button', { name: 'To the margin call' }).click();
  await expect(figures(page)).toContainText('$4,285.7');
});
