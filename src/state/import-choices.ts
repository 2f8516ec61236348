/**
 * What a person says about an import before it is applied: which account, what of the rows, what the file is silent
 * about. Plain JSON in memory only: it is kept nowhere and is no step to undo. Figures arrive as checked decimal text.
 */

import type { SimulatorDocument } from '@/io/document';
import type { ImportFound, ImportLayout } from '@/io/import/import-types';
import { ruleSets } from '@/presets/rule-sets';
import { blankAccount, isExample } from '@/state/account-edits';

/** Open it in place of the account on show, add it to that, or take over prices only. */
export type ImportMode = 'replace' | 'add' | 'prices';

/** A cell of a row that can be changed. */
export type RowCell = 'symbol' | 'shares' | 'price' | 'value';

/** What was changed in a row; figures are positive, the side carries the sign. */
export interface RowEdit {
  readonly symbol?: string;
  readonly side?: 'long' | 'short';
  readonly shares?: string;
  readonly price?: string;
  readonly value?: string;
}

/** What is said about one row. */
export interface RowChoice {
  /** True takes it in, false leaves it out; left out = as it was found. */
  readonly isTaken?: boolean;
  readonly edit?: RowEdit;
  /** Texts that cells refused, until they are mended: the row is not understood meanwhile. */
  readonly refused?: Readonly<Partial<Record<RowCell, string>>>;
}

/** Amounts that the file does not say; null while nothing is typed. */
export interface ImportAnswers {
  readonly loan: string | null;
  readonly cash: string | null;
  readonly credit: string | null;
}

/** Everything that is said. */
export interface ImportChoices {
  readonly accountId: string;
  readonly mode: ImportMode;
  /** By the row's place in its account. */
  readonly rows: Readonly<Record<number, RowChoice>>;
  readonly answers: ImportAnswers;
  /** The day of the prices, YYYY-MM-DD. */
  readonly asOf: string;
  /** The id of the broker's rules; `custom` for the account's own. */
  readonly ruleSet: string;
}

const noAnswers: ImportAnswers = { loan: null, cash: null, credit: null };

const ownRules: Readonly<Partial<Record<ImportLayout, string>>> = {
  fidelity: 'fidelity',
  'ibkr-activity': 'interactive-brokers',
  'ibkr-flex': 'interactive-brokers',
  m1: 'm1',
};

/** The rules of the broker whose file it is, where the app has them. */
export function rulesOfLayout(layout: ImportLayout): string | null {
  const id = ownRules[layout];
  return id !== undefined && ruleSets.has(id) ? id : null;
}

/** The rules of the account on show, or those that an account of one's own starts with. */
export function rulesOfAccount(document: SimulatorDocument): string {
  const { ruleSet } = isExample(document) ? blankAccount : document.account;
  return typeof ruleSet === 'string' ? ruleSet : 'custom';
}

/** Where the person starts: the first account of the file, its broker's rules, the file's day or else today. */
export function startChoices(found: ImportFound, shown: SimulatorDocument, today: string): ImportChoices {
  return {
    accountId: found.accounts[0]?.id ?? '',
    mode: 'replace',
    rows: {},
    answers: noAnswers,
    asOf: found.asOf ?? today,
    ruleSet: rulesOfLayout(found.layout) ?? rulesOfAccount(shown),
  };
}

/** Another account of the same file: what was said about the rows of the first says nothing about it. */
export function chooseAccount(choices: ImportChoices, accountId: string): ImportChoices {
  return accountId === choices.accountId ? choices : { ...choices, accountId, rows: {}, answers: noAnswers };
}

/** Says something about one row, beside what was said before. A figure takes the place of a text that was refused. */
export function chooseRow(choices: ImportChoices, index: number, change: RowChoice): ImportChoices {
  const { edit = {}, refused = {}, ...before } = choices.rows[index] ?? {};
  const texts = Object.entries({ ...refused, ...change.refused });
  const kept = texts.filter(([cell]) => change.edit === undefined || !(cell in change.edit));
  const next: RowChoice = {
    ...before,
    ...(change.isTaken === undefined ? {} : { isTaken: change.isTaken }),
    edit: { ...edit, ...change.edit },
    refused: Object.fromEntries(kept),
  };
  return { ...choices, rows: { ...choices.rows, [index]: next } };
}

/** Forgets the text that a cell refused. */
export function forgetRefused(choices: ImportChoices, index: number, cell: RowCell): ImportChoices {
  const row = choices.rows[index];
  if (row?.refused?.[cell] === undefined) return choices;
  const { [cell]: _gone, ...refused } = row.refused;
  return { ...choices, rows: { ...choices.rows, [index]: { ...row, refused } } };
}

/** Leaves out every row of these places. */
export function leaveOut(choices: ImportChoices, indices: readonly number[]): ImportChoices {
  const left = indices.map((index) => [index, { ...choices.rows[index], isTaken: false }] as const);
  return { ...choices, rows: { ...choices.rows, ...Object.fromEntries(left) } };
}

/** Whether anything was said that closing would lose. */
export function isTouched(choices: ImportChoices, start: ImportChoices): boolean {
  return JSON.stringify(choices) !== JSON.stringify(start);
}
