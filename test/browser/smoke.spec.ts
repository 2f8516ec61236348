import { expect, test } from './fixtures';

test('the page opens with its title and heading', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle('Headroom');
  await expect(page.getByRole('heading', { level: 1, name: 'Headroom' })).toBeVisible();
});
