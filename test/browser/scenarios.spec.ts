// What-ifs that are kept, by keyboard alone: named, doubled, put in order, compared, saved as a table, and undone.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  dragBy,
  expectAccessible,
  marketField,
  marketSlider,
  open,
  openSection,
  shiftSlider,
  sidewaysScroll,
  typeM1,
  unfold,
} from './page';

const kept = (page: Page) => page.getByRole('list', { name: 'What-ifs that are kept' });
const comparison = (page: Page) => page.getByRole('region', { name: 'What-ifs beside today', exact: true });

async function press(target: Locator, key = 'Enter') {
  await target.focus();
  await target.press(key);
}

/** M1's account, its market at −13 %, kept as “A bad week”; the row of kept ones open. */
async function keepBadWeek(page: Page) {
  await open(page);
  await typeM1(page);
  await marketField(page).fill('-13');
  await page.keyboard.press('Enter');
  await openSection(page, 'What if');
  await press(page.getByRole('button', { name: 'Keep this what-if' }));
  await page.keyboard.type('A bad week');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kept as “A bad week”')).toBeVisible();
  await press(page.locator('summary', { hasText: 'Kept and ready-made' }));
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`keep, name, duplicate, put in order, compare, save and undo by keyboard at ${width} pixels`, async ({
    page,
  }) => {
    // Two whole checks of accessibility and a download on the way.
    test.slow();
    await page.setViewportSize({ width, height });
    await keepBadWeek(page);
    const rows = kept(page).getByRole('listitem');
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(1)).toContainText('A bad week');

    await press(page.getByRole('button', { name: 'More about A bad week' }));
    await press(page.getByRole('button', { name: 'Duplicate: A bad week' }));
    await expect(rows).toHaveCount(3);
    await press(page.getByRole('button', { name: 'More about A bad week, copy' }));
    await page.getByLabel('Name', { exact: true }).fill('Worse');
    await page.keyboard.press('Enter');
    await page.getByLabel('Description').fill('A fall of a third.');
    await page.keyboard.press('Enter');
    await marketField(page).fill('-33');
    await page.keyboard.press('Enter');
    // 49,000 × 0.67 = 32,830 × 75 % − 9,000 = 15,622.50; at −13 %: 42,630 × 75 % − 9,000 = 22,972.50.
    const up = page.getByRole('button', { name: 'Move up: Worse' });
    await press(up);
    await expect(rows.nth(1)).toContainText('Worse');
    await expect(up).toBeFocused();
    await expectAccessible(page);

    await press(page.getByRole('button', { name: 'Compare with today' }));
    await expect(page.getByRole('heading', { name: 'What-ifs beside today' })).toBeFocused();
    const table = comparison(page).getByRole('table');
    const above = table.getByRole('row', { name: /^Above or below it/ });
    await expect(above).toContainText('$27,750.00');
    await expect(above.getByRole('cell').nth(0)).toContainText('highest');
    await expect(above.getByRole('cell').nth(1)).toContainText('$15,622.50');
    await expect(above.getByRole('cell').nth(1)).toContainText('lowest');
    await expect(comparison(page)).toContainText(
      'Today has $27,750 above the requirement; “A bad week” would leave $22,972.50; “Worse” would leave $15,622.50.',
    );
    await expect(comparison(page).locator('svg.recharts-surface')).toBeVisible();
    await expect(comparison(page).getByRole('figure')).toContainText(
      'Today, A and B share one curve: at the same prices they leave the same.',
    );
    await expectAccessible(page);
    expect(await sidewaysScroll(page)).toBe(0);

    const download = page.waitForEvent('download');
    await press(page.getByRole('button', { name: 'Save the comparison as CSV' }));
    const file = await (await download).path();
    const text = await readFile(file, 'utf8');
    expect(text).toContain('\r\nFigure,Holding,Today,Worse,A bad week\r\n');
    expect(text).toContain('\r\nAbove the requirement (negative: below),,27750,15622.5,22972.5\r\n');

    await press(comparison(page).getByRole('button', { name: 'Close the comparison' }));
    await expect(page.getByRole('button', { name: 'Compare with today' })).toBeFocused();
    // Back through all of it, one act a step: order, market, description, name, copy.
    await page.keyboard.press('Control+z');
    await expect(rows.nth(1)).toContainText('A bad week');
    await page.keyboard.press('Control+z');
    await expect(marketField(page)).toHaveValue('−13');
    await page.keyboard.press('Control+z');
    await expect(rows.nth(2)).not.toContainText('A fall of a third.');
    await page.keyboard.press('Control+z');
    await expect(rows.nth(2)).toContainText('A bad week, copy');
    await page.keyboard.press('Control+z');
    await expect(rows).toHaveCount(2);
  });
}

test('a slider let go stands in the comparison in the frame in which the page keeps it, its curves untouched', async ({
  page,
}) => {
  await keepBadWeek(page);
  await page.getByRole('button', { name: 'Compare with today' }).click();
  const chart = comparison(page).locator('svg.recharts-surface');
  await expect(chart.locator('circle')).toHaveCount(2);
  // In the page: what the frame after the release has, and every node of the chart that was written for it.
  await page.evaluate(() => {
    const panel = document.querySelector('section[aria-labelledby="compare-title"]');
    const svg = panel?.querySelector('svg.recharts-surface');
    if (panel === null || svg === null || svg === undefined) throw new Error('no comparison');
    const written = new Set<string>();
    new MutationObserver((changes) => {
      for (const { target } of changes) written.add(target.nodeName);
    }).observe(svg, { subtree: true, childList: true, attributes: true, characterData: true });
    window.addEventListener(
      'pointerup',
      () => {
        requestAnimationFrame(() => {
          const row = [...panel.querySelectorAll('tr')].find((each) =>
            each.textContent.startsWith('Above or below it'),
          );
          const told = row?.querySelectorAll('td')[1]?.firstChild?.textContent;
          const shown = document.querySelector('dl')?.textContent ?? '';
          Object.assign(window, {
            inFrame: {
              told,
              isShown: shown.includes(told ?? '?'),
              isHeld: panel.querySelector('[data-waiting]') !== null,
            },
            written,
          });
        });
      },
      { capture: true },
    );
  });
  await dragBy(page, marketSlider(page), 0.1);
  await page.mouse.up();
  await page.waitForFunction(() => 'inFrame' in window);
  const seen = await page.evaluate(() => {
    const { inFrame, written } = window as unknown as {
      inFrame: { told: string; isShown: boolean; isHeld: boolean };
      written: Set<string>;
    };
    return { ...inFrame, written: [...written].toSorted() };
  });
  // At −13 % it was 42,630 × 75 % − 9,000 = $22,972.50.
  expect(seen).toMatchObject({ isShown: true, isHeld: false, written: ['circle', 'text'] });
  expect(seen.told).not.toBe('$22,972.50');
});

test('a ready-made what-if is shown at a press, and what it lacks is said', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await unfold(page, 'Kept and ready-made');
  const library = page.getByRole('list', { name: 'Ready-made what-ifs' });
  await expect(library.getByRole('listitem')).toHaveCount(8);
  await expect(library).toContainText('It needs to know what the loan costs a year.');
  await expectAccessible(page);
  await library.getByRole('button', { name: /^Show 19 October 1987/ }).click();
  // 49,000 × 0.795 = 38,955; × 75 % − 9,000 = 20,216.25.
  await expect(page.locator('dl')).toContainText('$20,216.25');
  await expect(kept(page)).toContainText('on show');
});

test('changes move and are edited in place by keyboard', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await unfold(page, 'Requirements rise or fall');
  await shiftSlider(page).focus();
  await page.keyboard.press('ArrowRight');
  await marketField(page).fill('-13');
  await page.keyboard.press('Enter');
  const changes = page.getByRole('list', { name: 'What differs from today' }).getByRole('listitem');
  await press(changes.first().getByRole('button', { name: /^Edit: The market/ }));
  await page.getByLabel('Move in percent', { exact: true }).fill('-20');
  await page.keyboard.press('Enter');
  await expect(marketField(page)).toHaveValue('−20');
  const later = page.getByRole('button', { name: /^Later: The market/ });
  await press(later);
  await expect(changes.nth(1)).toContainText('The market moves by −20');
  await expect(later).toBeFocused();
  await expectAccessible(page);
});

test('four kept what-ifs come back after a reload, in their order', async ({ page }) => {
  await keepBadWeek(page);
  for (const name of ['Two', 'Three', 'Four']) {
    await press(page.getByRole('button', { name: 'Go on in a copy' }));
    const rows = kept(page).getByRole('button', { name: /^More about .*, copy/ });
    await press(rows);
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: `More about ${name}` }));
  }
  const names = ['Today, as it is', 'A bad week', 'Two', 'Three', 'Four'];
  for (const [index, name] of names.entries()) {
    await expect(kept(page).getByRole('listitem').nth(index)).toContainText(name);
  }
  // Saved a moment after the last act.
  await page.waitForTimeout(1_000);
  await page.reload();
  await unfold(page, 'Kept and ready-made');
  for (const [index, name] of names.entries()) {
    await expect(kept(page).getByRole('listitem').nth(index)).toContainText(name);
  }
});
