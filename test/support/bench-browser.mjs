// `npm run bench:browser`: one step of the market slider in the built page, from the pointer's event to the painted
// frame, beside the same page moved by hand. Ratios are what to look at: times belong to the machine.
// Then a slider let go beside a comparison of four what-ifs, to the frame that shows them. Sizes to measure may be named:
// `npm run bench:browser 60`; `npm run bench:browser compared` has the comparison alone, and `npm run bench:browser import`
// the longest tasks of ten thousand holdings that are imported, loaded and opened.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { benchLarge } from '../bench/browser/large.mjs';
import { chromiumArgs, chromiumPath } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = `${root}node_modules/.cache/headroom-bench/page`;
const [host, port] = ['127.0.0.1', 4319];
const asked = process.argv.slice(2);
const isComparedOnly = asked[0] === 'compared';
const sizes = isComparedOnly ? [] : asked.length > 0 ? asked.map(Number) : [10, 60, 1_000];
const speeds = [1, 4];
/** Many short drags: each is taken up and let go, as a person does it. */
const drags = { warmUp: 10, counted: 200, steps: 2 };
const releases = { warmUp: 4, counted: 30 };
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
  if (asked[0] === 'import') await benchLarge(browser, `http://${host}:${port}/`);
  else await benchSteps();
} finally {
  await browser.close();
  await server.close();
}

/** One step of the slider at each size, then a slider let go beside a comparison. */
async function benchSteps() {
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
  console.log(
    '\nA market slider let go, 60 positions, four what-ifs kept; milliseconds to the painted frame.',
  );
  console.log('CPU   comparison   page p50    p95   figures of all p50    p95   page ÷ closed p50');
  for (const speed of speeds) {
    const closed = await measureRelease(speed, false);
    printRelease(speed, 'closed', closed);
    printRelease(speed, 'open', await measureRelease(speed, true), closed);
  }
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

/** Lets the slider of a page with four what-ifs go many times, with or without their comparison on show. */
async function measureRelease(speed, isCompared) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.addInitScript(
    (document) => {
      localStorage.setItem('headroom.document', JSON.stringify(document));
    },
    withFour(accountOf(60)),
  );
  await page.goto(`http://${host}:${port}/`);
  await page.locator('svg.recharts-surface').waitFor();
  if (isCompared) {
    await page.locator('summary', { hasText: 'Kept and ready-made' }).click();
    await page.getByRole('button', { name: 'Compare with today' }).click();
    await page.locator('figure[data-chart="What-ifs beside today"] svg.recharts-surface').waitFor();
  }
  await page.evaluate(watchReleases);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: speed });
  for (let count = 0; count < releases.warmUp + releases.counted; count += 1) {
    if (count === releases.warmUp) {
      await page.evaluate(() => {
        window.benchReleases = [];
      });
    }
    await letGo(page, session, count % 2 === 0 ? -1 : 1);
  }
  const times = await page.evaluate(() => window.benchReleases);
  await context.close();
  if (times.length < releases.counted) throw new Error(`only ${times.length} releases were seen`);
  return times;
}

/** In the page: stamps the frame after each release, and the last frame in which the comparison changed for it. */
function watchReleases() {
  window.benchReleases = [];
  let now = null;
  // Ahead of what the page has put off until after the frame.
  const painted = (act) =>
    requestAnimationFrame(() => {
      void window.scheduler.postTask(() => act(performance.now()), { priority: 'user-blocking' });
    });
  window.addEventListener(
    'pointerup',
    () => {
      const release = { start: performance.now(), page: 0, all: 0 };
      now = release;
      window.benchReleases.push(release);
      painted((end) => {
        release.page = end - release.start;
      });
    },
    { capture: true },
  );
  const panel = document.querySelector('section[aria-labelledby="compare-title"]');
  if (panel === null) return;
  new MutationObserver(() => {
    const release = now;
    if (release === null) return;
    painted((end) => {
      release.all = end - release.start;
    });
  }).observe(panel, { subtree: true, childList: true, characterData: true });
}

/** Takes the thumb, moves it to one side, lets it go there and waits until all is still. */
async function letGo(page, session, side) {
  const thumb = await page.evaluate(() => {
    const slider = document.querySelector('input[type="range"][aria-label="Market move"], [role="slider"]');
    const element = slider.matches('input') ? slider.parentElement : slider;
    element.scrollIntoView({ block: 'center' });
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  const send = (type, x, buttons) =>
    session.send('Input.dispatchMouseEvent', { type, x, y: thumb.y, button: 'left', buttons, clickCount: 1 });
  await send('mousePressed', thumb.x, 1);
  for (const step of [1, 2, 3]) await send('mouseMoved', thumb.x + side * step * stride, 1);
  await page.waitForTimeout(50);
  await send('mouseReleased', thumb.x + side * 3 * stride, 0);
  await page.waitForTimeout(300);
}

function withFour(document) {
  const changes = [
    [{ type: 'moveMarket', ratio: '-0.1' }],
    [{ type: 'shiftRequirement', points: '0.05' }],
    [{ type: 'movePrice', position: 'p0', ratio: '-0.3' }],
    [
      { type: 'moveMarket', ratio: '-0.1' },
      { type: 'trade', position: 'p1', shares: '-5' },
      { type: 'withdraw', amount: '5000' },
    ],
  ];
  const scenarios = changes.map((each, n) => ({ id: `s${n + 1}`, name: `What if ${n + 1}`, changes: each }));
  return { ...document, scenarios, shownScenario: 's1' };
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

function printRelease(speed, name, times, closed) {
  const at = (all, key, share) => sorted(all, key)[Math.min(all.length - 1, Math.floor(all.length * share))];
  const ms = (key, share) => at(times, key, share).toFixed(1).padStart(6);
  const isOpen = closed !== undefined;
  const ratio = isOpen ? (at(times, 'page', 0.5) / at(closed, 'page', 0.5)).toFixed(1).padStart(6) : '';
  const figures = isOpen ? `${ms('all', 0.5)} ${ms('all', 0.95)}` : '';
  console.log(
    `${speed}×    ${name.padEnd(10)}   ${ms('page', 0.5)} ${ms('page', 0.95)}               ${figures.padEnd(13)}              ${ratio}`,
  );
}
