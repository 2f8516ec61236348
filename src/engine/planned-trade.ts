/**
 * One sale or cover of a plan, in sizes that can be carried out: whole shares, or shares to six decimals, or dollars and
 * cents where shares are unknown. What is left of less than one such size goes with it. Serves rule R-76 of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { type Bare, bare, type Money, money, type Shares } from '@/engine/quantity';
import { known } from '@/engine/result';
import type { Change } from '@/engine/scenario';

/** One trade of a plan. */
export interface PlannedTrade {
  readonly position: Position;
  readonly action: 'sell' | 'buyToCover';
  /** Null where only the value is known. */
  readonly shares: Shares | null;
  readonly amount: Money;
  readonly isAll: boolean;
}

const one = bare(1);
const cent = bare('0.01');
/** Brokers trade no finer part of a share. */
const millionth = bare('0.000001');

/** Whether there is anything of a position that could be sold or covered. */
export function isTradable({ isClosed, marketValue }: Position): boolean {
  return !isClosed && marketValue.sign() > 0;
}

/** The smallest size in which a position trades: shares, or dollars where shares are unknown. */
export function tradeUnit({ shares }: Position, isWholeShares: boolean): Bare {
  if (shares === null) return cent;
  return isWholeShares ? one : millionth;
}

/** What is held of a position: shares, or dollars where shares are unknown. */
export function sizeHeld({ shares, marketValue }: Position): Bare {
  return shares?.as<'bare'>() ?? marketValue.as<'bare'>();
}

/** A size rounded up to what can be traded. */
export function roundedToUnit(size: Bare, unit: Bare): Bare {
  return size.over(unit).roundedUp().times(unit);
}

/** A trade of so many shares, or dollars where shares are unknown; of all of it where that is no less than is held. */
export function tradeOf(position: Position, size: Bare): PlannedTrade {
  const { shares: held, price, marketValue } = position;
  const action = position.side === 'long' ? ('sell' as const) : ('buyToCover' as const);
  if (!size.isBelow(sizeHeld(position))) {
    return { position, action, shares: held, amount: marketValue, isAll: true };
  }
  const shares = held === null ? null : size.as<'shares'>();
  const amount = price === null ? size : size.times(price.as<'bare'>());
  return { position, action, shares, amount: amount.as<'money'>(), isAll: false };
}

/** All of a position. */
export function closeOf(position: Position): PlannedTrade {
  return tradeOf(position, sizeHeld(position));
}

/** A planned trade as a change: what is sold counts below 0, what is bought back above. */
export function changeOf({ position, action, shares, amount }: PlannedTrade): Change {
  const isSale = action === 'sell';
  return {
    type: 'trade',
    position: position.id,
    size:
      shares === null
        ? { unit: 'dollars', amount: isSale ? amount.negated() : amount }
        : { unit: 'shares', shares: isSale ? shares.negated() : shares },
  };
}

/** The account after trades within what is held. */
export function afterTrades(account: Account, trades: readonly PlannedTrade[]): Account {
  return known(
    applyChanges(
      account,
      trades.map((trade) => ({ change: changeOf(trade), path: '' })),
    ),
  );
}

/** Dollars as they are paid: rounded up to the cent. */
export function upToCent(amount: Money): Money {
  return money(amount.toFixed(2, 'up'));
}
