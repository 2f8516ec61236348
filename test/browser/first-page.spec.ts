// The first page as a person meets it: M1's account typed, the sliders dragged, figures exact to the cent.
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';

const holdings = (page: Page) => page.getByLabel('My holdings are worth');
const loan = (page: Page) => page.getByLabel('I owe the broker');
const requirement = (page: Page) => page.getByLabel('My broker requires, % or $');
const marketField = (page: Page) =>
  page.getByLabel('Market move in percent, or the holdings’ value in dollars');
const marketSlider = (page: Page) => page.getByRole('slider', { name: 'Market move' });
const shiftSlider = (page: Page) => page.getByRole('slider', { name: 'Points added to every requirement' });
const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' });
const figures = (page: Page) => page.locator('dl');

async function open(page: Page) {
  await page.goto('/');
  await expect(page.locator('svg.recharts-surface')).toBeVisible();
}

async function typeM1(page: Page) {
  await holdings(page).fill('49000');
  await loan(page).fill('10000');
  await requirement(page).fill('25');
  await page.getByLabel('Cash in the account').fill('1000');
  await page.keyboard.press('Enter');
}

/** Presses on a slider's thumb and moves it by a share of the slider's width, without letting go. */
async function dragBy(page: Page, slider: Locator, share: number) {
  const thumb = await slider.locator('..').boundingBox();
  const track = await slider.locator('../..').boundingBox();
  if (thumb === null || track === null) throw new Error('the slider is not on screen');
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 5; step += 1) await page.mouse.move(x + (track.width * share * step) / 5, y);
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('the page opens with a live example, labelled as one, and replaces it at the first key', async ({
  page,
}) => {
  await open(page);
  await expect(verdict(page)).toContainText('Example');
  await expect(figures(page)).toContainText('$27,750.00');
  await holdings(page).press('5');
  await expect(verdict(page)).not.toContainText('Example');
  await expect(figures(page)).toContainText('$5.00');
});

test("M1's account: $27,750.00 above, called below −75.5 %", async ({ page }) => {
  await open(page);
  await typeM1(page);
  await expect(figures(page)).toContainText('Equity$40,000.00');
  await expect(figures(page)).toContainText('Required$12,250.00');
  await expect(figures(page)).toContainText('Above the requirement$27,750.00');
  await expect(verdict(page)).toContainText('falls more than 75.5 % (holdings to about $12,000)');
});

test('three numbers by keyboard: 58,000, 23,400 and a $17,000 requirement give 42.9 %', async ({ page }) => {
  await open(page);
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  while (!(await holdings(page).evaluate((field) => field === document.activeElement))) await press('Tab');
  expect(keys).toBeLessThanOrEqual(4);
  for (const text of ['58000', '23400', '17000']) {
    for (const digit of text) await press(digit);
    await press('Tab');
  }
  expect(keys).toBeLessThanOrEqual(25);
  await expect(verdict(page)).toContainText('42.9 %');
  await expect(verdict(page)).toContainText('$17,600 above');
});

test('dragging the market moves the figures before the mouse is let go; one undo takes it back', async ({
  page,
}) => {
  await open(page);
  await typeM1(page);
  await dragBy(page, marketSlider(page), -0.4);
  // The scale is 125 points wide: 0.4 of it is −50 %, and 0.75 × 24,500 − 9,000 is left.
  await expect(figures(page)).toContainText('$9,375.00');
  await expect(verdict(page)).toContainText('What if');
  await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
  await page.mouse.move(0, 0);
  await expect(figures(page)).toContainText('Below the requirement');
  await page.mouse.up();
  await page.keyboard.press('Control+z');
  await expect(figures(page)).toContainText('$27,750.00');
  await expect(verdict(page)).toContainText('Today');
  await page.keyboard.press('Control+Shift+z');
  await expect(verdict(page)).toContainText('Margin call: $3,487.50.');
});

test('taking hold of the slider in the middle of typing keeps what was typed', async ({ page }) => {
  await open(page);
  await holdings(page).fill('50000');
  await loan(page).fill('20000');
  const track = await marketSlider(page).locator('../..').boundingBox();
  if (track === null) throw new Error('the slider is not on screen');
  await page.mouse.click(track.x + track.width / 4, track.y + 2);
  await expect(loan(page)).toHaveValue('20,000');
  await expect(verdict(page)).toContainText('What if');
});

for (const [width, height, deepest] of [
  [1440, 900, '-85'],
  [390, 700, '-77'],
] as const) {
  test(`the chart stays where it is while the market moves, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const top = () => page.locator('figure').evaluate((it) => it.getBoundingClientRect().top + scrollY);
    const before = await top();
    for (const move of ['-34', '-75.5', deepest, '30']) {
      await marketField(page).fill(move);
      expect(await top()).toBe(before);
    }
  });
}

test('the thumb stands under the marker of the chart', async ({ page }) => {
  await open(page);
  await marketField(page).fill('-34');
  await marketField(page).press('Enter');
  const dot = await page.locator('figure svg circle').boundingBox();
  const thumb = await marketSlider(page).locator('..').boundingBox();
  if (dot === null || thumb === null) throw new Error('nothing drawn');
  expect(Math.abs(dot.x + dot.width / 2 - (thumb.x + thumb.width / 2))).toBeLessThan(1.5);
});

test('dollars in the market field are what the holdings are worth: $13,000 is free, $11,000 calls $750', async ({
  page,
}) => {
  await open(page);
  await typeM1(page);
  await marketField(page).fill('$13,000');
  await marketField(page).press('Enter');
  await expect(figures(page)).toContainText('$750.00');
  await expect(verdict(page)).toContainText('close to a margin call');
  await marketField(page).fill('$11,000');
  await expect(verdict(page)).toContainText('There would be a margin call of $750.');
  await marketField(page).press('Escape');
  await expect(verdict(page)).toContainText('close to a margin call');
});

test('typing the printed distance makes no call; a tenth more does', async ({ page }) => {
  await open(page);
  await marketField(page).fill('-75.5');
  await expect(verdict(page)).toContainText('$3.75 above');
  await marketField(page).fill('-75.6');
  await expect(verdict(page)).toContainText('a margin call of');
});

test('to the margin call is the last point without one, and back to today undoes it', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'To the margin call' }).click();
  await expect(verdict(page)).toContainText('exactly at the requirement: no call');
  await expect(figures(page)).toContainText('Above the requirement$0.00');
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect(figures(page)).toContainText('$27,750.00');
});

test('the keys of the market slider', async ({ page }) => {
  await open(page);
  const slider = marketSlider(page);
  await slider.focus();
  for (const [key, text] of [
    ['ArrowLeft', '−0.5 %'],
    ['ArrowUp', '0.0 %'],
    ['Shift+ArrowLeft', '−5.0 %'],
    ['PageDown', '−10.0 %'],
    ['PageUp', '−5.0 %'],
    ['End', '40.0 %'],
    ['Home', '−85.0 %'],
    ['0', '0.0 %'],
    ['c', '−75.5 %'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`^${text.replace(' ', '\\s')}, `));
  }
});

test('marks are buttons; the sign button turns a rise into a fall', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^February to March 2020/ }).click();
  await expect(marketField(page)).toHaveValue('−34');
  await marketField(page).fill('20');
  await page.getByRole('button', { name: 'Change the sign' }).click();
  await expect(marketField(page)).toHaveValue('−20');
  await expect(figures(page)).toContainText('$20,400.00');
});

test('a higher requirement under the finger, and exactly in its field', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await dragBy(page, shiftSlider(page), 0.5);
  // All the way to the right: everything at 100 %.
  await expect(verdict(page)).toContainText('There would be a margin call of $9,000.');
  await page.mouse.up();
  await page.getByLabel('Points added to every requirement, exactly').fill('5');
  await page.keyboard.press('Enter');
  await expect(figures(page)).toContainText('Required$14,700.00');
  await page.getByRole('button', { name: /^Take away/ }).click();
  await expect(figures(page)).toContainText('Required$12,250.00');
});

test('holdings one by one: three of them, one rate assumed', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Type holdings one by one' }).click();
  await expect(page.locator('main')).not.toContainText(/short|beta|Reg T|credit/i);
  for (const [row, [value, rate]] of [
    ['24000', '25'],
    ['8000', '40'],
    ['7000', ''],
  ].entries()) {
    const cells = page.locator('tbody tr').nth(row);
    await cells.getByLabel(/^Value of/).fill(value ?? '');
    await cells.getByLabel(/^Requirement of/).fill(rate ?? '');
    await page.keyboard.press('Enter');
  }
  await page.getByLabel('Broker’s rules').selectOption('M1');
  await loan(page).fill('23400');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('16.5 %');
  await expect(verdict(page)).toContainText('$4,650 above');
  await verdict(page).getByRole('button', { name: '1 rate assumed' }).click();
  await expect(page.locator('#rate-p3')).toBeFocused();
  await page.getByRole('button', { name: 'Remove row 3' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(4);
});

test('the same three holdings by keyboard, in at most 55 keys', async ({ page }) => {
  await open(page);
  let keys = 0;
  const press = async (row: string) => {
    for (const key of row.split(' ')) {
      keys += 1;
      await page.keyboard.press(key);
    }
  };
  const button = page.getByRole('button', { name: 'Type holdings one by one' });
  while (!(await button.evaluate((it) => it === document.activeElement))) await press('Tab');
  await press('Enter');
  await press('Tab Tab 2 4 0 0 0 Tab 2 5 Enter');
  await press('Tab Tab 8 0 0 0 Tab 4 0 Enter');
  await press('Tab Tab 7 0 0 0');
  while (!(await loan(page).evaluate((it) => it === document.activeElement))) await press('Tab');
  await press('2 3 4 0 0 Tab Tab M');
  expect(keys).toBeLessThanOrEqual(55);
  await expect(page.getByLabel('Broker’s rules')).toHaveValue('m1');
  await expect(verdict(page)).toContainText('16.5 %');
  await expect(verdict(page)).toContainText('1 rate assumed');
});

test('starting again clears the page and what is kept; undo brings it back', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(verdict(page)).toContainText('Example');
  await expect(holdings(page)).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem('headroom.document'))).toBeNull();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(holdings(page)).toHaveValue('49,000');
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 700 } });

  test('a finger drags the market, and figures follow before it is lifted', async ({ page }) => {
    await open(page);
    const thumb = await marketSlider(page).locator('..').boundingBox();
    const track = await marketSlider(page).locator('../..').boundingBox();
    if (thumb === null || track === null) throw new Error('the slider is not on screen');
    const finger = await page.context().newCDPSession(page);
    const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
    const touch = (type: string, to: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: type === 'touchEnd' ? [] : [{ x: to, y }],
      });
    await touch('touchStart', x);
    for (let step = 1; step <= 5; step += 1) await touch('touchMove', x - (track.width * 0.4 * step) / 5);
    await expect(figures(page)).toContainText('$9,375.00');
    await touch('touchEnd', x);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(figures(page)).toContainText('$27,750.00');
  });
});

test('a short brings its credit field', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Type holdings one by one' }).click();
  await page.getByRole('button', { name: /Change the side/ }).click();
  await page.getByLabel(/^Value of/).fill('10000');
  await page.keyboard.press('Enter');
  await page.getByLabel('Credit from short sales').fill('15000');
  await page.keyboard.press('Enter');
  // 5,000 − 0.3 × 10,000 = 2,000, and 15,000 ÷ 1.3 = 11,538.46.
  await expect(figures(page)).toContainText('$2,000.00');
  await expect(verdict(page)).toContainText('15.3 %');
});

for (const [text, message] of [
  ['1e5', 'without an exponent'],
  ['abc', 'Not a number'],
  ['1,2,3', 'A comma stands before each three digits'],
  ['9'.repeat(200), 'Too long'],
  ['💰', 'Not a number'],
  ['-120', 'Nothing falls by more than 100 %'],
] as const) {
  test(`"${text.slice(0, 12)}" is refused beside the field, and kept`, async ({ page }) => {
    await open(page);
    await marketField(page).fill(text);
    await marketField(page).press('Enter');
    await expect(page.getByText(message)).toBeVisible();
    await expect(marketField(page)).toHaveValue(text);
    await expect(marketField(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(figures(page)).toContainText('$27,750.00');
    await page.reload();
    await expect(marketField(page)).toHaveValue(text);
  });
}

test('a reload brings back the account and the what-if', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await marketField(page).fill('-13');
  await page.keyboard.press('Enter');
  await page.reload();
  await expect(holdings(page)).toHaveValue('49,000');
  await expect(marketField(page)).toHaveValue('−13');
  await expect(verdict(page)).not.toContainText('Example');
});

test('a broken saved copy is put aside and said', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('headroom.document', '{"app":"headroom"'));
  await open(page);
  await expect(page.getByRole('region', { name: 'Saved copy' })).toContainText('put aside');
  expect(await page.evaluate(() => localStorage.getItem('headroom.kept-aside.1'))).toBe('{"app":"headroom"');
});

test('what is announced: once, after a change is kept, and nothing while dragging', async ({ page }) => {
  await open(page);
  const status = page.getByRole('status');
  await expect(status).toHaveText('');
  await dragBy(page, marketSlider(page), -0.64);
  await expect(verdict(page)).toContainText('a margin call of $1,650');
  await expect(status).toHaveText('');
  await page.mouse.up();
  await expect(status).toHaveText('Margin call · $1,650');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`accessible in ${colorScheme}: first load, what-if, in a call, holdings, error`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    await expectAccessible(page);
    await typeM1(page);
    await marketField(page).fill('$11,000');
    await marketField(page).press('Enter');
    await expectAccessible(page);
    await page.getByText('Show as table').click();
    await page.getByRole('button', { name: 'Type holdings one by one' }).click();
    await marketField(page).fill('1e5');
    await marketField(page).press('Enter');
    await expectAccessible(page);
  });
}

for (const [width, height] of [
  [1366, 620],
  [390, 700],
] as const) {
  test(`verdict, chart and slider without scrolling at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    for (const part of [verdict(page), page.locator('svg.recharts-surface'), marketSlider(page)]) {
      const box = await part.boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    }
  });
}

test('no sideways scrolling at 320 pixels, with text at 200 %', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
  await page.setViewportSize({ width: 640, height: 900 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await overflow()).toBe(0);
});
