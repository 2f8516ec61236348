// Getting holdings in: by file, paste, drop and keyboard; each way of applying; nothing runs, nothing leaves the page.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectAccessible, loan, open, openSection, sidewaysScroll, typeM1, verdict } from './page';

const sample = (name: string) => fileURLToPath(new URL(`../io/import/samples/${name}`, import.meta.url));
const schwab = sample('schwab_positions_margin_2026.csv');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Paste or import' });
const door = (page: Page) => page.getByRole('button', { name: 'Paste or import' }).first();
const offer = (page: Page) => dialog(page).getByRole('button', { name: /^Use what they are worth/ });
const total = (page: Page) => dialog(page).getByRole('region', { name: 'Your broker’s total' });
const symbols = (page: Page) =>
  page
    .getByRole('table', { name: 'Holdings' })
    .getByLabel(/^Symbol/)
    .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value).filter((each) => each !== ''));

async function chooseFile(page: Page, file: string) {
  await door(page).click();
  await dialog(page).getByLabel('File with holdings').setInputFiles(file);
  await expect(dialog(page).getByRole('table')).toBeVisible();
}

test('Schwab’s file: the broker’s total to the cent, the option by name, one step to undo', async ({
  page,
}) => {
  await open(page);
  await typeM1(page);
  await chooseFile(page, schwab);
  await expect(total(page)).toContainText('match your broker’s total to the cent: $84,035.60');
  await expect(total(page)).toContainText('AAPL 12/18/2026 250 C, worth −$870.00: in no figure');
  await offer(page).click();
  // 61,240.55 + 16,080
  await expect(dialog(page)).toContainText('loan $77,320.55, credit $16,080.00, equity $84,905.60');
  await dialog(page).getByRole('button', { name: 'Open 4 holdings' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(door(page)).toBeFocused();
  expect(await symbols(page)).toEqual(['AAPL', 'VOO', 'BRK.B', 'TSLA']);
  await expect(loan(page)).toHaveValue('77,320.55');
  const banner = page.getByRole('region', { name: 'Incomplete' });
  await expect(banner).toContainText('1 row of your file is in no figure: AAPL 12/18/2026 250 C (option)');
  await expect(page.locator('dl').first()).toContainText('Equity, incomplete');
  // Nothing of the file but what the figures need is kept in this browser.
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(kept).toContain('BRK.B');
  expect(kept).not.toMatch(/\.\.\.252|ending 252|57945|APPLE INC/);
  await page.reload();
  await expect(banner).toBeVisible();
  await banner.getByText('What this means').click();
  await banner.getByRole('button', { name: /^Remove AAPL/ }).click();
  await expect(banner).toBeHidden();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(banner).toBeVisible();
});

test('by keyboard alone: paste lines, mend, answer, open, undo', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await door(page).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('button', { name: 'Choose a file' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('AAPL 300 @ 228.40\nVOO 10 @ 612.30\nmargin loan 20,000\ncash 0\n');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByRole('heading', { level: 3 }).first()).toBeFocused();
  const shares = dialog(page).getByLabel('Shares of AAPL');
  await shares.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('31O');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('Not a number');
  await expect(dialog(page)).toContainText('1 not understood');
  await page.keyboard.press('Escape');
  await expect(shares).toHaveValue('300');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('310');
  await page.keyboard.press('Enter');
  // 310 × 228.40 + 6,123 − 20,000
  await expect(dialog(page)).toContainText('equity $56,927.00');
  // Escape asks first, as something was typed; the answer that loses nothing has the focus.
  await page.keyboard.press('Escape');
  await expect(dialog(page).getByRole('button', { name: 'Go on' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Open 2 holdings' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  expect(await symbols(page)).toEqual(['AAPL', 'VOO']);
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('My holdings are worth')).toHaveValue('49,000');
});

test('a table pasted anywhere outside a field, added to the account, and prices only', async ({ page }) => {
  const paste = (text: string) =>
    page.evaluate((data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  await open(page);
  await paste('Symbol\tShares\tPrice\nVTI\t10\t300\nCash\t\t-1000\n');
  await expect(dialog(page)).toContainText('equity $2,000.00');
  await dialog(page).getByRole('button', { name: 'Open 1 holding' }).click();
  await page.getByLabel('Requirement of VTI in percent').fill('40');
  await page.keyboard.press('Enter');
  await paste('Symbol\tShares\tPrice\nKO\t5\t60\nCash\t\t-100\n');
  await dialog(page).getByLabel('Add it to what is there').check();
  await dialog(page).getByRole('button', { name: 'Add 1 holding' }).click();
  expect(await symbols(page)).toEqual(['VTI', 'KO']);
  await expect(loan(page)).toHaveValue('1,100');
  await paste('Symbol\tShares\tPrice\nVTI\t99\t310\nKO\t5\t61\n');
  await dialog(page).getByLabel('Only update prices').check();
  await expect(dialog(page)).toContainText('2 holdings get their new price');
  await dialog(page).getByRole('button', { name: 'Update 2 prices' }).click();
  await expect(page.getByLabel('Shares of VTI')).toHaveValue('10');
  await expect(page.getByLabel('Price of VTI in dollars')).toHaveValue('310');
  await expect(page.getByLabel('Requirement of VTI in percent')).toHaveValue(/^40/);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByLabel('Price of VTI in dollars')).toHaveValue('300');
});

test('a file dropped on the page: a broker’s is shown first, an account saved by Headroom opens', async ({
  page,
}) => {
  const drop = (name: string, text: string) =>
    page.evaluate(
      ([file = '', data = '']) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([data], file));
        const event = (type: string) =>
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event('dragover'));
        const isShown = document.querySelector(':popover-open') !== null;
        document.body.dispatchEvent(event('drop'));
        return isShown;
      },
      [name, text],
    );
  await open(page);
  expect(await drop('fidelity.csv', await readFile(sample('fidelity_portfolio_positions.csv'), 'utf8'))).toBe(
    true,
  );
  await expect(dialog(page)).toContainText('2 accounts in the file');
  await dialog(page).getByRole('button', { name: /^Open/ }).click();
  await expect(dialog(page).getByLabel('What do you owe the broker?')).toBeFocused();
  await dialog(page).getByRole('button', { name: 'Close the import' }).click();
  await expect(dialog(page)).toBeHidden();
  const account = {
    name: 'Kept',
    ruleSet: 'm1',
    cash: '0',
    marginLoan: '6000',
    shortCredit: '0',
    positions: [{ id: 'p1', symbol: 'VTI', side: 'long', marketValue: '20000' }],
  };
  await drop('kept.json', JSON.stringify({ app: 'headroom', schemaVersion: 1, account, scenarios: [] }));
  await expect(dialog(page)).toBeHidden();
  await expect(loan(page)).toHaveValue('6,000');
});

test('formulas are text: they neither run nor go further than their cell', async ({ page }) => {
  await open(page);
  await door(page).click();
  await dialog(page)
    .getByRole('textbox')
    .fill('Symbol,Shares,Price\n"=HYPERLINK(""http://evil.example"",""x"")",10,5\nVTI,=1+1,300\nKO,5,60\n');
  await dialog(page).getByRole('button', { name: 'Read it' }).click();
  await expect(dialog(page).getByRole('table')).toContainText('Not understood');
  await expect(dialog(page).getByRole('link')).toHaveCount(0);
  await dialog(page).getByRole('button', { name: /^Open/ }).click();
  await expect(verdict(page)).toContainText('Example');
});

test('Robinhood’s report holds no positions: rebuilt only on request', async ({ page }) => {
  await open(page);
  await door(page).click();
  await dialog(page).getByLabel('File with holdings').setInputFiles(sample('robinhood_activity_report.csv'));
  await expect(dialog(page)).toContainText('holds no positions');
  await expect(dialog(page)).toContainText('Your account is as it was');
  await dialog(page).getByRole('button', { name: 'Rebuild anyway' }).click();
  await expect(dialog(page)).toContainText('Added up from trades');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});

/** Ten thousand rows of a table that says nothing of a loan or of cash. */
async function readTenThousand(page: Page) {
  await door(page).click();
  const rows = Array.from({ length: 10_000 }, (_, row) => `S${row},10,20.5,205`);
  await dialog(page)
    .getByLabel('File with holdings')
    .setInputFiles({
      name: 'many.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Symbol,Shares,Price,Value\n${rows.join('\n')}\n`),
    });
  await expect(dialog(page)).toContainText('10,000 holdings');
}

test('ten thousand rows: the page answers meanwhile, and shows fifty at a time', async ({ page }) => {
  await open(page);
  await readTenThousand(page);
  await expect(dialog(page).locator('tbody tr')).toHaveCount(50);
  await dialog(page).getByRole('button', { name: 'Next' }).click();
  await expect(dialog(page)).toContainText('51–100 of 10,000');
  await dialog(page).getByLabel('Take in S50').uncheck();
  await expect(dialog(page)).toContainText('9,999 holdings, 1 left out');
});

test('ten thousand open piece by piece: frames are drawn meanwhile, and Cancel leaves all as it was', async ({
  page,
}) => {
  await open(page);
  await readTenThousand(page);
  await dialog(page).getByLabel('What do you owe the broker?').fill('1000000');
  await dialog(page).getByLabel('How much cash is there?').fill('0');
  await page.keyboard.press('Tab');
  await expect(dialog(page)).toContainText('equity $1,050,000');
  const press = dialog(page).getByRole('button', { name: 'Open 10,000 holdings' });

  // In the page itself: once it says that it is opening, Cancel is pressed in the next frame.
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      const cancel = document.querySelector<HTMLElement>('dialog [data-opening] button');
      if (cancel === null) return;
      watch.disconnect();
      Object.assign(window, { cancelHadFocus: document.activeElement === cancel });
      requestAnimationFrame(() => cancel.click());
    });
    watch.observe(document.body, { subtree: true, childList: true });
  });
  await press.click();
  await page.waitForFunction(() => Reflect.get(window, 'cancelHadFocus') === true);
  await expect(press).toBeFocused();
  await expect(page.getByRole('table', { name: 'Holdings' })).toHaveCount(0);

  // Undisturbed: frames are counted as long as it says that it is opening.
  await page.evaluate(() => {
    let frames = 0;
    const look = () => {
      const opening = document.querySelector('dialog [data-opening]');
      if (opening !== null) {
        frames += 1;
        Object.assign(window, { framesSeen: frames, wordsSeen: opening.textContent });
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await press.click();
  await expect(dialog(page)).toBeHidden();
  const seen = await page.evaluate(() => {
    const { framesSeen, wordsSeen } = window as unknown as { framesSeen: number; wordsSeen: string };
    return { frames: framesSeen, words: wordsSeen };
  });
  expect(seen.words).toContain('Opening 10,000 holdings…');
  expect(seen.frames).toBeGreaterThan(5);
  // 10,000 × 205 = 2,050,000, less the loan.
  await expect(page.getByRole('region', { name: 'Figures' })).toContainText('$1,050,000');
  await expect(page.getByText('Rows 1–50 of 10,000')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Rows 1–50 of 10,000')).toBeHidden();
});

for (const [width, height, colorScheme] of [
  [1440, 900, 'light'],
  [768, 1000, 'dark'],
  [320, 640, 'light'],
] as const) {
  test(`both steps are accessible and fit at ${width} pixels, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await open(page);
    await openSection(page, 'Account').catch(() => undefined);
    await door(page).click();
    await expect(dialog(page)).toBeVisible();
    await expectAccessible(page);
    await dialog(page).getByLabel('File with holdings').setInputFiles(schwab);
    await expect(dialog(page).getByRole('table')).toBeVisible();
    await expectAccessible(page);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    const wider = await dialog(page).evaluate((box) =>
      [...box.querySelectorAll('*')]
        .filter(
          (each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX === 'auto',
        )
        .map((each) => each.className),
    );
    expect(wider).toEqual([]);
    await offer(page).click();
    await dialog(page).getByRole('button', { name: 'Open 4 holdings' }).click();
    await expect(page.getByRole('region', { name: 'Incomplete' })).toBeVisible();
    await expectAccessible(page);
  });
}

test('with letters at 200 % on a phone: no line covers another, nothing is cut, and the last button is in reach', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await openSection(page, 'Account');
  await chooseFile(page, sample('fidelity_portfolio_positions.csv'));
  const box = await dialog(page).boundingBox();
  const last = await dialog(page).getByRole('button', { name: /^Open/ }).boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
  const cells = dialog(page).locator('td');
  const cut = await cells.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1));
  expect(cut).toHaveLength(0);
  // Lines of 28 px letters stand at least as far apart as the letters are tall.
  const heights = await cells.evaluateAll((all) =>
    all.map((each) => {
      const { lineHeight, fontSize } = getComputedStyle(each);
      return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    }),
  );
  expect(Math.min(...heights)).toBeGreaterThan(1.2);
});
