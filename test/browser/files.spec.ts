// Files in a real browser: what is saved opens elsewhere with the same figures, what is broken is refused.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  expectAccessible,
  figures,
  holdings,
  marketField,
  menu,
  menuButton,
  open,
  openSection,
  sidewaysScroll,
  typeM1,
  verdict,
} from './page';

/** What a press hands over as a file: its name and its text. */
async function saved(page: Page, press: () => Promise<void>) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** Chooses a file in the menu. */
async function choose(page: Page, name: string, text: string) {
  await page
    .getByLabel('File with an account')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

const notice = (page: Page) => page.getByRole('region', { name: 'File', exact: true });

test('what is saved opens in another browser with the same figures and the same what-if', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page);
  await typeM1(page);
  await marketField(page).fill('-13');
  await page.keyboard.press('Enter');
  const said = await verdict(page).textContent();
  const sums = await figures(page).textContent();
  await menuButton(page).click();
  const file = await saved(page, () => menu(page).getByRole('button', { name: 'Save' }).click());
  expect(file.name).toMatch(/^Headroom My account \d{4}-\d\d-\d\d\.json$/);
  await expect(menu(page).getByText(`Saved as ${file.name}.`)).toBeVisible();

  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
  const other = await elsewhere.newPage();
  await open(other);
  await menuButton(other).click();
  await choose(other, file.name, file.text);
  await expect(notice(other)).toHaveText(/“My account” from “Headroom My account .*\.json” is open\./);
  await expect(notice(other)).toBeFocused();
  await expect(menu(other)).toBeHidden();
  expect(await verdict(other).textContent()).toBe(said);
  expect(await figures(other).textContent()).toBe(sums);
  await expectAccessible(other);
  await elsewhere.close();
});

test('a broken file is refused with its place, and own work stays', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await open(page);
  await typeM1(page);
  const before = await page.evaluate(() => localStorage.getItem('headroom.document'));
  const text = before?.replace('"marginLoan":"10000"', '"marginLoan":"ten"') ?? '';
  await choose(page, 'broken.json', text);
  await expect(notice(page)).toContainText('“broken.json” was not opened. Your own work is as it was.');
  await expect(notice(page)).toContainText('Margin loan: “ten” is no plain number with at most 18 decimals.');
  expect(await page.evaluate(() => localStorage.getItem('headroom.document'))).toBe(before);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await notice(page).getByRole('button', { name: 'Close' }).click();
  await expect(notice(page)).toBeHidden();
  await openSection(page, 'Account');
  await expect(holdings(page)).toHaveValue('49,000');
});

test('by keyboard: Ctrl+S saves also in the middle of typing, Ctrl+O asks for a file', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await holdings(page).fill('50000');
  const { text } = await saved(page, () => page.keyboard.press('Control+s'));
  expect(text).toContain('"marketValue": "50000"');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text.replace('50000', '51000')),
  });
  await expect(holdings(page)).toHaveValue('51,000');
  await page.keyboard.press('Control+z');
  await expect(holdings(page)).toHaveValue('50,000');
});
