/**
 * A what-if as a list of changes: what each one is, and how it is read. Serves rules of rules.md.
 */
import { findRuleSet, type Position, type PositionInput, parsePosition } from '@/engine/account';
import type { Money, Price, Ratio, Shares } from '@/engine/quantity';
import { Reader } from '@/engine/read-quantity';
import { failure, type Result, success } from '@/engine/result';
import type { RuleSet, RuleSetInput, RuleSets } from '@/engine/rule-set';

/** A change as typed or stored: plain JSON, figures as decimal text. */
export type ChangeInput =
  | { readonly type: 'moveMarket'; readonly ratio: string }
  | { readonly type: 'moveGroup'; readonly group: string; readonly ratio: string }
  | { readonly type: 'movePrice'; readonly position: string; readonly ratio: string }
  | { readonly type: 'setPrice'; readonly position: string; readonly price: string }
  | { readonly type: 'switchRuleSet'; readonly ruleSet: string | RuleSetInput }
  | { readonly type: 'shiftRequirement'; readonly points: string }
  | {
      readonly type: 'setRequirement';
      readonly position?: string;
      readonly group?: string;
      readonly rate: string;
    }
  | { readonly type: 'deposit'; readonly amount: string; readonly invest?: boolean }
  | { readonly type: 'withdraw'; readonly amount: string; readonly sell?: boolean }
  | { readonly type: 'borrow' | 'repay'; readonly amount: string }
  | { readonly type: 'depositSecurities' | 'open'; readonly position: PositionInput }
  | {
      readonly type: 'trade';
      readonly position: string;
      readonly shares?: string;
      readonly amount?: string;
    }
  | { readonly type: 'rebalance'; readonly cashInvested?: string }
  | { readonly type: 'removeSlice'; readonly position: string }
  | { readonly type: 'passDays'; readonly days: number };

/** A named list of changes as typed or stored. */
export interface ScenarioInput {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly changes: readonly ChangeInput[];
}

/** Which positions a change means. */
export type Target = { readonly position: string } | { readonly group: string };

/** A valid change. Moves are signed ratios, amounts dollars. */
export type Change =
  | { readonly type: 'moveMarket'; readonly ratio: Ratio }
  | { readonly type: 'moveHolding'; readonly target: Target; readonly ratio: Ratio }
  | { readonly type: 'setPrice'; readonly position: string; readonly price: Price }
  | { readonly type: 'switchRuleSet'; readonly ruleSet: RuleSet }
  | { readonly type: 'shiftRequirement'; readonly points: Ratio }
  | { readonly type: 'setRequirement'; readonly target: Target; readonly rate: Ratio }
  | { readonly type: 'deposit' | 'withdraw' | 'borrow' | 'repay'; readonly amount: Money }
  | { readonly type: 'trade'; readonly position: string; readonly size: TradeSize }
  | { readonly type: 'depositSecurities' | 'open'; readonly position: Position }
  | { readonly type: 'rebalance'; readonly cashInvested: Money }
  | { readonly type: 'depositInvested' | 'withdrawSelling'; readonly amount: Money }
  | { readonly type: 'removeSlice'; readonly position: string }
  | { readonly type: 'passDays'; readonly days: number };

/** How much is traded; above 0 buys and covers, below 0 sells and sells short. */
export type TradeSize =
  | { readonly unit: 'shares'; readonly shares: Shares }
  | { readonly unit: 'dollars'; readonly amount: Money };

/** A change and the JSON pointer of where it stands, for issues. */
export interface PlacedChange {
  readonly change: Change;
  readonly path: string;
}

/** Whether a change brings a position that the account did not have. */
export function bringsPosition(change: Change): change is Extract<Change, { readonly position: Position }> {
  return change.type === 'depositSecurities' || change.type === 'open';
}

/** A hundred years: simple interest over more has no meaning. */
const mostDays = 36_500;
const notNegative = { atLeast: '0' } as const;
const notBelowMinusOne = { atLeast: '-1' } as const;
const rateRange = { atLeast: '0', atMost: '3' } as const;
/** No rate lies outside 0 to 3, so no shift beyond 3 does anything more. */
const shiftRange = { atLeast: '-3', atMost: '3' } as const;

/** Checks every change of a list; all issues are reported, each with its change's path. */
export function parseChanges(
  inputs: readonly ChangeInput[],
  ruleSets: RuleSets,
  path: string,
): Result<readonly PlacedChange[]> {
  const reader = new Reader();
  const changes: PlacedChange[] = [];
  for (const [index, input] of inputs.entries()) {
    const at = `${path}/${index}`;
    const change = parseChange(reader, input, ruleSets, at);
    if (change !== null) changes.push({ change, path: at });
  }
  return reader.issues.length > 0 ? failure(reader.issues) : success(changes);
}

function parseChange(reader: Reader, input: ChangeInput, ruleSets: RuleSets, path: string): Change | null {
  const move = (text: string) => reader.quantity<'ratio'>(text, `${path}/ratio`, notBelowMinusOne, 30);
  switch (input.type) {
    case 'moveMarket':
      return { type: 'moveMarket', ratio: move(input.ratio) };
    case 'moveGroup':
      return { type: 'moveHolding', target: { group: input.group }, ratio: move(input.ratio) };
    case 'movePrice':
      return { type: 'moveHolding', target: { position: input.position }, ratio: move(input.ratio) };
    case 'setPrice': {
      const price = reader.quantity<'price'>(input.price, `${path}/price`, notNegative);
      return { type: 'setPrice', position: input.position, price };
    }
    case 'switchRuleSet': {
      const ruleSet = findRuleSet(input.ruleSet, ruleSets, `${path}/ruleSet`);
      if (ruleSet.ok) return { type: 'switchRuleSet', ruleSet: ruleSet.value };
      reader.add(ruleSet.issues);
      return null;
    }
    case 'shiftRequirement': {
      const points = reader.quantity<'ratio'>(input.points, `${path}/points`, shiftRange, 30);
      return { type: 'shiftRequirement', points };
    }
    case 'setRequirement':
      return parseSetRequirement(reader, input, path);
    case 'deposit':
    case 'withdraw': {
      const amount = reader.quantity<'money'>(input.amount, `${path}/amount`, notNegative);
      if (input.type === 'deposit') {
        return { type: input.invest === true ? 'depositInvested' : 'deposit', amount };
      }
      return { type: input.sell === true ? 'withdrawSelling' : 'withdraw', amount };
    }
    case 'borrow':
    case 'repay':
      return {
        type: input.type,
        amount: reader.quantity<'money'>(input.amount, `${path}/amount`, notNegative),
      };
    case 'trade':
      return parseTrade(reader, input, path);
    case 'rebalance': {
      const invested = reader.quantity<'money'>(
        input.cashInvested ?? '0',
        `${path}/cashInvested`,
        notNegative,
      );
      return { type: 'rebalance', cashInvested: invested };
    }
    case 'passDays':
      if (!Number.isSafeInteger(input.days) || input.days < 0 || input.days > mostDays) {
        reader.report('out-of-range', `${path}/days`, {
          value: String(input.days),
          atLeast: '0',
          atMost: String(mostDays),
        });
      }
      return { type: 'passDays', days: input.days };
    case 'depositSecurities':
    case 'open':
      return { type: input.type, position: parsePosition(reader, input.position, `${path}/position`) };
    case 'removeSlice':
      return { type: 'removeSlice', position: input.position };
  }
}

function parseSetRequirement(
  reader: Reader,
  input: Extract<ChangeInput, { type: 'setRequirement' }>,
  path: string,
): Change | null {
  const rate = reader.quantity<'ratio'>(input.rate, `${path}/rate`, rateRange, 30);
  const { position, group } = input;
  const targets: Target[] = [];
  if (position !== undefined) targets.push({ position });
  if (group !== undefined) targets.push({ group });
  const [target, second] = targets;
  if (target !== undefined && second === undefined) return { type: 'setRequirement', target, rate };
  reader.report('position-or-group', path);
  return null;
}

function parseTrade(
  reader: Reader,
  input: Extract<ChangeInput, { type: 'trade' }>,
  path: string,
): Change | null {
  const sizes: TradeSize[] = [];
  if (input.shares !== undefined) {
    sizes.push({ unit: 'shares', shares: reader.quantity<'shares'>(input.shares, `${path}/shares`) });
  }
  if (input.amount !== undefined) {
    sizes.push({ unit: 'dollars', amount: reader.quantity<'money'>(input.amount, `${path}/amount`) });
  }
  const [size, second] = sizes;
  if (size !== undefined && second === undefined) return { type: 'trade', position: input.position, size };
  reader.report('shares-or-amount', path);
  return null;
}
