/**
 * What a person can do to the account, as functions from one document to the next. The first edit of the example
 * starts an account of one's own. Figures arrive as checked decimal text.
 */
import type { AccountInput, PositionInput } from '@/engine/account';
import { money } from '@/engine/quantity';
import type { SimulatorDocument } from '@/io/document';
import { exampleAccount } from '@/presets/example';

/** One step from a document to the next. */
export type Edit = (document: SimulatorDocument) => SimulatorDocument;

/** The document of the first visit. */
export const exampleDocument: SimulatorDocument = documentOf(exampleAccount);

/** What an account of one's own starts from. */
export const blankAccount: AccountInput = {
  name: 'My account',
  ruleSet: 'finra-minimum',
  cash: '0',
  marginLoan: '0',
  shortCredit: '0',
  positions: [],
};

/** Whether a document still shows the example's account. */
export function isExample({ account }: Pick<SimulatorDocument, 'account'>): boolean {
  return account === exampleAccount;
}

/** A position as a row of the page describes it; a null rate leaves it to the broker's rules. */
export interface RowInput {
  readonly id: string;
  readonly symbol: string;
  readonly side: 'long' | 'short';
  readonly marketValue: string;
  readonly maintenanceRate: string | null;
}

/** Changes an amount of the account. `day` is the day the figures are of. */
export function setBalance(field: 'cash' | 'marginLoan' | 'shortCredit', amount: string, day: string): Edit {
  return editAccount(day, (account) => ({ ...account, [field]: amount }));
}

/** Puts the account under a broker's rules. */
export function setRuleSet(id: string, day: string): Edit {
  return editAccount(day, (account) => ({ ...account, ruleSet: id }));
}

/**
 * What the loan costs a year, as a ratio; null when not told. It says nothing about the prices, whose day stays; the
 * example becomes an account of one's own with the same figures.
 */
export function setLoanInterestRate(rate: string | null): Edit {
  return (document) => {
    const { loanInterestRate: _old, ...account } = document.account;
    const name = isExample(document) ? blankAccount.name : account.name;
    const told = rate === null ? {} : { loanInterestRate: rate };
    return { ...document, account: { ...account, name, ...told } };
  };
}

/** Adds a position at the end. */
export function addRow(row: RowInput, day: string): Edit {
  return editAccount(day, (account) => ({ ...account, positions: [...account.positions, positionOf(row)] }));
}

/** Removes a position; the short credit goes with the last short. */
export function removeRow(id: string, day: string): Edit {
  return editAccount(day, (account) =>
    withoutIdleCredit({ ...account, positions: account.positions.filter((position) => position.id !== id) }),
  );
}

/** What of a row can be changed on its own. */
export type RowChange =
  | { readonly symbol: string }
  | { readonly side: 'long' | 'short' }
  | { readonly marketValue: string }
  | { readonly maintenanceRate: string | null };

/** Changes one thing of a position. A typed value takes the place of shares × price. */
export function changeRow(id: string, change: RowChange, day: string): Edit {
  return editAccount(day, (account) =>
    withoutIdleCredit({
      ...account,
      positions: account.positions.map((position) =>
        position.id === id ? changed(position, change) : position,
      ),
    }),
  );
}

/** What the holdings of an account of one row are worth. A requirement read in dollars stays that many dollars. */
export function setHoldings(value: string, day: string): Edit {
  return editOnlyRow(day, (position) => {
    const dollars = isDollarRate(position) ? requirementOf(position) : null;
    const next = changed(position, { marketValue: value });
    return dollars === null ? next : changed(next, { maintenanceRate: rateFor(dollars, value) });
  });
}

/** The requirement of an account of one row, as a rate; null leaves it to the broker's rules. */
export function setRequirementRate(rate: string | null, day: string): Edit {
  return editOnlyRow(day, (position) => changed(position, { maintenanceRate: rate }));
}

/** The requirement of an account of one row, in dollars; its holdings must be worth more than nothing. */
export function setRequirementDollars(dollars: string, day: string): Edit {
  return editOnlyRow(day, (position) =>
    changed(position, { maintenanceRate: rateFor(dollars, position.marketValue ?? '0') }),
  );
}

/** The requirement in dollars and cents of a position known by its value; null where no own rate is typed. */
export function requirementOf({ marketValue, maintenanceRate }: PositionInput): string | null {
  if (marketValue === undefined || maintenanceRate === undefined) return null;
  return money(marketValue).times(money(maintenanceRate).as<'ratio'>()).toFixed(2, 'nearest');
}

/** Whether a rate came from dollars: as a percentage it would have more than four decimals. */
export function isDollarRate({ maintenanceRate }: PositionInput): boolean {
  return (maintenanceRate?.split('.')[1]?.length ?? 0) > 6;
}

/** Dollars as a rate, rounded down in the last digit: a requirement met exactly stays met. */
function rateFor(dollars: string, value: string): string {
  const worth = money(value);
  if (worth.sign() <= 0) return '0';
  return money(dollars)
    .per(worth)
    .toFixed(18, 'down')
    .replace(/\.?0+$/, '');
}

function editOnlyRow(day: string, edit: (position: PositionInput) => PositionInput): Edit {
  return editAccount(day, (account) => {
    const only = account.positions[0] ?? { id: 'p1', symbol: '', side: 'long', marketValue: '0' };
    return { ...account, positions: [edit(only)] };
  });
}

function editAccount(day: string, edit: (account: AccountInput) => AccountInput): Edit {
  return (document) => {
    const own = isExample(document) ? documentOf(blankAccount) : document;
    return { ...own, account: { ...edit(own.account), enteredOn: day } };
  };
}

function documentOf(account: AccountInput): SimulatorDocument {
  return { app: 'headroom', schemaVersion: 1, account, scenarios: [] };
}

function positionOf({ maintenanceRate, ...row }: RowInput): PositionInput {
  return maintenanceRate === null ? row : { ...row, maintenanceRate };
}

function changed(position: PositionInput, change: RowChange): PositionInput {
  if ('maintenanceRate' in change) {
    const { maintenanceRate: _old, ...rest } = position;
    return change.maintenanceRate === null ? rest : { ...rest, maintenanceRate: change.maintenanceRate };
  }
  if ('marketValue' in change) {
    const { shares: _shares, price: _price, ...rest } = position;
    return { ...rest, marketValue: change.marketValue };
  }
  return { ...position, ...change };
}

/** Short credit belongs to shorts: without one it is cash, as when the last short is covered. */
function withoutIdleCredit(account: AccountInput): AccountInput {
  const hasShort = account.positions.some((position) => position.side === 'short');
  if (hasShort || money(account.shortCredit).sign() === 0) return account;
  return {
    ...account,
    shortCredit: '0',
    cash: money(account.cash).plus(money(account.shortCredit)).toText(),
  };
}
