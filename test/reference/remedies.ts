import type { Account, Holding } from './account';
import { valueOf } from './account';
import { tradeAmount, tradeShares } from './changes';
import type { Decisions } from './decide';
import { Fraction, ONE, ZERO } from './fraction';
import type { Piece } from './pieces';
import { piecesOf } from './pieces';
import { excessOf } from './requirement';

/** One position sold or bought back until the call ends. */
export interface Reduction {
  readonly position: string;
  readonly action: 'sell' | 'buyToCover';
  readonly possible: boolean;
  readonly shares: Fraction | null;
  readonly amount: Fraction | null;
  readonly wholeShares: Fraction | null;
  readonly wholeAmount: Fraction | null;
  readonly excessAfterWhole: Fraction | null;
}

/** The amount of securities with this rate of their own that ends the call. */
export interface SecuritiesDeposit {
  readonly maintenanceRate: Fraction;
  readonly amount: Fraction | null;
}

/** Each open position alone, in the account's order. */
export function reductions(account: Account): Reduction[] {
  return account.holdings
    .filter((holding) => !holding.closed)
    .map((holding) => reductionOf(account, holding));
}

function reductionOf(account: Account, holding: Holding): Reduction {
  const today = excessOf(account);
  const known = holding.shares !== null;
  const start = {
    position: holding.id,
    action: holding.side === 'long' ? 'sell' : 'buyToCover',
  } as const;
  if (today.sign() >= 0) {
    const none = known ? ZERO : null;
    const after = known ? today : null;
    return {
      ...start,
      possible: true,
      shares: none,
      amount: ZERO,
      wholeShares: none,
      wholeAmount: none,
      excessAfterWhole: after,
    };
  }
  const excessAfter = (size: Fraction, decisions: Decisions): Fraction | null => {
    const after = reduced(account, holding, size, decisions);
    return after === null ? null : excessOf(after, decisions);
  };
  const pieces = piecesOf(excessAfter, ZERO, holding.shares ?? valueOf(holding));
  const least = leastFree(pieces);
  const whole = known ? leastWholeFree(pieces) : null;
  return {
    ...start,
    possible: least !== null,
    shares: known ? least : null,
    amount: known ? (least?.mul(holding.price) ?? null) : least,
    wholeShares: whole,
    wholeAmount: whole?.mul(holding.price) ?? null,
    excessAfterWhole: whole === null ? null : excessAfter(whole, []),
  };
}

function reduced(account: Account, holding: Holding, size: Fraction, decisions: Decisions): Account | null {
  const signed = holding.side === 'long' ? size.neg() : size;
  if (holding.shares === null) return tradeAmount(account, holding, signed, decisions);
  return tradeShares(account, holding, signed, decisions);
}

/** The smallest free x, a lone point included; null when there is none. */
function leastFree(pieces: readonly Piece[]): Fraction | null {
  const first = pieces.find((piece) => piece.state === 'free');
  if (first === undefined) return null;
  if (first.kind === 'interval') throw new Error('no least amount: the call ends only beyond a point');
  return first.low;
}

/** The smallest whole number that is free. */
function leastWholeFree(pieces: readonly Piece[]): Fraction | null {
  for (const piece of pieces.filter(({ state }) => state === 'free')) {
    const whole = Fraction.of(piece.kind === 'point' ? piece.low.ceil() : piece.low.floor() + 1n);
    if (piece.kind === 'point' ? whole.equals(piece.low) : piece.high === null || whole.cmp(piece.high) < 0) {
      return whole;
    }
  }
  return null;
}

/** Securities moved in, at each of the rates shown; 0 when there is no call. */
export function securitiesDeposits(account: Account): SecuritiesDeposit[] {
  return ['0.25', '0.30', '0.50', '1'].map((text) => {
    const maintenanceRate = Fraction.parse(text);
    const pieces = piecesOf(
      (amount, seen) => excessOf(withSecurities(account, maintenanceRate, amount), seen),
      ZERO,
      null,
    );
    return { maintenanceRate, amount: leastFree(pieces) };
  });
}

function withSecurities(account: Account, rate: Fraction, amount: Fraction): Account {
  const movedIn: Holding = {
    id: 'moved in',
    symbol: '',
    side: 'long',
    shares: null,
    price: amount,
    closed: false,
    ownRate: rate,
    shift: ZERO,
    perShareMinimum: ZERO,
    beta: ONE,
    group: null,
    leverage: ONE,
    marginable: true,
    targetWeight: null,
  };
  return { ...account, holdings: [...account.holdings, movedIn] };
}
