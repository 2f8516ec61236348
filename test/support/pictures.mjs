// `npm run pictures`: takes the README's pictures from the built page, so that they never show a page that is gone.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('../browser/pictures/', import.meta.url));
const port = 4318;
const address = `http://127.0.0.1:${port}/`;

mkdirSync(folder, { recursive: true });
const server = spawn(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'preview', '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
  { cwd: root, stdio: 'ignore' },
);
try {
  await waitFor(address);
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs });
  await take(browser, { name: 'what-if', width: 1280, height: 720, colorScheme: 'light', move: '-13' });
  await take(browser, { name: 'phone', width: 390, height: 700, colorScheme: 'dark', move: '-20' });
  await browser.close();
} finally {
  server.kill();
}

/** The account of three numbers, 58,000 and 23,400 at a requirement of 17,000, and a move of the market. */
async function take(browser, { name, width, height, colorScheme, move }) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    deviceScaleFactor: 2,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(address);
  const door = page.getByRole('button', { name: 'Enter my three numbers' });
  if (await door.isVisible()) await door.click();
  await page.getByLabel('My holdings are worth').fill('58000');
  await page.getByLabel('I owe the broker').fill('23400');
  await page.getByLabel('My broker requires, % or $').fill('$17000');
  await page.keyboard.press('Enter');
  await page.getByLabel(/^Market move in percent/).fill(move);
  await page.keyboard.press('Enter');
  await page.locator('svg.recharts-surface').waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `${folder}${name}.png` });
  await context.close();
}

async function waitFor(url) {
  for (let tries = 0; tries < 50; tries += 1) {
    const isThere = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nothing answers at ${url}`);
}
