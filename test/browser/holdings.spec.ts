// Holdings by keyboard and over a reload: shares and price, a half-typed row, one number split, and a thousand rows.
import type { Page } from '@playwright/test';
import type { PositionInput } from '@/engine/account';
import { expect, test } from './fixtures';
import { expectAccessible, holdings, loan, open, openAccount, verdict } from './page';

test('by shares from the keyboard; a half-typed row survives a reload and is not counted', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Type holdings one by one' }).click();
  await page.getByRole('button', { name: 'Shares × price' }).click();
  await page.locator('#symbol-p1').focus();
  await page.keyboard.type('VTI');
  await page.keyboard.press('Enter');
  await page.keyboard.type('200');
  await page.keyboard.press('Enter');
  await page.keyboard.type('245');
  await page.keyboard.press('Enter');
  await expect(page.locator('#symbol-p2')).toBeFocused();
  await page.keyboard.type('NVDA');
  await page.keyboard.press('Enter');
  await page.keyboard.type('50');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('Without row 2');
  await loan(page).fill('24500');
  await page.keyboard.press('Enter');
  // 24,500 ÷ 0.75 = 32,666.67, and ÷ 49,000 − 1 = −33.3 %; alone, ÷ 200 = $163.34.
  await expect(verdict(page)).toContainText('33.3 %');
  await expect(page.locator('tbody tr').first()).toContainText('$163.34');
  await page.reload();
  await expect(page.locator('#shares-p1')).toHaveValue('200');
  await expect(page.locator('#symbol-p2')).toHaveValue('NVDA');
  await expect(page.locator('#shares-p2')).toHaveValue('50');
  await expect(page.locator('#price-p2')).toHaveValue('');
  await expect(verdict(page)).toContainText('Without row 2');
  await page.locator('#price-p2').fill('100');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).not.toContainText('Without row');
  await expect(page.locator('#symbol-p3')).toBeFocused();
});

test('one number is split, kept over a reload, and added up again', async ({ page }) => {
  await open(page);
  await holdings(page).fill('58000');
  await loan(page).fill('23400');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Split into holdings' }).click();
  await expect(page.locator('#symbol-p1')).toBeFocused();
  await page.keyboard.type('VTI');
  await page.keyboard.press('Enter');
  await page.keyboard.type('24000');
  await page.keyboard.press('Enter');
  await expect(page.locator('#value-rest')).toHaveValue('34,000');
  await page.reload();
  await expect(page.locator('#value-rest')).toHaveValue('34,000');
  await expect(page.locator('#symbol-p2')).toBeVisible();
  await page.getByRole('button', { name: 'Use one number for all holdings' }).click();
  await expect(holdings(page)).toHaveValue('58,000');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('#value-rest')).toHaveValue('34,000');
});

test('a leveraged fund and a short, opened and accessible; nothing of them at rest without', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Type holdings one by one' }).click();
  await page.locator('#symbol-p1').fill('TQQQ');
  await page.locator('#value-p1').fill('10000');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).not.toContainText(/short|beta|Reg T|credit/i);
  await page.getByRole('button', { name: 'More of TQQQ' }).click();
  await page.getByLabel('Leveraged fund ×').fill('3');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/^Beta/)).toHaveValue('3');
  await expect(page.getByText('assumed from its leverage')).toBeVisible();
  await page.getByRole('button', { name: 'row 2: long. Change the side' }).click();
  await page.locator('#value-p2').fill('5000');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Credit from short sales')).toBeVisible();
  await page.locator('#value-p1').fill('1e5');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/The figures still use \$10,000\./)).toBeVisible();
  await page.getByText('Interest, date and more').click();
  await expectAccessible(page);
});

test('GOOGL is never read as GOOG, nor 29.31 % cut, beside a short and its own margin-call price', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const positions = [
    { id: 'p1', symbol: 'GOOGL', side: 'long', marketValue: '123456.78', maintenanceRate: '0.2931' },
    { id: 'p2', symbol: 'NVDA', side: 'short', marketValue: '9000' },
  ];
  const account = {
    name: 'My account',
    ruleSet: 'fidelity',
    cash: '0',
    marginLoan: '60000',
    shortCredit: '9000',
  };
  await page.addInitScript(
    (text) => localStorage.setItem('headroom.document', text),
    JSON.stringify({ app: 'headroom', schemaVersion: 1, account: { ...account, positions }, scenarios: [] }),
  );
  await open(page);
  await expect(page.getByRole('columnheader', { name: 'Alone' })).toBeVisible();
  for (const id of ['symbol-p1', 'value-p1', 'rate-p1']) {
    expect(await page.locator(`#${id}`).evaluate((field) => field.scrollWidth - field.clientWidth)).toBe(0);
  }
});

for (const width of [390, 360, 320]) {
  test(`1,234,567.89 is not cut, nor anything wider than the page, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const positions: readonly PositionInput[] = [
      { id: 'p1', symbol: 'VTI', side: 'long', shares: '1234567.89', price: '12.5' },
      { id: 'p2', symbol: 'GOOGL', side: 'long', marketValue: '1234567.89' },
    ];
    await openAccount(page, { positions });
    await page.getByRole('navigation', { name: 'Sections' }).getByText('Account').click();
    const isCut = (id: string) =>
      page.locator(`#${id}`).evaluate((field) => field.scrollWidth > field.clientWidth);
    if (width >= 360) expect(await isCut('shares-p1')).toBe(false);
    await page.getByRole('button', { name: 'Value', exact: true }).click();
    if (width >= 360) expect(await isCut('value-p2')).toBe(false);
    expect(
      await page.evaluate(
        () => window.document.documentElement.scrollWidth - window.document.documentElement.clientWidth,
      ),
    ).toBe(0);
  });
}

test('with text at 200 % nothing is wider than the page, by value or by shares', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 900 });
  await open(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Type holdings one by one' }).click();
  await page.locator('#symbol-p1').fill('GOOGL');
  await page.locator('#value-p1').fill('1234567.89');
  await page.keyboard.press('Enter');
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const isCut = () => page.locator('#value-p1').evaluate((field) => field.scrollWidth > field.clientWidth);
  expect(await isCut()).toBe(false);
  expect(await overflow()).toBe(0);
  await page.getByRole('button', { name: 'Shares × price' }).click();
  await page.getByRole('button', { name: 'More of GOOGL' }).click();
  expect(await overflow()).toBe(0);
});

/** How many sheets of paper a print has. */
function sheetsOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** Opens an account of 1,000 holdings at $1,000. */
async function openThousand(page: Page) {
  const positions = Array.from(
    { length: 1000 },
    (_, index): PositionInput => ({
      id: `p${index + 1}`,
      symbol: `S${index + 1}`,
      side: 'long',
      marketValue: '1000',
    }),
  );
  await openAccount(page, { positions });
}

test('a thousand holdings: found, typed, and added to on the last page', async ({ page }) => {
  await openThousand(page);
  await page.getByLabel('Find a holding by its symbol').fill('s999');
  await page.locator('#value-p999').fill('2000');
  await page.keyboard.press('Enter');
  await expect(page.locator('#value-p1000')).toBeFocused();
  await expect(page.getByText('Rows 951–1,000 of 1,000')).toBeVisible();
  await page.getByRole('button', { name: '+ Add' }).click();
  await expect(page.locator('#symbol-p1001')).toBeFocused();
  await page.keyboard.type('NEW');
  await page.keyboard.press('Enter');
  await page.keyboard.type('500');
  await page.keyboard.press('Enter');
  await expect(page.locator('#symbol-p1002')).toBeFocused();
});

test('a phone prints them all too, though its sections are folded', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await openThousand(page);
  await expect(verdict(page)).toBeVisible();
  const pdf = await page.pdf({ format: 'Letter' });
  expect(sheetsOf(pdf)).toBeGreaterThan(15);
  await expect(page.getByRole('heading', { name: 'What I have' })).toBeHidden();
});

test('on paper all of a thousand holdings stand, and the page is as it was afterwards', async ({ page }) => {
  await openThousand(page);
  await page.locator('#value-p1').fill('10o');
  const pdf = await page.pdf({ format: 'Letter' });
  // A sheet has room for some fifty rows: 1,000 of them take twenty or so, and the rest of the page a few more.
  expect(sheetsOf(pdf)).toBeGreaterThan(15);
  expect(sheetsOf(pdf)).toBeLessThan(45);
  await expect(page.getByRole('table', { name: 'All 1,000 holdings' })).toHaveCount(0);
  await expect(page.locator('#value-p1')).toHaveValue('10o');
});
