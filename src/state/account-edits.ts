/**
 * What a person can do to the account, as functions from one document to the next. The first edit of the example
 * starts an account of one's own. Figures arrive as checked decimal text.
 */
import type { AccountInput, PositionInput } from '@/engine/account';
import { money } from '@/engine/quantity';
import type { RuleSetInput } from '@/engine/rule-set';
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

/**
 * Changes an amount of the account. `day` is the day the figures are of: where holdings have prices already, theirs
 * stays, as a corrected loan makes no price newer.
 */
export function setBalance(field: 'cash' | 'marginLoan' | 'shortCredit', amount: string, day: string): Edit {
  return (document) => {
    const hasPrices = !isExample(document) && document.account.positions.length > 0;
    return editAccount(hasPrices ? null : day, (account) => ({ ...account, [field]: amount }))(document);
  };
}

/** Puts the account under a broker's rules, or rules of one's own; the day of the prices stays. */
export function setRuleSet(ruleSet: string | RuleSetInput): Edit {
  return editAccount(null, (account) => ({ ...account, ruleSet }));
}

/** Calls the account something; without a name it has the one of every account of one's own. */
export function setAccountName(name: string): Edit {
  return editTerms(({ name: _old, ...account }) => ({
    ...account,
    name: name.trim() === '' ? blankAccount.name : name,
  }));
}

/** Says which day the prices are of. */
export function setEnteredOn(day: string): Edit {
  return editTerms((account) => ({ ...account, enteredOn: day }));
}

/** The days of the year over which the broker spreads a year's interest. */
export function setDayCount(dayCount: 360 | 365): Edit {
  return editTerms((account) => ({ ...account, dayCount }));
}

/** What the loan costs a year, as a ratio; null when not told. */
export function setLoanInterestRate(rate: string | null): Edit {
  return editTerms(({ loanInterestRate: _old, ...account }) =>
    rate === null ? account : { ...account, loanInterestRate: rate },
  );
}

/** Cash that buying by weight leaves alone, in dollars; "0" is none. */
export function setMinimumCash(amount: string): Edit {
  return editTerms(({ minimumCash: _old, ...account }) =>
    Number(amount) === 0 ? account : { ...account, minimumCash: amount },
  );
}

/**
 * An edit that says nothing about prices, whose day stays; the example becomes an account of one's own with the same
 * figures.
 */
function editTerms(edit: (account: AccountInput) => AccountInput): Edit {
  return (document) => {
    const { account } = document;
    return {
      ...document,
      account: edit(isExample(document) ? { ...account, name: blankAccount.name } : account),
    };
  };
}

/**
 * What the holdings of an account of one row are worth. A requirement read in dollars stays that many dollars; of
 * nothing it cannot, and stays the rate.
 */
export function setHoldings(value: string, day: string): Edit {
  return editOnlyRow(day, (position) => {
    const isSomething = money(position.marketValue ?? '0').sign() > 0 && money(value).sign() > 0;
    const dollars = isSomething && isDollarRate(position) ? requirementOf(position) : null;
    const { shares: _shares, price: _price, ...rest } = position;
    const next = { ...rest, marketValue: value };
    return dollars === null ? next : { ...next, maintenanceRate: rateFor(dollars, value) };
  });
}

/** The requirement of an account of one row, as a rate; null leaves it to the broker's rules. */
export function setRequirementRate(rate: string | null): Edit {
  return editOnlyRow(null, (position) => {
    const { maintenanceRate: _old, ...rest } = position;
    return rate === null ? rest : { ...rest, maintenanceRate: rate };
  });
}

/** The requirement of an account of one row, in dollars; its holdings must be worth more than nothing. */
export function setRequirementDollars(dollars: string): Edit {
  return editOnlyRow(null, (position) => ({
    ...position,
    maintenanceRate: rateFor(dollars, position.marketValue ?? '0'),
  }));
}

/** The requirement in dollars and cents of a position known by its value; null where no own rate is typed. */
export function requirementOf({ marketValue, maintenanceRate }: PositionInput): string | null {
  if (marketValue === undefined || maintenanceRate === undefined) return null;
  return money(marketValue).times(money(maintenanceRate).as<'ratio'>()).toFixed(2, 'nearest');
}

const dollarRateDecimals = 18;

/** Whether a rate came from dollars: it is written with exactly so many decimals, which no typed percentage has. */
export function isDollarRate({ maintenanceRate }: PositionInput): boolean {
  return maintenanceRate?.split('.')[1]?.length === dollarRateDecimals;
}

/**
 * Dollars as a rate, rounded down in the last digit: a requirement met exactly stays met. Its zeros stay, so that
 * $6,000 of $25,000 is still known as dollars and not as the 24 % that it happens to be.
 */
function rateFor(dollars: string, value: string): string {
  const worth = money(value);
  return worth.sign() <= 0 ? '0' : money(dollars).per(worth).toFixed(dollarRateDecimals, 'down');
}

function editOnlyRow(day: string | null, edit: (position: PositionInput) => PositionInput): Edit {
  return editAccount(day, (account) => {
    const only = account.positions[0] ?? { id: 'p1', symbol: '', side: 'long', marketValue: '0' };
    return { ...account, positions: [edit(only)] };
  });
}

/** An edit of the account, which the example gives way to. A null day leaves the day of the prices as it is. */
export function editAccount(day: string | null, edit: (account: AccountInput) => AccountInput): Edit {
  return (document) => {
    const own = isExample(document) ? documentOf(blankAccount) : document;
    const account = edit(own.account);
    return { ...own, account: day === null ? account : { ...account, enteredOn: day } };
  };
}

function documentOf(account: AccountInput): SimulatorDocument {
  return { app: 'headroom', schemaVersion: 1, account, scenarios: [] };
}
