/**
 * How an account's figures come about, as ordered steps: rule, inputs, output, all exact, without a word. The steps
 * take the calculator's own result apart; they compute nothing anew. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import type { MarginResult, PositionMargin } from '@/engine/margin';
import type { Money, Ratio } from '@/engine/quantity';

/** What equity is made of. */
export type EquityTermName = 'cash' | 'shortCredit' | 'longMarketValue' | 'shortMarketValue' | 'marginLoan';

/** An amount that is added to equity or taken from it; the amount itself is positive. */
export interface EquityTerm {
  readonly name: EquityTermName;
  readonly sign: '+' | '−';
  readonly amount: Money;
}

/** One step from what is held to a figure. Ids are stable: a figure's name on the page leads to its step. */
export type AccountStep =
  | {
      readonly id: 'longMarketValue' | 'shortMarketValue';
      readonly rule: 'R-06';
      readonly inputs: readonly PositionMargin[];
      readonly output: Money;
    }
  | {
      readonly id: 'equity';
      readonly rule: 'R-01';
      readonly inputs: readonly EquityTerm[];
      readonly output: Money;
    }
  | {
      readonly id: 'requirement';
      readonly rule: 'R-03';
      readonly inputs: readonly PositionMargin[];
      readonly output: Money;
    }
  | {
      readonly id: 'excess';
      readonly rule: 'R-04';
      readonly inputs: { readonly equity: Money; readonly requirement: Money };
      readonly output: Money;
    }
  | {
      readonly id: 'equityRatio';
      readonly rule: 'R-02';
      readonly inputs: { readonly equity: Money; readonly long: Money; readonly short: Money };
      /** Null when nothing is held. */
      readonly output: Ratio | null;
    }
  | {
      readonly id: 'call';
      readonly rule: 'R-04';
      readonly inputs: { readonly excess: Money };
      readonly output: Money;
    };

/**
 * The steps from the positions to the margin call, in the order in which one builds on the other. Amounts of 0 are
 * left out of equity, and a side on which nothing is held has no step.
 */
export function explainAccount(account: Account, margin: MarginResult): readonly AccountStep[] {
  const { equity, requirement, excess, longMarketValue: long, shortMarketValue: short } = margin;
  const held = (side: 'long' | 'short') =>
    margin.positions.filter(({ position }) => position.side === side && position.marketValue.sign() > 0);
  const [longs, shorts] = [held('long'), held('short')];
  // A short at a price of 0 is worth nothing and still needs its dollars a share.
  const needing = margin.positions.filter((each) => each.requirement.sign() > 0);
  const steps: AccountStep[] = [];
  if (longs.length > 0) steps.push({ id: 'longMarketValue', rule: 'R-06', inputs: longs, output: long });
  if (shorts.length > 0) steps.push({ id: 'shortMarketValue', rule: 'R-06', inputs: shorts, output: short });
  steps.push(
    { id: 'equity', rule: 'R-01', inputs: listEquityTerms(account, margin), output: equity },
    { id: 'requirement', rule: 'R-03', inputs: needing, output: requirement },
    { id: 'excess', rule: 'R-04', inputs: { equity, requirement }, output: excess },
    { id: 'equityRatio', rule: 'R-02', inputs: { equity, long, short }, output: margin.equityRatio },
    { id: 'call', rule: 'R-04', inputs: { excess }, output: margin.call },
  );
  return steps;
}

function listEquityTerms(account: Account, margin: MarginResult): readonly EquityTerm[] {
  const terms: readonly EquityTerm[] = [
    { name: 'cash', sign: '+', amount: account.cash },
    { name: 'shortCredit', sign: '+', amount: account.shortCredit },
    { name: 'longMarketValue', sign: '+', amount: margin.longMarketValue },
    { name: 'shortMarketValue', sign: '−', amount: margin.shortMarketValue },
    { name: 'marginLoan', sign: '−', amount: account.marginLoan },
  ];
  return terms.filter(({ amount }) => amount.sign() !== 0);
}
