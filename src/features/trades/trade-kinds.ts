// The kinds of trades that can be tried, by name; and the change that each one is once its fields are filled in.
import type { Account, Position, PositionInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';

/** A kind's name within the program. */
export type TradeKind =
  | 'buy'
  | 'sell'
  | 'short'
  | 'cover'
  | 'open'
  | 'openShort'
  | 'moveIn'
  | 'invest'
  | 'raise'
  | 'remove'
  | 'rebalance';

/** A kind as the list of choices shows it. */
export interface KindChoice {
  readonly kind: TradeKind;
  readonly title: string;
}

const longKinds: readonly KindChoice[] = [
  { kind: 'buy', title: 'Buy' },
  { kind: 'sell', title: 'Sell' },
  { kind: 'open', title: 'Buy a new holding' },
  { kind: 'moveIn', title: 'Move in shares you own outright' },
  { kind: 'invest', title: 'Deposit and invest by targets' },
  { kind: 'raise', title: 'Withdraw by selling' },
  { kind: 'remove', title: 'Remove a holding, reinvest the rest' },
  { kind: 'rebalance', title: 'Rebalance to targets' },
];

const shortKinds: readonly KindChoice[] = [
  { kind: 'short', title: 'Sell more short' },
  { kind: 'cover', title: 'Buy to cover' },
];

const newShort: KindChoice = { kind: 'openShort', title: 'Sell a new holding short' };

/** Whether an account holds a short, so that its words may be said. */
export function hasShorts({ positions }: Account): boolean {
  return positions.some(({ side, isClosed }) => side === 'short' && !isClosed);
}

/** The kinds that an account allows. Those of shorts are there once there is one, or once they are asked for. */
export function listKinds(account: Account, areAllAsked: boolean): readonly KindChoice[] {
  const longs = heldOn(account, 'long').length;
  const offered = longKinds.filter(({ kind }) => {
    if (kind === 'open' || kind === 'moveIn') return true;
    return kind === 'remove' ? longs > 1 : longs > 0;
  });
  const isShort = hasShorts(account);
  return [...offered, ...(isShort ? shortKinds : []), ...(isShort || areAllAsked ? [newShort] : [])];
}

/** Whether a kind trades one holding that is there, and on which side. */
export function sideTraded(kind: TradeKind): Position['side'] | null {
  if (kind === 'buy' || kind === 'sell' || kind === 'remove') return 'long';
  return kind === 'short' || kind === 'cover' ? 'short' : null;
}

/** What is held on one side. */
export function heldOn({ positions }: Account, side: Position['side']): readonly Position[] {
  return positions.filter((position) => position.side === side && !position.isClosed);
}

/** What the fields of a trade say, as decimal text; null for nothing typed. */
export interface TradeWish {
  readonly kind: TradeKind;
  /** The holding that is traded. */
  readonly position: string | null;
  readonly unit: 'shares' | 'dollars';
  readonly size: string | null;
  readonly symbol: string;
  readonly price: string | null;
  readonly rate: string | null;
}

/** The change that the fields make; null while something is still to be typed. */
export function changeOf(wish: TradeWish, newId: string): ChangeInput | null {
  const { kind, position, size } = wish;
  switch (kind) {
    case 'buy':
    case 'cover':
      return position === null || size === null ? null : trade(position, wish.unit, size);
    case 'sell':
    case 'short':
      return position === null || size === null ? null : trade(position, wish.unit, `-${size}`);
    case 'open':
    case 'openShort': {
      const opened = positionOf(wish, newId, kind === 'open' ? 'long' : 'short');
      return opened === null ? null : { type: 'open', position: opened };
    }
    case 'moveIn': {
      const moved = positionOf(wish, newId, 'long');
      return moved === null ? null : { type: 'depositSecurities', position: moved };
    }
    case 'invest':
      return size === null ? null : { type: 'deposit', amount: size, invest: true };
    case 'raise':
      return size === null ? null : { type: 'withdraw', amount: size, sell: true };
    case 'remove':
      return position === null ? null : { type: 'removeSlice', position };
    case 'rebalance':
      return { type: 'rebalance', cashInvested: size ?? '0' };
  }
}

function trade(position: string, unit: TradeWish['unit'], size: string): ChangeInput | null {
  if (isNothing(size)) return null;
  return unit === 'shares'
    ? { type: 'trade', position, shares: size }
    : { type: 'trade', position, amount: size };
}

function positionOf(
  { unit, size, symbol, price, rate }: TradeWish,
  id: string,
  side: Position['side'],
): PositionInput | null {
  if (size === null || isNothing(size)) return null;
  if (unit === 'shares' && price === null) return null;
  const held = unit === 'shares' && price !== null ? { shares: size, price } : { marketValue: size };
  const terms = rate === null ? {} : { maintenanceRate: rate };
  return { id, symbol: symbol.trim(), side, ...held, ...terms };
}

function isNothing(decimal: string): boolean {
  return !/[1-9]/.test(decimal);
}
