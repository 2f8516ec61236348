/**
 * Whether the import stands open, and what was handed to it. Beside the document and its history on purpose: what is read
 * of a file is never saved and no step to undo until it is applied.
 */
import { create } from 'zustand';
import type { ImportSource } from '@/state/import-source';

/** The import as it stands open. */
export interface Importing {
  readonly isOpen: boolean;
  /** What was dropped or pasted; null where the person still has to choose. */
  readonly source: ImportSource | null;
  /** Names of files that were dropped beside the first, which is the one that is read. */
  readonly others: readonly string[];
  /** Counts what was handed over, so that the same file twice is read twice. */
  readonly handed: number;
}

const closed = { isOpen: false, source: null, others: [] } as const;

/** The store of the import. Read it with a selector; write with the functions below. */
export const useImporting = create<Importing>()(() => ({ ...closed, handed: 0 }));

/** Opens the import, with a source to read at once or without one. */
export function openImport(source: ImportSource | null = null, others: readonly string[] = []): void {
  useImporting.setState(({ handed }) => ({ isOpen: true, source, others, handed: handed + 1 }));
}

/** Closes the import and forgets what was handed to it. */
export function closeImport(): void {
  useImporting.setState(closed);
}
