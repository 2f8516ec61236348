// Links: an account sent from one browser is the same account in another, one's own is never lost by it, and nothing of it
// reaches a server.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { figures, holdings, marketSlider, menu, menuButton, open, openSection, verdict } from './page';

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
    .getByRole('button', { name: /Only what must be there/ })
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
    await note(page).getByRole('button', { name: 'Close' }).click();
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
