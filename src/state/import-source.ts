/**
 * Where an import comes from, and how it is read: the same steps in the worker and, where a browser has none, on the
 * page. The file is read into memory piece by piece and kept nowhere.
 */
import type { ImportReading, ImportWishes } from '@/io/import/import-types';

/** Pasted text or a file. */
export type ImportSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly file: File };

/** How far the reading is: a share of the file, then its lines. */
export type ReadingStage =
  | { readonly kind: 'loading'; readonly share: number; readonly bytes: number }
  | { readonly kind: 'reading'; readonly lines: number };

/** What the worker is asked. */
export interface ReadingRequest {
  readonly source: ImportSource;
  readonly wishes: ImportWishes;
  /** Whether a report of activity is to be added up, which the person must ask for. */
  readonly isRebuilt: boolean;
}

/** What the worker says. */
export type ReadingReply =
  | { readonly kind: 'stage'; readonly stage: ReadingStage }
  | { readonly kind: 'done'; readonly reading: ImportReading }
  /** The worker could not: a part of it did not load, or the file is gone. */
  | { readonly kind: 'failed' };

/** Larger files are no list of holdings; refused before they fill the memory. */
const mostBytes = 30_000_000;
const pieceBytes = 1_000_000;

/** Reads a source to the end, telling how far it is. */
export async function readSourceHere(
  { source, wishes, isRebuilt }: ReadingRequest,
  tell: (stage: ReadingStage) => void,
): Promise<ImportReading> {
  const text = source.kind === 'text' ? source.text : await textOf(source.file, tell);
  if (typeof text !== 'string') return text;
  tell({ kind: 'reading', lines: countLines(text) });
  if (isRebuilt) {
    const { rebuildFromActivity } = await import('@/io/import/rebuild-activity');
    return rebuildFromActivity(text).reading;
  }
  const { readImport } = await import('@/io/import/read-import');
  return readImport(text, wishes);
}

async function textOf(file: File, tell: (stage: ReadingStage) => void): Promise<string | ImportReading> {
  const { size } = file;
  if (size > mostBytes) return { ok: false, refusal: 'too-large', figures: { bytes: String(size) } };
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += pieceBytes) {
    const piece = await file.slice(at, at + pieceBytes).arrayBuffer();
    bytes.set(new Uint8Array(piece), at);
    tell({ kind: 'loading', share: Math.min(1, (at + piece.byteLength) / size), bytes: size });
  }
  const { decodeFile } = await import('@/io/import/decode-file');
  return decodeFile(bytes) ?? { ok: false, refusal: 'binary', figures: {} };
}

function countLines(text: string): number {
  let lines = text === '' ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return text.endsWith('\n') ? lines - 1 : lines;
}
