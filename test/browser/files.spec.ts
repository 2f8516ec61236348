// Files in a real browser: what is saved opens elsewhere with the same figures, what is broken is refused.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  choose as choosePreset,
  expectAccessible,
  figures,
  holdings,
  marketField,
  menu,
  menuButton,
  open,
  openSection,
  sidewaysScroll,
  typeM1,
  verdict,
} from './page';

/** What a press hands over as a file: its name and its text. */
async function saved(page: Page, press: () => Promise<void>) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** Chooses a file in the menu. */
async function choose(page: Page, name: string, text: string) {
  await page
    .getByLabel('File with an account')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

const notice = (page: Page) => page.getByRole('region', { name: 'File', exact: true });

test('what is saved opens in another browser with the same figures and the same what-if', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page);
  await typeM1(page);
  await marketField(page).fill('-13');
  await page.keyboard.press('Enter');
  // The second sentence follows behind the first: equity 33,630 of the 42,630 that are held then.
  await expect(verdict(page)).toContainText('from 25 % to 78.8 %');
  const said = (await verdict(page).textContent()) ?? '';
  const sums = await figures(page).textContent();
  await menuButton(page).click();
  const file = await saved(page, () => menu(page).getByRole('button', { name: 'Save' }).click());
  expect(file.name).toMatch(/^Headroom My account \d{4}-\d\d-\d\d\.json$/);
  await expect(menu(page).getByText(`Saved as ${file.name}.`)).toBeVisible();

  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
  const other = await elsewhere.newPage();
  await open(other);
  await menuButton(other).click();
  await choose(other, file.name, file.text);
  await expect(notice(other)).toHaveText(/“My account” from “Headroom My account .*\.json” is open\./);
  await expect(notice(other)).toBeFocused();
  await expect(menu(other)).toBeHidden();
  await expect(verdict(other)).toHaveText(said);
  expect(await figures(other).textContent()).toBe(sums);
  await expectAccessible(other);
  await elsewhere.close();
});

test('a broken file is refused with its place, and own work stays', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await open(page);
  await typeM1(page);
  const before = await page.evaluate(() => localStorage.getItem('headroom.document'));
  const text = before?.replace('"marginLoan":"10000"', '"marginLoan":"ten"') ?? '';
  await choose(page, 'broken.json', text);
  await expect(notice(page)).toContainText('“broken.json” was not opened. Your own work is as it was.');
  await expect(notice(page)).toContainText('Margin loan: “ten” is no plain number with at most 18 decimals.');
  expect(await page.evaluate(() => localStorage.getItem('headroom.document'))).toBe(before);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await notice(page).getByRole('button', { name: 'OK' }).press('Enter');
  await expect(notice(page)).toBeHidden();
  // What had the focus is gone: it goes to the menu, from which files are opened.
  await expect(menuButton(page)).toBeFocused();
  await openSection(page, 'Account');
  await expect(holdings(page)).toHaveValue('49,000');
});

test('by keyboard: Ctrl+S saves also in the middle of typing, Ctrl+O asks for a file', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await holdings(page).fill('50000');
  const { text } = await saved(page, () => page.keyboard.press('Control+s'));
  expect(text).toContain('"marketValue": "50000"');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text.replace('50000', '51000')),
  });
  await expect(holdings(page)).toHaveValue('51,000');
  await page.keyboard.press('Control+z');
  await expect(holdings(page)).toHaveValue('50,000');
});

/** Opens the list of exports in the menu. */
async function openExports(page: Page) {
  await menuButton(page).click();
  await menu(page).locator('summary', { hasText: 'Export' }).click();
  await expect(menu(page).getByRole('button', { name: 'Positions as CSV' })).toBeVisible();
}

test('positions, figures and the curve leave as CSV, today and the what-if side by side', async ({
  page,
}) => {
  await open(page);
  await typeM1(page);
  await marketField(page).fill('-13');
  await page.keyboard.press('Enter');
  await openExports(page);
  await expectAccessible(page);
  const press = (name: string) => () => menu(page).getByRole('button', { name }).click();
  const numbers = await saved(page, press('Figures as CSV'));
  expect(numbers.name).toMatch(/^Headroom My account figures .*\.csv$/);
  expect(numbers.text.startsWith('\uFEFFAccount,,My account\r\n')).toBe(true);
  expect(numbers.text).toContain('\r\nEquity,,40000,33630\r\n');
  const curve = await saved(page, press('The chart’s table as CSV'));
  // 42,630 + 1,000 − 10,000 = 33,630; 42,630 × 25 % = 10,657.50.
  expect(curve.text).toContain('\r\n-0.13,');
  expect(curve.text).toContain(',33630,10657.5,22972.5\r\n');
  const positions = await saved(page, press('Positions as CSV'));
  expect(positions.text).toContain('Margin loan,,,,10000');
});

/** Opens a picture and counts what is in it: its size, and how many colors it has besides its background. */
async function lookAt(page: Page, content: Buffer, type: string) {
  return page.evaluate(
    async ([base64, kind]) => {
      const image = new Image();
      image.src = `data:${kind};base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const brush = canvas.getContext('2d');
      brush?.drawImage(image, 0, 0);
      const data = brush?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
      const colors = new Set<string>();
      for (let at = 0; at < data.length; at += 4) colors.add(data.slice(at, at + 3).join());
      return {
        width: canvas.width,
        height: canvas.height,
        corner: data.slice(0, 3).join(),
        colors: [...colors],
      };
    },
    [content.toString('base64'), type] as const,
  );
}

for (const [scheme, background] of [
  ['light', '255,255,255'],
  ['dark', '15,23,42'],
] as const) {
  test(`each chart on show leaves as PNG and SVG, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page);
    await choosePreset(page, 'Made up', /^ten/i);
    await page.getByRole('button', { name: 'Show the math and details' }).click();
    await page.getByRole('tab', { name: 'Holdings' }).click();
    await expect(page.locator('figure[data-chart] svg.recharts-surface')).toHaveCount(2);
    await openExports(page);
    if (scheme === 'dark') await menu(page).getByLabel('Pictures on white').uncheck();
    for (const title of ['Excess equity by market move', 'What each holding requires']) {
      for (const kind of ['PNG', 'SVG'] as const) {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          menu(page)
            .getByRole('button', { name: `${title} as ${kind}` })
            .click(),
        ]);
        const content = await readFile(await file.path());
        const seen = await lookAt(page, content, kind === 'PNG' ? 'image/png' : 'image/svg+xml');
        expect(seen.width).toBeGreaterThan(kind === 'PNG' ? 1200 : 600);
        expect(seen.height).toBeGreaterThan(300);
        expect(seen.corner).toBe(background);
        expect(seen.colors.length).toBeGreaterThan(20);
        if (kind === 'SVG') {
          const text = content.toString();
          expect(text).toContain(`>${title}</text>`);
          expect(text).toContain('Educational, not advice.');
          expect(text).not.toMatch(/var\(|class=|foreignObject|<script|href=/);
        }
      }
    }
    await expect(menu(page).getByText(/^Saved as Headroom .*\.svg\.$/)).toBeVisible();
  });
}
