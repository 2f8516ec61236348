// The map of market and requirement: read by keys and by pointer, both sliders set from it, one step to undo.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { dragBy, expectAccessible, marketField, marketSlider, open, sidewaysScroll, typeM1 } from './page';

const map = (page: Page) => page.getByRole('grid', { name: /^Map of market moves/ });
const read = (page: Page) => map(page).getByRole('gridcell');
const drawing = (page: Page) => map(page).locator('svg');
const mark = (page: Page) => drawing(page).locator('circle');

async function openMap(page: Page) {
  await page.getByRole('button', { name: 'Show the math and details' }).click();
  await page.getByRole('tab', { name: 'Map' }).click();
  await expect(drawing(page)).toBeVisible();
}

test('arrow keys read the places, Enter sets both sliders, undo takes both back', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await openMap(page);
  await map(page).focus();
  await expect(read(page)).toHaveText(/^Market as today, requirements as today: \$27,750.00 above/);
  // Cells are 3 % wide here and 2 points high: −60 % and +30 points.
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('Shift+ArrowLeft');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('PageUp');
  await expect(read(page)).toHaveText(
    'Market −60\u00A0%, requirements +30 points: margin call, $180.00 below the requirement',
  );
  expect(await map(page).getAttribute('aria-activedescendant')).toBe(await read(page).getAttribute('id'));
  await page.keyboard.press('Enter');
  await expect(marketField(page)).toHaveValue('−60');
  await expect(page.getByText(/^Every requirement changes by \+30 points/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('$180');
  await expectAccessible(page);

  await page.keyboard.press('Control+z');
  await expect(marketField(page)).toHaveValue('0');
  await expect(page.getByText(/^Every requirement changes/)).toBeHidden();
});

test('a click sets both sliders; while the market is dragged only the mark moves', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await openMap(page);
  await drawing(page).scrollIntoViewIfNeeded();
  const box = await drawing(page).boundingBox();
  if (box === null) throw new Error('no map');
  await page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.5);
  await expect(marketField(page)).not.toHaveValue('0');
  await expect(page.getByText(/^Every requirement changes by/)).toBeVisible();
  await page.keyboard.press('Control+z');

  const line = drawing(page).locator('path[class*="line"]');
  await line.evaluate((each) => each.setAttribute('data-seen', ''));
  const before = await mark(page).getAttribute('cx');
  await dragBy(page, marketSlider(page), -0.1);
  await expect(mark(page)).not.toHaveAttribute('cx', before ?? '');
  await expect(line).toHaveAttribute('data-seen', '');
  await page.mouse.up();
  await expect(line).toHaveAttribute('data-seen', '');
});

test('the table has round places and the line’s own points', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await openMap(page);
  await page.getByRole('tabpanel').getByText('Show as table').click();
  const table = page.getByRole('region', { name: 'The map as a table' });
  // −60 %: 75 − 900,000/19,600 = 29.08 points; at +30 points 10,600 − 10,780.
  await expect(table.getByRole('row', { name: /^Last points/ })).toContainText('+29.0 points');
  await expect(table.getByRole('row', { name: /^\+30 points/ })).toContainText('−$180.00margin call');
  await expectAccessible(page);
});

for (const [width, colorScheme] of [
  [390, 'dark'],
  [320, 'light'],
] as const) {
  test(`at ${width} pixels: a tap reads, a button sets; nothing overflows`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      hasTouch: true,
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await open(page);
    await openMap(page);
    await drawing(page).scrollIntoViewIfNeeded();
    const box = await drawing(page).boundingBox();
    if (box === null) throw new Error('no map');
    await page.touchscreen.tap(box.x + box.width * 0.5, box.y + box.height * 0.4);
    const set = page.getByRole('button', { name: 'Set both sliders' });
    await expect(set).toBeEnabled();
    await expect(marketField(page)).toHaveValue('0');
    await set.click();
    await expect(marketField(page)).not.toHaveValue('0');
    expect(await sidewaysScroll(page)).toBe(0);
    await expectAccessible(page);
    await context.close();
  });
}
