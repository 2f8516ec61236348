// The words of the verdict, sent or read out: by keyboard, from the clipboard, on small screens.
import type { Page } from '@playwright/test';
import { agentsCase } from '../support/agents-case';
import { expect, test } from './fixtures';
import { expectAccessible, open, openAccount, sidewaysScroll, typeM1 } from './page';

const opener = (page: Page) => page.getByRole('button', { name: 'Say it' });
const panel = (page: Page) => page.getByRole('region', { name: 'Say it', exact: true });

/** The agent's case under M1's rules: a call of $560. */
const called = { ...agentsCase, name: 'My account', ruleSet: 'm1' };

test('a call is copied in each length by keyboard, as text and as HTML', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAccount(page, called);
  await opener(page).press('Enter');
  const copied = async (name: string) => {
    const piece = panel(page).getByRole('region', { name });
    await piece.getByRole('button').press('Enter');
    await expect(piece.getByRole('button', { name: 'Copied' })).toBeVisible();
    const [text, html] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) =>
        item?.types.includes(type) === true ? (await item.getType(type)).text() : '';
      return [await read('text/plain'), await read('text/html')];
    });
    return { text, html };
  };
  const chat = await copied('Chat line');
  expect(chat.text).toContain('Margin call: $560. Equity of $30,400 is below the $30,960 required.\n');
  expect(chat.text).toContain('Broker’s rules: M1. Educational, not advice.');
  expect(chat.html).toContain('<strong>Margin call: $560.</strong>');
  const { text } = await copied('E-mail');
  expect(text).toContain('Any one ends it: that amount in cash; selling 18 ACME ($1,404)');
  expect((await copied('Ticket')).html).toContain('<table>');
  const script = await copied('To read out');
  expect(script.text).toContain('about $1,400');
  expect(script.html).toBe('');
  await expectAccessible(page);
});

test('the explanation of a call is copied with what there would be without each cause, and no what-if', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAccount(page, called);
  await page.getByRole('button', { name: 'Explain this call' }).click();
  const acme = page.getByRole('group', { name: /^ACME/ });
  await acme.getByLabel('Fell by %, or price before $').fill('22');
  await page.keyboard.press('Tab');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await opener(page).click();
  await panel(page).getByRole('button', { name: 'Copy e-mail' }).click();
  await expect(panel(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  // Without the fall 80,000 × 40 % + 6,000 of 48,000; without the higher rate 62,400 × 30 % + 6,000 of 30,400.
  expect(text).toContain(
    'ACME fell from $100 to $78 (−22.0 %). The requirement of ACME rose from 30 % to 40 %.',
  );
  expect(text).toContain('Without the higher requirement: $5,680 above what is required.');
  expect(text).toContain('Without the fall: $10,000 above what is required.');
  // The panel's own list, in its order: 560 ÷ 0.4 = 1,400 is 17.9 shares, 560 ÷ 0.3 of the rest, 560 ÷ 0.7 moved in.
  const ways = page.getByRole('region', { name: 'What ends it' }).getByRole('listitem');
  expect((await ways.allTextContents()).join('; ').replaceAll('\u00A0', ' ')).toBe(
    '$560 in cash; Selling 18 ACME ($1,404); Selling $1,866.67 of REST; $800 of securities owned outright that need 30 %',
  );
  expect(text).toContain(
    'Any one of these ends the call: that amount in cash; selling 18 ACME ($1,404); selling $1,866.67 of REST; $800 of securities owned outright that need 30 %. Due by',
  );
  expect(text.match(/\$560\b/g)).toHaveLength(1);
  expect(text).not.toMatch(/what if/i);
  // What could not be read stands in the words that leave the page too.
  await acme.getByLabel('Requirement was, %').fill('thirty');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText(
    'One entry could not be read: the figures still count the one before it.',
  );
  await expectAccessible(page);
});

test('the example has nothing to say; a typed account follows the what-if', async ({ page }) => {
  await open(page);
  await expect(opener(page)).toHaveCount(0);
  await typeM1(page);
  await opener(page).click();
  await expect(panel(page)).toContainText('Figures: equity $40,000; required $12,250.');
  await page.getByRole('button', { name: /lower by 0.5/ }).click();
  await expect(panel(page)).toContainText('What if: The market moves by −0.5 %.');
});

for (const width of [390, 320]) {
  test(`at ${width} pixels nothing overflows`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openAccount(page, called);
    await opener(page).click();
    await expect(panel(page)).toContainText('Margin call: $560.');
    expect(await sidewaysScroll(page)).toBe(0);
    await expectAccessible(page);
  });
}
