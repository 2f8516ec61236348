// What comes out of a printer: one sheet for up to twelve holdings, every holding of more, and light whatever the look.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { choose, expectAccessible, menuButton, open, sidewaysScroll, typeM1 } from './page';

const sheetOf = (page: Page) => page.getByRole('main', { name: 'Headroom on paper' });
const sheetsOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

/** So many holdings, of which every third has a rate of its own and one is short where that is asked for. */
async function openHoldings(page: Page, count: number, loan: number, hasShort = false) {
  const positions = Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}`,
    symbol: `SYM${index + 1}`,
    side: hasShort && index === 2 ? 'short' : 'long',
    shares: String(100 + index),
    price: String(((index * 37) % 211) + 20.5),
    ...(index % 3 === 0 ? { maintenanceRate: '0.4' } : {}),
  }));
  const account = {
    name: 'My account',
    ruleSet: 'm1',
    cash: '1000',
    marginLoan: String(loan),
    shortCredit: hasShort ? '9000' : '0',
    enteredOn: '2026-06-03',
    positions,
  };
  const document = { app: 'headroom', schemaVersion: 1, account, scenarios: [] };
  await page.addInitScript(
    (text) => localStorage.setItem('headroom.document', text),
    JSON.stringify(document),
  );
  await open(page);
}

/** What the page is while it goes to the printer. */
async function print(page: Page) {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

for (const [name, count, loan, hasShort] of [
  ['one holding', 1, 1600, false],
  ['twelve holdings', 12, 90000, false],
  ['twelve holdings in a call, one of them short', 12, 100000, true],
] as const) {
  test(`${name} on one sheet, A4 and Letter`, async ({ page }) => {
    await openHoldings(page, count, loan, hasShort);
    expect(sheetsOf(await page.pdf({ format: 'A4' }))).toBe(1);
    expect(sheetsOf(await page.pdf({ format: 'Letter' }))).toBe(1);
    await expect(sheetOf(page)).toHaveCount(0);
  });
}

test('forty holdings, from a phone: all of them on two sheets or three', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await openHoldings(page, 40, 300000);
  for (const format of ['A4', 'Letter']) {
    const sheets = sheetsOf(await page.pdf({ format }));
    expect(sheets).toBeGreaterThan(1);
    expect(sheets).toBeLessThan(4);
  }
  await print(page);
  await expect(sheetOf(page).getByRole('row', { name: /^SYM/ })).toHaveCount(40);
});

test('a sheet has verdict, figures, chart, ways, math, assumptions and lines to write on', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await typeM1(page);
  await print(page);
  const sheet = sheetOf(page);
  await expect(sheet).toContainText('My account, entered');
  await expect(sheet).toContainText('No margin call. One comes if the market falls more than 75.5');
  await expect(sheet.locator('dl')).toContainText('− Required$12,250.00');
  await expect(sheet.getByRole('img')).toBeVisible();
  await expect(sheet).toContainText('$1,000.00 + $49,000.00 − $10,000.00 = $40,000.00 [R-01]');
  await expect(sheet.getByRole('heading', { name: 'What is assumed' })).toBeVisible();
  for (const words of ['Name', 'Reference', 'How to have more room', 'Educational, not advice.'])
    await expect(sheet).toContainText(words);
  await expect(sheet).not.toContainText(/short|beta|Reg T|credit/i);
  await expect(page.getByRole('button')).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(26, 36, 35)');
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test('a what-if in a call: what differs, each old figure, and the ways out', async ({ page }) => {
  await open(page);
  await menuButton(page).click();
  await page.keyboard.press('Escape');
  await choose(page, 'M1', /^the market falls to \$11,000/i);
  await print(page);
  const sheet = sheetOf(page);
  await expect(sheet).toContainText('What if:');
  await expect(sheet.locator('dl')).toContainText('= Below the requirement−$750.00, was $27,750.00');
  await expect(sheet.getByRole('row', { name: /^Deposit cash/ })).toContainText('$750');
});

test('while the answer is covered, paper does not tell it', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await page.getByRole('heading', { name: 'Headroom' }).click();
  await page.keyboard.press('h');
  await print(page);
  await expect(sheetOf(page)).toHaveCount(0);
});
