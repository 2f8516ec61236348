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
  | 'deposit'
  | 'withdraw'
  | 'borrow'
  | 'repay'
  | 'remove'
  | 'rebalance';

/** A kind as the list of choices shows it. */
export interface KindChoice {
  readonly kind: TradeKind;
  readonly title: string;
  readonly about: 'Holdings' | 'Money';
}

/** What becomes of money that comes in. */
export type MoneyUse = 'cash' | 'repay' | 'invest';
/** Where money that goes out comes from: cash, then the loan; or cash, then sales. */
export type MoneySource = 'cash' | 'sell';

const longKinds: readonly KindChoice[] = [
  { kind: 'buy', title: 'Buy', about: 'Holdings' },
  { kind: 'sell', title: 'Sell', about: 'Holdings' },
  { kind: 'open', title: 'Buy a new holding', about: 'Holdings' },
  { kind: 'moveIn', title: 'Move in shares you own outright', about: 'Holdings' },
  { kind: 'rebalance', title: 'Rebalance to targets', about: 'Holdings' },
  { kind: 'remove', title: 'Remove a holding, reinvest in the rest', about: 'Holdings' },
];

const moneyKinds: readonly KindChoice[] = [
  { kind: 'deposit', title: 'Deposit', about: 'Money' },
  { kind: 'withdraw', title: 'Withdraw', about: 'Money' },
  { kind: 'borrow', title: 'Borrow and keep as cash', about: 'Money' },
  { kind: 'repay', title: 'Repay the loan from cash', about: 'Money' },
];

const shortKinds: readonly KindChoice[] = [
  { kind: 'short', title: 'Sell more short', about: 'Holdings' },
  { kind: 'cover', title: 'Buy to cover', about: 'Holdings' },
];

const newShort: KindChoice = { kind: 'openShort', title: 'Sell a new holding short', about: 'Holdings' };

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
  const canRepay = account.cash.sign() > 0 && account.marginLoan.sign() > 0;
  return [
    ...offered,
    ...(isShort ? shortKinds : []),
    ...(isShort || areAllAsked ? [newShort] : []),
    ...moneyKinds.filter(({ kind }) => kind !== 'repay' || canRepay),
  ];
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
  readonly use: MoneyUse;
  readonly from: MoneySource;
}

/** The changes that the fields make, in their order; none while something is still to be typed. */
export function changesOf(wish: TradeWish, newId: string): readonly ChangeInput[] {
  const change = changeOf(wish, newId);
  if (change === null) return [];
  const isRepaid = wish.kind === 'deposit' && wish.use === 'repay';
  return isRepaid ? [change, { type: 'repay', amount: wish.size ?? '0' }] : [change];
}

function changeOf(wish: TradeWish, newId: string): ChangeInput | null {
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
    case 'deposit':
    case 'withdraw':
    case 'borrow':
    case 'repay':
      return size === null || isNothing(size) ? null : flow(wish, kind, size);
    case 'remove':
      return position === null ? null : { type: 'removeSlice', position };
    case 'rebalance':
      return { type: 'rebalance', cashInvested: size ?? '0' };
  }
}

function flow(
  { use, from }: TradeWish,
  kind: 'deposit' | 'withdraw' | 'borrow' | 'repay',
  amount: string,
): ChangeInput {
  if (kind === 'deposit' && use === 'invest') return { type: kind, amount, invest: true };
  if (kind === 'withdraw' && from === 'sell') return { type: kind, amount, sell: true };
  return { type: kind, amount };
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
