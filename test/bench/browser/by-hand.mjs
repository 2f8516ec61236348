// The ruler of the browser benchmark: the very page that the app has drawn, its elements and styles, moved by hand. No
// library stands between the pointer and the elements, and the sums are floats.
// The account comes from the benchmark as { money, rows: [{ value, rate, beta, isLong }] }.
const { money, rows } = window.benchAccount;
const find = (selector) => document.querySelector(selector);
const input = find('[aria-label="Market move"]');
const [thumb, band] = [input.parentElement, find('[class*="_band_"]')];
const track = thumb.parentElement;
const [from, to] = [Number(input.min) / 100, Number(input.max) / 100];
const [marker, dot, zero] = ['line[class*="_you_"]', 'circle[class*="_dot_"]', 'line[class*="_zero_"]'].map(
  find,
);
const [strong, rest] = find('[class*="_headline_"]').childNodes;
const second = find('[class*="_second_"]').firstChild;
const figures = [...document.querySelectorAll('dl dd span span:first-child')];
const field = document.getElementById(
  [...document.querySelectorAll('label')].find(({ textContent }) => textContent.startsWith('Market move in'))
    .htmlFor,
);
const listed = find('[aria-label="What differs from today"] li span');
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const plot = { left: Number(zero.getAttribute('x1')), right: Number(zero.getAttribute('x2')) };
const zeroAt = Number(zero.getAttribute('y1'));

function at(move) {
  let [equity, required, gross] = [money, 0, 0];
  for (const { value, rate, beta, isLong } of rows) {
    const now = value * Math.max(0, 1 + beta * move);
    equity += isLong ? now : -now;
    required += now * rate;
    gross += now;
  }
  return { equity, required, excess: equity - required, ratio: equity / gross };
}

const drawn = at(Number(input.value) / 100);
const perDollar = (Number(dot.getAttribute('cy')) - zeroAt) / drawn.excess;

function show(move) {
  const { equity, required, excess, ratio } = at(move);
  const percent = `${(move * 100).toFixed(1)} %`;
  const x = plot.left + ((move - from) / (to - from)) * (plot.right - plot.left);
  marker.setAttribute('x1', x);
  marker.setAttribute('x2', x);
  dot.setAttribute('cx', x);
  dot.setAttribute('cy', zeroAt + excess * perDollar);
  const place = (value) => `${((value - from) / (to - from)) * 100}%`;
  thumb.style.insetInlineStart = place(move);
  band.style.left = place(Math.min(0, move));
  band.style.width = `calc(${place(Math.max(0, move))} - ${place(Math.min(0, move))})`;
  input.setAttribute('aria-valuetext', `${percent}, ${dollars.format(excess)}`);
  input.value = String(move * 100);
  field.value = percent;
  listed.textContent = `The market moves by ${percent}`;
  strong.textContent = excess < 0 ? 'There would be a margin call.' : 'There would be no margin call.';
  rest.textContent = ` At ${percent}.`;
  second.textContent = `${dollars.format(Math.abs(excess))} from the requirement. `;
  [equity, required, excess].forEach((figure, n) => {
    figures[n].textContent = dollars.format(figure);
  });
  figures[3].textContent = `${(ratio * 100).toFixed(1)} %`;
}

let start = null;
thumb.addEventListener('pointerdown', (event) => {
  const box = thumb.getBoundingClientRect();
  start = event.clientX - box.left - box.width / 2;
  thumb.setPointerCapture(event.pointerId);
});
thumb.addEventListener('pointermove', (event) => {
  if (start === null) return;
  const box = track.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (event.clientX - start - box.left) / box.width));
  show(Math.round((from + share * (to - from)) * 200) / 200);
});
thumb.addEventListener('pointerup', () => {
  start = null;
});
