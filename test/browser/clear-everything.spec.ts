// "Clear everything" in a real browser: read the storage afterwards, and after a reload.
import { expect, test } from './fixtures';
import { choose, expectAccessible, holdings, menu, menuButton, open, openSection, typeM1 } from './page';

for (const [width, height] of [
  [1440, 900],
  [390, 700],
] as const) {
  test(`leaves nothing in the browser at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await typeM1(page);
    await choose(page, 'Merrill', /^short/i);
    await menuButton(page).click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    const kept = () => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    expect((await kept()).length).toBeGreaterThanOrEqual(3);

    await menu(page).getByRole('button', { name: 'Clear everything' }).click();
    await expect(menu(page).getByText('the account put aside, every what-if')).toBeVisible();
    await expectAccessible(page);
    await menu(page).getByRole('button', { name: 'Clear everything' }).click();
    await expect(menu(page).getByText(/^Gone from this browser/)).toBeVisible();
    expect(await kept()).toEqual([]);
    await page.reload();
    await openSection(page, 'Account');
    await expect(holdings(page)).toHaveValue('');
    expect(await kept()).toEqual([]);
  });
}
