// The whole job without a mouse: three numbers, the market moved to the call and back, a higher requirement, the math
// behind the figures, the what-if made the account, and all of it undone.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { figures, holdings, marketField, marketSlider, open, verdict } from './page';

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, goal: Locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await goal.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('sixty times Tab do not lead there');
}

test('by keyboard alone, from the first figure to the math and back', async ({ page }) => {
  await open(page);
  const { keyboard } = page;
  await tabTo(page, holdings(page));
  for (const text of ['58000', '23400', '$17000']) {
    await keyboard.type(text);
    await keyboard.press('Tab');
  }
  await expect(verdict(page)).toContainText('42.9 %');

  // 58,000 at 17 ÷ 58 = 29.31 %: a call below 23,400 ÷ (1 − 17 ÷ 58) = 33,102.44, so −42.9 % is free by a little.
  await tabTo(page, marketSlider(page));
  await keyboard.press('c');
  await expect(verdict(page)).toContainText('exactly at the requirement: no call');
  await keyboard.press('PageDown');
  await expect(verdict(page)).toContainText('There would be a margin call of');
  await keyboard.press('0');
  await expect(verdict(page)).toContainText('Today');

  await tabTo(page, marketField(page));
  await keyboard.type('-13');
  await keyboard.press('Enter');
  // 58,000 × 0.87 = 50,460; − 23,400 = 27,060; − 17,000 × 0.87 = 14,790.
  await expect(figures(page)).toContainText('$27,060.00');
  await expect(figures(page)).toContainText('$12,270.00');

  await tabTo(page, page.getByRole('button', { name: 'Show the math and details' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Math' })).toContainText('$14,790');
  await tabTo(page, page.getByRole('tab', { name: 'Math' }));
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Holdings' })).toBeVisible();

  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await keyboard.press('Control+z');
  await expect(verdict(page)).toContainText('Today');
  await keyboard.press('Control+Shift+z');
  await expect(figures(page)).toContainText('$12,270.00');
  await tabTo(page, page.getByRole('button', { name: 'Make this my account' }));
  await keyboard.press('Enter');
  await expect(holdings(page)).toHaveValue('50,460');
  await expect(verdict(page)).toContainText('Today');
});
