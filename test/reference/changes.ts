import type { Account, Holding } from './account';
import { holdingOf, longValue, valueOf, withHolding } from './account';
import type { Decisions } from './decide';
import { decide, larger, smaller } from './decide';
import type { ChangeJson } from './document';
import { invest, raise, removeSlice } from './flows';
import { Fraction, ONE, ZERO } from './fraction';
import { rulesOf } from './rule-sets';

/** The account after a market move: each price × max(0, 1 + beta × ratio). */
export function moveMarket(account: Account, ratio: Fraction, decisions: Decisions): Account {
  const moved = (holding: Holding): Holding => {
    const factor = larger(ZERO, ONE.add(holding.beta.mul(ratio)), decisions);
    return { ...holding, price: holding.price.mul(factor) };
  };
  return { ...account, holdings: account.holdings.map(moved) };
}

/** Money that leaves or pays: out of cash, and what cash cannot cover is lent. */
function pay(account: Account, amount: Fraction, decisions: Decisions): Account {
  const fromCash = smaller(account.cash, amount, decisions);
  return { ...account, cash: account.cash.sub(fromCash), loan: account.loan.add(amount).sub(fromCash) };
}

/** Books a trade: `cost` is above 0 for what is bought, below 0 for what is sold. */
function book(before: Account, changed: Holding, cost: Fraction, decisions: Decisions): Account {
  const account = withHolding(before, changed);
  const bought = decide(cost, decisions) > 0;
  if (changed.side === 'long') {
    return bought ? pay(account, cost, decisions) : { ...account, cash: account.cash.sub(cost) };
  }
  const fromCredit = bought ? smaller(account.credit, cost, decisions) : cost;
  const settled = { ...account, credit: account.credit.sub(fromCredit) };
  const after = bought ? pay(settled, cost.sub(fromCredit), decisions) : settled;
  // Only closing frees the credit: an account may well have credit and no short from the start.
  const shortsOpen = after.holdings.some((holding) => holding.side === 'short' && !holding.closed);
  if (!changed.closed || shortsOpen) return after;
  return { ...after, cash: after.cash.add(after.credit), credit: ZERO };
}

/** Buys (above 0) or sells (below 0) shares at the present price; null when impossible. */
export function tradeShares(
  account: Account,
  holding: Holding,
  shares: Fraction,
  decisions: Decisions,
): Account | null {
  if (holding.shares === null) return null;
  const held = holding.side === 'long' ? holding.shares.add(shares) : holding.shares.sub(shares);
  const sign = decide(held, decisions);
  if (sign < 0) return null;
  return book(
    account,
    { ...holding, shares: held, closed: sign === 0 },
    shares.mul(holding.price),
    decisions,
  );
}

/** Buys (above 0) or sells (below 0) dollars' worth at the present price; null when impossible. */
export function tradeAmount(
  account: Account,
  holding: Holding,
  amount: Fraction,
  decisions: Decisions,
): Account | null {
  const value = holding.side === 'long' ? valueOf(holding).add(amount) : valueOf(holding).sub(amount);
  const sign = decide(value, decisions);
  if (sign < 0) return null;
  const closed = sign === 0;
  if (holding.shares === null) return book(account, { ...holding, price: value, closed }, amount, decisions);
  if (decide(holding.price, decisions) === 0) return null;
  return book(account, { ...holding, shares: value.div(holding.price), closed }, amount, decisions);
}

function rebalance(account: Account, invested: Fraction, decisions: Decisions): Account | null {
  const longs = account.holdings.filter((holding) => holding.side === 'long');
  const weights = longs.reduce((sum, holding) => sum.add(holding.targetWeight ?? ZERO), ZERO);
  if (!weights.equals(ONE)) return null;
  // Nothing invested is never too much, also below the minimum.
  const left = decide(account.cash.sub(account.minimumCash).sub(invested), decisions);
  if (left < 0 && invested.sign() > 0) return null;
  const whole = longValue(account).add(invested);
  let after: Account = { ...account, cash: account.cash.sub(invested) };
  for (const holding of longs) {
    const target = (holding.targetWeight ?? ZERO).mul(whole);
    // A worthless holding with nothing to buy is no trade, so its price of 0 is no obstacle.
    if (target.equals(valueOf(holding))) continue;
    const closed = target.isZero();
    if (holding.shares === null) {
      after = withHolding(after, { ...holding, price: target, closed });
    } else {
      if (holding.price.isZero()) return null;
      after = withHolding(after, { ...holding, shares: target.div(holding.price), closed });
    }
  }
  return after;
}

/** The account after `days` of simple interest on the loan; null with a loan but no rate. */
export function passDays(account: Account, days: bigint | number, decisions: Decisions): Account | null {
  if (decide(account.loan, decisions) === 0) return account;
  if (account.interestRate === null) return null;
  const interest = account.loan.mul(account.interestRate).mul(Fraction.of(days)).div(account.dayCount);
  return { ...account, loan: account.loan.add(interest) };
}

function moveEach(account: Account, applies: (holding: Holding) => boolean, ratio: Fraction): Account {
  const moved = (holding: Holding): Holding =>
    applies(holding) ? { ...holding, price: holding.price.mul(ONE.add(ratio)) } : holding;
  return { ...account, holdings: account.holdings.map(moved) };
}

function setRate(account: Account, applies: (holding: Holding) => boolean, rate: Fraction): Account {
  const changed = (holding: Holding): Holding =>
    applies(holding) ? { ...holding, ownRate: rate, shift: ZERO } : holding;
  return { ...account, holdings: account.holdings.map(changed) };
}

/** The account after one change; null when that change is impossible there. */
export function applyChange(account: Account, change: ChangeJson, decisions: Decisions): Account | null {
  const find = (id: string): Holding | undefined => account.holdings.find((holding) => holding.id === id);
  const groupKnown = (group: string): boolean => account.holdings.some((holding) => holding.group === group);
  switch (change.type) {
    case 'moveMarket':
      return moveMarket(account, Fraction.parse(change.ratio), decisions);
    case 'moveGroup':
      if (!groupKnown(change.group)) return null;
      return moveEach(account, (holding) => holding.group === change.group, Fraction.parse(change.ratio));
    case 'movePrice':
      if (find(change.position) === undefined) return null;
      return moveEach(account, (holding) => holding.id === change.position, Fraction.parse(change.ratio));
    case 'setPrice': {
      const holding = find(change.position);
      if (holding === undefined) return null;
      // A closed position without shares holds nothing that a price could give a value to.
      if (holding.closed && holding.shares === null) return account;
      return withHolding(account, { ...holding, price: Fraction.parse(change.price) });
    }
    case 'switchRuleSet':
      return { ...account, rules: rulesOf(change.ruleSet) };
    case 'shiftRequirement': {
      const points = Fraction.parse(change.points);
      const shifted = (holding: Holding): Holding => ({ ...holding, shift: holding.shift.add(points) });
      return { ...account, holdings: account.holdings.map(shifted) };
    }
    case 'setRequirement': {
      const rate = Fraction.parse(change.rate);
      if ('group' in change) {
        return groupKnown(change.group)
          ? setRate(account, (holding) => holding.group === change.group, rate)
          : null;
      }
      if (find(change.position) === undefined) return null;
      return setRate(account, (holding) => holding.id === change.position, rate);
    }
    case 'deposit':
      if (change.invest === true) return invest(account, Fraction.parse(change.amount), decisions);
      return { ...account, cash: account.cash.add(Fraction.parse(change.amount)) };
    case 'withdraw':
      if (change.sell === true) return raise(account, Fraction.parse(change.amount), decisions);
      return pay(account, Fraction.parse(change.amount), decisions);
    case 'borrow': {
      const amount = Fraction.parse(change.amount);
      return { ...account, cash: account.cash.add(amount), loan: account.loan.add(amount) };
    }
    case 'repay': {
      const amount = Fraction.parse(change.amount);
      if (decide(account.cash.sub(amount), decisions) < 0) return null;
      if (decide(account.loan.sub(amount), decisions) < 0) return null;
      return { ...account, cash: account.cash.sub(amount), loan: account.loan.sub(amount) };
    }
    case 'trade': {
      const holding = find(change.position);
      if (holding === undefined) return null;
      if ('shares' in change) return tradeShares(account, holding, Fraction.parse(change.shares), decisions);
      return tradeAmount(account, holding, Fraction.parse(change.amount), decisions);
    }
    case 'depositSecurities': {
      // What is owned outright comes in and nothing is paid for it; a short cannot be owned.
      const { position } = change;
      if (position.side === 'short' || find(position.id) !== undefined) return null;
      return { ...account, holdings: [...account.holdings, holdingOf(position)] };
    }
    case 'open': {
      if (find(change.position.id) !== undefined) return null;
      const opened = holdingOf(change.position);
      const held = { ...account, holdings: [...account.holdings, opened] };
      if (opened.side === 'long') return pay(held, valueOf(opened), decisions);
      return { ...held, credit: held.credit.add(valueOf(opened)) };
    }
    case 'rebalance':
      return rebalance(account, Fraction.parse(change.cashInvested), decisions);
    case 'removeSlice':
      return removeSlice(account, change.position);
    case 'passDays':
      return passDays(account, change.days, decisions);
  }
}

/** The account after all changes in list order; null when one of them is impossible. */
export function applyAll(
  account: Account,
  changes: readonly ChangeJson[],
  decisions: Decisions,
): Account | null {
  let now: Account | null = account;
  for (const change of changes) {
    if (now === null) return null;
    now = applyChange(now, change, decisions);
  }
  return now;
}
