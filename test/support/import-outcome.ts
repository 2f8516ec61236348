// What the tests of an import ask of a reading: the choices it starts with, what comes of it, and the account that opens.
import type { ImportFound } from '@/io/import/import-types';
import { documentOfImport } from '@/state/import';
import { type ImportChoices, startChoices } from '@/state/import-choices';
import { outcomeOf } from '@/state/import-outcome';
import { selectDocument, useDesk } from '@/state/store';

const today = '2026-11-21';

/** The document on show. */
export const shown = () => selectDocument(useDesk.getState());
/** The choices before a person has said anything. */
export const start = (found: ImportFound) => startChoices(found, shown(), today);
/** The account that would open. */
export const accountWith = (found: ImportFound, change: Partial<ImportChoices> = {}) =>
  documentOfImport(found, { ...start(found), ...change }, shown()).account;
/** What comes of a reading. */
export const outcome = (found: ImportFound, choices = start(found)) => outcomeOf(found, choices);
