/**
 * What a broker would have to sell at least if a call is not met: in its order, in whole shares, shorts covered too, and
 * the loan repaid from what comes in. No forecast: it may sell more, sooner, and something else. Serves rule R-79 of
 * rules.md.
 */
import type { Account, Position } from '@/engine/account';
import { dearestFirst } from '@/engine/dearest-first';
import { findMarketDistance } from '@/engine/distances';
import type { CallPoints } from '@/engine/excess-curve';
import { itemAt } from '@/engine/item-at';
import { concentrationTotal, evaluateMargin, type MarginResult } from '@/engine/margin';
import { makePlan } from '@/engine/plan';
import {
  afterTrades,
  closeOf,
  isTradable,
  type PlannedTrade,
  sizeHeld,
  tradeOf,
  tradeUnit,
} from '@/engine/planned-trade';
import { type Bare, bare, greatest, least, type Money, money, sum } from '@/engine/quantity';
import { findPracticalReduction } from '@/engine/room';

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
  /** No other sale that ends the call is worth less: else it is the least in its order only. */
  readonly isLeast: boolean;
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
  const bound = account.ruleSet.concentration?.debitAtLeast ?? null;
  const found = bound === null ? salesInOrder(account, order) : salesPastBound(account, order, bound);
  const sale = settledBy(account, found);
  const isRoundedUp = sale.margin.excess.sign() > 0 && found.some(({ shares }) => shares !== null);
  const isOnly = account.positions.filter(isTradable).length === 1;
  const isLeast = !sale.isRuleOfThumb && (isOnly || (order === 'requirement' && !isRoundedUp));
  return { isEnough: true, sale: { ...sale, isLeast } };
}

function salesInOrder(account: Account, order: SaleOrder): readonly PlannedTrade[] {
  return makePlan(account, {
    order: order === 'requirement' ? 'dearestFirst' : byValue(account),
    locked: new Set(),
    cash: nothing,
    room: bare(0),
    isWholeShares: true,
  }).trades;
}

/**
 * Where a concentration rule holds from some loan on, the money that comes in can bring the loan below it, and less is
 * then enough: one position after the other, of the last the least that does.
 */
function salesPastBound(account: Account, order: SaleOrder, bound: Money): readonly PlannedTrade[] {
  const isEnough = (trades: readonly PlannedTrade[]) => !settledBy(account, trades).margin.isInCall;
  const trades: PlannedTrade[] = [];
  for (const id of order === 'value' ? byValue(account) : dearestFirst(account).map(({ id }) => id)) {
    if (isEnough(trades)) break;
    const here = settledBy(account, trades).account;
    const position = itemAt(
      here.positions.filter((each) => each.id === id),
      0,
    );
    const [fewest] = [...sizesOf(here, position, bound), sizeHeld(position)]
      .toSorted((a, b) => a.compare(b))
      .map((size) => tradeOf(position, size))
      .filter((trade) => isEnough([...trades, trade]));
    trades.push(fewest ?? closeOf(position));
  }
  return trades;
}

/**
 * Sizes of one trade that may be enough: what the account needs under the rule, and of a long what brings the loan below
 * the bound, where what is needed without the rule is no more.
 */
function sizesOf(account: Account, position: Position, bound: Money): readonly Bare[] {
  const unit = tradeUnit(position, true);
  const needed = (under: Account) => findPracticalReduction(under, position, bare(0), unit);
  const without = needed({ ...account, ruleSet: { ...account.ruleSet, concentration: null } });
  const above = account.marginLoan.minus(bound).as<'bare'>();
  const price = position.price?.as<'bare'>() ?? bare(1);
  // One unit more than brings the loan exactly to the bound, where the rule still holds.
  const past = above.over(price).over(unit).roundedDown().plus(bare(1)).times(unit);
  const brings = position.side === 'long' && without !== null ? greatest(past, without) : null;
  return [needed(account), brings].filter((size) => size !== null);
}

function byValue({ positions }: Account): readonly string[] {
  return positions
    .filter(isTradable)
    .toSorted((a, b) => b.marketValue.compare(a.marketValue))
    .map(({ id }) => id);
}

function worthOf(trades: readonly PlannedTrade[]): Money {
  return sum(trades.map(({ amount }) => amount));
}

/** The account after the trades, its loan repaid as far as money came in. */
function settledBy(account: Account, trades: readonly PlannedTrade[]): Omit<ForcedSale, 'isLeast'> {
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
    moved: worthOf(trades),
    repaid,
    account: left,
    margin: evaluateMargin(left),
    next: findMarketDistance(left),
    isRuleOfThumb: concentrationTotal(account) !== null,
  };
}
