/**
 * Opens what a file of this page holds: one account takes the place of the one on show, whose own work is put aside; of
 * several the person chooses. What cannot be read is refused with its issues, and everything stays as it is.
 */
import { finish, type InSteps } from '@/engine/in-steps';
import type { Issue } from '@/engine/result';
import type { SimulatorDocument } from '@/io/document';
import { readFileTextInSteps } from '@/io/json-file';
import { ruleSets } from '@/presets/rule-sets';
import { selectHasOwnWork } from '@/state/aside';
import { openDocument } from '@/state/open-account';
import { isLarge, prepareInSteps } from '@/state/prepare';
import { useDesk } from '@/state/store';

/** One of several accounts in a file: its document, or why it cannot be read. */
export type FileAccount =
  | { readonly ok: true; readonly document: SimulatorDocument }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What is to be said of the file opened last. */
export type FileNotice =
  | { readonly kind: 'refused'; readonly file: string; readonly issues: readonly Issue[] }
  | { readonly kind: 'too-large' | 'opening'; readonly file: string }
  | {
      readonly kind: 'opened';
      readonly file: string;
      readonly name: string;
      readonly warnings: readonly Issue[];
      /** Whether own work was put aside for it. */
      readonly hasAside: boolean;
    }
  | { readonly kind: 'several'; readonly file: string; readonly accounts: readonly FileAccount[] };

/** More than this is no account, and would only make the page wait. */
export const mostLetters = 20_000_000;

/** From so many letters on a file is opened in slices: some five hundred holdings. */
const manyLetters = 50_000;

/** Opens the text of a file, and says on the page what came of it. `file` is the file's name, empty where it has none. */
export function openFile(text: string, file = ''): FileNotice {
  const notice = finish(opened(text, file));
  sayOfFile(notice);
  return notice;
}

/** Does work in slices, between which the page answers. Where it fails, `onFailed` is told first. */
type Slices = <T>(work: InSteps<T>, onDone: (made: T) => void, onFailed: () => void) => unknown;

/**
 * As `openFile`; a long text in slices, which is said, and is given up by saying something else of a file, or nothing.
 * Nothing changes before the last of them.
 */
export function openFileInSlices(slices: Slices, text: string, file = ''): void {
  if (text.length < manyLetters || text.length > mostLetters) {
    openFile(text, file);
    return;
  }
  const opening: FileNotice = { kind: 'opening', file };
  sayOfFile(opening);
  const done = (notice: FileNotice | null) => {
    if (notice !== null) sayOfFile(notice);
  };
  slices(unlessGivenUp(opening, opened(text, file)), done, () =>
    sayOfFile({ kind: 'refused', file, issues: [] }),
  );
}

/** Work that ends with nothing as soon as its notice has gone: with it, or with another account that was opened. */
function* unlessGivenUp(opening: FileNotice, work: InSteps<FileNotice>): InSteps<FileNotice | null> {
  while (useDesk.getState().fileNotice === opening) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield;
  }
  return null;
}

/** Says something of a file, or no longer. */
export function sayOfFile(fileNotice: FileNotice | null): void {
  useDesk.setState({ fileNotice });
}

function* opened(text: string, file: string): InSteps<FileNotice> {
  if (text.length > mostLetters) return { kind: 'too-large', file };
  yield;
  const read = yield* readFileTextInSteps(text, ruleSets);
  if (!read.ok) return { kind: 'refused', file, issues: read.issues };
  if (read.value.kind === 'document') return yield* shown(read.value.document, read.value.warnings, file);
  const accounts = read.value.accounts.map(
    (each): FileAccount =>
      each.ok ? { ok: true, document: each.value.document } : { ok: false, issues: each.issues },
  );
  const [only] = accounts;
  if (accounts.length === 1 && only?.ok === true) return yield* shown(only.document, [], file);
  return { kind: 'several', file, accounts };
}

function* shown(document: SimulatorDocument, warnings: readonly Issue[], file: string): InSteps<FileNotice> {
  if (isLarge(document)) yield* prepareInSteps(document);
  return show(document, warnings, file);
}

/** Opens one of the accounts of a file. */
function show(document: SimulatorDocument, warnings: readonly Issue[], file: string): FileNotice {
  const hasAside = selectHasOwnWork(useDesk.getState());
  openDocument(document);
  return { kind: 'opened', file, name: document.account.name, warnings, hasAside };
}

/** Opens one of several accounts of a file, and says so. */
export function openOfSeveral(document: SimulatorDocument, file: string): void {
  sayOfFile(show(document, [], file));
}
