/**
 * From an import to the document: in place of the account on show, added to it, or only its prices. Each is one step to
 * undo. Nothing of the file is kept but what the figures need: no account number, no name of a person, no cost.
 */
import type { AccountInput, PositionInput } from '@/engine/account';
import { finish, type InSteps } from '@/engine/in-steps';
import { money } from '@/engine/quantity';
import type { Issue } from '@/engine/result';
import type { SimulatorDocument } from '@/io/document';
import type { ImportFound, ImportLayout } from '@/io/import/import-types';
import { readDocumentInSteps } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { blankAccount, editAccount, isExample } from '@/state/account-edits';
import { documentText, nextRowId } from '@/state/holding-edits';
import type { ImportChoices } from '@/state/import-choices';
import { labelOf, wordReason } from '@/state/import-label';
import { type ImportOutcome, outcomeOf, positionsOf } from '@/state/import-outcome';
import { findPrices, type PriceUpdate } from '@/state/import-prices';
import { knowAccount } from '@/state/known-figures';
import { openDocument } from '@/state/open-account';
import { prepareInSteps } from '@/state/prepare';
import { commit, selectDocument, useDesk } from '@/state/store';

/** What the broker is called where the file names one. */
export const brokerNames: Readonly<Partial<Record<ImportLayout, string>>> = {
  schwab: 'Schwab',
  fidelity: 'Fidelity',
  'ibkr-activity': 'Interactive Brokers',
  'ibkr-flex': 'Interactive Brokers',
  etrade: 'E*TRADE',
  m1: 'M1',
  vanguard: 'Vanguard',
  thinkorswim: 'thinkorswim',
  'robinhood-activity': 'Robinhood',
};

/** The document that an import makes of the one on show. What is still open must be ruled out first. */
export function documentOfImport(
  found: ImportFound,
  choices: ImportChoices,
  shown: SimulatorDocument,
): SimulatorDocument {
  const outcome = outcomeOf(found, choices);
  switch (choices.mode) {
    case 'replace':
      return replaced(found, choices, outcome, shown);
    case 'add':
      return added(choices, outcome, shown);
    case 'prices':
      return withPrices(choices, outcome, shown);
  }
}

/**
 * Applies an import to what is on show: one step to undo; own work that it takes the place of is put aside. What the one
 * reader of documents would refuse is not opened: its issues are given back, and nothing has changed.
 */
export function applyImport(found: ImportFound, choices: ImportChoices): readonly Issue[] {
  return finish(importInSteps(found, choices)) ?? [];
}

/**
 * As `applyImport`, in steps: all that takes long is done before the last of them, which alone changes anything. Given up
 * before that, everything is as it was; so it is, with null, where another account came to be on show meanwhile: the press
 * was about the one before.
 */
export function* importInSteps(found: ImportFound, choices: ImportChoices): InSteps<readonly Issue[] | null> {
  const { opened } = useDesk.getState();
  for (;;) {
    if (useDesk.getState().opened !== opened) return null;
    const shown = selectDocument(useDesk.getState());
    const next = documentOfImport(found, choices, shown);
    yield;
    const read = yield* readDocumentInSteps(next, ruleSets);
    if (!read.ok) return read.issues;
    knowAccount(next.account, read.value, read.warnings);
    yield* prepareInSteps(next);
    // The account may have changed meanwhile, as by undo: then it is made of what it is now.
    if (selectDocument(useDesk.getState()) !== shown) continue;
    if (choices.mode === 'replace') openDocument(next);
    else commit(() => next);
    return [];
  }
}

/** What taking over prices only would do to the holdings on show. */
export function pricesOfImport(outcome: ImportOutcome, shown: SimulatorDocument): PriceUpdate {
  return findPrices(outcome, isExample(shown) ? [] : shown.account.positions);
}

/** The day of the prices once only some or all of them are new: the oldest day among them, so that none passes as newer. */
export function dayAfter(choices: ImportChoices, shown: SimulatorDocument, isAllNew: boolean): string {
  const { enteredOn, positions } = shown.account;
  const isKept = !isAllNew && !isExample(shown) && positions.length > 0 && enteredOn !== undefined;
  return isKept && enteredOn < choices.asOf ? enteredOn : choices.asOf;
}

function replaced(
  { layout }: ImportFound,
  choices: ImportChoices,
  outcome: ImportOutcome,
  shown: SimulatorDocument,
): SimulatorDocument {
  const broker = brokerNames[layout];
  const account: AccountInput = {
    name: broker === undefined ? blankAccount.name : `My ${broker} account`,
    enteredOn: choices.asOf,
    ruleSet: choices.ruleSet === 'custom' ? shown.account.ruleSet : choices.ruleSet,
    cash: documentText(outcome.cash),
    marginLoan: documentText(outcome.marginLoan),
    shortCredit: documentText(outcome.shortCredit),
    positions: positionsOf(outcome, 1),
    ...withExcluded([], outcome),
  };
  return { app: 'headroom', schemaVersion: 1, account, scenarios: [] };
}

function added(choices: ImportChoices, outcome: ImportOutcome, shown: SimulatorDocument): SimulatorDocument {
  return editAccount(dayAfter(choices, shown, false), (account) => {
    const plus = (field: 'cash' | 'marginLoan' | 'shortCredit') =>
      documentText(money(account[field]).plus(outcome[field]));
    const first = Number(nextRowId(account.positions).slice(1));
    return {
      ...account,
      cash: plus('cash'),
      marginLoan: plus('marginLoan'),
      shortCredit: plus('shortCredit'),
      positions: [...account.positions, ...positionsOf(outcome, first)],
      ...withExcluded(account.excluded ?? [], outcome),
    };
  })(shown);
}

function withPrices(
  choices: ImportChoices,
  outcome: ImportOutcome,
  shown: SimulatorDocument,
): SimulatorDocument {
  const { prices, isAllNew } = pricesOfImport(outcome, shown);
  if (prices.size === 0) return shown;
  return editAccount(dayAfter(choices, shown, isAllNew), (account) => ({
    ...account,
    positions: account.positions.map((position): PositionInput => {
      const price = prices.get(position.id);
      return price === undefined ? position : { ...position, price };
    }),
  }))(shown);
}

function withExcluded(
  before: NonNullable<AccountInput['excluded']>,
  { leftOut }: ImportOutcome,
): Pick<AccountInput, 'excluded'> {
  const rows = leftOut.map(({ row, reason }) => ({ label: labelOf(row), reason: wordReason(reason) }));
  return before.length + rows.length === 0 ? {} : { excluded: [...before, ...rows] };
}
