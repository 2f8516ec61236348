// The market's scale as a person meets it: marks, snapping, keys, the range that gives way, and the covered answer.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  choose,
  dragBy,
  expectAccessible,
  figures,
  marketField,
  marketSlider,
  open,
  typeM1,
  verdict,
} from './page';

/** What the slider says: the number, then what it means; ordinary spaces for the page's unbreaking ones. */
async function spoken(page: Page) {
  return (await marketSlider(page).getAttribute('aria-valuetext'))?.replaceAll('\u00A0', ' ');
}

/** Takes the thumb to a percentage and so many pixels further, and lets go. */
async function dragTo(page: Page, percent: number, pixels: number) {
  const slider = marketSlider(page);
  const [min, max] = [Number(await slider.getAttribute('min')), Number(await slider.getAttribute('max'))];
  const thumb = await slider.locator('..').boundingBox();
  const track = await slider.locator('../..').boundingBox();
  if (thumb === null || track === null) throw new Error('the slider is not on screen');
  const y = thumb.y + thumb.height / 2;
  const x = track.x + (track.width * (percent - min)) / (max - min) + pixels;
  await page.mouse.move(thumb.x + thumb.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(x - 30, y);
  await page.mouse.move(x, y);
  await page.mouse.up();
}

test('a drag that comes near a mark lands on it exactly, the call point on the last free move', async ({
  page,
}) => {
  await open(page);
  await typeM1(page);
  await dragTo(page, -34, 3);
  expect(await spoken(page)).toMatch(/^−34\.0 %, February to March 2020, /);
  // 0.75 × 49,000 × 0.66 − 9,000.
  await expect(figures(page)).toContainText('$15,255.00');
  await dragTo(page, -75.51, 3);
  await expect(verdict(page)).toContainText('exactly at the requirement: no call');
  await expect(figures(page)).toContainText('Above the requirement$0.00');
  await dragTo(page, -45, 0);
  expect(await spoken(page)).toMatch(/^−45\.0 %, \$/);
});

test('in the middle of a drag the headline follows at once, and the rest once the pointer stands still', async ({
  page,
}) => {
  await open(page);
  await typeM1(page);
  await dragBy(page, marketSlider(page), -0.4);
  // The scale is 125 points wide: 0.4 of it is −50 %, and 0.75 × 24,500 − 9,000 is left.
  await expect(verdict(page)).toContainText('$9,375 above the requirement.');
  // 9,375 of 24,500 is 38.2 points.
  await expect(verdict(page)).toContainText('38.2 percentage points');
  await page.mouse.up();
  await expect(verdict(page)).toContainText('38.2 percentage points');
});

test('arrow keys pass the marks by', async ({ page }) => {
  await open(page);
  await marketField(page).fill('-33');
  await marketField(page).press('Enter');
  await marketSlider(page).focus();
  for (const text of ['−33.5', '−34.0', '−34.5']) {
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => spoken(page)).toContain(`${text} %`);
  }
});

test('a double click on the thumb or beside it is one step back to today', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await marketField(page).fill('-20');
  await marketField(page).press('Enter');
  for (const share of [0.3, 0.9]) {
    const track = await marketSlider(page).locator('../..').boundingBox();
    if (track === null) throw new Error('the slider is not on screen');
    await page.mouse.dblclick(track.x + track.width * share, track.y + track.height / 2);
    await expect(verdict(page)).toContainText('Today');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => spoken(page)).toMatch(/^−20\.0 %/);
  }
});

test('the scale widens to hold a typed move and narrows again at today', async ({ page }) => {
  await open(page);
  const slider = marketSlider(page);
  await expect(slider).toHaveAttribute('max', '40');
  for (const [typed, end, bound] of [
    ['500', 'max', '500'],
    ['-100', 'min', '-100'],
  ] as const) {
    await marketField(page).fill(typed);
    await marketField(page).press('Enter');
    await expect(slider).toHaveAttribute(end, bound);
    const dot = await page.locator('figure svg circle').boundingBox();
    const thumb = await slider.locator('..').boundingBox();
    expect(Math.abs((dot?.x ?? 0) + 6 - ((thumb?.x ?? 0) + 14))).toBeLessThan(1.5);
  }
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect(slider).toBeFocused();
  await expect(slider).toHaveAttribute('max', '40');
  await expect(slider).toHaveAttribute('min', '-85');
});

test('a move beyond every scale is an arrow at the edge with its figure', async ({ page }) => {
  await open(page);
  await marketField(page).fill('1500 %');
  await marketField(page).press('Enter');
  await expect(page.locator('figure svg text', { hasText: '+1,500.0' })).toBeVisible();
  await expect(marketSlider(page)).toHaveAttribute('max', '40');
  expect(await spoken(page)).toMatch(/^\+1,500\.0 %/);
});

test('N and P go from point to point, and each is named', async ({ page }) => {
  await open(page);
  await marketSlider(page).focus();
  for (const [key, text] of [
    ['p', '−7.0 %, Trading halts: level 1 circuit breaker, '],
    ['p', '−13.0 %, Trading halts: level 2 circuit breaker, '],
    ['p', '−20.0 %, Trading ends for the day: level 3 circuit breaker, '],
    ['p', '−34.0 %, February to March 2020, $15,255.00 above the requirement'],
    ['p', '−57.0 %, October 2007 to March 2009, '],
    ['p', '−75.5 %, last point without a margin call, $0.00 above the requirement'],
    // Holdings of $9,000 and $1,000 in cash equal the loan; a quarter of $9,000 is required.
    ['P', '−81.6 %, equity is zero, $2,250.00 below the requirement: margin call'],
    ['n', '−75.5 %, last point without a margin call, '],
    ['N', '−57.0 %, '],
    ['0', '0.0 %, Today, $27,750.00 above the requirement'],
    ['c', '−75.5 %, last point without a margin call, '],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => spoken(page)).toContain(text);
  }
});

test('M1’s −75.5 % and Merrill’s +33.3 % lie on the slider', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^Margin call: −75\.5/ }).click();
  await expect(verdict(page)).toContainText('exactly at the requirement');
  await choose(page, 'Merrill', /long and short|long\/short/i);
  const call = page.getByRole('button', { name: /^Margin call: \+33\.3/ });
  await call.click();
  await expect(verdict(page)).toContainText('exactly at the requirement');
  await expect(page.getByText('Excess equity by market move')).toContainText('beyond +33.3 %');
});

test('at −13 % verdict, diamond, button and chart name one call point', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await marketField(page).fill('-13');
  await marketField(page).press('Enter');
  await expect(verdict(page)).toContainText('more than 75.5 % from today');
  await expect(page.getByText('Excess equity by market move')).toContainText('beyond −75.5 %');
  const tick = await page.getByRole('button', { name: /^Margin call: −75\.5/ }).boundingBox();
  const diamond = await page.locator('figure svg path[class*="diamond"]').boundingBox();
  const middle = (box: typeof tick) => (box === null ? Number.NaN : box.x + box.width / 2);
  expect(Math.abs(middle(tick) - middle(diamond))).toBeLessThan(1.5);
  await page.getByRole('button', { name: 'To the margin call' }).click();
  await expect(marketField(page)).toHaveValue('−75.510204…');
  const thumb = await marketSlider(page).locator('..').boundingBox();
  expect(Math.abs(middle(thumb) - middle(diamond))).toBeLessThan(1.5);
});

test('dollars below the marks are what the holdings are worth there', async ({ page }) => {
  await open(page);
  // 49,000 × 0.66.
  await expect(page.getByRole('button', { name: /2020: −34.%, holdings \$32,340$/ })).toBeVisible();
});

test('where the broker makes no call the zone, the button and the caption say so', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await page.getByLabel('Broker’s rules').selectOption('interactive-brokers');
  await expect(page.locator('figure svg text', { hasText: 'Below the requirement' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'To the requirement line' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Requirement line: −75\.5/ })).toBeVisible();
  await expect(page.locator('figcaption')).not.toContainText('margin call');
});

test('H covers the answer, and nothing of it is left to read or to hear', async ({ page }) => {
  await open(page);
  await marketSlider(page).focus();
  await page.keyboard.press('h');
  const cover = page.getByRole('button', { name: 'Answer hidden – press H or here to show' });
  await expect(cover).toBeVisible();
  await expect(verdict(page)).toHaveCount(0);
  await expect(figures(page)).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Margin call/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'To the margin call' })).toHaveCount(0);
  await expect(page.locator('figure svg path[class*="diamond"]')).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  expect(await spoken(page)).toBe('−0.5 %');
  await page.keyboard.press('c');
  expect(await spoken(page)).toBe('−0.5 %');
  expect(await page.locator('main').innerText()).not.toMatch(/75\.5|margin call/i);
  await expectAccessible(page);
  await page.keyboard.press('h');
  await expect(verdict(page)).toContainText('75.5');
  await marketField(page).press('h');
  await expect(verdict(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await marketSlider(page).focus();
  await page.keyboard.press('h');
  await cover.click();
  await expect(verdict(page)).toBeVisible();
});

test('covered, nothing drawn tells the answer, not even where the market stood; uncovered, all is as it was', async ({
  page,
}) => {
  await open(page);
  await typeM1(page);
  await page.getByRole('button', { name: 'Show the math and details' }).click();
  await page.getByRole('tab', { name: 'Holdings' }).click();
  await page.getByRole('button', { name: 'To the margin call' }).click();
  await expect(marketSlider(page)).toHaveAttribute('min', '-85');
  await page.getByRole('tab', { name: 'Holdings' }).focus();
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: /^Answer hidden/ })).toBeFocused();
  await expect(marketField(page)).toHaveValue('0');
  await expect(marketSlider(page)).toHaveAttribute('min', '-80');
  const chart = page.locator('figure .recharts-surface');
  await expect(chart.locator('path, circle, ellipse')).toHaveCount(0);
  await expect(chart.locator('text', { hasText: '$' })).toHaveCount(0);
  await page.keyboard.press('h');
  await expect(verdict(page)).toBeVisible();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  await expect(page.getByRole('tab', { name: 'Holdings' })).toHaveAttribute('aria-selected', 'true');
  await expect(chart.locator('circle')).toHaveCount(1);
});

test('N, P, C and 0 work wherever the focus is, but in a field; past the last point it begins again', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Show the math and details' }).focus();
  for (const [key, text] of [
    ['p', '−7.0 %, Trading halts'],
    ['0', '0.0 %, Today'],
    ['c', '−75.5 %, last point without a margin call'],
    ['0', '0.0 %, Today'],
    // M1: nothing lies right of today; equity is zero at −81.6 %, the first point from the left.
    ['n', '−81.6 %, equity is zero'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => spoken(page)).toContain(text);
  }
  await marketField(page).focus();
  await page.keyboard.press('c');
  expect(await spoken(page)).toContain('−81.6 %');
});

test('a mark that the market stands on is named, and nothing moves for it', async ({ page }) => {
  await open(page);
  const caption = page.getByText('Excess equity by market move');
  const top = async () => (await caption.boundingBox())?.y;
  const before = await top();
  await page.getByRole('button', { name: /2020: −34/ }).click();
  await expect(page.getByText('−34.0 % · February to March 2020')).toBeVisible();
  expect(await top()).toBe(before);
});

test('the table names the points and tells −75.51 % from −75.6 %', async ({ page }) => {
  await open(page);
  await marketField(page).fill('-75.55');
  await marketField(page).press('Enter');
  await page.getByText('Show as table').click();
  const table = page.getByRole('region', { name: 'Excess equity as a table' });
  await expect(
    table.getByRole('row', { name: /^−75\.5.%\s+last point without a margin call/ }),
  ).toBeVisible();
  // 0.75 × 49,000 × 0.2445 − 9,000 = −14.625.
  await expect(table.getByRole('row', { name: /^−75\.55.%\s+now .*−\$14\.63$/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /^\+20\.0.% / })).toBeVisible();
  await expect(table.getByRole('row', { name: /equity is zero/ })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 700 }, hasTouch: true });

  test('the sign button shows while one types, and a tap on it lands', async ({ page }) => {
    await open(page);
    const sign = page.getByRole('button', { name: 'Change the sign' });
    await expect(sign).toBeHidden();
    await marketField(page).tap();
    await marketField(page).fill('20');
    await sign.tap();
    await expect(marketField(page)).toHaveValue('−20');
    await expect(verdict(page)).toContainText('What if');
  });

  test('the example keeps to the field and the marks; an account of one’s own has the buttons', async ({
    page,
  }) => {
    await open(page);
    await expect(page.getByRole('button', { name: 'To the margin call' })).toHaveCount(0);
    await typeM1(page);
    await expect(page.getByRole('button', { name: 'To the margin call' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Market lower by 0.5 %' })).toBeVisible();
  });
});
