// Trades and targets as a person meets them: by keyboard alone, on a desk and a phone, with figures from a pencil.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectAccessible, figures, open, openSection, sidewaysScroll, unfold, verdict } from './page';

/** Equity 23,000, required 6,000 + 3,200, above 13,800; half of 32,000 leaves 7,000 for the day of a purchase. */
const account = {
  name: 'Mine',
  ruleSet: 'm1',
  cash: '1000',
  marginLoan: '10000',
  shortCredit: '0',
  positions: [
    { id: 'p1', symbol: 'VTI', side: 'long', shares: '100', price: '240', maintenanceRate: '0.25' },
    { id: 'p2', symbol: 'NVDA', side: 'long', marketValue: '8000', maintenanceRate: '0.4' },
  ],
};

async function openAccount(page: Page) {
  await open(page);
  await page.getByLabel('File with an account').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ app: 'headroom', schemaVersion: 1, account, scenarios: [] })),
  });
  await expect(figures(page)).toContainText('$13,800.00');
}

/** Opens the row of trades with a kind. */
async function trade(page: Page, kind: string) {
  await openSection(page, 'What if');
  await unfold(page, 'Trade or rebalance');
  await page.getByLabel('What to do').selectOption({ label: kind });
}

const changes = (page: Page) => page.getByRole('list', { name: 'What differs from today' });
const part = (page: Page) => page.locator('details', { hasText: 'Trade or rebalance' }).last();
const put = (page: Page) => page.getByRole('button', { name: 'Put it into the what-if' });

test('by keyboard alone: 40 VTI bought with borrowed money, put into the what-if, undone', async ({
  page,
}) => {
  await openAccount(page);
  await page.locator('summary', { hasText: 'Trade or rebalance' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('What to do')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('What to do')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Shares to buy')).toBeFocused();
  await page.keyboard.type('40');
  await expect(part(page)).toContainText('$8,600 is borrowed: cash covers $1,000 of the $9,600');
  await expect(part(page)).toContainText('takes $4,800, and $7,000 is there: enough');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(put(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(changes(page)).toContainText('Buy 40 VTI at $240.00 ($9,600.00)');
  // 13,800 less a quarter of 9,600.
  await expect(figures(page)).toContainText('$11,400.00');
  await page.keyboard.press('Control+z');
  await expect(changes(page)).toBeHidden();
  await expect(figures(page)).toContainText('$13,800.00');
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height } });

    test('$20,000 of NVDA: the Fed call of $3,000 is said; a sale of too much is refused at its field', async ({
      page,
    }) => {
      await openAccount(page);
      await trade(page, 'Buy');
      await page.getByLabel('Which holding').selectOption({ label: 'NVDA' });
      await page.getByLabel('Dollars to buy').fill('20000');
      await expect(part(page)).toContainText(
        'the Federal Reserve’s initial requirement takes $10,000, and $7,000 is there: a Fed call of $3,000',
      );
      await expectAccessible(page);
      expect(await sidewaysScroll(page)).toBe(0);
      await page.getByLabel('What to do').selectOption({ label: 'Sell' });
      await page.getByLabel('Which holding').selectOption({ label: 'VTI' });
      await page.getByLabel('Shares to sell').fill('140');
      await expect(page.getByLabel('Shares to sell')).toHaveAccessibleDescription(
        'Not possible: only 100 shares ($24,000) are held.',
      );
      await expect(put(page)).toBeHidden();
      await expectAccessible(page);
    });

    test('targets of 60 and 40 %, then a rebalance: $4,800 moves into 40 %, $720 more is required', async ({
      page,
    }) => {
      await openAccount(page);
      await openSection(page, 'Account');
      await page.locator('summary', { hasText: /^Targets$/ }).click();
      await page.getByLabel('Target of VTI in percent').fill('60');
      await page.keyboard.press('Enter');
      await expect(page.getByText('The targets make 60 %: 40 points too little.')).toBeVisible();
      await page.getByLabel('Target of NVDA in percent').fill('40');
      await page.keyboard.press('Enter');
      await expect(page.getByText('The targets make 100 %.')).toBeVisible();
      await expectAccessible(page);
      expect(await sidewaysScroll(page)).toBe(0);
      await trade(page, 'Rebalance to targets');
      await expect(part(page)).toContainText(
        '$4,800 moves from 25 % to 40 % holdings, so the requirement rises by $720.',
      );
      await expectAccessible(page);
      expect(await sidewaysScroll(page)).toBe(0);
      await put(page).click();
      await expect(figures(page)).toContainText('$13,080.00');
    });

    test('M1’s own example of a rebalance: a call of $9,000, and of $10,000 with the cash invested', async ({
      page,
    }) => {
      await openAccount(page);
      await trade(page, 'Rebalance to targets');
      const question = page.getByRole('button', { name: 'How can rebalancing cause a call?' });
      await question.click();
      await page.getByRole('button', { name: 'Open it: the cash stays' }).click();
      await expect(verdict(page)).toContainText('There would be a margin call of $9,000.');
      await openSection(page, 'What if');
      await page.getByLabel('What to do').selectOption({ label: 'Rebalance to targets' });
      await question.click();
      await page.getByRole('button', { name: 'Open it: the cash is invested' }).click();
      await expect(verdict(page)).toContainText('There would be a margin call of $10,000.');
      await expectAccessible(page);
    });
  });
}
