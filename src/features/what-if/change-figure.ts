// The one figure of a change as its field shows it, and what is typed there as the same change with another figure.
import type { PositionInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { groupThousands, trimZeros, withCents } from '@/ui/decimal-text';
import { percentForField } from '@/ui/format';
import {
  readMoney,
  readMove,
  readPoints,
  readPrice,
  readRate,
  readShares,
  readWorth,
  type TypedFigure,
} from '@/ui/typed-figures';
import { readDays } from './read-days';

/** A field for a change's figure. */
export interface ChangeFigure {
  /** What the figure is, for those who cannot see where the field stands. */
  readonly label: string;
  readonly shown: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hasSign?: boolean;
  /** The change with the figure that is typed; null where the figure is none, and the change says nothing any more. */
  readonly read: (text: string) => TypedFigure<ChangeInput | null>;
}

/** The figure of a change; null for one that has none. */
export function figureOf(change: ChangeInput): ChangeFigure | null {
  switch (change.type) {
    case 'moveMarket':
    case 'moveGroup':
      return percent('Move in percent', change.ratio, (ratio) => ({ ...change, ratio }));
    case 'movePrice':
      return percent('Move in percent', change.ratio, (ratio) => ({ ...change, ratio }));
    case 'setPrice':
      return dollars('Price or value in dollars', change.price, readPrice, (price) => ({ ...change, price }));
    case 'shiftRequirement':
      return {
        label: 'Points added to every requirement',
        shown: percentForField(change.points),
        suffix: 'points',
        hasSign: true,
        read: (text) => map(readPoints(text), (points) => orNothing(points, { ...change, points })),
      };
    case 'setRequirement':
      return {
        label: 'Requirement in percent',
        shown: percentForField(change.rate),
        suffix: '%',
        read: (text) => map(readRate(text), (rate) => ({ ...change, rate })),
      };
    case 'deposit':
    case 'withdraw':
    case 'borrow':
    case 'repay':
      return dollars('Amount in dollars', withCents(change.amount), readMoney, (amount) =>
        orNothing(amount, { ...change, amount }),
      );
    case 'rebalance':
      return dollars(
        'Cash invested, in dollars',
        withCents(change.cashInvested ?? '0'),
        readMoney,
        (amount) => ({
          ...change,
          cashInvested: amount,
        }),
      );
    case 'trade':
      return tradeFigure(change);
    case 'passDays':
      return {
        label: 'Days that pass',
        shown: String(change.days),
        suffix: 'days',
        read: (text) => map(readDays(text), (days) => (days === 0 ? null : { ...change, days })),
      };
    case 'depositSecurities':
    case 'open':
      return {
        label: 'Value in dollars, or shares @ price',
        shown: worthOf(change.position),
        read: (text) =>
          map(readWorth(text), (worth) => {
            const { shares: _shares, price: _price, marketValue: _value, ...rest } = change.position;
            return { ...change, position: { ...rest, ...worth } };
          }),
      };
    case 'switchRuleSet':
    case 'removeSlice':
      return null;
  }
}

/** Shares or dollars, without the sign: what is sold stays sold. */
function tradeFigure(change: Extract<ChangeInput, { type: 'trade' }>): ChangeFigure {
  const { shares, amount } = change;
  const isSold = (shares ?? amount ?? '').startsWith('-');
  const signed = (size: string) => (isSold ? `-${size}` : size);
  if (shares !== undefined) {
    return {
      label: 'Shares',
      shown: groupThousands(trimZeros(shares.replace('-', ''))),
      suffix: 'shares',
      read: (text) => map(readShares(text), (size) => ({ ...change, shares: signed(size) })),
    };
  }
  return dollars('Amount in dollars', withCents((amount ?? '0').replace('-', '')), readMoney, (size) =>
    orNothing(size, { ...change, amount: signed(size) }),
  );
}

function percent(label: string, ratio: string, changed: (ratio: string) => ChangeInput): ChangeFigure {
  const read = (text: string): TypedFigure<ChangeInput | null> => {
    const typed = readMove(text);
    if (!typed.ok) return typed;
    if (typed.value.kind === 'dollars') return { ok: false, message: 'Type a percentage here, not dollars.' };
    return { ok: true, value: orNothing(typed.value.ratio, changed(typed.value.ratio)) };
  };
  return { label, shown: percentForField(ratio), suffix: '%', hasSign: true, read };
}

function dollars(
  label: string,
  decimal: string,
  read: (text: string) => TypedFigure<string>,
  changed: (decimal: string) => ChangeInput | null,
): ChangeFigure {
  return { label, shown: groupThousands(decimal), prefix: '$', read: (text) => map(read(text), changed) };
}

function orNothing(decimal: string, change: ChangeInput): ChangeInput | null {
  return Number(decimal) === 0 ? null : change;
}

function worthOf({ shares, price, marketValue }: PositionInput): string {
  return shares === undefined || price === undefined
    ? groupThousands(marketValue ?? '0')
    : `${groupThousands(shares)} @ ${groupThousands(price)}`;
}

function map<T, U>(typed: TypedFigure<T>, change: (value: T) => U): TypedFigure<U> {
  return typed.ok ? { ok: true, value: change(typed.value) } : typed;
}
