// The menu of examples: every published figure through it, own work aside and back, keyboard, phone.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  choose,
  expectAccessible,
  figures,
  holdings,
  menu,
  menuButton,
  open,
  openSection,
  verdict,
} from './page';

const example = (page: Page) => page.getByRole('region', { name: 'Example', exact: true });
const items = (page: Page) => menu(page).getByRole('group', { name: 'M1' }).getByRole('button');
const back = (page: Page) => example(page).getByRole('button', { name: 'Bring my account back' });

async function typeOwn(page: Page) {
  await openSection(page, 'Account');
  await holdings(page).fill('58000');
  await page.getByLabel('I owe the broker').fill('23400');
  await page.keyboard.press('Enter');
}

test('every example shows its figures and its source', async ({ page }) => {
  await open(page);
  for (const [publisher, name, headline, ...shown] of [
    ['M1', /^the account/i, 'falls more than 75.5 %', '$40,000.00', '$12,250.00', '$27,750.00'],
    ['M1', /13,000/, 'It would be close to a margin call', '$4,000.00', '$3,250.00', '$750.00'],
    ['M1', /11,000/, 'There would be a margin call of $750', '$2,000.00', '$2,750.00', '−$750.00'],
    ['M1', /rise to 100 %(?!,)/, 'There would be a margin call of $9,000', '$49,000.00', '−$9,000.00'],
    ['M1', /rise to 100 %, the/, 'There would be a margin call of $10,000', '$50,000.00', '−$10,000.00'],
    ['M1', /into 100 %(?!,)/, 'There would be a margin call of $9,000', '$49,000.00', '−$9,000.00'],
    ['M1', /into 100 %, the/, 'There would be a margin call of $10,000', '$50,000.00', '−$10,000.00'],
    ['Merrill', /^long\W*\$/i, 'falls more than 16.6 %', '$5,000.00', '$3,600.00', '$1,400.00'],
    ['Merrill', /^short/i, 'rise of more than 7.6 %', '$4,000.00', '$3,000.00', '$1,000.00'],
    ['Merrill', /^long and/i, 'rise of more than 33.3 %', '$8,000.00', '$6,000.00', '$2,000.00'],
    ['Merrill', /^concentrated/i, 'falls more than 9.9 %', '$51,000.00', '$44,400.00', '$6,600.00'],
    ['SoFi', /^one stock/i, 'falls more than 28.5 % (holdings to about $14,286)', '$10,000.00', '$4,000.00'],
    ['Made up', /^ten/i, 'falls more than 52.9 %', '$56,900.00', '$23,075.00', '$33,825.00'],
    ['Made up', /^a leveraged/i, 'margin call', '$24,000.00', '$18,750.00', '$5,250.00'],
  ] as const) {
    await choose(page, publisher, name);
    await expect(verdict(page)).toContainText('Example');
    await expect(verdict(page)).toContainText(headline);
    for (const figure of shown) await expect(figures(page)).toContainText(figure);
    await expect(example(page)).toContainText('Source: ');
  }
});

test('own work waits aside, over a second example and a reload, and comes back', async ({ page }) => {
  await open(page);
  await typeOwn(page);
  await choose(page, 'Merrill', /^concentrated/i);
  await expect(holdings(page)).toHaveValue('111,000');
  await expect(example(page)).toContainText('$111,000 gives equity of $51,000');
  await choose(page, 'SoFi', /^one stock/i);
  await page.reload();
  await expect(verdict(page)).toContainText('28.5 %');
  await expect(example(page)).toContainText('SoFi: one stock');
  await back(page).click();
  await expect(holdings(page)).toHaveValue('58,000');
  await expect(example(page)).toBeHidden();
  await expect(verdict(page)).not.toContainText('Example');
});

test('an example is one step: undo goes back to own work, redo to the example', async ({ page }) => {
  await open(page);
  await typeOwn(page);
  await choose(page, 'M1', /11,000/);
  await expect(verdict(page)).toContainText('$750');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(holdings(page)).toHaveValue('58,000');
  await expect(back(page)).toBeHidden();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(verdict(page)).toContainText('$750');
  await expect(back(page)).toBeVisible();
});

test('a changed example is own work: its note goes, and another example puts it aside', async ({ page }) => {
  await open(page);
  await choose(page, 'Merrill', /^long\W*\$/i);
  await expect(back(page)).toBeHidden();
  await page.getByLabel('I owe the broker').fill('6000');
  await page.keyboard.press('Enter');
  await expect(example(page)).toBeHidden();
  await expect(verdict(page)).not.toContainText('Example');
  await choose(page, 'M1', /^the account/i);
  await example(page).getByRole('button', { name: 'Bring back what I changed in “Merrill: long”' }).click();
  await expect(page.getByLabel('I owe the broker')).toHaveValue('6,000');
});

test('by keyboard alone: open, choose, close, and back through the menu', async ({ page }) => {
  await open(page);
  await typeOwn(page);
  await menuButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(items(page).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menuButton(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(items(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('There would be a margin call of $750');
  await expect(menuButton(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(menu(page).getByRole('button', { name: 'Bring my account back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(holdings(page)).toHaveValue('58,000');
});

for (const [width, height] of [
  [1440, 900],
  [390, 700],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the menu and the note are accessible at ${width} pixels, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await open(page);
      await typeOwn(page);
      await menuButton(page).click();
      await expect(menu(page)).toBeInViewport();
      await expectAccessible(page);
      await menu(page)
        .getByRole('button', { name: /^concentrated/i })
        .click();
      await expect(example(page)).toContainText('$110,000');
      await expect(menu(page)).toBeHidden();
      await expectAccessible(page);
      const hidden = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(hidden).toBeLessThanOrEqual(0);
    });
  }
}
