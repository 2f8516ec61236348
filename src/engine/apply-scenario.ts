/**
 * Applies a list of changes to an account, in order, and gives a new account or the reason why one of them is
 * impossible. Equity never changes by a trade or rebalance at market price. Serves rules of rules.md.
 */
import { type Account, holdingOf, type Position } from '@/engine/account';
import {
  type Bare,
  greatest,
  type Money,
  marketValueOf,
  money,
  type Price,
  type Quantity,
  type Ratio,
  ratio,
  type Shares,
  sharesFor,
  sum,
  type Unit,
} from '@/engine/quantity';
import { failure, type Issue, issue, type Result, success } from '@/engine/result';
import type { Change, PlacedChange, Target, TradeSize } from '@/engine/scenario';

/**
 * Hears every quantity whose sign decided something on the way, in order. Between two accounts with the same signs
 * every amount is a straight line in the market move, which is how the curve of a scenario is found.
 */
export type DecisionLog = (quantity: Bare) => void;

const nothing = money(0);
const one = ratio(1);

/** Thrown and caught in this file only, to leave a change that is impossible where it stands. */
class Impossible extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
  }
}

/** The account after all changes; impossible ones are refused with the change's path and figures. */
export function applyChanges(
  account: Account,
  changes: readonly PlacedChange[],
  log: DecisionLog = () => {},
): Result<Account> {
  let current = account;
  for (const { change, path } of changes) {
    try {
      current = new Step(current, path, log).apply(change);
    } catch (error) {
      if (error instanceof Impossible) return failure([error.issue]);
      throw error;
    }
  }
  return success(current);
}

interface Balances {
  readonly cash: Money;
  readonly marginLoan: Money;
  readonly shortCredit: Money;
}

/** One change on one account; holds what every kind of change needs to refuse and to log. */
class Step {
  constructor(
    private readonly account: Account,
    private readonly path: string,
    private readonly log: DecisionLog,
  ) {}

  apply(change: Change): Account {
    const { account } = this;
    switch (change.type) {
      case 'moveMarket':
        return this.mapPositions((position) => {
          const factor = one.plus(position.beta.times(change.ratio));
          return withPriceFactor(position, this.sign(factor) < 0 ? ratio(0) : factor);
        });
      case 'moveHolding': {
        const isMeant = this.targeted(change.target);
        const factor = one.plus(change.ratio);
        return this.mapPositions((position) =>
          isMeant(position) ? withPriceFactor(position, factor) : position,
        );
      }
      case 'setPrice': {
        const isMeant = this.targeted({ position: change.position });
        return this.mapPositions((position) =>
          isMeant(position) ? withPrice(position, change.price) : position,
        );
      }
      case 'switchRuleSet':
        return { ...account, ruleSet: change.ruleSet };
      case 'shiftRequirement':
        return this.mapPositions((position) => ({
          ...position,
          requirementShift: position.requirementShift.plus(change.points),
        }));
      case 'setRequirement': {
        const isMeant = this.targeted(change.target);
        return this.mapPositions((position) =>
          isMeant(position) ? { ...position, ownRate: change.rate, requirementShift: ratio(0) } : position,
        );
      }
      case 'deposit':
        return { ...account, cash: account.cash.plus(change.amount) };
      case 'withdraw':
        return { ...account, ...this.pay(account, change.amount) };
      case 'borrow':
        return {
          ...account,
          cash: account.cash.plus(change.amount),
          marginLoan: account.marginLoan.plus(change.amount),
        };
      case 'repay':
        return this.repay(change.amount);
      case 'trade':
        return this.trade(change.position, change.size);
      case 'rebalance':
        return this.rebalance(change.cashInvested);
      case 'passDays':
        return this.passDays(change.days);
      case 'notSupported':
        return this.refuse('change-not-supported', { type: change.name });
    }
  }

  private refuse(code: string, figures: Readonly<Record<string, string>> = {}): never {
    throw new Impossible(issue(code, this.path, figures));
  }

  /** The sign of a quantity, made known to the log. */
  private sign<U extends Unit>(quantity: Quantity<U>): -1 | 0 | 1 {
    this.log(quantity.as<'bare'>());
    return quantity.sign();
  }

  private mapPositions(change: (position: Position) => Position): Account {
    return { ...this.account, positions: this.account.positions.map(change) };
  }

  private targeted(target: Target): (position: Position) => boolean {
    if ('position' in target) {
      const meant = this.position(target.position);
      return (position) => position === meant;
    }
    const isMeant = (position: Position) => position.group === target.group;
    return this.account.positions.some(isMeant)
      ? isMeant
      : this.refuse('unknown-group', { group: target.group });
  }

  private position(id: string): Position {
    const found = this.account.positions.find((position) => position.id === id);
    return found ?? this.refuse('unknown-position', { id });
  }

  /** Money that leaves comes out of cash first; what cash cannot cover is added to the loan. */
  private pay(from: Balances, amount: Money): Balances {
    const left = from.cash.minus(amount);
    if (this.sign(left) >= 0) return { ...balancesOf(from), cash: left };
    return { ...balancesOf(from), cash: nothing, marginLoan: from.marginLoan.minus(left) };
  }

  private repay(amount: Money): Account {
    const { cash, marginLoan } = this.account;
    const figures = { amount: amount.toText(), cash: cash.toText(), marginLoan: marginLoan.toText() };
    if (this.sign(cash.minus(amount)) < 0) this.refuse('repays-more-than-cash', figures);
    if (this.sign(marginLoan.minus(amount)) < 0) this.refuse('repays-more-than-loan', figures);
    return { ...this.account, cash: cash.minus(amount), marginLoan: marginLoan.minus(amount) };
  }

  private trade(id: string, size: TradeSize): Account {
    const position = this.position(id);
    const traded = this.resized(position, size);
    const paid = traded.marketValue.minus(position.marketValue);
    const after = this.account.positions.map((each) => (each === position ? traded : each));
    return { ...this.account, positions: after, ...this.settle(position.side, paid, after) };
  }

  /** Where the money of a trade comes from or goes to; `paid` is the rise of the position's value. */
  private settle(side: Position['side'], paid: Money, after: readonly Position[]): Balances {
    const { account } = this;
    if (side === 'long') {
      return this.sign(paid) < 0
        ? { ...balancesOf(account), cash: account.cash.minus(paid) }
        : this.pay(account, paid);
    }
    const credit = account.shortCredit.plus(paid);
    const covered =
      this.sign(credit) >= 0
        ? { ...balancesOf(account), shortCredit: credit }
        : { ...this.pay(account, credit.negated()), shortCredit: nothing };
    const hasShorts = after.some((position) => position.side === 'short' && !position.isClosed);
    return hasShorts
      ? covered
      : { ...covered, cash: covered.cash.plus(covered.shortCredit), shortCredit: nothing };
  }

  /** The position after a trade; refuses what crosses zero and what cannot be counted. */
  private resized(position: Position, size: TradeSize): Position {
    const { price } = position;
    if (size.unit === 'shares') {
      const holding = holdingOf(position) ?? this.refuse('shares-unknown', { id: position.id });
      const held = holding.shares.plus(toward(position.side, size.shares));
      const value = marketValueOf(held, holding.price);
      // Shares bought for dollars bend with the market move, their value does not: decide by it where there is one.
      const left = this.sign(holding.price) === 0 ? this.sign(held) : this.sign(value);
      if (left < 0) {
        this.refuse('trades-more-than-held', {
          id: position.id,
          held: holding.shares.toText(),
          traded: size.shares.toText(),
        });
      }
      return withHolding(position, held, value.reduced());
    }
    if (price !== null && this.sign(price) === 0) this.refuse('dollars-at-price-zero', { id: position.id });
    const value = position.marketValue.plus(toward(position.side, size.amount));
    const sign = this.sign(value);
    if (sign < 0) {
      this.refuse('trades-more-than-held', {
        id: position.id,
        held: position.marketValue.toText(),
        traded: size.amount.toText(),
      });
    }
    // A position worth nothing because its market went to nothing is not closed by a trade of nothing.
    if (size.amount.sign() === 0) return position;
    return withHolding(position, price === null ? null : sharesFor(value, price), value);
  }

  private rebalance(cashInvested: Money): Account {
    const { account } = this;
    const longs = account.positions.filter((position) => position.side === 'long');
    const weights = longs.flatMap((position) =>
      position.targetWeight === null ? [] : [position.targetWeight],
    );
    if (weights.length === 0) this.refuse('no-target-weights');
    const weight = sum(weights);
    if (!weight.equals(one)) this.refuse('weights-not-one', { sum: weight.toText() });
    const available = greatest(nothing, account.cash.minus(account.minimumCash));
    if (
      this.sign(account.cash.minus(account.minimumCash).minus(cashInvested)) < 0 &&
      cashInvested.sign() > 0
    ) {
      this.refuse('invests-more-than-cash', {
        cashInvested: cashInvested.toText(),
        available: available.toText(),
      });
    }
    const total = sum(longs.map((position) => position.marketValue)).plus(cashInvested);
    const positions = account.positions.map((position) => {
      if (position.side === 'short') return position;
      const target = total.times(position.targetWeight ?? ratio(0));
      const { price } = position;
      const isNothing = this.sign(target) === 0 && this.sign(position.marketValue) === 0;
      // Worth nothing and meant to be nothing: there is nothing to trade.
      if (isNothing) return position;
      if (price !== null && this.sign(price) === 0) {
        this.refuse('dollars-at-price-zero', { id: position.id });
      }
      const held = price === null ? null : sharesFor(target, price);
      return withHolding(position, held, target);
    });
    return { ...account, positions, cash: account.cash.minus(cashInvested) };
  }

  private passDays(days: number): Account {
    const { marginLoan, loanInterestRate, dayCount } = this.account;
    if (this.sign(marginLoan) === 0) return this.account;
    if (loanInterestRate === null) this.refuse('no-interest-rate', { marginLoan: marginLoan.toText() });
    return {
      ...this.account,
      marginLoan: marginLoan.plus(interestOn(marginLoan, loanInterestRate, days, dayCount)).reduced(),
    };
  }
}

/** What a trade adds to a position: buying adds to a long and takes from a short, selling the other way round. */
function toward<U extends Unit>(side: Position['side'], traded: Quantity<U>): Quantity<U> {
  return side === 'long' ? traded : traded.negated();
}

/** Simple interest: loan × yearly rate × days ÷ day count. */
export function interestOn(loan: Money, yearlyRate: Ratio, days: number, dayCount: number): Money {
  return loan.times(yearlyRate).times(ratio(days)).over(ratio(dayCount)).reduced();
}

function balancesOf({ cash, marginLoan, shortCredit }: Balances): Balances {
  return { cash, marginLoan, shortCredit };
}

function withPriceFactor(position: Position, factor: Ratio): Position {
  return {
    ...position,
    price: position.price?.times(factor) ?? null,
    marketValue: position.marketValue.times(factor),
  };
}

function withPrice(position: Position, price: Price): Position {
  if (position.shares === null) {
    // Nothing is left of a closed position: a value set for it stays 0.
    return position.isClosed ? position : { ...position, marketValue: price.as<'money'>() };
  }
  return { ...position, price, marketValue: marketValueOf(position.shares, price).reduced() };
}

/** The same position with another size; closed when nothing is left. */
function withHolding(position: Position, held: Shares | null, value: Money): Position {
  const isClosed = held === null ? value.sign() === 0 : held.sign() === 0;
  return { ...position, shares: held, marketValue: value, isClosed };
}
