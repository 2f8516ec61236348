// The folded levers as a person meets them: by pointer, by keyboard and by field, with figures from a pencil.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  dragBy,
  expectAccessible,
  figures,
  open,
  openSection,
  typeHoldings,
  typeM1,
  unfold,
  verdict,
} from './page';

const changes = (page: Page) => page.getByRole('list', { name: 'What differs from today' });

/** VTI 24,000 at 25 % and NVDA 8,000 at 40 %, M1, loan 10,000: equity 22,000, required 9,200, above 12,800. */
async function typeTwo(page: Page) {
  await open(page);
  await typeHoldings(
    page,
    [
      ['VTI', '24000', '25'],
      ['NVDA', '8000', '40'],
    ],
    '10000',
  );
  await expect(figures(page)).toContainText('$12,800.00');
}

/** Drags a slider's thumb by a share of its width, and looks before letting go. */
async function drag(page: Page, name: string, share: number, look: () => Promise<void>) {
  await dragBy(page, page.getByRole('slider', { name }), share);
  await look();
  await page.mouse.up();
}

test('one holding by field, keyboard and pointer: NVDA at −50 % leaves $10,400', async ({ page }) => {
  await typeTwo(page);
  await unfold(page, 'One holding moves');
  await page.getByLabel('Which holding').selectOption({ label: 'NVDA' });
  const field = page.getByLabel('Move of NVDA in percent, or its price in dollars');
  await field.fill('-50');
  await field.press('Enter');
  // 28,000 − 10,000 − 6,000 − 1,600.
  await expect(figures(page)).toContainText('$10,400.00');
  await expect(changes(page)).toContainText('NVDA moves by −50 %');
  await field.fill('$2,000');
  await field.press('Enter');
  // 26,000 − 10,000 − 6,000 − 800.
  await expect(figures(page)).toContainText('$9,200.00');
  await expect(changes(page)).toContainText('NVDA goes from $8,000 to $2,000');
  const slider = page.getByRole('slider', { name: 'Move of NVDA' });
  await slider.focus();
  await page.keyboard.press('0');
  await expect(figures(page)).toContainText('$12,800.00');
  await page.keyboard.press('ArrowLeft');
  // 1 % of 8,000 is 80, of which 40 % need not be held.
  await expect(figures(page)).toContainText('$12,752.00');
  await page.keyboard.press('0');
  await drag(page, 'Move of NVDA', -0.4, async () => {
    await expect(figures(page)).toContainText('$8,000.00');
    await expect(verdict(page)).toContainText('What if');
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(figures(page)).toContainText('$12,800.00');
});

test('from the table to the levers of one holding: $4,000 of NVDA sold by a drag is one step', async ({
  page,
}) => {
  await typeTwo(page);
  await page.getByRole('button', { name: 'More of NVDA' }).click();
  await page.getByRole('button', { name: 'Move it in the what-if' }).click();
  await expect(page.getByLabel('Move of NVDA in percent, or its price in dollars')).toBeFocused();
  // A quarter of a scale from −8,000 to 8,000; 40 % of 4,000 less is required.
  await drag(page, 'Dollars of NVDA bought or sold', -0.25, async () => {
    await expect(figures(page)).toContainText('$14,400.00');
  });
  await expect(changes(page)).toContainText('Sell $4,000.00 of NVDA');
  await page.keyboard.press('Control+z');
  await expect(figures(page)).toContainText('$12,800.00');
  await expect(changes(page)).toBeHidden();
});

test('behind a slider stands what it alone does: still while another moves, and gone while the answer is covered', async ({
  page,
}) => {
  await typeTwo(page);
  await unfold(page, 'Money in or out');
  await unfold(page, 'Requirements rise or fall');
  const picture = page.locator('details', { hasText: 'Money in or out' }).locator('svg[class*="picture"]');
  await expect(picture).toHaveAttribute('aria-hidden', 'true');
  const below = picture.locator('path[class*="below"]');
  // 12,800 out of ±50,000 leaves none: 37.2 % across.
  await expect(picture.locator('line[class*="crossing"]')).toHaveAttribute('x1', /^37\.2/);
  const before = await below.getAttribute('d');
  await drag(page, 'Points added to every requirement', 0.1, async () => {
    await expect(picture).toHaveAttribute('data-waiting', 'true');
    expect(await below.getAttribute('d')).toBe(before);
  });
  await expect(picture).not.toHaveAttribute('data-waiting', 'true');
  await expect(below).not.toHaveAttribute('d', before ?? '');
  await page.locator('h1').click();
  await page.keyboard.press('h');
  await expect(picture).toHaveCount(0);
});

test('the requirement of one holding: NVDA at 100 % leaves $8,000, and its ✕ takes it away', async ({
  page,
}) => {
  await typeTwo(page);
  await unfold(page, 'One holding moves');
  await page.getByLabel('Which holding').selectOption({ label: 'NVDA' });
  await page.getByLabel('The broker requires of NVDA').fill('100');
  await page.keyboard.press('Enter');
  await expect(figures(page)).toContainText('Above the requirement$8,000.00');
  await page.getByRole('button', { name: 'Take away: NVDA requires 40 % to 100 %' }).click();
  await expect(figures(page)).toContainText('$12,800.00');
});

test('money in and out is one lever; a withdrawal beyond the cash says what is borrowed', async ({
  page,
}) => {
  await open(page);
  await unfold(page, 'Money in or out');
  const field = page.getByLabel('Money in, or out with a minus, in dollars');
  await field.fill('-5000');
  await field.press('Enter');
  await expect(figures(page)).toContainText('$22,750.00');
  await expect(page.getByText('$4,000 of it is borrowed: the loan becomes $14,000.')).toBeVisible();
  await page.getByRole('slider', { name: 'Money in or out' }).focus();
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowRight');
  await expect(changes(page)).toContainText('$500 comes in');
  await expect(figures(page)).toContainText('$28,250.00');
  await page.keyboard.press('0');
  await drag(page, 'Money in or out', 0.5, async () => {
    await expect(figures(page)).toContainText('$77,750.00');
  });
});

test('days wait for a yearly rate: 90 days at 8 % on $10,000 cost $200', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await unfold(page, 'Time and interest');
  await expect(page.getByRole('slider', { name: 'Days that pass' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Type the loan’s yearly rate' }).click();
  const rate = page.getByLabel('Yearly interest rate of the loan');
  await rate.fill('8');
  await rate.press('Enter');
  const days = page.getByLabel('Days that pass, exactly');
  await days.fill('90');
  await days.press('Enter');
  await expect(figures(page)).toContainText('$27,550.00');
  await expect(page.getByText('$200 of interest on $10,000 is added to the loan')).toBeVisible();
  await page.getByRole('slider', { name: 'Days that pass' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(changes(page)).toContainText('89 days pass');
  await rate.fill('');
  await rate.press('Enter');
  await expect(changes(page)).toContainText('Not possible yet: type what the loan costs a year.');
  await expect(verdict(page)).toContainText('No verdict');
  await page.getByRole('region', { name: 'What if' }).getByRole('button', { name: 'Go to it' }).click();
  await expect(rate).toBeFocused();
  await page.getByRole('button', { name: 'Take away: 89 days pass' }).click();
  await expect(figures(page)).toContainText('$27,750.00');
});

test('levers go exactly to the call: one holding, every requirement, money', async ({ page }) => {
  await typeTwo(page);
  // Above 12,800. All of VTI gone takes 24,000 − 6,000 = 18,000 of it: 12,800 ÷ 0.75 = 17,066.67 less.
  await unfold(page, 'One holding moves');
  await page.getByRole('button', { name: 'To the call at $6,933.34' }).click();
  await expect(verdict(page)).toContainText('It would be exactly at the requirement: no call.');
  await expect(changes(page)).toContainText('VTI goes from $24,000 to $6,933.33');
  await page.getByRole('button', { name: 'Back to today' }).click();
  // 12,800 ÷ 32,000 = 40 points: 25 → 65 % and 40 → 80 %.
  await unfold(page, 'Requirements rise or fall');
  await page.getByRole('button', { name: 'To the call at +40.0 points' }).click();
  await expect(verdict(page)).toContainText('It would be exactly at the requirement: no call.');
  await expect(changes(page)).toContainText('28.75 %  68.75 % on average');
  await page.getByRole('button', { name: 'Points added to every requirement: higher' }).click();
  await expect(verdict(page)).toContainText('There would be a margin call of $320.');
  await page.getByRole('button', { name: 'Back to today' }).click();
  await unfold(page, 'Money in or out');
  await page.getByRole('button', { name: 'To the call at $12,800 out' }).click();
  await expect(verdict(page)).toContainText('It would be exactly at the requirement: no call.');
});

test('quick presses are one step to undo, and so is a double click on the track', async ({ page }) => {
  await open(page);
  const slider = page.getByRole('slider', { name: 'Market move' });
  const undo = page.getByRole('button', { name: 'Undo' });
  await slider.focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowLeft');
  await expect(verdict(page)).toContainText('What if');
  // −2.5 %: 27,750 less 1,225 × 0.75.
  await expect(figures(page)).toContainText('$26,831.25');
  await undo.click();
  await expect(figures(page)).toContainText('$27,750.00');
  await expect(undo).toBeDisabled();
  const track = await slider.locator('../..').boundingBox();
  if (track === null) throw new Error('the slider is not on screen');
  await page.mouse.dblclick(track.x + track.width / 4, track.y + track.height / 2);
  await expect(verdict(page)).toContainText('Today');
  await expect(undo).toHaveCount(0);
});

test('why what is above is not the fall one can bear, answered with the account’s own figures', async ({
  page,
}) => {
  await open(page);
  await typeM1(page);
  const question = page.getByRole('button', { name: 'Why is that not the fall I can bear?' });
  await question.focus();
  await page.keyboard.press('Enter');
  await expect(question).toHaveAttribute('aria-expanded', 'true');
  await expect(verdict(page)).toContainText('$27,750 ÷ (1 − 25 %) = $37,000');
  await page.getByRole('slider', { name: 'Market move' }).focus();
  await page.keyboard.press('PageDown');
  await expect(verdict(page)).toContainText(
    'Today, without the what-if: $27,750 is above the requirement today',
  );
  await question.click();
  await expect(verdict(page)).not.toContainText('$37,000');
});

test('another broker’s rules leave typed requirements alone and change the others', async ({ page }) => {
  await open(page);
  await page.getByLabel('My holdings are worth').fill('40000');
  await page.getByLabel('I owe the broker').fill('10000');
  await page.keyboard.press('Enter');
  await unfold(page, 'Another broker’s rules');
  await page.getByLabel('Rules of').selectOption({ label: 'Merrill' });
  // 30,000 − 30 % of 40,000.
  await expect(figures(page)).toContainText('$18,000.00');
  await expect(changes(page)).toContainText('The rules of Merrill apply');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(figures(page)).toContainText('$20,000.00');
});

test('a what-if becomes the account in one step', async ({ page }) => {
  await typeTwo(page);
  await unfold(page, 'Money in or out');
  const field = page.getByLabel('Money in, or out with a minus, in dollars');
  await field.fill('-2000');
  await field.press('Enter');
  await page.getByRole('button', { name: 'Make this my account' }).click();
  await expect(page.getByLabel('I owe the broker')).toHaveValue('12,000');
  await expect(verdict(page)).toContainText('Today');
  await expect(figures(page)).toContainText('$10,800.00');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('I owe the broker')).toHaveValue('10,000');
  await expect(verdict(page)).toContainText('What if');
});

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test(`every lever unfolded, ${colorScheme}, ${width} pixels: accessible, and no word of what is not held`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await typeTwo(page);
    await openSection(page, 'What if');
    for (const title of ['Requirements rise', 'One holding', 'Money in', 'Another broker’s'])
      await unfold(page, title);
    await page.getByLabel('Money in, or out with a minus, in dollars').fill('-2000');
    await page.keyboard.press('Enter');
    for (const name of ['What if', 'Verdict']) {
      await expect(page.getByRole('region', { name, exact: true })).not.toContainText(
        /short|beta|Reg T|credit/i,
      );
    }
    await expect(page.getByRole('main')).not.toContainText(/short|beta|Reg T|credit/i);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
