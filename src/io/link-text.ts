/**
 * The compact text inside a link: items between commas, lists in round brackets, nothing for what is left out. Short to
 * begin with, it is compressed afterwards. An exclamation mark stands before a character that is meant as itself.
 */

/** A text, a list, or null for what is left out. */
export type LinkItem = string | null | readonly LinkItem[];

/** Deeper than any document; what nests further was made to break a reader. */
const mostDepth = 8;

/** An empty text, which is something else than nothing. */
const empty = '!-';

/** A list as text, without brackets around the whole. A list of nothing but one null has no text of its own. */
export function printLinkText(items: readonly LinkItem[]): string {
  return items.map((item) => printItem(item)).join(',');
}

function printItem(item: LinkItem): string {
  if (item === null) return '';
  if (typeof item !== 'string') return `(${printLinkText(item)})`;
  return item === '' ? empty : item.replace(/[!(),]/g, '!$&');
}

/** The list that a text stands for; null where it is no such text. */
export function parseLinkText(text: string): readonly LinkItem[] | null {
  const open: LinkItem[][] = [];
  let items: LinkItem[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '(') {
      open.push(items);
      if (open.length > mostDepth) return null;
      items = [];
      at += 1;
      if (text[at] !== ')') continue;
    } else {
      const end = endOfItem(text, at);
      const item = readItem(text.slice(at, end));
      if (item === undefined) return null;
      items.push(item);
      at = end;
    }
    while (text[at] === ')') {
      const outer = open.pop();
      if (outer === undefined) return null;
      outer.push(items);
      items = outer;
      at += 1;
    }
    if (at === text.length) return open.length === 0 ? items : null;
    if (text[at] !== ',') return null;
    at += 1;
  }
}

/** Where an item that is no list ends: at the next comma or bracket that is meant as one. */
function endOfItem(text: string, start: number): number {
  let at = start;
  while (at < text.length && !',()'.includes(text.charAt(at))) at += text[at] === '!' ? 2 : 1;
  return Math.min(at, text.length);
}

/** Undefined where an exclamation mark stands before anything that needs none. */
function readItem(printed: string): string | null | undefined {
  if (printed === '') return null;
  if (printed === empty) return '';
  return /^(?:[^!]|![!(),])*$/.test(printed) ? printed.replace(/!([!(),])/g, '$1') : undefined;
}
