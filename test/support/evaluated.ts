/**
 * Builds documents from the few figures that a test is about and reads what the evaluator says of them, typed.
 * What is left out is 0, long, and under FINRA's minimum.
 */
import type { AccountInput, PositionInput } from '@/engine/account';
import type { Issue } from '@/engine/result';
import type { ChangeInput } from '@/engine/scenario';
import { evaluateText } from '@/io/evaluation';
import { ruleSets } from '@/presets/rule-sets';

type Text = string | null;

/** The figures of one position, as printed. */
export interface PositionFigures {
  readonly id: string;
  readonly symbol: string;
  readonly side: 'long' | 'short';
  readonly shares: Text;
  readonly price: Text;
  readonly marketValue: string;
  readonly maintenanceRate: string;
  readonly maintenanceRequirement: string;
  readonly callPriceBelow: Text;
  readonly callPriceAbove: Text;
  readonly curePriceBelow: Text;
  readonly curePriceAbove: Text;
}

/** The figures of one account, as printed. */
export interface ResultFigures {
  readonly longMarketValue: string;
  readonly shortMarketValue: string;
  readonly cash: string;
  readonly marginLoan: string;
  readonly shortCredit: string;
  readonly equity: string;
  readonly equityRatio: Text;
  readonly maintenanceRequirement: string;
  readonly excessEquity: string;
  readonly marginCall: string;
  readonly inCall: boolean;
  readonly positions: readonly PositionFigures[];
  readonly distance: {
    readonly marketFall: Text;
    readonly marketRise: Text;
    readonly marketFallToCure: Text;
    readonly marketRiseToCure: Text;
    readonly crossings: readonly { readonly marketMove: string; readonly kind: string }[];
    readonly requirementShift: Text;
    readonly days: Text;
  };
  readonly remedies: {
    readonly depositCash: string;
    readonly reduce: readonly {
      readonly position: string;
      readonly action: 'sell' | 'buyToCover';
      readonly possible: boolean;
      readonly shares: Text;
      readonly amount: Text;
      readonly wholeShares: Text;
      readonly wholeAmount: Text;
      readonly excessAfterWhole: Text;
    }[];
    readonly depositSecurities: readonly { readonly maintenanceRate: string; readonly amount: Text }[];
  };
}

/** One line of the evaluator. */
export interface LineFigures {
  readonly name: Text;
  readonly scenario: Text;
  readonly before: ResultFigures | null;
  readonly after: ResultFigures | null;
  readonly fromToday: {
    readonly marketFall: Text;
    readonly marketRise: Text;
    readonly marketFallToCure?: Text;
    readonly marketRiseToCure?: Text;
  } | null;
  readonly issues: readonly Issue[];
}

/** Account figures; positions as written by `long` and `short`, ids p1, p2, … in their order. */
export type AccountFields = Partial<Omit<AccountInput, 'positions'>> & {
  readonly positions?: readonly PositionFields[];
};

export type PositionFields = Partial<PositionInput>;

/** A long known by its market value. */
export const long = (marketValue: string, more: PositionFields = {}): PositionFields => ({
  side: 'long',
  marketValue,
  ...more,
});

/** A short known by its market value. */
export const short = (marketValue: string, more: PositionFields = {}): PositionFields => ({
  side: 'short',
  marketValue,
  ...more,
});

/** A holding known by its shares and price. */
export const counted = (
  side: 'long' | 'short',
  shares: string,
  price: string,
  more: PositionFields = {},
): PositionFields => ({ side, shares, price, ...more });

/** A whole document; with changes, they are the scenario on show. */
export function documentOf(account: AccountFields, changes?: readonly ChangeInput[]) {
  const positions = (account.positions ?? []).map((position, index) => ({
    id: `p${index + 1}`,
    symbol: `P${index + 1}`,
    ...position,
  }));
  return {
    app: 'headroom',
    schemaVersion: 1,
    account: {
      name: 'Account',
      ruleSet: 'finra-minimum',
      cash: '0',
      marginLoan: '0',
      shortCredit: '0',
      ...account,
      positions,
    },
    scenarios: changes === undefined ? [] : [{ id: 's1', name: 'What if', changes }],
    shownScenario: changes === undefined ? null : 's1',
  };
}

/** What the evaluator says of a text. */
export function lineOfText(text: string): LineFigures {
  // The evaluator's output is plain JSON of the published shape; the tests below hold it to that.
  return evaluateText(text, ruleSets).json as unknown as LineFigures;
}

/** What the evaluator says of an account and a scenario. */
export function lineOf(account: AccountFields, changes?: readonly ChangeInput[]): LineFigures {
  return lineOfText(JSON.stringify(documentOf(account, changes)));
}

/** The figures of an account as it is; fails with the issues when there are none. */
export function before(account: AccountFields): ResultFigures {
  const line = lineOf(account);
  if (line.before === null) throw new Error(JSON.stringify(line.issues));
  return line.before;
}

/** The figures of an account after changes; fails with the issues when there are none. */
export function after(account: AccountFields, ...changes: readonly ChangeInput[]): ResultFigures {
  const line = lineOf(account, changes);
  if (line.after === null) throw new Error(JSON.stringify(line.issues));
  return line.after;
}

/** The only position, or the one with this number, counted from 1. */
export function positionOf(result: ResultFigures, number = 1): PositionFigures {
  const found = result.positions[number - 1];
  if (found === undefined) throw new Error(`there is no position ${number}`);
  return found;
}

/** How much of a position to sell or cover, counted from 1. */
export function reductionOf(result: ResultFigures, number = 1) {
  const found = result.remedies.reduce[number - 1];
  if (found === undefined) throw new Error(`there is no position ${number} to reduce`);
  return found;
}

/** Securities to move in at 0.25, 0.3, 0.5 and 1, as printed. */
export function securitiesOf(result: ResultFigures): readonly Text[] {
  return result.remedies.depositSecurities.map(({ amount }) => amount);
}

/** A printed figure as a number, for comparing with a fraction worked out by hand; a missing figure fails. */
export function figure(text: Text | undefined): number {
  if (text === null || text === undefined) throw new Error('there is no figure');
  return Number(text);
}
