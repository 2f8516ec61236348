// Rules of one's own: edited and used by keyboard alone, kept over a reload, and in room on small screens.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectAccessible, open, openSection, sidewaysScroll, typeM1, verdict } from './page';

/** Presses Tab until a field or button of that name has the focus. */
async function tabTo(page: Page, name: RegExp) {
  const focused = page.locator(':focus');
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const label = await focused.evaluate((each) =>
      each instanceof HTMLInputElement || each instanceof HTMLSelectElement
        ? (each.getAttribute('aria-label') ?? each.labels?.[0]?.textContent ?? '')
        : (each.textContent ?? ''),
    );
    if (name.test(label.trim())) return;
  }
  throw new Error(`no ${name} by Tab`);
}

test('by keyboard: 40 % for all, 60 % of a large holding, used, undone, done again, and there after a reload', async ({
  page,
}) => {
  await open(page);
  await typeM1(page);
  await page.getByLabel('My broker requires, % or $').fill('');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Copy and edit/);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name of the rules')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('My desk');
  await tabTo(page, /^Required of what is held/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('40');
  await tabTo(page, /^Large holdings/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, /^Add a row/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Row 1' }).getByLabel('Share above')).toBeFocused();
  await page.keyboard.type('50');
  await page.keyboard.press('Tab');
  await page.keyboard.type('60');
  // 60 % of 49,000.
  await expect(page.getByRole('form')).toContainText('Requires $29,400.00 of this account');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Broker’s rules')).toHaveValue('custom');
  await expect(page.getByRole('button', { name: 'Edit these rules' })).toBeFocused();
  await expect(verdict(page)).toContainText('$10,600 above');
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Broker’s rules')).not.toHaveValue('custom');
  await page.keyboard.press('Control+Shift+z');
  await page.reload();
  await expect(page.getByLabel('Broker’s rules').locator('option:checked')).toHaveText('My desk');
  await expect(verdict(page)).toContainText('$10,600 above');
});

test('what is half typed outlives a reload, and is no entry that could not be read', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await page.getByRole('button', { name: 'Copy and edit these rules' }).click();
  await page.getByLabel('Required of what is held').fill('4o');
  await page.reload();
  await expect(verdict(page)).toContainText('$27,750 above');
  await expect(verdict(page)).not.toContainText('could not be read');
  await page.getByRole('button', { name: 'Go on editing rules of my own' }).click();
  await expect(page.getByLabel('Required of what is held')).toHaveValue('4o');
});

for (const [width, scheme] of [
  [1440, 'dark'],
  [390, 'light'],
  [320, 'dark'],
] as const) {
  test(`at ${width} pixels, ${scheme}: every field has room, errors included`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await open(page);
    await typeM1(page);
    await openSection(page, 'Account');
    await page.getByLabel('Broker’s rules').selectOption('fidelity');
    await page.getByRole('button', { name: 'Copy and edit these rules' }).click();
    await page.getByRole('button', { name: /^Also for the other side/ }).click();
    await page.getByRole('group', { name: 'Row 3' }).getByLabel('Long: adds').fill('1');
    await page.getByLabel('From', { exact: true }).fill('9');
    await page.getByRole('button', { name: 'Use these rules' }).click();
    await expect(page.getByRole('form')).toContainText('Never less as the share rises');
    await expect(page.getByRole('form')).toContainText('Not fewer than 9.');
    expect(await sidewaysScroll(page)).toBe(0);
    await expectAccessible(page);
  });
}
