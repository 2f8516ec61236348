// What a link leads to on a phone, where one section is open at a time: the right one opens, and the field stays in sight.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { open, openSection, typeM1, unfold, verdict } from './page';

test.use({ viewport: { width: 390, height: 700 } });

async function closeSection(page: Page, name: 'Account' | 'What if') {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name }).click();
}

test('an unreadable entry of a lever is one press away: its section opens and its field has the focus', async ({
  page,
}) => {
  await open(page);
  await typeM1(page);
  await openSection(page, 'What if');
  await unfold(page, 'Requirements rise or fall');
  const field = page.getByLabel('Points added to every requirement, exactly');
  await field.fill('abc');
  await field.press('Enter');
  await closeSection(page, 'What if');
  await expect(field).toHaveCount(0);
  await verdict(page).getByRole('button', { name: 'Go to it' }).click();
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport({ ratio: 1 });
});

test('the way from the days to the loan’s yearly rate ends with that field in sight', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await openSection(page, 'What if');
  await unfold(page, 'Time and interest');
  await page.getByRole('button', { name: 'Type the loan’s yearly rate' }).click();
  const field = page.getByLabel('Yearly interest rate of the loan');
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport({ ratio: 1 });
});
