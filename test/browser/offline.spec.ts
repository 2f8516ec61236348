import { expect, test } from './fixtures';

// The one test that wants the service worker: it is what answers when there is no network.
test.use({ serviceWorkers: 'allow' });

test('after one visit the page opens without a network', async ({ page, context }) => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Headroom' })).toBeVisible();
});
