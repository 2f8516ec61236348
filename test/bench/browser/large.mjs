// Ten thousand holdings in the built page: the longest task on the page's own thread while they are read, previewed, opened,
// loaded again, opened as a file, and moved by one step of the slider. Browsers report tasks above 50 ms only.
const count = 10_000;
const rows = Array.from({ length: count }, (_, n) => ({
  symbol: `S${n}`,
  shares: String(10 + (n % 90)),
  price: String(((n * 37) % 211) + 20.5),
}));
const csv = `Symbol,Quantity,Price\n${rows.map((row) => Object.values(row).join()).join('\n')}\n`;
const document = {
  app: 'headroom',
  schemaVersion: 1,
  account: {
    name: 'Bench',
    ruleSet: 'm1',
    cash: '0',
    marginLoan: '1000000',
    shortCredit: '0',
    positions: rows.map((row, n) => ({ id: `p${n}`, side: 'long', ...row })),
  },
  scenarios: [],
};

/** Measures each stage a few times over and prints the middle of their longest tasks. */
export async function benchLarge(browser, url, rounds = 3) {
  const stages = new Map();
  for (let round = 0; round < rounds; round += 1) {
    for (const [stage, longest] of [...(await imported(browser, url)), ...(await saved(browser, url))]) {
      stages.set(stage, [...(stages.get(stage) ?? []), longest]);
    }
  }
  console.log(`\n${count.toLocaleString('en-US')} holdings: the longest task of each stage, milliseconds.`);
  for (const [stage, longest] of stages) {
    const sorted = longest.toSorted((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)];
    console.log(`${stage.padEnd(24)} ${middle === 0 ? ' below 50' : String(middle).padStart(9)}`);
  }
}

async function imported(browser, url) {
  const page = await openPage(browser, url);
  const longest = [];
  await page
    .getByRole('button', { name: /paste or import/i })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await tasks(page);
  await dialog
    .getByLabel('File with holdings')
    .setInputFiles({ name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await dialog.locator('tbody tr').first().waitFor();
  longest.push(['read and previewed', await tasks(page)]);
  await dialog.getByLabel('What do you owe the broker?').fill('1000000');
  await dialog.getByLabel('How much cash is there?').fill('0');
  await page.keyboard.press('Tab');
  longest.push(['questions answered', await tasks(page)]);
  await dialog.getByRole('button', { name: /^Open 10,000/ }).click();
  await dialog.waitFor({ state: 'detached' });
  longest.push(['opened', await tasks(page)]);
  await page.context().close();
  return longest;
}

async function saved(browser, url) {
  const text = JSON.stringify(document);
  const page = await openPage(browser, url, text);
  const longest = [['loaded again', await tasks(page)]];
  const slider = page.getByRole('slider', { name: 'Market move' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  longest.push(['first step of the slider', await tasks(page)]);
  await page.keyboard.press('ArrowLeft');
  longest.push(['another step', await tasks(page)]);
  const dropped = await page.evaluateHandle((json) => {
    const data = new DataTransfer();
    data.items.add(new File([json], 'many.json', { type: 'application/json' }));
    return data;
  }, text);
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await page.getByRole('region', { name: 'File' }).getByText('is open').waitFor();
  longest.push(['opened as a file', await tasks(page)]);
  await page.context().close();
  return longest;
}

async function openPage(browser, url, text = null) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.addInitScript((kept) => {
    if (kept !== null) localStorage.setItem('headroom.document', kept);
    window.benchTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.benchTasks.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
  }, text);
  await page.goto(url);
  await page.locator('svg.recharts-surface').waitFor();
  return page;
}

/** The longest task since this was asked last, once all is still; 0 for none above 50 ms. */
async function tasks(page) {
  await page.waitForTimeout(1_500);
  return page.evaluate(() => Math.max(0, ...window.benchTasks.splice(0)));
}
