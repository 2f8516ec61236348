// Links: an account sent from one browser is the same account in another, one's own is never lost by it, and nothing of it
// reaches a server.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  expectAccessible,
  figures,
  holdings,
  marketSlider,
  menu,
  menuButton,
  open,
  openKept,
  openSection,
  sidewaysScroll,
  verdict,
} from './page';

const fixture = (name: string) =>
  readFileSync(new URL(`../io/documents/${name}`, import.meta.url), 'utf8').trim();

/** $49,000 at 25 % and $1,000 of cash against a loan of $10,000, under a name of its own. */
const least = fixture('version-1-least.link');
const note = (page: Page) => page.getByRole('region', { name: 'Link' });

async function typeOwn(page: Page) {
  await openSection(page, 'Account');
  await holdings(page).fill('58000');
  await page.getByLabel('I owe the broker').fill('23400');
  await page.keyboard.press('Enter');
}

/** Follows a link in the page that is open, as a press on it in a message does. */
async function follow(page: Page, hash: string) {
  await page.evaluate((end) => {
    window.location.hash = end;
  }, hash);
}

/** What stands after the page's own address. */
const hashOf = (page: Page) => page.evaluate(() => window.location.hash);

test('a link opens its account at once, and leaves the address', async ({ page }) => {
  await page.goto(`/${least}`);
  await expect(note(page)).toContainText('“Only what must be there” came by a link.');
  await expect(note(page)).toBeFocused();
  // 49,000 + 1,000 − 10,000, and a quarter of 49,000.
  await expect(figures(page)).toContainText('$40,000.00');
  await expect(figures(page)).toContainText('$12,250.00');
  expect(await hashOf(page)).toBe('');
  await expect(note(page).getByRole('button', { name: /^Back to/ })).toBeHidden();
});

test('own work waits while a link is on show, over a reload, and comes back', async ({ page }) => {
  await open(page);
  await typeOwn(page);
  await follow(page, least);
  await expect(holdings(page)).toBeHidden();
  await expect(note(page)).toBeFocused();
  await marketSlider(page).focus();
  await page.keyboard.press('PageDown');
  await expect(verdict(page)).toContainText('What if');
  await page.reload();
  await expect(verdict(page)).toContainText('What if');
  await expect(note(page)).not.toBeFocused();
  expect(await hashOf(page)).toBe('');
  await note(page).getByRole('button', { name: 'Back to my account' }).click();
  await expect(holdings(page)).toHaveValue('58,000');
  await expect(note(page)).toBeHidden();
  // What was tried on the other account waits in its turn.
  await menuButton(page).click();
  await menu(page)
    .getByRole('button', { name: /^Bring back “Only what must be there/ })
    .click();
  await expect(verdict(page)).toContainText('What if');
});

test('undo goes back to before the link, redo to it', async ({ page }) => {
  await open(page);
  await typeOwn(page);
  await follow(page, least);
  await expect(note(page)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(holdings(page)).toHaveValue('58,000');
  await expect(note(page)).toBeHidden();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(note(page)).toBeVisible();
});

test('what is changed of a linked account outlives a reload: the link is not opened again', async ({
  page,
}) => {
  await page.goto(`/${least}`);
  await openSection(page, 'Account');
  await page.getByLabel('I owe the broker').fill('12000');
  await page.keyboard.press('Enter');
  await expect(note(page)).toBeHidden();
  await page.reload();
  await expect(figures(page)).toContainText('$38,000.00');
});

for (const [what, hash, sentence] of [
  ['cut off', least.slice(0, -3), 'cut off or was altered'],
  ['altered', `${least.slice(0, 20)}x${least.slice(21)}`, 'cut off or was altered'],
  ['newer', `#2${least.slice(2)}`, 'A newer Headroom made it'],
  ['to no example', '#preset=none', 'an example called “none”, which this page does not have'],
  ['to no lesson', '#lesson=<img src=x>', 'a lesson called “%3Cimg%20src=x%3E”, which'],
] as const) {
  test(`a link that is ${what} is refused with a sentence, and own work stays`, async ({ page }) => {
    await open(page);
    await typeOwn(page);
    await follow(page, hash);
    await expect(note(page)).toContainText('The link was not opened.');
    await expect(note(page)).toContainText(sentence);
    await expect(note(page)).toContainText('Your own work is as it was.');
    await expect(note(page)).toBeFocused();
    await expect(holdings(page)).toHaveValue('58,000');
    expect(await hashOf(page)).toBe('');
    await note(page).getByRole('button', { name: 'OK' }).click();
    await expect(note(page)).toBeHidden();
    await page.goto(`/${hash}`);
    await expect(holdings(page)).toHaveValue('58,000');
  });
}

test('the short form opens an example with its source', async ({ page }) => {
  await page.goto('/#preset=m1-11000');
  await expect(verdict(page)).toContainText('There would be a margin call of $750');
  await expect(page.getByRole('region', { name: 'Example' })).toContainText('Source: M1');
  expect(await hashOf(page)).toBe('');
});

test('an end of the address that is no link stays and says nothing', async ({ page }) => {
  await page.goto('/#somewhere');
  await expect(verdict(page)).toContainText('Example');
  await expect(note(page)).toBeHidden();
  expect(await hashOf(page)).toBe('#somewhere');
});

test('a link on a phone: the slider is there to be dragged without a tap', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(`/${least}`);
  await expect(note(page)).toBeVisible();
  await marketSlider(page).focus();
  await page.keyboard.press('PageDown');
  await expect(verdict(page)).toContainText('What if');
});

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share link' });
const linkField = (page: Page) => dialog(page).getByLabel(/^Link, \d+ characters$/);

async function openDialog(page: Page) {
  await menuButton(page).click();
  await menu(page).getByRole('button', { name: 'Share link…' }).click();
  await expect(linkField(page)).not.toHaveValue('');
}

test('a copied link opens in another browser with the same figures, and asks no machine for anything', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await typeOwn(page);
  await page.getByLabel('My broker requires, % or $').fill('17000');
  await page.keyboard.press('Enter');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openDialog(page);
  await expect(dialog(page)).toContainText('1 holding: values and rates');
  await expect(dialog(page)).toContainText('A loan of $23,400');
  await expect(dialog(page)).toContainText('everyone who has it can read what is in it');
  await dialog(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = await linkField(page).inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  expect(link).toMatch(/\/#1[\w-]+$/);
  expect(asked.filter((url) => !/\/assets\/[\w.-]+\.(js|css)$/.test(url))).toEqual([]);

  const other = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
  const there = await other.newPage();
  const askedThere: string[] = [];
  there.on('request', (request) => askedThere.push(request.url()));
  await there.goto(link);
  await expect(note(there)).toContainText('This account came by a link.');
  // 58,000 − 23,400, and what was typed.
  for (const figure of ['$34,600.00', '$17,000.00', '$17,600.00'])
    await expect(figures(there)).toContainText(figure);
  await expect(menuButton(there)).toContainText('Account from a link');
  expect(await there.evaluate(() => window.location.hash)).toBe('');
  expect(askedThere.filter((url) => url.includes(link.slice(-20)))).toEqual([]);
  await other.close();
});

test('by keyboard alone: from the menu to the link and back', async ({ page }) => {
  await open(page);
  await typeOwn(page);
  await menuButton(page).focus();
  await page.keyboard.press('Enter');
  await menu(page).getByRole('button', { name: 'Share link…' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await expect(menu(page)).toBeHidden();
  // Until the link is made its field is left out by Tab.
  await expect(linkField(page)).not.toHaveValue('');
  await expect(dialog(page).getByRole('heading', { name: 'Share link' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(linkField(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(menuButton(page)).toBeFocused();
});

test('what is left out of the link does not arrive: names, the what-if, labels of rows', async ({ page }) => {
  await openKept(page, fixture('version-1.json'));
  await openDialog(page);
  const [whole, box] = [await linkField(page).inputValue(), dialog(page)];
  await expect(box).toContainText('The account’s name, “Every key of version 1”');
  await expect(box).toContainText('The what-if on show “A bad week”: 15 changes and its description');
  await expect(box).toContainText('That 1 row is in no figure, and its name');
  await box.getByLabel('The what-if').uncheck();
  await expect(box).not.toContainText('The what-if on show');
  await box.getByLabel('Names as A, B, C').check();
  await expect(box).not.toContainText('Every key');
  await expect(box).toContainText('letters in place of symbols');
  await expect(linkField(page)).not.toHaveValue(whole);
  await expect(linkField(page)).not.toHaveValue('');
  const link = await linkField(page).inputValue();
  await box.getByRole('button', { name: 'Close' }).click();
  await follow(page, new URL(link).hash);
  await expect(note(page)).toContainText('This account came by a link.');
  await expect(verdict(page)).not.toContainText('What if');
  // The same figures: 11,836.50 of equity and 14,385.30 required.
  await expect(figures(page)).toContainText('$11,836.50');
  await expect(page.getByLabel('Symbol').first()).toHaveValue('A');
  // Its name stands where it leads back to it; what is shown of the other has none.
  await expect(page.locator('body')).not.toContainText(/VTI|SSO|OTC|Leveraged|AAPL/);
  await note(page).getByRole('button', { name: 'Back to “Every key of version 1”' }).click();
  await expect(page.getByLabel('Symbol').first()).toHaveValue('VTI');
});

test('a published example has a short link', async ({ page }) => {
  await page.goto('/#preset=merrill-long');
  await expect(verdict(page)).toContainText('16.6 %');
  await openDialog(page);
  await expect(linkField(page)).toHaveValue(/\/#preset=merrill-long$/);
  await expect(dialog(page)).toContainText('Only that it is the example “Merrill: long”');
});

test('what goes into the dialog is text: nothing in a name is run or shown as a page', async ({ page }) => {
  const name = `<img src=x onerror="document.title='run'"> ${'long '.repeat(60)}`;
  const document = fixture('version-1-least.json').replace('"Only what must be there"', JSON.stringify(name));
  await openKept(page, document);
  await openDialog(page);
  await expect(dialog(page)).toContainText('“<img src=x onerror="document.title=\'run\'">');
  await follow(page, new URL(await linkField(page).inputValue()).hash);
  await expect(page.locator('img')).toHaveCount(0);
  expect(await page.title()).toBe('Headroom');
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
});

for (const [width, height] of [
  [1440, 900],
  [390, 700],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`dialog, QR code and notes are accessible at ${width} pixels, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await openKept(page, fixture('version-1.json'));
      await openDialog(page);
      await dialog(page).getByRole('button', { name: 'Show QR code' }).click();
      const code = dialog(page).getByRole('img', { name: 'QR code of the link' });
      await expect(code).toBeInViewport({ ratio: 0.95 });
      expect(await code.locator('rect').evaluate((each) => getComputedStyle(each).fill)).toBe(
        'rgb(255, 255, 255)',
      );
      await expectAccessible(page);
      expect(await dialog(page).evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(
        0,
      );
      await dialog(page).getByRole('button', { name: 'Close' }).click();
      await follow(page, least);
      await expect(note(page)).toBeVisible();
      await expectAccessible(page);
      await follow(page, least.slice(0, -2));
      await expect(note(page)).toContainText('not opened');
      await expectAccessible(page);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    });
  }
}

test('with letters at 200 % on a phone nothing of the dialog is cut', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openKept(page, fixture('version-1.json'));
  await openDialog(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await dialog(page).getByRole('button', { name: 'Show QR code' }).click();
  await expect(dialog(page).getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  expect(await dialog(page).evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
});
