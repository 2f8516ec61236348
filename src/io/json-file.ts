/**
 * Accounts as the text of a file and back: one document as it is, or several in one list. Nothing here touches a disk; what
 * comes in goes through the one reader of documents.
 */
import { finish, type InSteps } from '@/engine/in-steps';
import { failure, type Issue, issue, type Result, success } from '@/engine/result';
import type { RuleSets } from '@/engine/rule-set';
import type { SimulatorDocument } from '@/io/document';
import { findDuplicateKeys } from '@/io/duplicate-keys';
import { type ReadDocument, readDocumentInSteps, readDocumentTextInSteps } from '@/io/read-document';

/** What a file held: one document with its warnings, or several, each read or refused on its own. */
export type FileContent =
  | { readonly kind: 'document'; readonly document: SimulatorDocument; readonly warnings: readonly Issue[] }
  | { readonly kind: 'accounts'; readonly accounts: readonly Result<ReadDocument>[] };

/** A document as the text of a file, indented so that people can read it. */
export function documentFile(document: SimulatorDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Several documents as the text of one file. */
export function accountsFile(accounts: readonly SimulatorDocument[]): string {
  return `${JSON.stringify({ app: 'headroom', accounts }, null, 2)}\n`;
}

/** Reads the text of a file that held one document or several. */
export function readFileText(text: string, ruleSets: RuleSets): Result<FileContent> {
  return finish(readFileTextInSteps(text, ruleSets));
}

/** As `readFileText`, in steps. */
export function* readFileTextInSteps(text: string, ruleSets: RuleSets): InSteps<Result<FileContent>> {
  const several = yield* readSeveral(text, ruleSets);
  if (several !== null) return several;
  yield;
  const read = yield* readDocumentTextInSteps(text, ruleSets);
  return read.ok
    ? success({ kind: 'document', document: read.value.document, warnings: read.warnings })
    : read;
}

/** Null where the text is no list of accounts: the reader of single documents then says what it is. */
function* readSeveral(text: string, ruleSets: RuleSets): InSteps<Result<FileContent> | null> {
  const json = text.replace(/^\uFEFF/, '');
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(parsed) || parsed['app'] !== 'headroom' || !('accounts' in parsed)) return null;
  if (findDuplicateKeys(json).length > 0) return failure([issue('duplicate-key', '/accounts', {})]);
  const strange = Object.keys(parsed).filter((key) => key !== 'app' && key !== 'accounts');
  if (strange.length > 0) {
    return failure(strange.map((key) => issue('unknown-key', `/${key}`, { key })));
  }
  const { accounts } = parsed;
  if (!Array.isArray(accounts)) return failure([issue('wrong-shape', '/accounts', { expected: 'list' })]);
  if (accounts.length === 0) return failure([issue('no-accounts', '/accounts')]);
  const read: Result<ReadDocument>[] = [];
  for (const each of accounts as readonly unknown[]) {
    yield;
    read.push(yield* readDocumentInSteps(each, ruleSets));
  }
  return success({ kind: 'accounts', accounts: read });
}

const mostLetters = 40;

/**
 * A file's name from words and a day, harmless on every system: no signs that a system keeps for itself, nothing that turns
 * the direction of writing, and never so long that the ending is cut off.
 */
export function fileName(words: string, day: string, ending: string): string {
  const plain = words
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*%~]+/gu, ' ')
    .replaceAll(/\s+/g, ' ');
  const short = Array.from(plain)
    .slice(0, mostLetters)
    .join('')
    .trim()
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  // The first word keeps the rest from being a name that some system has taken, as CON or NUL.
  return `${['Headroom', short, day].filter((part) => part !== '').join(' ')}.${ending}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
