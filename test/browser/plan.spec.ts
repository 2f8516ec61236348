// A plan as a person makes it: a call cured by keyboard and by pointer, put into the what-if, undone and done again.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { dragBy, expectAccessible, open, sidewaysScroll, typeHoldings, verdict } from './page';

const tab = (page: Page) => page.getByRole('tab', { name: 'A plan' });
const plan = (page: Page) => page.getByRole('list', { name: 'The plan' });
const panel = (page: Page) => page.getByRole('tabpanel', { name: 'A plan' });
const changes = (page: Page) => page.getByRole('list', { name: 'What differs from today' });
const putIn = (page: Page) => page.getByRole('button', { name: 'Put this plan into the what-if' });
const unfold = (page: Page, title: string) => panel(page).locator('summary', { hasText: title }).click();

/** AAA 20,000 at 30 % and BBB 10,000 at 40 %, M1, loan 25,000: equity 5,000, required 10,000: a call of 5,000. */
async function typeCall(page: Page) {
  await open(page);
  await typeHoldings(
    page,
    [
      ['AAA', '20000', '30'],
      ['BBB', '10000', '40'],
    ],
    '25000',
  );
  await expect(verdict(page)).toContainText('Margin call: $5,000.');
}

test('by pointer: the largest is kept, new cash pays the rest, and one press puts it in', async ({
  page,
}) => {
  await typeCall(page);
  await tab(page).click();
  // All of BBB frees 4,000, and 1,000 ÷ 0.3 the rest.
  await expect(plan(page)).toHaveText(/Sell BBB: all of it, \$10,000.*Sell AAA: \$3,333\.34/s);
  await unfold(page, 'Adjust');
  await page.getByRole('checkbox', { name: 'Keep AAA' }).check();
  await expect(panel(page)).toContainText('Remaining: $1,000 to end the call.');
  await page.getByLabel('New cash, at most').fill('1000');
  await page.keyboard.press('Enter');
  await expect(plan(page)).toHaveText(/Deposit cash: \$1,000.*Sell BBB: all of it, \$10,000/s);
  await expect(panel(page)).toContainText('Ends the call; $0.00 above; the least fall is a new call.');
  await unfold(page, 'Plans side by side');
  await expect(panel(page).getByRole('row', { name: /^New cash/ })).toContainText('$1,000');
  await expectAccessible(page);
  await putIn(page).click();
  await expect(verdict(page)).toContainText('It would be exactly at the requirement: no call.');
  await expect(changes(page)).toContainText('$1,000');
  await expect(changes(page)).toContainText('BBB');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(verdict(page)).toContainText('Margin call: $5,000.');
  await expect(changes(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(verdict(page)).toContainText('It would be exactly at the requirement: no call.');
});

test('by keyboard alone: with room for −10 %, a slider to its end, and in', async ({ page }) => {
  await typeCall(page);
  await page.getByRole('tab', { name: 'Each way' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  const enough = page.getByRole('radio', { name: 'Just enough' });
  for (
    let press = 0;
    press < 3 && !(await enough.evaluate((each) => each === document.activeElement));
    press += 1
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  // After −10 % 7,000 are missing: BBB 0.46 a dollar: 4,600; AAA 0.37: 2,400 ÷ 0.37 = 6,486.49.
  await expect(plan(page)).toContainText('Sell AAA: $6,486.49');
  await panel(page).locator('summary', { hasText: 'Adjust' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('slider', { name: 'How much of AAA to sell' }).focus();
  await page.keyboard.press('End');
  // 20,000 × 0.37 = 7,400 of 7,000, with all of BBB too: 5,000 above nothing owed.
  await expect(plan(page)).toContainText('Sell AAA: all of it, $20,000');
  await expect(page.getByLabel('Which first')).toHaveValue('hand');
  await page.getByLabel('Which first').selectOption({ label: 'Fewest dollars' });
  await putIn(page).focus();
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('It would be close to a margin call.');
  await expect(panel(page)).toContainText('The plan is in the what-if.');
  await expect(panel(page).locator('div').first()).toBeFocused();
  // The market at −10 % makes no call then, and a little further does.
  const field = page.getByLabel(/^Market move in percent/);
  await field.fill('-10');
  await field.press('Enter');
  await expect(verdict(page)).not.toContainText('There would be a margin call');
  await field.fill('-10.1');
  await field.press('Enter');
  await expect(verdict(page)).toContainText('There would be a margin call');
});

test('a drag is followed by what remains', async ({ page }) => {
  await typeCall(page);
  await tab(page).click();
  await unfold(page, 'Adjust');
  const slider = page.getByRole('slider', { name: 'How much of BBB to sell' });
  await slider.focus();
  await page.keyboard.press('Home');
  // AAA alone frees 1,000.
  await expect(panel(page)).toContainText('Remaining: $4,000 to end the call.');
  await dragBy(page, slider, 1.2);
  await expect(panel(page)).toContainText('Ends the call;');
  await page.mouse.up();
  await expect(plan(page)).toContainText('Sell BBB: all of it, $10,000');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a phone, ${colorScheme}: a plan made, put in and taken back, nothing wider than the screen`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await typeCall(page);
    await page.getByRole('button', { name: 'Account', exact: true }).click();
    await tab(page).click();
    await unfold(page, 'Adjust');
    await page.getByRole('checkbox', { name: 'Keep BBB' }).check();
    // 5,000 ÷ 0.3.
    await expect(plan(page)).toHaveText('Sell AAA: $16,666.67');
    await unfold(page, 'Plans side by side');
    await expect(panel(page)).not.toContainText(/short|beta|credit|best/i);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await putIn(page).click();
    // 0.001 above, of which no cent is printed.
    await expect(verdict(page)).toContainText('at the requirement, to the cent');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(verdict(page)).toContainText('Margin call: $5,000.');
  });
}
