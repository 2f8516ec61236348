// My accounts in a real browser: saved, opened, renamed, deleted and back; two tabs at once; a storage without room.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  choose,
  expectAccessible,
  holdings,
  loan,
  menu,
  menuButton,
  open,
  openSection,
  sidewaysScroll,
  typeM1,
} from './page';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'My accounts' });
const rows = (page: Page) => dialog(page).getByRole('listitem');
const elsewhere = (page: Page) => page.getByRole('region', { name: 'Another tab' });

async function openAccounts(page: Page) {
  await menuButton(page).click();
  await menu(page).getByRole('button', { name: 'My accounts' }).click();
  await expect(dialog(page)).toBeVisible();
}

async function saveAs(page: Page, name: string) {
  await openAccounts(page);
  await dialog(page).getByRole('textbox').fill(name);
  await page.keyboard.press('Enter');
  await expect(rows(page).filter({ hasText: name })).toContainText('on show');
}

for (const [width, scheme] of [
  [1440, 'light'],
  [360, 'dark'],
] as const) {
  test(`save, open, rename, double, delete and put back at ${width} pixels, ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 760 });
    await page.emulateMedia({ colorScheme: scheme });
    await open(page);
    await typeM1(page);
    await saveAs(page, 'Fidelity');
    await expect(rows(page)).toHaveText(/Fidelity.*equity \$40,000 · No call · 75\.5\s%/);
    await expectAccessible(page);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await expect(menuButton(page)).toBeFocused();

    await openSection(page, 'Account');
    await loan(page).fill('12000');
    await page.keyboard.press('Enter');
    await choose(page, 'Merrill', /^concentrated/i);
    await expect(page.getByRole('button', { name: 'Bring my account back' })).toBeHidden();
    await page.reload();
    await openAccounts(page);
    await rows(page)
      .getByRole('button', { name: /^Fidelity/ })
      .click();
    await expect(dialog(page)).toBeHidden();
    await openSection(page, 'Account');
    await expect(loan(page)).toHaveValue('12,000');

    await openAccounts(page);
    await dialog(page).getByRole('button', { name: 'Duplicate Fidelity' }).click();
    await dialog(page).getByRole('button', { name: 'Rename Fidelity (2)' }).click();
    await expect(page.getByLabel('New name of Fidelity (2)')).toBeFocused();
    await page.keyboard.type('Roth');
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('button', { name: 'Rename Roth' })).toBeFocused();
    await dialog(page).getByRole('button', { name: 'Delete Roth' }).click();
    await expect(rows(page)).toHaveCount(1);
    await expect(dialog(page).getByRole('button', { name: 'Put it back' })).toBeFocused();
    await expectAccessible(page);
    await dialog(page).getByRole('button', { name: 'Put it back' }).click();
    await expect(rows(page)).toHaveCount(2);
  });
}

test('all accounts leave as one file and come back from it', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await saveAs(page, 'A');
  await dialog(page).getByRole('button', { name: 'Duplicate A' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save all as one file' }).click(),
  ]);
  await expect(dialog(page)).toContainText('2 accounts saved as Headroom all accounts');
  for (const name of ['Delete A', 'Delete A (2)']) {
    await dialog(page).getByRole('button', { name, exact: true }).click();
  }
  await page.keyboard.press('Escape');
  await page.getByLabel('File with an account').setInputFiles(await file.path());
  const notice = page.getByRole('region', { name: 'File', exact: true });
  await expect(notice).toContainText('holds 2 accounts. Nothing is opened yet.');
  await expectAccessible(page);
  await notice.getByRole('button', { name: 'All into My accounts' }).click();
  await expect(notice).toContainText('2 accounts of the file are among My accounts now.');
  await openAccounts(page);
  await expect(rows(page)).toHaveCount(2);
});

test('two tabs: the other’s change is said, taken over or kept apart, and never written over', async ({
  page,
  context,
}) => {
  await open(page);
  await typeM1(page);
  const other = await context.newPage();
  await open(other);
  await loan(other).fill('20000');
  await other.keyboard.press('Enter');
  await expect(elsewhere(page)).toContainText('Another tab changed this account.');
  await expect(loan(page)).toHaveValue('10,000');
  await expectAccessible(page);
  await elsewhere(page).getByRole('button', { name: 'Show the other tab’s' }).click();
  await expect(loan(page)).toHaveValue('20,000');
  await expect(elsewhere(page)).toBeHidden();

  await loan(page).fill('21000');
  await page.keyboard.press('Enter');
  await expect(elsewhere(other)).toBeVisible();
  await loan(other).fill('30000');
  await other.keyboard.press('Enter');
  await expect(elsewhere(other)).toContainText('kept under My accounts as “My account (2)”');
  await page.reload();
  await expect(loan(page)).toHaveValue('21,000');
  await other.reload();
  await expect(loan(other)).toHaveValue('30,000');
});

test('clear everything clears for good, also with a second tab open', async ({ page, context }) => {
  await open(page);
  await typeM1(page);
  await saveAs(page, 'A');
  await page.keyboard.press('Escape');
  const other = await context.newPage();
  await open(other);
  await expect(loan(other)).toHaveValue('10,000');
  await menuButton(page).click();
  await menu(page).getByRole('button', { name: 'Clear everything' }).click();
  await expect(menu(page).getByText('Your account, the one under My accounts,')).toBeVisible();
  await menu(page).getByRole('button', { name: 'Clear everything' }).click();
  await expect(holdings(other)).toHaveValue('');
  const keys = () => page.evaluate(() => Object.keys(localStorage));
  expect(await keys()).toEqual([]);
  await other.close({ runBeforeUnload: true });
  await page.reload();
  await expect(holdings(page)).toHaveValue('');
  expect(await keys()).toEqual([]);
});

test('a storage without room is said, and nothing that was kept is lost', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await page.evaluate(() => {
    let size = 5_000_000;
    for (let n = 0; size > 100; n += 1) {
      try {
        localStorage.setItem(`filler.${n}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await openAccounts(page);
  await dialog(page).getByRole('textbox').fill('No room');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('this browser has no room for more');
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(holdings(page)).toHaveValue('49,000');
});
