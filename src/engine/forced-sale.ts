/**
 * What a broker would have to sell at least if a call is not met: in its order, in whole shares, shorts covered too, and
 * the loan repaid from what comes in. No forecast: it may sell more, sooner, and something else. Serves rule R-79 of
 * rules.md.
 */
import type { Account } from '@/engine/account';
import { findMarketDistance } from '@/engine/distances';
import type { CallPoints } from '@/engine/excess-curve';
import { concentrationTotal, evaluateMargin, type MarginResult } from '@/engine/margin';
import { isTradable, makePlan } from '@/engine/plan';
import { afterTrades, closeOf, type PlannedTrade, tradeOf, tradeUnit } from '@/engine/planned-trade';
import { bare, greatest, least, type Money, money, sum } from '@/engine/quantity';

/** What is sold first: what has the highest requirement per dollar of value, or what is worth most. */
export type SaleOrder = 'requirement' | 'value';

/** The least that is sold, and what is left. */
export interface ForcedSale {
  readonly trades: readonly PlannedTrade[];
  /** What all trades are worth together. */
  readonly moved: Money;
  /** What of the loan is repaid from the money that comes in. */
  readonly repaid: Money;
  readonly account: Account;
  readonly margin: MarginResult;
  /** Where the next call is, as a further move of the market from there. */
  readonly next: CallPoints;
  /** With tiers the order proves nothing: another can need fewer dollars. */
  readonly isRuleOfThumb: boolean;
}

/** Either a sale that ends the call, or what is still owed when everything is sold and covered. */
export type SaleOutcome =
  | { readonly isEnough: true; readonly sale: ForcedSale }
  | { readonly isEnough: false; readonly owed: Money };

const nothing = money(0);

/** The least that has to be sold to end a call; with equity below 0 no sale does, and that much is still owed. */
export function findForcedSale(account: Account, order: SaleOrder): SaleOutcome {
  const { equity } = evaluateMargin(account);
  if (equity.sign() < 0) return { isEnough: false, owed: equity.negated() };
  const found = [salesWithRule(account, order), ...salesWithoutRule(account, order)].reduce(
    (cheapest, each) => (movedBy(each).isBelow(movedBy(cheapest)) ? each : cheapest),
  );
  return { isEnough: true, sale: settledBy(account, found) };
}

function salesWithRule(account: Account, order: SaleOrder): readonly PlannedTrade[] {
  return makePlan(account, {
    order: order === 'requirement' ? 'fewestDollars' : byValue(account),
    locked: new Set(),
    cash: nothing,
    room: bare(0),
    isWholeShares: true,
  }).trades;
}

/**
 * Where a concentration rule holds from some loan on, the money that comes in can bring the loan below it, and less is
 * enough: what the account needs without the rule, and what brings the loan there at all.
 */
function salesWithoutRule(account: Account, order: SaleOrder): readonly (readonly PlannedTrade[])[] {
  const { ruleSet, marginLoan } = account;
  const bound = ruleSet.concentration?.debitAtLeast ?? null;
  if (bound === null || marginLoan.isBelow(bound)) return [];
  const free = { ...account, ruleSet: { ...ruleSet, concentration: null } };
  const candidates = [salesWithRule(free, order), salesFor(account, order, marginLoan.minus(bound))];
  return candidates.filter((trades) => {
    const { account: left, margin } = settledBy(account, trades);
    return left.marginLoan.isBelow(bound) && !margin.isInCall;
  });
}

/** Sales of longs that bring in more than an amount. */
function salesFor(account: Account, order: SaleOrder, amount: Money): readonly PlannedTrade[] {
  const ids = order === 'value' ? byValue(account) : byRequirement(account);
  const trades: PlannedTrade[] = [];
  let left = amount;
  for (const id of ids) {
    const position = account.positions.find((each) => each.id === id);
    if (left.sign() < 0 || position?.side !== 'long') continue;
    const unit = tradeUnit(position, true);
    const price = position.price?.as<'bare'>() ?? bare(1);
    // One unit more than fits.
    const size = left.as<'bare'>().over(price).over(unit).roundedDown().plus(bare(1)).times(unit);
    const trade = left.isBelow(position.marketValue) ? tradeOf(position, size) : closeOf(position);
    trades.push(trade);
    left = left.minus(trade.amount);
  }
  return trades;
}

function byValue({ positions }: Account): readonly string[] {
  return positions
    .filter(isTradable)
    .toSorted((a, b) => b.marketValue.compare(a.marketValue))
    .map(({ id }) => id);
}

function byRequirement(account: Account): readonly string[] {
  return evaluateMargin(account)
    .positions.filter(({ position }) => isTradable(position))
    .map(({ position, requirement }) => ({ id: position.id, rate: requirement.per(position.marketValue) }))
    .toSorted((a, b) => b.rate.compare(a.rate))
    .map(({ id }) => id);
}

function movedBy(trades: readonly PlannedTrade[]): Money {
  return sum(trades.map(({ amount }) => amount));
}

/** The account after the trades, its loan repaid as far as money came in. */
function settledBy(account: Account, trades: readonly PlannedTrade[]): ForcedSale {
  const traded = afterTrades(account, trades);
  const cameIn = greatest(nothing, traded.cash.minus(account.cash));
  const repaid = least(cameIn, traded.marginLoan);
  const left = {
    ...traded,
    cash: traded.cash.minus(repaid),
    marginLoan: traded.marginLoan.minus(repaid),
  };
  return {
    trades,
    moved: movedBy(trades),
    repaid,
    account: left,
    margin: evaluateMargin(left),
    next: findMarketDistance(left),
    isRuleOfThumb: concentrationTotal(account) !== null,
  };
}
