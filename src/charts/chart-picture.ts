/**
 * A chart on the page as a picture of its own: its drawing with every style written into it, the words of its axis and
 * legend, title, caption and day. As SVG, and from that as PNG. What is not marked `data-picture` stays out of it.
 */

/** A chart that can be taken: what it is called and where it stands. */
export interface ChartOnShow {
  readonly title: string;
  readonly figure: HTMLElement;
  /** Whether names of holdings stand in it. */
  readonly hasNames: boolean;
}

/** What is written into a picture, and whether it is white or as the page is. */
export interface PictureWords {
  readonly title: string;
  /** Whose chart it is, and of what day. */
  readonly whose: string;
  readonly foot: string;
  readonly isWhite: boolean;
}

/** A picture as the text of an SVG file, with its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The charts' own drawings, and not an icon beside them. */
const drawings = 'svg.recharts-surface, svg[data-drawing]';

/** The charts on the page that are drawn and in sight of the page's layout. */
export function listCharts(): readonly ChartOnShow[] {
  return [...document.querySelectorAll<HTMLElement>('figure[data-chart]')].flatMap((figure) => {
    const drawing = figure.querySelector(drawings);
    const isDrawn = drawing !== null && drawing.getBoundingClientRect().width > 0;
    const { chart: title = '', names } = figure.dataset;
    return isDrawn ? [{ title, figure, hasNames: names !== undefined }] : [];
  });
}

const pad = 16;
const space = 'http://www.w3.org/2000/svg';

/** The picture of a chart. White means the light colours, whatever the page's are. */
export function takePicture(figure: HTMLElement, words: PictureWords): Picture {
  const page = document.documentElement;
  const theme = page.getAttribute('data-theme');
  // Nothing is painted in between: the colours are read and put back at once.
  if (words.isWhite) page.setAttribute('data-theme', 'light');
  try {
    return draw(figure, words);
  } finally {
    if (theme === null) page.removeAttribute('data-theme');
    else page.setAttribute('data-theme', theme);
  }
}

function draw(figure: HTMLElement, { title, whose, foot, isWhite }: PictureWords): Picture {
  const color = readColors(figure, isWhite);
  const root = document.createElementNS(space, 'svg');
  const width = Math.ceil(figure.getBoundingClientRect().width) + 2 * pad;
  const room = width - 2 * pad;
  const background = add(root, 'rect', { x: 0, y: 0, width, fill: color.surface });
  let y = pad;
  const write = (text: string, size: number, fill: string, weight = '400') => {
    for (const line of wrap(text, size, room)) {
      y += size * 1.4;
      const at = { x: pad, y: y - size * 0.4, fill, 'font-size': size, 'font-weight': weight };
      add(root, 'text', at).textContent = line;
    }
  };
  write(title, 16, color.ink, '650');
  write(whose, 12, color.muted);
  y += 8;
  for (const part of figure.querySelectorAll<Element>(`${drawings}, canvas, [data-picture]`)) {
    const box = part.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const [left, top] = [figure.getBoundingClientRect().left - pad, box.top - y];
    if (part instanceof SVGElement) root.append(copyDrawing(part, box.left - left, y));
    else if (part instanceof HTMLCanvasElement) {
      const at = { x: box.left - left, y, width: box.width, height: box.height, href: part.toDataURL() };
      add(root, 'image', at);
    } else copyWords(part, root, left, top);
    y += box.height;
  }
  y += 8;
  const caption = figure.querySelector('figcaption');
  write([...(caption?.childNodes ?? [])].map(ownWords).join('').trim(), 12, color.muted);
  write(foot, 12, color.muted);
  const height = Math.ceil(y + pad);
  background.setAttribute('height', String(height));
  setAll(root, { xmlns: space, width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': fonts });
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

const fonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Open Sans", sans-serif';

/** What stands in the caption itself: no control, no table, nothing hidden from the eye. */
function ownWords(node: ChildNode): string {
  if (node instanceof HTMLElement) {
    const isApart = node.matches('.visually-hidden, details, button, [data-screen]');
    return isApart ? '' : (node.textContent ?? '');
  }
  return node.textContent ?? '';
}

function readColors(figure: HTMLElement, isWhite: boolean) {
  const probe = document.createElement('span');
  figure.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colors = { ink: read('ink'), muted: read('muted'), surface: isWhite ? '#ffffff' : read('surface') };
  probe.remove();
  return colors;
}

const written = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
] as const;

/** A drawing with every style in it, so that it looks the same where the page's styles are not. */
function copyDrawing(drawing: SVGElement, x: number, y: number): SVGElement {
  const copy = drawing.cloneNode(true) as SVGElement;
  const [originals, copies] = [drawing, copy].map((each) => [
    each,
    ...each.querySelectorAll<SVGElement>('*'),
  ]);
  copies?.forEach((each, index) => {
    const original = originals?.[index];
    if (original === undefined) return;
    const style = getComputedStyle(original);
    each.removeAttribute('class');
    each.removeAttribute('style');
    for (const name of written) each.setAttribute(name, style.getPropertyValue(name));
  });
  const { width, height } = drawing.getBoundingClientRect();
  setAll(copy, { x, y, width, height });
  return copy;
}

/** The words of HTML parts where they stand, and the little boxes and marks beside them. */
function copyWords(part: Element, root: SVGElement, left: number, top: number): void {
  for (const each of part.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(each);
    const box = each.getBoundingClientRect();
    if (each.childNodes.length === 0 && style.backgroundColor !== 'rgba(0, 0, 0, 0)') {
      const [x, y, half] = [box.left - left + box.width / 2, box.top - top + box.height / 2, box.width / 2];
      add(root, 'path', {
        d: `M${x},${y - half}l${half},${half}l${-half},${half}l${-half},${-half}z`,
        fill: style.backgroundColor,
      });
    }
    const swatch = getComputedStyle(each, '::before');
    if (swatch.content === 'none' || swatch.content === 'normal') continue;
    const [width, height] = [Number.parseFloat(swatch.width), Number.parseFloat(swatch.height)];
    const y = box.top - top + (box.height - height) / 2;
    const isFramed = swatch.borderTopStyle !== 'none';
    add(root, 'rect', {
      x: box.left - left + 0.5,
      y,
      width,
      height,
      fill: isFramed ? 'none' : swatch.backgroundColor,
      ...(isFramed ? { stroke: swatch.borderTopColor, 'stroke-dasharray': '3 2' } : {}),
    });
  }
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const { parentElement, textContent } = node;
    if (parentElement === null || textContent === null || textContent.trim() === '') continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const style = getComputedStyle(parentElement);
    const size = Number.parseFloat(style.fontSize);
    add(root, 'text', {
      x: box.left - left,
      y: box.top - top + box.height / 2 + size * 0.35,
      fill: style.color,
      'font-size': size,
      'font-weight': style.fontWeight,
      'xml:space': 'preserve',
    }).textContent = textContent;
  }
}

/** Lines that fit, broken between words. */
function wrap(text: string, size: number, room: number): readonly string[] {
  const brush = document.createElement('canvas').getContext('2d');
  if (brush !== null) brush.font = `${size}px ${fonts}`;
  const measure = (line: string) => brush?.measureText(line).width ?? line.length * size * 0.56;
  const lines: string[] = [];
  for (const word of text
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .split(' ')
    .filter((each) => each !== '')) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(joined) > room) lines.push(word);
    else lines.splice(Math.max(0, lines.length - 1), 1, joined);
  }
  return lines;
}

type Attributes = Readonly<Record<string, string | number>>;

function add(to: SVGElement, name: string, attributes: Attributes): SVGElement {
  const made = document.createElementNS(space, name) as SVGElement;
  setAll(made, attributes);
  to.append(made);
  return made;
}

function setAll(element: SVGElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** A picture as PNG, with so many pixels for each of its own. */
export async function toPng({ svg, width, height }: Picture, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * scale, height * scale];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, 'image/png');
    });
    if (blob === null) throw new Error('the browser makes no picture of this size');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
