// Light, dark, paper, and the small screen's sections.
import { expect, test } from './fixtures';
import { expectAccessible, holdings, loan, open, sidewaysScroll, typeM1, verdict } from './page';

const menuButton = /examples, look, print$/;

test('the style layers stand in their order, whichever file the browser reads first', async ({ page }) => {
  await open(page);
  // What a lower layer says must lose to what a higher one says.
  const won = await page.evaluate(() => {
    const rules = ['layout', 'components', 'base', 'tokens'].map(
      (layer, index) => `@layer ${layer} { #probe { order: ${4 - index} } }`,
    );
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules.join(' '));
    document.adoptedStyleSheets.push(sheet);
    const probe = document.body.appendChild(document.createElement('div'));
    probe.id = 'probe';
    const orders = [getComputedStyle(probe).order];
    for (const keep of [3, 2, 1]) {
      sheet.replaceSync(rules.slice(-keep).join(' '));
      orders.push(getComputedStyle(probe).order);
    }
    probe.remove();
    return orders;
  });
  expect(won).toEqual(['4', '3', '2', '1']);
});

test('dark is chosen in the menu, shown at once, and still there after a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await background()).toBe('rgb(247, 247, 244)');
  await page.getByRole('button', { name: menuButton }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await background()).toBe('rgb(10, 15, 29)');
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await page.reload();
  expect(await background()).toBe('rgb(10, 15, 29)');
  await page.getByRole('button', { name: menuButton }).click();
  await page.getByRole('radio', { name: 'System' }).check();
  expect(await background()).toBe('rgb(247, 247, 244)');
});

test('on paper: the verdict, the chart and the figures, without anything to press', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await typeM1(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(verdict(page)).toBeVisible();
  await expect(page.locator('svg.recharts-surface')).toBeVisible();
  await expect(page.getByText('$27,750.00').first()).toBeVisible();
  await expect(page.locator('.button:visible')).toHaveCount(0);
  await expect(page.getByText('My account, entered')).toBeVisible();
  await expect(page.getByText('Requirements rise or fall')).toBeHidden();
  await expect(page.getByRole('slider')).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(26, 36, 35)');
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test('a phone opens one section at a time, the answer always in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await open(page);
  await expect(holdings(page)).toBeHidden();
  await page.getByRole('button', { name: 'Enter my three numbers' }).click();
  await expect(holdings(page)).toBeFocused();
  await holdings(page).fill('58000');
  await loan(page).fill('23400');
  await page.keyboard.press('Enter');
  await expect(page.locator('header p[aria-hidden]', { hasText: '· 46.2 %' })).toBeInViewport();
  await page.getByRole('button', { name: 'What if', exact: true }).click();
  await expect(holdings(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'What if' })).toBeInViewport();
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await expect(holdings(page)).toHaveValue('58,000');
});
