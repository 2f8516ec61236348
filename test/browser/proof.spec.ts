// Behind the figures: the math by keyboard, the holdings, both lines, what is assumed.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectAccessible, figures, open } from './page';

const opener = (page: Page) => page.getByRole('button', { name: 'Show the math and details' });
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const panel = (page: Page) => page.getByRole('tabpanel');

test('the math opens by keyboard, its numbers filled in, and a figure’s name leads to its step', async ({
  page,
}) => {
  await open(page);
  await expect(tab(page, 'Math')).toBeHidden();
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await expect(tab(page, 'Math')).toHaveAttribute('aria-selected', 'true');
  // M1: 1,000 + 49,000 − 10,000; 25 % × 49,000; 27,750 ÷ 36,750.
  await expect(panel(page)).toContainText('$1,000.00 + $49,000.00 − $10,000.00 = $40,000.00');
  await expect(panel(page)).toContainText('$40,000.00 − $12,250.00 = $27,750.00');
  await expect(panel(page)).toContainText('− $27,750.00 ÷ $36,750.00 ≈ −75.5102');
  await expect(panel(page)).toContainText('R-01 Equity: FINRA Rule 4210(a)(5)');
  await expect(panel(page).locator('math').first()).toBeVisible();
  await expectAccessible(page);

  await figures(page).getByRole('button', { name: 'Fall to the call' }).press('Enter');
  await expect(panel(page).locator('li:focus')).toContainText('Holdings there');
});

test('arrow keys go through the tabs; each is accessible', async ({ page }) => {
  await open(page);
  await opener(page).press('Enter');
  await tab(page, 'Math').focus();
  for (const [name, words] of [
    ['Holdings', 'below'],
    ['Lines', 'The exchange’s line.'],
    ['Assumptions', 'Why this may differ from your broker'],
  ] as const) {
    await page.keyboard.press('ArrowRight');
    await expect(tab(page, name)).toBeFocused();
    await expect(panel(page)).toContainText(words);
    await expectAccessible(page);
  }
});

test('the old values of a what-if have their room already: the row of figures stays as high', async ({
  page,
}) => {
  await open(page);
  const height = async () => (await figures(page).boundingBox())?.height;
  const before = await height();
  await page.getByRole('button', { name: /lower by 0.5/ }).click();
  await expect(figures(page)).toContainText('$40,000.00');
  expect(await height()).toBe(before);
});
