// The whole job without a mouse: three numbers, the market moved to the call and back, a higher requirement, the math
// behind the figures, the what-if made the account, and all of it undone.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { figures, holdings, marketField, marketSlider, open, typeM1, verdict } from './page';

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

test('nothing that goes away with its own press takes the focus with it', async ({ page }) => {
  await open(page);
  await typeM1(page);
  const { keyboard } = page;
  const title = page.getByRole('heading', { name: 'What if' });
  const keep = page.getByRole('button', { name: 'Keep this what-if' });
  const moveMarket = async () => {
    await marketField(page).fill('-13');
    await keyboard.press('Enter');
  };

  await moveMarket();
  await page.getByRole('button', { name: /^Take away: The market/ }).press('Enter');
  await expect(title).toBeFocused();

  await moveMarket();
  await keep.press('Enter');
  await keyboard.press('Escape');
  await expect(keep).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.type('A bad week');
  await keyboard.press('Enter');
  await expect(page.getByText('Kept as “A bad week”')).toBeFocused();

  await page.getByRole('button', { name: 'Make this my account' }).press('Enter');
  await expect(title).toBeFocused();

  const [undo, redo] = [
    page.getByRole('button', { name: 'Undo' }),
    page.getByRole('button', { name: 'Redo' }),
  ];
  await undo.press('Enter');
  await expect(undo).toBeFocused();
  await redo.press('Enter');
  // Nothing is left to take again.
  await expect(redo).toBeDisabled();
  await expect(undo).toBeFocused();

  const explain = page.getByRole('button', { name: 'Explain what changed' });
  await explain.press('Enter');
  await page.getByRole('button', { name: 'Back to the account' }).press('Enter');
  await expect(explain).toBeFocused();
});

for (const [width, height] of [
  [1366, 620],
  [390, 700],
] as const) {
  test(`what has the focus is never under what stays in sight, ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await typeM1(page);
    await page.getByRole('button', { name: 'Show the math and details' }).press('Enter');
    await expect(page.getByRole('tabpanel', { name: 'Math' })).toBeVisible();
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press(key);
        const covered = await page.evaluate(() => {
          const focused = document.activeElement;
          // At the end of the page the browser's own controls have it; what is there to be scrolled may be taller than the window.
          if (focused === null || focused === document.body || focused.matches('div')) return '';
          const isRange = focused instanceof HTMLInputElement && focused.type === 'range';
          const box = ((isRange ? focused.parentElement : null) ?? focused).getBoundingClientRect();
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : undefined;
          const isSeen =
            top !== null && (top.contains(focused) || focused.contains(top) || label?.contains(top));
          return isSeen ? '' : (focused.getAttribute('aria-label') ?? focused.textContent);
        });
        expect(covered).toBe('');
      }
    }
  });
}
