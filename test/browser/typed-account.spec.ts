// An account typed holding by holding, on a phone, with mistakes, kept over a reload, and read out.
import { expect, test } from './fixtures';
import {
  dragBy,
  expectAccessible,
  figures,
  holdings,
  loan,
  marketField,
  marketSlider,
  open,
  typeM1,
  verdict,
} from './page';

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
  await page.getByRole('button', { name: 'More of row 3' }).click();
  await page.getByRole('button', { name: 'Remove row 3' }).click();
  await expect(page.getByRole('region', { name: 'What I have' }).locator('tbody tr')).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('region', { name: 'What I have' }).locator('tbody tr')).toHaveCount(4);
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

test('starting again asks; the account is kept, over a reload too, and undo brings it back', async ({
  page,
}) => {
  await open(page);
  await typeM1(page);
  const startAgain = page.getByRole('button', { name: 'Start again' });
  await startAgain.click();
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(startAgain).toBeFocused();
  await expect(holdings(page)).toHaveValue('49,000');
  await startAgain.click();
  await page
    .getByRole('group', { name: /^Start again\?/ })
    .getByRole('button', { name: 'Start again' })
    .click();
  await expect(verdict(page)).toContainText('Example');
  await expect(holdings(page)).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem('headroom.document'))).toBeNull();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(holdings(page)).toHaveValue('49,000');
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.reload();
  await expect(holdings(page)).toHaveValue('');
  await page.getByRole('button', { name: 'Bring my account back' }).first().click();
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
    await page.getByRole('button', { name: 'Split into holdings' }).click();
    await page.getByRole('button', { name: 'More of the rest' }).click();
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
