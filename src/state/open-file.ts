/**
 * Opens what a file of this page holds: one account takes the place of the one on show, whose own work is put aside; of
 * several the person chooses. What cannot be read is refused with its issues, and everything stays as it is.
 */
import type { Issue } from '@/engine/result';
import type { SimulatorDocument } from '@/io/document';
import { readFileText } from '@/io/json-file';
import { ruleSets } from '@/presets/rule-sets';
import { selectHasOwnWork } from '@/state/aside';
import { openDocument } from '@/state/open-account';
import { useDesk } from '@/state/store';

/** One of several accounts in a file: its document, or why it cannot be read. */
export type FileAccount =
  | { readonly ok: true; readonly document: SimulatorDocument }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What is to be said of the file opened last. */
export type FileNotice =
  | { readonly kind: 'refused'; readonly file: string; readonly issues: readonly Issue[] }
  | { readonly kind: 'too-large'; readonly file: string }
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

/** Opens the text of a file, and says on the page what came of it. `file` is the file's name, empty where it has none. */
export function openFile(text: string, file = ''): FileNotice {
  const notice = text.length > mostLetters ? ({ kind: 'too-large', file } as const) : opened(text, file);
  sayOfFile(notice);
  return notice;
}

/** Says something of a file, or no longer. */
export function sayOfFile(fileNotice: FileNotice | null): void {
  useDesk.setState({ fileNotice });
}

function opened(text: string, file: string): FileNotice {
  const read = readFileText(text, ruleSets);
  if (!read.ok) return { kind: 'refused', file, issues: read.issues };
  if (read.value.kind === 'document') return show(read.value.document, read.value.warnings, file);
  const accounts = read.value.accounts.map(
    (each): FileAccount =>
      each.ok ? { ok: true, document: each.value.document } : { ok: false, issues: each.issues },
  );
  const [only] = accounts;
  if (accounts.length === 1 && only?.ok === true) return show(only.document, [], file);
  return { kind: 'several', file, accounts };
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
