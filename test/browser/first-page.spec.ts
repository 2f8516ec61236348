// The first page as a person meets it: M1's account typed, the sliders dragged, figures exact to the cent.
import { expect, test } from './fixtures';
import {
  dragBy,
  figures,
  holdings,
  loan,
  marketField,
  marketSlider,
  open,
  shiftSlider,
  typeM1,
  unfold,
  verdict,
} from './page';

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
  [1366, 620, '-85'],
  [1280, 720, '-85'],
  [768, 1024, '-85'],
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
    ['End', '\\+40.0 %'],
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
  await unfold(page, 'Requirements rise or fall');
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
