// The first page stays calm: how many controls it shows before anything is opened.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { open } from './page';

/** Everything that can be pressed, typed into or dragged, and is there to be seen. */
function listControls(page: Page): Promise<string[]> {
  return page
    .locator('button, input, select, summary, textarea, a[href], [role="tab"]')
    .evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility({ visibilityProperty: true }))
        .map((each) => each.getAttribute('aria-label') ?? each.textContent?.trim() ?? each.id),
    );
}

for (const [width, height, most] of [
  [1440, 900, 25],
  [390, 700, 12],
] as const) {
  test(`at most ${most} controls at rest at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const controls = await listControls(page);
    expect(controls.length, controls.join(' | ')).toBeLessThanOrEqual(most);
  });
}
