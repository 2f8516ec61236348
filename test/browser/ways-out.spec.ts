// A call met in the page: three ways, by keyboard and by pointer, undone and done again, on a phone too.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  choose,
  expectAccessible,
  marketField,
  marketSlider,
  open,
  openSection,
  sidewaysScroll,
  verdict,
} from './page';

const row = (page: Page, name: RegExp) => page.getByRole('row', { name });
const putIn = (page: Page, name: RegExp) => page.getByRole('button', { name });
const changes = (page: Page) => page.getByRole('list', { name: 'What differs from today' });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' });
const redo = (page: Page) => page.getByRole('button', { name: 'Redo' });

const enoughCash = /^Put into the what-if: Deposit cash, \$750, just enough/;
const roomyCash = /^Put into the what-if: Deposit cash, .* with room for −10/;
const enoughSale = /^Put into the what-if: Sell .*\$3,000, just enough/;
const enoughShares = /^Put into the what-if: Move in .* at 25.*\$1,000, just enough/;

/** M1 at $11,000: 11,000 + 1,000 − 10,000 = 2,000 against 25 % of 11,000 = 2,750: a call of $750. */
async function openCall(page: Page) {
  await open(page);
  await choose(page, 'M1', /falls to \$11,000/);
  await expect(verdict(page)).toContainText('margin call of $750');
}

/** Each way alone: in, undone, done again, taken out. */
async function tryOut(page: Page, press: (name: RegExp) => Promise<void>, way: RegExp, button: RegExp) {
  await press(button);
  await expect(verdict(page)).not.toContainText('margin call of $750');
  await expect(row(page, way)).toContainText('In the what-if');
  await undo(page).click();
  await expect(verdict(page)).toContainText('margin call of $750');
  await expect(row(page, way)).not.toContainText('In the what-if');
  await redo(page).click();
  await expect(row(page, way)).toContainText('In the what-if');
  await press(new RegExp(`^Take out of the what-if: ${way.source.slice(1)}`));
  await expect(verdict(page)).toContainText('margin call of $750');
}

const ways: readonly (readonly [RegExp, RegExp])[] = [
  [/^Deposit cash/, enoughCash],
  [/^Sell /, enoughSale],
  [/^Move in securities owned outright, at 25/, enoughShares],
];

test('three ways by pointer: each ends the call, is undone, done again and taken out', async ({ page }) => {
  await openCall(page);
  for (const [way, button] of ways) {
    await tryOut(page, (name) => putIn(page, name).first().click(), way, button);
  }
});

test('three ways by keyboard: the finger stays where the way is marked', async ({ page }) => {
  await openCall(page);
  const press = async (name: RegExp) => {
    await putIn(page, name).first().focus();
    await page.keyboard.press('Enter');
  };
  for (const [way, button] of ways) {
    await press(button);
    await expect(row(page, way)).toContainText('In the what-if');
    await expect(row(page, way).getByRole('button', { name: /^Take out/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(verdict(page)).toContainText('margin call of $750');
    await tryOut(page, press, way, button);
  }
});

test('what is in stands in the list of changes, with its way out of it; axe finds nothing', async ({
  page,
}) => {
  await openCall(page);
  await page.getByRole('checkbox', { name: /^Also repay the loan/ }).check();
  await putIn(page, enoughSale).click();
  await expect(changes(page).getByRole('listitem')).toHaveText([
    /The market moves/,
    /^Sell \$3,000\.00 of/,
    /\$3,000 of the loan is repaid from cash/,
  ]);
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Take away: Sell/ }).click();
  await expect(changes(page).getByRole('listitem')).toHaveCount(1);
  await expect(verdict(page)).toContainText('margin call of $750');
});

test('with room for −10 %, put in today: −10 % on the slider makes no call, a hundredth more does', async ({
  page,
}) => {
  await open(page);
  await page.getByLabel('My holdings are worth').fill('11000');
  await page.getByLabel('I owe the broker').fill('10000');
  await page.getByLabel('My broker requires, % or $').fill('25');
  await page.getByLabel('Cash in the account').fill('1000');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('Margin call: $750.');
  // 9,900 × 0.75 + 1,000 − 10,000 = −1,575.
  await expect(row(page, /^Deposit cash/)).toContainText('$1,575');
  await putIn(page, roomyCash).click();
  await marketField(page).fill('-10');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('no call');
  await marketField(page).fill('-10.01');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('There would be a margin call');
  await undo(page).click();
  await undo(page).click();
  await undo(page).click();
  await expect(verdict(page)).toContainText('Margin call: $750.');
});

test('the room is a lever by keyboard, and typed', async ({ page }) => {
  await openCall(page);
  const slider = page.getByRole('slider', { name: 'Room for a further move of the market' });
  await slider.focus();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Shift+ArrowLeft');
  // 8,800 × 0.75 + 1,000 − 10,000 = −2,400.
  await expect(row(page, /^Deposit cash/)).toContainText('$2,400');
  await page.getByLabel('Room for a further move of', { exact: true }).fill('-30');
  await page.keyboard.press('Enter');
  await expect(row(page, /^Deposit cash/)).toContainText('$3,225');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`a phone, ${colorScheme}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, colorScheme });

    test('the ways stand above the chart, one ends the call in place, and nothing is wider than the screen', async ({
      page,
    }) => {
      await openCall(page);
      const panel = page.getByRole('region', { name: 'Ways out' });
      const top = async (locator: ReturnType<Page['locator']>) => (await locator.boundingBox())?.y ?? 0;
      expect(await top(panel)).toBeLessThan(await top(page.locator('svg.recharts-surface')));
      expect(await sidewaysScroll(page)).toBe(0);
      await expectAccessible(page);
      // The lever of the room waits behind a press: the chart is not far below.
      await expect(panel.getByRole('slider')).toHaveCount(0);
      await putIn(page, enoughCash).click();
      await expect(row(page, /^Deposit cash/)).toContainText('In the what-if: $750');
      expect(await top(panel)).toBeLessThan(await top(page.locator('svg.recharts-surface')));
      await expectAccessible(page);
      await undo(page).click();
      await expect(verdict(page)).toContainText('margin call of $750');
      await redo(page).click();
      await expect(row(page, /^Deposit cash/)).toContainText('In the what-if: $750');
      await openSection(page, 'What if');
      await expect(changes(page)).toContainText('$750 comes in');
    });

    test('a call that the slider makes moves nothing above it', async ({ page }) => {
      await open(page);
      const before = (await marketSlider(page).locator('../..').boundingBox())?.y ?? 0;
      await marketField(page).fill('-80');
      await page.keyboard.press('Enter');
      await expect(verdict(page)).toContainText('There would be');
      const after = (await marketSlider(page).locator('../..').boundingBox())?.y ?? 0;
      expect(Math.abs(after - before)).toBeLessThan(60);
    });
  });
}
