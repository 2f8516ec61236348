// Where things stand on the page, and what every browser test does with them.
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { AccountInput } from '@/engine/account';
import { documentOf } from '../support/document-of';
import { expect } from './fixtures';

/** The field of what the holdings are worth. */
export const holdings = (page: Page) => page.getByLabel('My holdings are worth');
/** The field of what is owed. */
export const loan = (page: Page) => page.getByLabel('I owe the broker');
/** The field of the requirement. */
export const requirement = (page: Page) => page.getByLabel('My broker requires, % or $');
/** The market slider's exact field. */
export const marketField = (page: Page) => page.getByLabel(/^Market move in percent/);
/** The market slider. */
export const marketSlider = (page: Page) => page.getByRole('slider', { name: 'Market move' });
/** The requirement slider. */
export const shiftSlider = (page: Page) =>
  page.getByRole('slider', { name: 'Points added to every requirement' });
/** The verdict. */
export const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' });
/** Equity, required and above. */
export const figures = (page: Page) => page.locator('dl');

/** Opens the page and waits for its chart. */
export async function open(page: Page) {
  await page.goto('/');
  await expect(page.locator('svg.recharts-surface')).toBeVisible();
}

/** Opens the page where a browser has kept this saved copy, unless it keeps another by then. */
export async function openKept(page: Page, text: string) {
  await page.addInitScript((kept) => {
    if (localStorage.getItem('headroom.document') === null) localStorage.setItem('headroom.document', kept);
  }, text);
  await open(page);
}

/** Opens the page with this account kept; what is left out of it is M1's rules and nothing. */
export async function openAccount(page: Page, account: Partial<AccountInput>) {
  await openKept(page, JSON.stringify(documentOf(account)));
}

/** On a phone the account and the what-if are sections of their own: opens one where it is folded. */
export async function openSection(page: Page, section: 'Account' | 'What if') {
  const [account, whatIf] = await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button')
    .all();
  const button = section === 'Account' ? account : whatIf;
  if ((await button?.getAttribute('aria-expanded')) === 'false') await button?.click();
}

/** Pixels by which the page is wider than the window, once what follows its width has been drawn. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    // A chart takes its new width a frame after the scroll bar came.
    await frame();
    await frame();
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
}

/** Types M1's account. */
export async function typeM1(page: Page) {
  await openSection(page, 'Account');
  await holdings(page).fill('49000');
  await loan(page).fill('10000');
  await requirement(page).fill('25');
  await page.getByLabel('Cash in the account').fill('1000');
  await page.keyboard.press('Enter');
}

/** Types holdings one by one, each its symbol, value and requirement in percent, and what is owed. */
export async function typeHoldings(
  page: Page,
  held: readonly (readonly [symbol: string, value: string, rate: string])[],
  owed: string,
) {
  await openSection(page, 'Account');
  await page.getByRole('button', { name: 'Type holdings one by one' }).click();
  for (const [row, [symbol, value, rate]] of held.entries()) {
    const cells = page.locator('tbody tr').nth(row);
    await cells.getByLabel(/^Symbol/).fill(symbol);
    await cells.getByLabel(/^Value of/).fill(value);
    await cells.getByLabel(/^Requirement of/).fill(rate);
    await page.keyboard.press('Enter');
  }
  await loan(page).fill(owed);
  await page.keyboard.press('Enter');
}

/** Presses on a slider's thumb and moves it by a share of the slider's width, without letting go. */
export async function dragBy(page: Page, slider: Locator, share: number) {
  await slider.locator('..').scrollIntoViewIfNeeded();
  const thumb = await slider.locator('..').boundingBox();
  const track = await slider.locator('../..').boundingBox();
  if (thumb === null || track === null) throw new Error('the slider is not on screen');
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 5; step += 1) await page.mouse.move(x + (track.width * share * step) / 5, y);
}

/** Nothing that axe finds. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Opens a folded row of the what-if. */
export async function unfold(page: Page, title: string) {
  await page.locator('summary', { hasText: title }).click();
}

/** The button that opens the menu of accounts. */
export const menuButton = (page: Page) =>
  page.getByRole('button', { name: /: files, examples, look, print$/ });
/** That menu. */
export const menu = (page: Page) => page.getByRole('group', { name: 'Examples' });

/** Opens one example of a publisher, by the start of what stands in the menu. */
export async function choose(page: Page, publisher: string, name: RegExp) {
  await menuButton(page).click();
  await page.getByRole('group', { name: publisher }).getByRole('button', { name }).click();
  await expect(menu(page)).toBeHidden();
}
