// A call's last two questions, in the browser: by when, from the day it came, and what would be sold if nothing is done.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  expectAccessible,
  holdings,
  loan,
  open,
  openSection,
  requirement,
  sidewaysScroll,
  verdict,
} from './page';

/** Monday before Thanksgiving. */
const monday = '2026-11-23T12:00:00';
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const day = (page: Page) => page.getByLabel('Day of the call');

/** 11,000 at 25 % against 9,000: equity of 2,000, a call of 750. */
async function typeCall(page: Page, rules = 'm1') {
  await page.clock.setFixedTime(monday);
  await open(page);
  await openSection(page, 'Account');
  await holdings(page).fill('11000');
  await loan(page).fill('9000');
  await requirement(page).fill('25');
  await page.keyboard.press('Enter');
  await page.getByLabel('Broker’s rules').selectOption(rules);
  await expect(verdict(page)).toContainText('$750');
}

test('by keyboard: the day of the call moves the due date in the tab and in the verdict, and outlives a reload', async ({
  page,
}) => {
  await typeCall(page);
  await expect(verdict(page)).toContainText('By Friday, November 27 (3 business days), or sooner');
  await tab(page, 'Each way').focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'By when')).toHaveAttribute('aria-selected', 'true');
  const days = page.getByRole('list', { name: 'Each day from the call on' }).getByRole('listitem');
  await expect(days).toHaveText([
    /Mon, Nov 23\s*the call\s*today/,
    /Tue, Nov 24\s*day 1/,
    /Wed, Nov 25\s*day 2/,
    /Thu, Nov 26\s*closed: Thanksgiving/,
    /Fri, Nov 27\s*day 3, due\s*closes at 1 p\.m\./,
  ]);
  await expectAccessible(page);
  await day(page).focus();
  await page.keyboard.type('11202026');
  await expect(day(page)).toHaveValue('2026-11-20');
  await expect(day(page)).toBeFocused();
  await expect(days.first()).toContainText('Fri, Nov 20');
  // Monday, Tuesday and Wednesday.
  const due = 'By Wednesday, November 25 (3 business days after Friday, November 20), or sooner';
  await expect(verdict(page)).toContainText(due);
  await page.reload();
  await expect(verdict(page)).toContainText(due);
});

test('what would be sold at least, with its facts; nothing that axe finds, light and dark', async ({
  page,
}) => {
  await typeCall(page, 'merrill');
  await tab(page, 'If nothing is done').click();
  const panel = page.getByRole('tabpanel', { name: 'If nothing is done' });
  // 750 ÷ 0.25 of one holding; Merrill's own rates do not touch a typed one.
  await expect(panel).toContainText('To end the call of $750, at least $3,000 would have to be sold.');
  await expect(panel).toContainText('Merrill names no order');
  await expect(panel).toContainText('$6,000.00');
  await expect(panel.getByRole('link', { name: /^Merrill: Margin maintenance call/ })).toHaveAttribute(
    'rel',
    'noreferrer',
  );
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
});

test('Interactive Brokers has no day to ask for', async ({ page }) => {
  await typeCall(page, 'interactive-brokers');
  await tab(page, 'By when').click();
  await expect(page.getByRole('tabpanel', { name: 'By when' })).toContainText(
    'Interactive Brokers makes no call and gives no time',
  );
  await expect(day(page)).toHaveCount(0);
  await expectAccessible(page);
});

for (const width of [320, 390]) {
  test(`at ${width} px both tabs fit`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await typeCall(page, 'firstrade');
    for (const name of ['If nothing is done', 'By when']) {
      await tab(page, name).click();
      await expect(page.getByRole('tabpanel', { name })).toBeVisible();
      expect(await sidewaysScroll(page)).toBe(0);
    }
    await expect(page.getByText('due at the latest')).toBeVisible();
  });
}
