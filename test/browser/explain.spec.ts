// The support agent's case from a fresh load: the account as it is, what happened to it, and all that is read out.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectAccessible, open, openSection, sidewaysScroll, verdict } from './page';

const panel = (page: Page) => page.getByRole('region', { name: 'Explain a call' });
const told = (page: Page, holding: RegExp, label: string) =>
  panel(page).getByRole('group', { name: holding }).getByLabel(label);

/** Types into what has the focus, each text followed by Enter. */
async function type(page: Page, ...texts: string[]) {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

/** 800 ACME at $78 and 40 %, $20,000 at 30 %, a loan of $52,000: 30,400 − 30,960. */
async function typeNow(page: Page) {
  await expect(page.locator('#symbol-p1')).toBeFocused();
  await type(page, 'ACME', '800 @ 78');
  await page.locator('#rate-p1').focus();
  await type(page, '40');
  await page.locator('#symbol-p2').focus();
  await type(page, 'REST', '20000');
  await page.locator('#rate-p2').focus();
  await type(page, '30');
  await page.getByLabel('I owe the broker').focus();
  await type(page, '52000');
  await page.getByLabel('Broker’s rules').selectOption('merrill');
}

async function typeStory(page: Page) {
  await told(page, /^ACME/, 'Fell by %, or price before $').focus();
  await page.keyboard.type('22');
  await page.keyboard.press('Tab');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
}

async function expectExplained(page: Page) {
  await expect(panel(page)).toContainText(
    'Margin call: $560. Equity of $30,400 is below the $30,960 required.',
  );
  await expect(panel(page)).toContainText('Without the higher requirement: $5,680 above.');
  await expect(panel(page)).toContainText('Without the fall: $10,000 above.');
  await expect(panel(page)).toContainText('Together: $560 below.');
}

test('from a fresh load, by keyboard: $560, both counterfactuals, the ways, the due date and the copied words, and no what-if', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.setFixedTime('2026-11-23T12:00:00');
  await open(page);
  await page.getByRole('button', { name: 'Explain a call' }).focus();
  await page.keyboard.press('Enter');
  await typeNow(page);
  await typeStory(page);
  await expectExplained(page);
  await expect(panel(page)).toContainText(
    'Neither alone takes the account below the requirement; both together do.',
  );
  await expect(panel(page)).toContainText('$560 in cash');
  await expect(panel(page)).toContainText('Selling 18 ACME ($1,404)');
  // Tuesday, Wednesday.
  await expect(panel(page)).toContainText(
    'Due by Wednesday, November 25, 2 business days after Monday, November 23',
  );
  await panel(page).getByText('What each did, exactly').focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText(
    'The fall took $11,440: counted first $12,320, counted last $10,560.',
  );
  await expect(panel(page)).toContainText(
    'The higher requirement took $7,120: counted first $8,000, counted last $6,240.',
  );
  await expect(panel(page).locator('svg.recharts-surface')).toBeVisible();
  await expect(panel(page)).toContainText('Together they took $18,560: from $18,000 above to $560 below.');
  await page.getByRole('button', { name: 'Say it' }).press('Enter');
  await page.getByRole('button', { name: 'Copy e-mail' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Margin call: $560. Equity of $30,400 is below the $30,960 required. Any one of these ends the call: that amount in cash; selling 18 ACME ($1,404); selling $1,866.67 of REST; $800 of securities owned outright that need 30 %. Due by Wednesday, November 25, 2 business days after Monday, November 23, or sooner, without notice. ACME fell from $100 to $78 (−22.0 %). The requirement of ACME rose from 30 % to 40 %. Without the higher requirement: $5,680 above what is required. Without the fall: $10,000 above what is required. Neither alone takes the account below the requirement; both together do.\nNovember 23, 2026. Broker’s rules: Merrill. Educational, not advice.\n',
  );
  expect((await page.locator('body').innerText()).toLowerCase()).not.toMatch(/what[ -]if/);
  await expectAccessible(page);

  // What was told last is taken back first, and the account stays.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel(page)).toContainText('Without the fall: $10,000 above, as before.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel(page)).toContainText('Tell what happened, above');
  await expect(page.getByLabel('Broker’s rules')).toHaveValue('merrill');
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expectExplained(page);
  await page.reload();
  await expectExplained(page);

  await page.getByRole('button', { name: 'Back to the account' }).click();
  await expect(verdict(page)).toContainText('Margin call: $560.');
  await page.getByRole('button', { name: 'Explain this call' }).click();
  await expect(page.getByRole('heading', { name: 'Explain a call' })).toBeFocused();
  await expectExplained(page);
});

test('an impossible story says so beside its field, and is not counted', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Explain a call' }).click();
  await typeNow(page);
  const fall = told(page, /^ACME/, 'Fell by %, or price before $');
  await fall.fill('100');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText(
    'From a fall of 100 % no price before follows: nothing would be left. For a price before, type $100.',
  );
  await expect(panel(page)).toContainText('One entry could not be read: no figure counts it.');
  await expect(fall).toHaveAttribute('aria-invalid', 'true');
  await fall.fill('$100');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('Without the fall: $10,000 above, as before.');
});

test('on a phone: nothing wider than the screen, the account a press away, accessible', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await open(page);
  await page.getByRole('button', { name: 'Explain a call' }).click();
  await typeNow(page);
  await openSection(page, 'Account');
  await typeStory(page);
  await expectExplained(page);
  await panel(page).getByText('What each did, exactly').click();
  expect(await sidewaysScroll(page)).toBe(0);
  await expectAccessible(page);
});
