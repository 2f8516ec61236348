/**
 * The figures of an account side by side, today and in what-ifs, each an exact decimal: one row a figure, holdings below
 * the account. Call points round toward today in their last digit, calls up. Serves rule R-95 of rules.md.
 */
import type { Account } from '@/engine/account';
import { findDays, findPricePoints } from '@/engine/distances';
import type { CallPoint, CallPoints } from '@/engine/excess-curve';
import type { MarginResult, PositionMargin } from '@/engine/margin';
import { OneMoverCurves } from '@/engine/one-mover';
import type { Quantity, Unit } from '@/engine/quantity';
import { findRequirementShift } from '@/engine/requirement-shift';
import { type Cell, empty, number, type Sheet, text } from '@/io/cells';
import { fallText, riseText } from '@/io/evaluation';

/** The account in one column: its figures, and where a call begins or ends over the market's move from today. */
export interface FiguresColumn {
  /** What stands above it: “Today”, or a what-if's name. */
  readonly heading: string;
  readonly account: Account;
  readonly margin: MarginResult;
  readonly fromToday: CallPoints | null;
}

/** What stands above the figures: a name and what is said of it, in words. */
export type FiguresNotes = readonly (readonly [name: string, words: string])[];

type Read = (column: FiguresColumn) => Cell;

/** The figures of today, and beside them those of what-ifs where there are some. */
export function toFiguresSheet(
  columns: readonly FiguresColumn[],
  notes: FiguresNotes,
  names: ReadonlyMap<string, string>,
): Sheet {
  const hasShorts = columns.some(({ account }) => account.positions.some(({ side }) => side === 'short'));
  const hasCredit = hasShorts || columns.some(({ account }) => account.shortCredit.sign() > 0);
  const rows: (readonly Cell[])[] = [
    ...notes.map(([name, words]) => [text(name), empty, text(words)]),
    [text('Figure'), text('Holding'), ...columns.map(({ heading }) => text(heading))],
  ];
  const put = (name: string, read: Read) => rows.push([text(name), empty, ...columns.map(read)]);
  /** Only where one of the columns has such a figure. */
  const putSome = (name: string, read: Read) => {
    if (columns.some((column) => read(column) !== empty)) put(name, read);
  };
  put(hasShorts ? 'Long holdings' : 'Holdings', ({ margin }) => exact(margin.longMarketValue));
  if (hasShorts) put('Short holdings', ({ margin }) => exact(margin.shortMarketValue));
  put('Cash', ({ account }) => exact(account.cash));
  if (hasCredit) put('Short credit', ({ account }) => exact(account.shortCredit));
  put('Margin loan', ({ account }) => exact(account.marginLoan));
  put('Equity', ({ margin }) => exact(margin.equity));
  putSome('Equity ratio', ({ margin }) => exact(margin.equityRatio));
  put('Required', ({ margin }) => exact(margin.requirement));
  put('Above the requirement (negative: below)', ({ margin }) => exact(margin.excess));
  put('Missing to the requirement', ({ margin }) => number(margin.call.toText('up')));
  putSome('Last market move down without a call (from today)', at('below'));
  putSome('Last market move up without a call (from today)', at('above'));
  putSome('Nearest market move down that ends the call (from today)', at('cureBelow'));
  putSome('Nearest market move up that ends the call (from today)', at('cureAbove'));
  putSome('Last rise of every rate without a call', ({ account, margin }) =>
    rounded(findRequirementShift(account, margin)?.toText('down')),
  );
  putSome('Days of interest until a call', ({ account, margin }) =>
    rounded(findDays(account, margin)?.toText()),
  );
  return [...rows, ...holdingRows(columns, names)];
}

function exact<U extends Unit>(quantity: Quantity<U> | null): Cell {
  return quantity === null ? empty : number(quantity.toText());
}

function rounded(decimal: string | undefined): Cell {
  return decimal === undefined ? empty : number(decimal);
}

type SideOf = 'below' | 'above' | 'cureBelow' | 'cureAbove';

/** In the last digit toward today, as the command line prints it. */
function pointCell(points: CallPoints | null, side: SideOf): Cell {
  const point: CallPoint | null = points?.[side] ?? null;
  const isBelow = side === 'below' || side === 'cureBelow';
  return rounded((isBelow ? fallText(point) : riseText(point)) ?? undefined);
}

function at(side: SideOf): Read {
  return ({ fromToday }) => pointCell(fromToday, side);
}

type ReadHolding = (own: PositionMargin, points: CallPoints | null) => Cell;

const ofHolding: readonly (readonly [string, ReadHolding])[] = [
  ['Shares', ({ position }) => exact(position.shares)],
  ['Price', ({ position }) => exact(position.price)],
  ['Value', ({ position }) => exact(position.marketValue)],
  ['Rate', ({ rate }) => exact(rate)],
  ['Required', ({ requirement }) => exact(requirement)],
  ['Last price of it alone without a call, below', (_own, points) => pointCell(points, 'below')],
  ['Last price of it alone without a call, above', (_own, points) => pointCell(points, 'above')],
  ['Price of it alone that ends the call, below', (_own, points) => pointCell(points, 'cureBelow')],
  ['Price of it alone that ends the call, above', (_own, points) => pointCell(points, 'cureAbove')],
];

/** A row for each figure of each holding that some column has. */
function holdingRows(columns: readonly FiguresColumn[], names: ReadonlyMap<string, string>): Sheet {
  const read = columns.map(({ account, margin }) => {
    const curves = new OneMoverCurves(account, margin);
    const open = margin.positions.filter(({ position }) => !position.isClosed);
    return new Map(open.map((own) => [own.position.id, { own, points: findPricePoints(curves, own) }]));
  });
  const ids = [...new Set(read.flatMap((column) => [...column.keys()]))];
  return ids.flatMap((id) => {
    const found = read.map((column) => column.get(id));
    const side = found.find((each) => each !== undefined)?.own.position.side;
    const name = `${names.get(id) ?? id}${side === 'short' ? ' (short)' : ''}`;
    return ofHolding.flatMap(([figure, cellOf]) => {
      const cells = found.map((each) => (each === undefined ? empty : cellOf(each.own, each.points)));
      return cells.every((cell) => cell === empty) ? [] : [[text(figure), text(name), ...cells]];
    });
  });
}
