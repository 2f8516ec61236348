// Behind the figures: the math by keyboard, the holdings, both lines, what is assumed.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { choose, expectAccessible, figures, open, openKept, sidewaysScroll } from './page';

const opener = (page: Page) => page.getByRole('button', { name: 'Show the math and details' });
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const tabs = ['Math', 'Holdings', 'Lines', 'Map', 'Brokers', 'Assumptions'];
const panel = (page: Page) => page.getByRole('region', { name: 'Figures' }).getByRole('tabpanel');

/** 12,345,678.9 shares at $99.999 against a loan of twice their value, the market 20 % down, 1,000 deposited. */
const hugeAccount = JSON.stringify({
  app: 'headroom',
  schemaVersion: 1,
  account: {
    name: 'My account',
    ruleSet: 'm1',
    cash: '0',
    marginLoan: '2469135780.24',
    shortCredit: '0',
    positions: [{ id: 'p1', symbol: 'BIG', side: 'long', shares: '12345678.9', price: '99.999' }],
  },
  scenarios: [
    {
      id: 'what-if',
      name: '',
      changes: [
        { type: 'moveMarket', ratio: '-0.2' },
        { type: 'deposit', amount: '1000' },
      ],
    },
  ],
  shownScenario: 'what-if',
});

test('the math opens by keyboard, its numbers filled in, and a figure’s name leads to its step', async ({
  page,
}) => {
  await open(page);
  await expect(tab(page, 'Math')).toBeHidden();
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await expect(tab(page, 'Math')).toHaveAttribute('aria-selected', 'true');
  // M1: 1,000 + 49,000 − 10,000; 25 % × 49,000; 27,750 ÷ 36,750.
  await expect(panel(page)).toContainText('$1,000.00 + $49,000.00 − $10,000.00 = $40,000.00');
  await expect(panel(page)).toContainText('$40,000.00 − $12,250.00 = $27,750.00');
  await expect(panel(page)).toContainText('− $27,750.00 ÷ $36,750.00 ≈ −75.5102');
  await expect(panel(page)).toContainText('R-01 Equity: FINRA Rule 4210(a)(5)');
  await expect(panel(page).locator('math').first()).toBeVisible();
  await expectAccessible(page);

  await figures(page).getByRole('button', { name: 'Fall to the call' }).press('Enter');
  await expect(panel(page).locator('li:focus')).toContainText('Holdings there');
});

test('the sheet is copied by keyboard, as text and as a table', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await opener(page).press('Enter');
  await panel(page).getByRole('button', { name: 'Copy as spreadsheet' }).press('Enter');
  await expect(
    panel(page).getByRole('button', { name: 'Copied: paste into cell A1 of an empty sheet' }),
  ).toBeVisible();
  const [text, html] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return [await read('text/plain'), await read('text/html')];
  });
  expect(text).toContain('Margin account as typed\nMarket move\t0\t');
  expect(text).toContain('Equity\t=B5+B4-B6\t40000\n');
  expect(html).toContain('=B5+B4-B6');
});

/** What each tab says once it is all there. */
const words = [
  ['Holdings', 'beyond −75.5'],
  ['Lines', 'FINRA’s minimum.'],
  ['Map', 'Each place is one move of the market'],
  ['Brokers', 'Fidelity also adds points'],
  ['Assumptions', 'Why this may differ from your broker'],
] as const;

test('arrow keys go through the tabs', async ({ page }) => {
  await open(page);
  await opener(page).press('Enter');
  await tab(page, 'Math').focus();
  for (const [name, text] of words) {
    await page.keyboard.press('ArrowRight');
    await expect(tab(page, name)).toBeFocused();
    await expect(panel(page)).toContainText(text);
  }
});

for (const [name, text] of words) {
  test(`${name} is accessible`, async ({ page }) => {
    await open(page);
    await opener(page).click();
    await tab(page, name).click();
    await expect(panel(page)).toContainText(text);
    await expectAccessible(page);
  });
}

test('the old values of a what-if have their room already: the row of figures stays as high', async ({
  page,
}) => {
  await open(page);
  const height = async () => (await figures(page).boundingBox())?.height;
  const before = await height();
  await page.getByRole('button', { name: /lower by 0.5/ }).click();
  await expect(figures(page)).toContainText('$40,000.00');
  expect(await height()).toBe(before);
});

test('assumptions lead to their fields, folded ones too', async ({ page }) => {
  await open(page);
  await choose(page, 'Made up', /^a leveraged/i);
  for (const [link, field] of [
    ['VTI 25 %', /^Requirement of VTI/],
    ['TQQQ 3', /^Beta/],
    ['Interest rate', /interest/i],
  ] as const) {
    if (await opener(page).isVisible()) await opener(page).click();
    await tab(page, 'Assumptions').click();
    await panel(page).getByRole('button', { name: link, exact: true }).click();
    await expect(page.locator('input:focus')).toHaveAccessibleName(field);
  }
});

test('when buying, by keyboard: what 40,000 more would ask for; a long-only page keeps to its words', async ({
  page,
}) => {
  await open(page);
  await opener(page).press('Enter');
  await tab(page, 'Lines').click();
  const door = panel(page).getByRole('button', { name: /^When buying/ });
  await door.press('Enter');
  await expect(panel(page)).toContainText('Buying power at 25\u00A0%$31,000.00');
  // The terms of the figures stand between; each is one Tab.
  const field = page.getByLabel('If I buy');
  for (let tabs = 0; tabs < 8 && !(await field.evaluate((each) => each.matches(':focus'))); tabs += 1)
    await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
  await page.keyboard.type('40000');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('A Fed call of $4,500');
  await expect(page.locator('body')).not.toContainText(/\bshort|\bbeta|Reg T|\bcredit/i, {
    useInnerText: true,
  });
  await expectAccessible(page);
});

test('the chart draws and names FINRA’s line while the two lines are looked at, and stands still for it', async ({
  page,
}) => {
  await open(page);
  await choose(page, 'Merrill', /^long\W*\$/i);
  const name = page.locator('svg.recharts-surface text', { hasText: 'FINRA’s minimum' });
  await expect(name).toHaveCount(0);
  await opener(page).click();
  await tab(page, 'Lines').click();
  await expect(name).toHaveCount(1);
  // 7,000 ÷ 0.75 ÷ 12,000.
  const caption = page.locator('figcaption').first();
  await expect(caption).toContainText('a call by it begins beyond −22.2\u00A0%.');
  await expectAccessible(page);
  const path = page.locator('svg.recharts-surface path[class*="second"]');
  const drawn = await path.getAttribute('d');
  await path.evaluate((each) => each.setAttribute('data-seen', ''));
  await page.getByRole('button', { name: /lower by 0.5/ }).click();
  await expect(path).toHaveAttribute('data-seen', '');
  await expect(path).toHaveAttribute('d', drawn ?? '');
  await tab(page, 'Math').click();
  await expect(name).toHaveCount(0);
});

test('a broker’s name puts its rules into the what-if, by keyboard, and undo takes them out', async ({
  page,
}) => {
  await open(page);
  await opener(page).press('Enter');
  await tab(page, 'Brokers').click();
  const merrill = panel(page).getByRole('button', { name: 'Merrill' });
  await expect(merrill.locator('../..')).toContainText('$14,700.00');
  await merrill.press('Enter');
  await expect(merrill).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('The rules of Merrill apply')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await expect(merrill).toHaveAttribute('aria-pressed', 'false');
});

for (const width of [1440, 390, 320]) {
  test(`at ${width} pixels nothing overflows, whatever the figures`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openKept(page, hugeAccount);
    await expect(figures(page)).toContainText('−$1,481,490,344.79');
    await opener(page).click();
    for (const name of tabs) {
      await tab(page, name).click();
      await expect(panel(page)).toBeVisible();
      if (name === 'Lines')
        await panel(page)
          .getByRole('button', { name: /^When buying/ })
          .click();
      expect(await sidewaysScroll(page), name).toBe(0);
    }
    await expectAccessible(page);
  });
}
