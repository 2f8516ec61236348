// What a person who distrusts the page would try first: the printed distance, taken at its word; a fund that moves
// three times as far; old figures; words of what is not held.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { choose, marketField, open, openSection, typeM1, verdict } from './page';

/** The distance that the verdict prints, as it would be typed: "75.5". */
async function printedDistance(page: Page): Promise<string> {
  const strong = await verdict(page).locator('strong').allTextContents();
  return strong.map((text) => /^([\d.]+)\s%$/.exec(text)?.[1]).find((text) => text !== undefined) ?? '';
}

/** A tenth of a percent further. */
function further(distance: string): string {
  return (Number(distance) + 0.1).toFixed(4);
}

test('typing the printed distance makes no call, and a tenth more does, in every example', async ({
  page,
}) => {
  await open(page);
  for (const [publisher, name, sign] of [
    ['M1', /^the account/i, '-'],
    ['Merrill', /^long\W*\$/i, '-'],
    ['Merrill', /^short/i, ''],
    ['Merrill', /^long and/i, ''],
    ['Merrill', /^concentrated/i, '-'],
    ['SoFi', /^one stock/i, '-'],
    ['Made up', /^ten/i, '-'],
  ] as const) {
    await choose(page, publisher, name);
    const distance = await printedDistance(page);
    await marketField(page).fill(`${sign}${distance}`);
    await page.keyboard.press('Enter');
    await expect(verdict(page)).not.toContainText('There would be a margin call');
    await marketField(page).fill(`${sign}${further(distance)}`);
    await page.keyboard.press('Enter');
    await expect(verdict(page)).toContainText('There would be a margin call of');
  }
});

test('after eight days the page says how old the figures are', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-03T15:00:00'));
  await open(page);
  await typeM1(page);
  await expect(page.getByRole('region', { name: 'What I have' })).not.toContainText('days old');
  await page.clock.setFixedTime(new Date('2026-11-11T15:00:00'));
  await page.reload();
  await expect(page.getByRole('region', { name: 'What I have' })).toContainText('8 days old');
});

test('a long-only page has no word of shorts, betas or credits; the first short brings its fields', async ({
  page,
}) => {
  await open(page);
  await openSection(page, 'Account');
  await page.getByRole('button', { name: 'Type holdings one by one' }).click();
  await page.getByLabel('Symbol, row 1').fill('TQQQ');
  await page
    .getByLabel(/^Value of/)
    .first()
    .fill('10000');
  await page.keyboard.press('Enter');
  await expect(page.locator('body')).not.toContainText(/\bshort|\bbeta|Reg T|\bcredit/i, {
    useInnerText: true,
  });
  await page.getByRole('button', { name: /^TQQQ: long/ }).click();
  await expect(page.getByLabel('Credit from short sales')).toBeVisible();
});
