/**
 * What an import comes to: every row settled, the money beside the holdings, and what is still open. Serves:
 * what leaves here is an account as a person would have typed it.
 */
import type { PositionInput } from '@/engine/account';
import { type Money, money, sum } from '@/engine/quantity';
import type {
  ImportAccount,
  ImportExtra,
  ImportFound,
  ImportMoney,
  ImportRow,
} from '@/io/import/import-types';
import { questionsOf } from '@/io/import/questions';
import type { ImportAnswers, ImportChoices } from '@/state/import-choices';
import { joinHoldings } from '@/state/import-join';
import {
  amountOf,
  fileWorth,
  noChoice,
  type OutReason,
  type RowHolding,
  type SettledRow,
  settleRow,
} from '@/state/import-row';
import { asksCredit, isCreditInCash, mustAnswer, type Silence } from '@/state/import-silence';

/** A row with what becomes of it, and its place in the account. */
export interface OutcomeRow {
  readonly index: number;
  readonly row: ImportRow;
  readonly settled: SettledRow;
}

/** A row that is in no figure. */
export interface LeftOutRow {
  readonly row: ImportRow;
  readonly reason: OutReason;
}

/** What an import comes to. Amounts are 0 or more, unless said otherwise. */
export interface ImportOutcome {
  readonly account: ImportAccount;
  readonly rows: readonly OutcomeRow[];
  /** One for each security, side and price. */
  readonly holdings: readonly RowHolding[];
  /** Symbols of which several rows became one holding. */
  readonly joined: readonly string[];
  readonly leftOut: readonly LeftOutRow[];
  /** Places of the rows that the person must mend or leave out. */
  readonly open: readonly number[];
  /** What must still be answered. */
  readonly unanswered: readonly (keyof ImportAnswers)[];
  readonly silence: Silence;
  readonly longValue: Money;
  /** Positive. */
  readonly shortValue: Money;
  /** Signed sum of the cash rows that count. */
  readonly fileCash: Money;
  readonly cash: Money;
  readonly marginLoan: Money;
  readonly shortCredit: Money;
  /** Of either sign. */
  readonly equity: Money;
}

const none: readonly ImportRow[] = [];

/** The account that was chosen; the first where none is. */
export function accountOf({ accounts }: ImportFound, { accountId }: ImportChoices): ImportAccount {
  const found = accounts.find(({ id }) => id === accountId) ?? accounts[0];
  return (
    found ?? {
      id: '',
      label: '',
      rows: none,
      cash: null,
      marginLoan: null,
      shortCredit: null,
      statedTotal: null,
      readTotal: null,
    }
  );
}

/** Settles every row of the account that was chosen and adds it all up. */
export function outcomeOf(found: ImportFound, choices: ImportChoices): ImportOutcome {
  const account = accountOf(found, choices);
  const rows = account.rows.map((row, index) => ({
    index,
    row,
    settled: settleRow(row, choices.rows[index] ?? noChoice),
  }));
  const { holdings, joined } = joinHoldings(
    rows.flatMap(({ settled }) => (settled.kind === 'holding' ? [settled] : [])),
  );
  const cashes = rows.flatMap(({ settled }) => (settled.kind === 'cash' ? [settled] : []));
  const told = (of: ImportMoney) => cashes.filter((each) => each.of === of);
  const hasShort = holdings.some(({ side }) => side === 'short');
  const longValue = sum(holdings.flatMap(({ side, worth }) => (side === 'long' ? [worth] : [])));
  const shortValue = sum(holdings.flatMap(({ side, worth }) => (side === 'short' ? [worth] : []))).absolute();
  const fileCash = sum(cashes.map(({ amount }) => amount));
  // Another account of the file may tell what this one does not.
  const questions =
    found.accounts.length > 1 ? questionsOf({ ...found, accounts: [account] }) : found.questions;
  const silence: Silence = {
    asksLoan: questions.includes('margin-loan') && told('marginLoan').length === 0,
    asksCash: questions.includes('cash') && told('cash').length === 0,
    hasShort,
    isLoanApart: told('marginLoan').length > 0,
    isCreditTold: told('shortCredit').length > 0,
  };
  const amountTold = (of: ImportMoney) => sum(told(of).map(({ amount }) => amount));
  const beside = moneyOf(silence, choices, {
    cash: amountTold('cash'),
    loan: amountTold('marginLoan').negated(),
    credit: amountTold('shortCredit'),
  });
  const equity = longValue
    .minus(shortValue)
    .plus(beside.cash)
    .plus(beside.shortCredit)
    .minus(beside.marginLoan);
  const asked = choices.mode === 'replace' ? mustAnswer(silence) : [];
  return {
    account,
    rows,
    holdings,
    joined,
    leftOut: rows.flatMap(({ row, settled }) =>
      settled.kind === 'out' && !isNothing(row) ? [{ row, reason: settled.reason }] : [],
    ),
    open: rows.flatMap(({ index, settled }) => (settled.kind === 'open' ? [index] : [])),
    unanswered: asked.filter((each) => choices.answers[each] === null),
    silence,
    longValue,
    shortValue,
    fileCash,
    ...beside,
    equity,
  };
}

/** A row that is worth nothing, and says so, takes nothing out of the figures. */
function isNothing(row: ImportRow): boolean {
  return fileWorth(row)?.sign() === 0 || (row.reason === 'zero' && amountOf(row) === null);
}

/**
 * Cash, loan and short credit. Where the loan is read off the file's cash, the proceeds of short sales are inside that
 * cash: a credit that is named raises the loan by as much, or lowers the cash, so that equity stays. Where the loan is told
 * by itself, or typed, the three amounts are each their own.
 */
function moneyOf(
  silence: Silence,
  { answers }: ImportChoices,
  told: { readonly cash: Money; readonly loan: Money; readonly credit: Money },
): Pick<ImportOutcome, 'cash' | 'marginLoan' | 'shortCredit'> {
  const { asksLoan, asksCash } = silence;
  const typed = (answer: string | null, isAsked: boolean) => money(isAsked ? (answer ?? '0') : '0');
  const credit = typed(answers.credit, asksCredit(silence));
  const found = told.cash.plus(typed(answers.cash, asksCash));
  const net = isCreditInCash(silence) ? found.minus(credit) : found;
  const isOwed = net.sign() < 0;
  return {
    cash: isOwed ? money(0) : net,
    marginLoan: (isOwed ? net.negated() : money(0)).plus(told.loan).plus(typed(answers.loan, asksLoan)),
    shortCredit: told.credit.plus(credit),
  };
}

/** The holdings as the document has them, with ids from p<from> on. */
export function positionsOf({ holdings }: ImportOutcome, from: number): readonly PositionInput[] {
  return holdings.map(({ symbol, side, shares, price, worth, extra }, index) => ({
    id: `p${from + index}`,
    symbol,
    side,
    ...(shares !== null && price !== null ? { shares, price } : { marketValue: worth.absolute().toText() }),
    ...extraOf(extra, side),
  }));
}

/** A minimum a share is a short's; what the engine has no place for would be refused. */
function extraOf({ perShareMinimum, ...rest }: ImportExtra, side: 'long' | 'short'): Partial<PositionInput> {
  return side === 'short' && perShareMinimum !== undefined ? { ...rest, perShareMinimum } : rest;
}
