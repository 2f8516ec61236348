// What-ifs beside today in words: a row for every figure, its highest and lowest, and what separates them. Money and
// distances are rounded as everywhere: what is left down, calls and loans up, distances toward zero.
import type { CallPoint } from '@/engine/excess-curve';
import { bare } from '@/engine/quantity';
import { type Compared, type ComparedFigures, findEnds, isSameRanked, type Ranked } from '@/state/compared';
import { isLiquidating } from '@/state/liquidation';
import { groupThousands } from '@/ui/decimal-text';
import {
  formatCall,
  formatEquityRatio,
  formatHeld,
  formatMoney,
  formatMoneyShort,
  formatMove,
  formatPoints,
  formatSum,
} from '@/ui/format';
import { letters } from './compare-lines';

/** Which end of its row a figure is, and whether others share that. */
export interface Rank {
  readonly place: 'highest' | 'lowest';
  readonly isTied: boolean;
}

/** One figure of one what-if: its words, and where it stands in its row. */
export interface ComparedCell {
  readonly words: string;
  readonly rank: Rank | null;
}

/** One figure of all of them. */
export interface ComparedRow {
  readonly name: string;
  /** What the row calls its highest and lowest. */
  readonly ends: { readonly highest: string; readonly lowest: string };
  readonly cells: readonly ComparedCell[];
  /** Whether all of them, of which there are several, have the same figure. */
  readonly isAlike: boolean;
}

interface Told {
  readonly words: string;
  readonly value: Ranked;
}

const size = { highest: 'highest', lowest: 'lowest' } as const;
const reach = { highest: 'farthest', lowest: 'nearest' } as const;
/** In a call already: nearer than at the very point where one begins. */
const within = bare(-1);

/** Every figure, in the order in which the page has them; what no account of them has is left out. */
export function listRows(compared: readonly Compared[]): readonly ComparedRow[] {
  const all = compared.flatMap(({ figures }) => figures ?? []);
  const some = (is: (figures: ComparedFigures) => boolean) => all.some(is);
  // Brokers that make no call have their requirement there.
  const isLine = all.every(({ scene }) => isLiquidating(scene.ruleSet));
  const line = isLine ? 'the requirement' : 'a call';
  const hasShorts = some(({ scene }) => scene.hasShorts);
  const row = (
    name: string,
    tell: (figures: ComparedFigures) => Told,
    ends: ComparedRow['ends'] = size,
  ): ComparedRow => {
    const told = compared.map(({ figures }) => (figures === null ? null : tellOnce(name, figures, tell)));
    const ranks = rankCells(told);
    return {
      name,
      ends,
      cells: told.map((each, index) => ({
        words: each?.words ?? 'not possible',
        rank: ranks[index] ?? null,
      })),
      isAlike: told.length > 1 && told.every((each) => each?.words === told[0]?.words),
    };
  };
  return [
    row('Holdings', ({ margin }) => ({
      words: formatHeld(margin.longMarketValue, 'long'),
      value: margin.longMarketValue.as<'bare'>(),
    })),
    ...(hasShorts
      ? [
          row('Sold short', ({ margin }) => ({
            words: formatHeld(margin.shortMarketValue, 'short'),
            value: margin.shortMarketValue.as<'bare'>(),
          })),
        ]
      : []),
    row('Cash', ({ account }) => ({
      words: formatMoney(account.cash, 'down'),
      value: account.cash.as<'bare'>(),
    })),
    ...(hasShorts
      ? [
          row('Credit from short sales', ({ account }) => ({
            words: formatMoney(account.shortCredit, 'down'),
            value: account.shortCredit.as<'bare'>(),
          })),
        ]
      : []),
    row('Loan', ({ account }) => ({
      words: formatMoney(account.marginLoan, 'up'),
      value: account.marginLoan.as<'bare'>(),
    })),
    row('Equity', ({ margin }) => ({ words: formatSum(margin).equity, value: margin.equity.as<'bare'>() })),
    row('Equity ratio', ({ margin: { equityRatio } }) => ({
      words: equityRatio === null ? 'none' : formatEquityRatio(equityRatio),
      value: equityRatio?.as<'bare'>() ?? null,
    })),
    row('Required', ({ margin }) => ({
      words: formatSum(margin).requirement,
      value: margin.requirement.as<'bare'>(),
    })),
    row('Above or below it', ({ margin }) => ({
      words: formatSum(margin).excess,
      value: margin.excess.as<'bare'>(),
    })),
    ...(some(({ margin }) => margin.isInCall)
      ? [
          row(isLine ? 'Below the requirement' : 'Margin call', ({ margin, scene }) => ({
            words: !margin.isInCall
              ? 'none'
              : isLiquidating(scene.ruleSet)
                ? `${formatCall(margin.call)} below: it may sell at once`
                : formatCall(margin.call),
            value: margin.call.as<'bare'>(),
          })),
        ]
      : []),
    row(`Fall of the market to ${line}, from today`, (figures) => tellSide(figures, 'fall'), reach),
    ...(some(
      ({ scene }) => scene.hasShorts || (scene.points?.above ?? scene.points?.cureAbove ?? null) !== null,
    )
      ? [row(`Rise of the market to ${line}, from today`, (figures) => tellSide(figures, 'rise'), reach)]
      : []),
    row(
      `Further rise of every requirement ${isLine ? 'until nothing is above it' : 'to a call'}`,
      tellShift,
      reach,
    ),
    ...(some(({ days }) => days !== null && days.sign() > 0)
      ? [row(`Further days of interest to ${line}`, tellDays, reach)]
      : []),
  ];
}

const known = new WeakMap<ComparedFigures, Map<string, Told>>();

/** A what-if whose figures are as they were has its words already. */
function tellOnce(row: string, figures: ComparedFigures, tell: (figures: ComparedFigures) => Told): Told {
  const rows = known.get(figures) ?? new Map<string, Told>();
  known.set(figures, rows);
  const told = rows.get(row) ?? tell(figures);
  rows.set(row, told);
  return told;
}

/** The ends of a row. What prints alike shares its place: nobody could see why not. */
function rankCells(told: readonly (Told | null)[]): readonly (Rank | null)[] {
  const ends = findEnds(told.map((each) => each?.value ?? null));
  if (ends === null) return [];
  const [high, low] = [ends.highest, ends.lowest].map((end) => {
    const words = told.find((each) => each !== null && isSameRanked(each.value, end))?.words;
    return told.map(
      (each) =>
        each !== null && each.value !== null && (each.words === words || isSameRanked(each.value, end)),
    );
  });
  if (high?.some((is, index) => is && low?.[index])) return [];
  const isShared = (all: readonly boolean[] | undefined) => (all ?? []).filter(Boolean).length > 1;
  return told.map((_, index) => {
    if (high?.[index] === true) return { place: 'highest', isTied: isShared(high) };
    return low?.[index] === true ? { place: 'lowest', isTied: isShared(low) } : null;
  });
}

/** Where a call begins on a side, as a move from today; where one is on at today's prices, where that ends. */
function tellSide({ scene }: ComparedFigures, side: 'fall' | 'rise'): Told {
  const { points } = scene;
  if (points === null) return { words: 'not possible', value: null };
  if (points.isInCall) {
    const cure = side === 'fall' ? points.cureBelow : points.cureAbove;
    return {
      words:
        cure === null ? called(scene) : `${called(scene)}; ends at ${formatMove(cure.at, 1, 'awayFromZero')}`,
      value: within,
    };
  }
  const point: CallPoint | null = side === 'fall' ? points.below : points.above;
  return point === null
    ? { words: 'none', value: 'endless' }
    : { words: formatMove(point.at), value: point.at.absolute() };
}

function called({ ruleSet }: ComparedFigures['scene']): string {
  return isLiquidating(ruleSet) ? 'below it now' : 'in a call';
}

function tellShift({ margin, scene, shift }: ComparedFigures): Told {
  if (margin.isInCall) return { words: called(scene), value: within };
  return shift === null ? { words: 'none', value: 'endless' } : { words: formatPoints(shift), value: shift };
}

function tellDays({ margin, scene, days }: ComparedFigures): Told {
  if (margin.isInCall) return { words: called(scene), value: within };
  return days === null
    ? { words: 'none', value: 'endless' }
    : { words: groupThousands(days.toFixed(0)), value: days };
}

/** The word for a rank: "highest", "lowest, tied". */
export function wordRank({ place, isTied }: Rank, ends: ComparedRow['ends']): string {
  return `${ends[place]}${isTied ? ', tied' : ''}`;
}

/** Each by its name in a sentence; with its letter, too, where another has the same name, as a file can have them. */
function tellApart(compared: readonly Compared[]): readonly string[] {
  return nameColumns(compared).map((name, index) => (compared[index]?.id === null ? name : `“${name}”`));
}

/** Each by its name, with its letter where another has the same one. */
export function nameColumns(compared: readonly Pick<Compared, 'name'>[]): readonly string[] {
  return compared.map(({ name }, index) => {
    const isAlone = compared.every((other, at) => at === index || other.name !== name);
    return isAlone ? name : `${name} (${letters[index] ?? ''})`;
  });
}

/** What separates them, from the most room to the least, in one sentence; and how far apart the ends are. */
export function wordSeparation(compared: readonly Compared[]): string {
  const names = tellApart(compared);
  const known = compared.flatMap(({ id, figures }, index) =>
    figures === null
      ? []
      : [{ id, name: names[index] ?? '', figures, excess: bare(figures.margin.excess.toFixed(2, 'down')) }],
  );
  const ordered = known.toSorted((a, b) => b.excess.compare(a.excess));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined || ordered.length < 2) return '';
  const apart = first.excess.minus(last.excess);
  if (apart.sign() === 0) {
    return `All of them end the same: ${wordEnd(first.figures)}.`;
  }
  const parts = ordered.map(({ id, name, figures }, index) => {
    const title = id === null && index > 0 ? 'today' : name;
    return `${title} ${wordEnding(figures, id === null, index === 0)}`;
  });
  return `${parts.join('; ')}. Between the first and the last lie ${formatMoneyShort(apart.as<'money'>())}.`;
}

/** The first one says what its figure is; the others are measured alike. */
function wordEnding({ margin, scene }: ComparedFigures, isToday: boolean, isFirst: boolean): string {
  const { excess, call } = margin;
  if (excess.sign() === 0) return `${isToday ? 'is' : 'would end'} exactly at the requirement`;
  if (excess.sign() > 0) {
    const room = formatMoneyShort(excess, 'down');
    const end = isFirst ? ' above the requirement' : '';
    return `${isToday ? 'has' : 'would leave'} ${room}${end}`;
  }
  if (isLiquidating(scene.ruleSet)) {
    return `${isToday ? 'is' : 'would end'} ${formatCall(call)} below the requirement`;
  }
  return isToday ? `is in a call of ${formatCall(call)}` : `would end in a call of ${formatCall(call)}`;
}

function wordEnd({ margin: { excess, call } }: ComparedFigures): string {
  return excess.sign() >= 0
    ? `${formatMoneyShort(excess, 'down')} above the requirement`
    : `${formatCall(call)} below the requirement`;
}
