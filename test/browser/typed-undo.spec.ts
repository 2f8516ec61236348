// The keys of undo while a field has the focus: the page's at rest, the browser's own while something is being typed.
import { expect, test } from './fixtures';
import { holdings, loan, open } from './page';

test('undo and redo in a field at rest are the page’s, and never run old texts together', async ({
  page,
}) => {
  await open(page);
  await holdings(page).focus();
  await page.keyboard.type('100000');
  await page.keyboard.press('Tab');
  await page.keyboard.type('60000');
  await page.keyboard.press('Tab');
  await loan(page).focus();
  const seen: string[] = [];
  const note = async () =>
    void seen.push(`${await holdings(page).inputValue()} ${await loan(page).inputValue()}`);
  for (let n = 0; n < 5; n += 1) {
    await page.keyboard.press('Control+z');
    await note();
  }
  for (let n = 0; n < 3; n += 1) {
    await page.keyboard.press('Control+Shift+z');
    await note();
  }
  const [none, one, both] = [' ', '100,000 ', '100,000 60,000'];
  expect(seen).toEqual([one, none, none, none, none, one, both, both]);
});

test('what is being typed over a kept figure is undone by the browser, and then the figure by the page', async ({
  page,
}) => {
  await open(page);
  await loan(page).focus();
  await page.keyboard.type('60000');
  await page.keyboard.press('Enter');
  await expect(loan(page)).toHaveValue('60,000');
  await page.keyboard.press('End');
  await page.keyboard.type('1');
  await page.keyboard.press('Control+z');
  await expect(loan(page)).toHaveValue('60,000');
  await page.keyboard.press('Control+z');
  await expect(loan(page)).toHaveValue('');
  await page.keyboard.press('Control+Shift+z');
  await expect(loan(page)).toHaveValue('60,000');
});

test('undo works with the focus on a select and on a checkbox', async ({ page }) => {
  await open(page);
  await holdings(page).fill('58000');
  await page.keyboard.press('Enter');
  const rules = page.getByLabel('Broker’s rules');
  await rules.selectOption('M1');
  await rules.focus();
  await page.keyboard.press('Control+z');
  await expect(rules).not.toHaveValue('m1');
  await page.getByRole('button', { name: 'Split into holdings' }).click();
  await page.keyboard.type('VTI');
  await page.keyboard.press('Enter');
  await page.keyboard.type('24000');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'More of VTI' }).click();
  const check = page.getByRole('checkbox', { name: /^Not marginable/ });
  await check.click();
  await expect(check).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(check).not.toBeChecked();
});

test('a page that becomes narrow keeps what is half typed', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page);
  await holdings(page).fill('58000');
  await loan(page).focus();
  await page.keyboard.type('12k');
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await expect(loan(page)).toHaveValue('12k');
  await expect(holdings(page)).toHaveValue('58,000');
  await loan(page).fill('23400');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(loan(page)).toHaveValue('23,400');
});

test('undo from the browser’s own menu is the page’s outside what is being typed', async ({ page }) => {
  await open(page);
  await holdings(page).focus();
  await page.keyboard.type('100000');
  await page.keyboard.press('Tab');
  await page.keyboard.type('60000');
  await page.keyboard.press('Tab');
  const session = await page.context().newCDPSession(page);
  // What a menu sends: the command, with a key that means nothing here.
  const chooseUndo = () =>
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'F13', commands: ['undo'] });
  await page.getByLabel('Broker’s rules').focus();
  await chooseUndo();
  await expect(loan(page)).toHaveValue('');
  await expect(holdings(page)).toHaveValue('100,000');
  await page.keyboard.press('Control+Shift+z');
  await expect(loan(page)).toHaveValue('60,000');
  await loan(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.type('1');
  await chooseUndo();
  await expect(loan(page)).toHaveValue('60,000');
  await expect(holdings(page)).toHaveValue('100,000');
});
