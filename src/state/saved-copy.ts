/**
 * The copy of the document that this browser keeps. Every access is guarded: a browser may refuse it. A copy that
 * cannot be read is put aside under a name of its own and never written over.
 */
import { failure, type Issue, issue, type Result, success } from '@/engine/result';
import type { SimulatorDocument } from '@/io/document';
import { parseJson } from '@/io/parse-json';
import { readDocument, readDocumentText } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { isCallDay } from '@/state/call-day';
import { knowAccount } from '@/state/known-figures';
import { readStory, type Story } from '@/state/story';

/**
 * A row that is no holding yet, because its value, or its shares or their price, is not typed. Figures are decimal
 * text, null where nothing is typed.
 */
export interface NewRow {
  readonly symbol: string;
  readonly side: 'long' | 'short';
  readonly shares: string | null;
  readonly price: string | null;
  readonly rate: string | null;
}

/** What the page has to say about the saved copy. */
export type SavedCopyNotice =
  | { readonly kind: 'unreadable'; readonly issues: readonly Issue[]; readonly text: string }
  /** Nothing is kept, or there is no room for more. */
  | { readonly kind: 'not-saved' | 'full' };

/** What a page starts with, apart from the example. */
export interface SavedCopy {
  readonly document: SimulatorDocument | null;
  readonly unfinished: Unfinished | null;
  readonly notice: SavedCopyNotice | null;
  /** False where saving would write over something, or is refused. */
  readonly canSave: boolean;
}

/** What is typed but not part of the document. */
export interface Unfinished {
  readonly texts: Readonly<Record<string, string>>;
  readonly newRow: NewRow;
  /** The day of the margin call, YYYY-MM-DD; null where it counts as today's. */
  readonly calledOn: string | null;
  /** What happened before; left out where nothing is told. */
  readonly story?: Story;
}

/** All that a person has made: an account, and what is typed for it but not part of it. */
export interface Work extends Unfinished {
  readonly document: SimulatorDocument;
}

/** As much of `localStorage` as is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> &
  Partial<Pick<Storage, 'key' | 'length'>>;

/** Where the account on show is kept while it has no place among the saved ones. */
export const documentKey = 'headroom.document';
/** What is typed for it but not part of it. */
export const unfinishedKey = 'headroom.unfinished';
/** Where unreadable copies are put, with a number behind it. */
export const unreadableKey = 'headroom.kept-aside';
/** Own work put aside. */
export const ownWorkKey = 'headroom.put-aside';

/** Reads the saved copy; puts one aside that cannot be read. */
export function readSavedCopy(shelf: Shelf | null): SavedCopy {
  const nothing = { document: null, unfinished: null };
  const refused = { ...nothing, notice: { kind: 'not-saved' }, canSave: false } as const;
  if (shelf === null) return refused;
  try {
    const text = shelf.getItem(documentKey);
    const unfinished = readUnfinished(shelf.getItem(unfinishedKey));
    if (text === null) return { document: null, unfinished, notice: null, canSave: true };
    const read = readDocumentText(text, ruleSets);
    if (read.ok) {
      const { document } = read.value;
      knowAccount(document.account, read.value, read.warnings);
      return { document, unfinished, notice: null, canSave: true };
    }
    const isAside = putAside(shelf, documentKey, text);
    return { ...nothing, notice: { kind: 'unreadable', issues: read.issues, text }, canSave: isAside };
  } catch {
    return refused;
  }
}

/** Reads the work put aside while another account is on show. A list with anything unreadable in it is also kept as it was. */
export function readOwnWork(shelf: Shelf | null): readonly Work[] {
  try {
    const text = shelf?.getItem(ownWorkKey) ?? null;
    if (shelf === null || text === null) return [];
    const works = readWorks(text);
    const readable = works.filter((work) => work !== null);
    if (works.length === 0 || readable.length < works.length) putAside(shelf, ownWorkKey, text);
    return readable;
  } catch {
    return [];
  }
}

/** Null stands for work that cannot be read. */
function readWorks(text: string): (Work | null)[] {
  const list = parseJson(text);
  if (!Array.isArray(list)) return [null];
  return list.map((each: unknown) => {
    const read = readWork(each);
    return read.ok ? read.value : null;
  });
}

/** Reads work that was kept, or says why it cannot be read. */
export function readWork(value: unknown): Result<Work> {
  if (!isRecord(value)) return failure([issue('not-a-headroom-document', '')]);
  const read = readDocument(value['document'], ruleSets);
  if (!read.ok) return read;
  const unfinished = unfinishedOf(value);
  if (unfinished === null) return failure([issue('not-a-headroom-document', '')]);
  const { document } = read.value;
  knowAccount(document.account, read.value, read.warnings);
  return success({ document, ...unfinished });
}

/** Work as the text under which it is kept. */
export function workText({ document, texts, newRow, calledOn, story }: Work): string {
  return JSON.stringify({ document, texts, newRow, calledOn, story });
}

/** What the browser remembers for this tab alone, or null where it is refused. */
export function sessionShelf(): Shelf | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** The browser's own storage, or null where it is refused. */
export function browserShelf(): Shelf | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function write(shelf: Shelf, key: string, text: string): boolean {
  try {
    shelf.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Moves an unreadable copy to the first free name; false when that fails and the copy stays where it is. */
function putAside(shelf: Shelf, from: string, text: string): boolean {
  for (let n = 1; n <= 20; n += 1) {
    const key = `${unreadableKey}.${n}`;
    const kept = shelf.getItem(key);
    if (kept !== null && kept !== text) continue;
    if (!write(shelf, key, text)) return false;
    shelf.removeItem(from);
    return true;
  }
  return false;
}

/** What was half-typed, from its text. It is a convenience: what does not look like it is left out. */
export function readUnfinished(text: string | null): Unfinished | null {
  if (text === null) return null;
  return unfinishedOf(parseJson(text));
}

function unfinishedOf(value: unknown): Unfinished | null {
  if (!isRecord(value) || !isRecord(value['texts']) || !isRecord(value['newRow'])) return null;
  const { symbol, side, shares, price, rate } = value['newRow'];
  const texts = Object.entries(value['texts']).flatMap(([field, kept]) =>
    typeof kept === 'string' ? [[field, kept] as const] : [],
  );
  return {
    texts: Object.fromEntries(texts),
    newRow: {
      symbol: typeof symbol === 'string' ? symbol : '',
      side: side === 'short' ? 'short' : 'long',
      // Any of them may be missing: a copy is read whatever it was kept by.
      shares: figureOf(shares),
      price: figureOf(price),
      rate: figureOf(rate),
    },
    calledOn: dayOf(value['calledOn']),
    story: readStory(value['story']),
  };
}

function figureOf(value: unknown): string | null {
  return typeof value === 'string' && /^\d{1,15}(\.\d{1,30})?$/.test(value) ? value : null;
}

function dayOf(value: unknown): string | null {
  return typeof value === 'string' && isCallDay(value) ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
