/**
 * One change on one account: what every kind of change needs to look things up, to refuse and to log, and how money
 * leaves an account. Serves rules of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import { type Bare, type Money, money, type Quantity, type Unit } from '@/engine/quantity';
import { type Issue, issue } from '@/engine/result';
import type { Target } from '@/engine/scenario';

/**
 * Hears every quantity whose sign decided something on the way, in order. Between two accounts with the same signs
 * every amount is a straight line in the market move, which is how the curve of a scenario is found.
 */
export type DecisionLog = (quantity: Bare) => void;

/** Thrown to leave a change that is impossible where it stands; caught where the list is applied. */
export class Impossible extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
  }
}

/** The money of an account. */
export interface Balances {
  readonly cash: Money;
  readonly marginLoan: Money;
  readonly shortCredit: Money;
}

/** The money of an account and nothing else of it. */
export function balancesOf({ cash, marginLoan, shortCredit }: Balances): Balances {
  return { cash, marginLoan, shortCredit };
}

/** An account and the place of the change that is made on it. */
export class ChangeStep {
  constructor(
    readonly account: Account,
    private readonly path: string,
    private readonly log: DecisionLog,
  ) {}

  /** Leaves the change: it is impossible here. */
  refuse(code: string, figures: Readonly<Record<string, string>> = {}): never {
    throw new Impossible(issue(code, this.path, figures));
  }

  /** The sign of a quantity, made known to the log. */
  sign<U extends Unit>(quantity: Quantity<U>): -1 | 0 | 1 {
    this.log(quantity.as<'bare'>());
    return quantity.sign();
  }

  /** The account with each position changed. */
  mapPositions(change: (position: Position) => Position): Account {
    return { ...this.account, positions: this.account.positions.map(change) };
  }

  /** Which positions are meant; one that is not there is refused. */
  targeted(target: Target): (position: Position) => boolean {
    if ('position' in target) {
      const meant = this.position(target.position);
      return (position) => position === meant;
    }
    const isMeant = (position: Position) => position.group === target.group;
    return this.account.positions.some(isMeant)
      ? isMeant
      : this.refuse('unknown-group', { group: target.group });
  }

  /** The position of this id; one that is not there is refused. */
  position(id: string): Position {
    const found = this.account.positions.find((position) => position.id === id);
    return found ?? this.refuse('unknown-position', { id });
  }

  /** Money that leaves comes out of cash first; what cash cannot cover is added to the loan. */
  pay(from: Balances, amount: Money): Balances {
    const left = from.cash.minus(amount);
    if (this.sign(left) >= 0) return { ...balancesOf(from), cash: left };
    return { ...balancesOf(from), cash: money(0), marginLoan: from.marginLoan.minus(left) };
  }
}
