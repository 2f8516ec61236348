// `npm run bench:browser`: one step of the market slider in the built page, from the pointer's event to the painted
// frame, beside the same page moved by hand. Ratios are what to look at: times belong to the machine.
// Sizes to measure may be named: `npm run bench:browser 60`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { chromiumArgs, chromiumPath } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = `${root}node_modules/.cache/headroom-bench/page`;
const [host, port] = ['127.0.0.1', 4319];
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 60, 1_000];
const speeds = [1, 4];
/** Many short drags: each is taken up and let go, as a person does it. */
const drags = { warmUp: 10, counted: 200, steps: 2 };
/** Pixels between two steps: more than a step of the slider and more than its pull toward known moves. */
const stride = 11;

await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
const byHand = readFileSync(`${root}test/bench/browser/by-hand.mjs`, 'utf8');
const server = await preview({
  root,
  logLevel: 'error',
  build: { outDir },
  preview: { host, port, strictPort: true },
});
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs });
try {
  console.log(`One slider step, milliseconds over ${drags.counted} real drags of ${drags.steps} steps each.`);
  console.log(
    'work: from the event’s first listener to the painted frame. input: from when the event was made.\n',
  );
  console.log('positions  CPU   page     work p50    p95    max   input p95   ÷ by hand p50    p95');
  for (const size of sizes) {
    for (const speed of speeds) {
      const hand = await measure(size, speed, true);
      const app = await measure(size, speed, false);
      print(size, speed, 'by hand', hand);
      print(size, speed, 'app', app, hand);
    }
  }
} finally {
  await browser.close();
  await server.close();
}

/** Drags the slider of one page and gives the times of its steps. */
async function measure(size, speed, isByHand) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.addInitScript(
    ({ document, plain }) => {
      localStorage.setItem('headroom.document', JSON.stringify(document));
      window.benchAccount = plain;
    },
    { document: accountOf(size), plain: plainOf(size) },
  );
  await page.goto(`http://${host}:${port}/`);
  await page.locator('svg.recharts-surface').waitFor();
  // Both begin inside a what-if, where everything that a step writes is on the page.
  await page.getByLabel(/^Market move in percent/).fill('-10');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  if (isByHand) await takeOver(page);
  await page.evaluate(watchSteps);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: speed });
  for (let drag = 0; drag < drags.warmUp; drag += 1) await dragOnce(page, session);
  await page.evaluate(() => {
    window.benchSteps = [];
  });
  for (let drag = 0; drag < drags.counted; drag += 1) await dragOnce(page, session);
  const steps = await page.evaluate(() => window.benchSteps);
  await context.close();
  if (steps.length < drags.counted * drags.steps) throw new Error(`only ${steps.length} steps were seen`);
  return { work: sorted(steps, 'work'), input: sorted(steps, 'input') };
}

/** Leaves the page's elements and styles where they are and puts a few lines by hand in place of all of its code. */
async function takeOver(page) {
  const html = await page.evaluate(() => {
    for (const each of document.querySelectorAll('script, link[rel="modulepreload"], meta[http-equiv]'))
      each.remove();
    for (const field of document.querySelectorAll('input')) field.setAttribute('value', field.value);
    return document.documentElement.outerHTML;
  });
  await page.route('**/by-hand', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html>${html}` }),
  );
  await page.goto(`http://${host}:${port}/by-hand`);
  await page.addScriptTag({ content: byHand, type: 'module' });
}

/** In the page: stamps each move of the pressed pointer, and the task after the frame that shows it. */
function watchSteps() {
  window.benchSteps = [];
  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.buttons === 0) return;
      const start = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const end = performance.now();
          window.benchSteps.push({ work: end - start, input: end - event.timeStamp });
        };
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** In the page: waits until a step more than so many is stamped. */
function frameAfter(count) {
  return new Promise((done, fail) => {
    const end = performance.now() + 5_000;
    const look = () => {
      if (window.benchSteps.length > count) done();
      else if (performance.now() > end) fail(new Error('a step was not painted within five seconds'));
      else setTimeout(look, 1);
    };
    look();
  });
}

/** Takes the real thumb, moves it step by step to the left and back, and lets go where it was taken. */
async function dragOnce(page, session) {
  const thumb = await page.evaluate(() => {
    const slider = document.querySelector('[role="slider"], input[type="range"][aria-label="Market move"]');
    const box = (slider.matches('input') ? slider.parentElement : slider).getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  const send = (type, x) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      x,
      y: thumb.y,
      button: type === 'mouseMoved' ? 'none' : 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    });
  await send('mousePressed', thumb.x);
  for (let step = 1; step <= drags.steps; step += 1) {
    const away = step <= drags.steps / 2 ? step : drags.steps - step;
    const before = await page.evaluate(() => window.benchSteps.length);
    await send('mouseMoved', thumb.x - away * stride);
    await page.evaluate(frameAfter, before);
  }
  await send('mouseReleased', thumb.x);
}

/** Longs and, every fifth, a short, of many prices, rates and betas, with room to fall. */
function rowsOf(size) {
  return Array.from({ length: size }, (_, n) => ({
    isLong: n % 5 !== 4,
    shares: 10 + (n % 90),
    price: 20 + ((n * 731) % 20_000) / 100,
    rate: 0.3 + (n % 6) * 0.05,
    beta: 1 + (n % 4) * 0.25,
  }));
}

function accountOf(size) {
  return {
    app: 'headroom',
    schemaVersion: 1,
    account: {
      name: 'Bench',
      ruleSet: 'finra-minimum',
      cash: String(size * 500),
      marginLoan: String(size * 1_200),
      shortCredit: String(size * 1_100),
      positions: rowsOf(size).map(({ isLong, shares, price, rate, beta }, n) => ({
        id: `p${n}`,
        symbol: `P${n}`,
        side: isLong ? 'long' : 'short',
        shares: String(shares),
        price: price.toFixed(2),
        maintenanceRate: rate.toFixed(2),
        beta: beta.toFixed(2),
      })),
    },
    scenarios: [],
  };
}

function plainOf(size) {
  return {
    money: size * (500 + 1_100 - 1_200),
    rows: rowsOf(size).map(({ isLong, shares, price, rate, beta }) => ({
      value: shares * price,
      rate,
      beta,
      isLong,
    })),
  };
}

function sorted(steps, key) {
  return steps.map((step) => step[key]).toSorted((a, b) => a - b);
}

function print(size, speed, name, { work, input }, hand) {
  const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const ms = (value) => value.toFixed(1).padStart(6);
  const ratio = (share) => (at(work, share) / at(hand.work, share)).toFixed(1).padStart(6);
  const ratios = hand === undefined ? '' : `          ${ratio(0.5)} ${ratio(0.95)}`;
  console.log(
    `${String(size).padStart(9)}  ${speed}× ${speed === 1 ? ' ' : ' '}  ${name.padEnd(8)}   ${ms(at(work, 0.5))} ${ms(at(work, 0.95))} ${ms(work.at(-1))}      ${ms(at(input, 0.95))}${ratios}`,
  );
}
