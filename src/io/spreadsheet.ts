/**
 * An account as a table with live formulas: pasted into cell A1 of an empty sheet it reproduces the figures and lets the
 * market be moved. Only + − * / and MAX, SUM and IF, so that every spreadsheet computes it. Serves rule R-95 of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import type { MarginResult, PositionMargin } from '@/engine/margin';
import type { Money } from '@/engine/quantity';
import { finraPerShareTable as table } from '@/engine/rule-set';
import { type Cell, empty, number, type Sheet, text } from '@/io/cells';

/** The words of the sheet that are not its headings. */
export interface SheetWords {
  readonly title: string;
  /** What is missing to the requirement is called: "Margin call". */
  readonly call: string;
  /** How each holding is called, by its id. */
  readonly names: ReadonlyMap<string, string>;
  /** Sentences below the table. */
  readonly notes: readonly string[];
}

type Column =
  | 'holding'
  | 'side'
  | 'shares'
  | 'price'
  | 'given'
  | 'beta'
  | 'movedPrice'
  | 'value'
  | 'rate'
  | 'minimum'
  | 'table'
  | 'requirement';

const headings: Record<Column, string> = {
  holding: 'Holding',
  side: 'Side',
  shares: 'Shares',
  price: 'Price',
  given: 'Value',
  beta: 'Moves for 1 of the market',
  movedPrice: 'Price after the move',
  value: 'Value after the move',
  rate: 'Rate (1 = 100 %)',
  minimum: 'Own minimum a share',
  table: 'FINRA’s table a share',
  requirement: 'Required',
};

/** The market's move stands here, below the title. */
const moveCell = '$B$2';

/** An account and its figures as a sheet, at the prices on show; the market's move in it starts at 0. */
export function toSpreadsheet(account: Account, margin: MarginResult, words: SheetWords): Sheet {
  const held = margin.positions.filter(({ position }) => !position.isClosed);
  const longs = held.filter(({ position }) => position.side === 'long');
  const shorts = held.filter(({ position }) => position.side === 'short');
  const hasCredit = shorts.length > 0 || account.shortCredit.sign() > 0;
  const columns = columnsOf(account, held);
  const letter = (column: Column) => letterOf(columns.indexOf(column));

  const rows: (readonly Cell[])[] = [
    [text(words.title)],
    [text('Market move'), number('0'), text('Type here: -0.1 is a fall of 10 %')],
    [text('Figure'), text('Live'), text('Without the move')],
  ];
  const figures = 8 + (shorts.length > 0 ? 1 : 0) + (hasCredit ? 1 : 0);
  // Below the figures an empty row and the headings.
  const first = rows.length + figures + 3;
  const sum = (column: Column, skipped: number, count: number) => {
    const from = first + skipped;
    return count === 0 ? '=0' : `=SUM(${letter(column)}${from}:${letter(column)}${from + count - 1})`;
  };
  const put = (name: string, value: Cell, shown: Cell) => `B${rows.push([text(name), value, shown])}`;
  const typed = (name: string, amount: Money) => put(name, number(amount.toText()), number(amount.toText()));
  const live = (name: string, formula: string, amount: Money) =>
    put(name, { kind: 'formula', text: formula }, number(amount.toText()));

  const allLongs = sum('value', 0, longs.length);
  const long = live(shorts.length > 0 ? 'Long holdings' : 'Holdings', allLongs, margin.longMarketValue);
  const short =
    shorts.length > 0
      ? live('Short holdings', sum('value', longs.length, shorts.length), margin.shortMarketValue)
      : null;
  const cash = typed('Cash', account.cash);
  const credit = hasCredit ? typed('Short credit', account.shortCredit) : null;
  const loan = typed('Margin loan', account.marginLoan);
  const join = (cells: readonly (string | null)[], sign: string) =>
    cells.filter((cell) => cell !== null).join(sign);
  const equity = live(
    'Equity',
    `=${join([cash, credit, long], '+')}-${join([loan, short], '-')}`,
    margin.equity,
  );
  const required = live('Required', sum('requirement', 0, held.length), margin.requirement);
  const excess = live('Above the requirement (negative: below)', `=${equity}-${required}`, margin.excess);
  live(words.call, `=MAX(0,-${excess})`, margin.call);
  const gross = join([long, short], '+');
  put(
    'Equity ratio',
    { kind: 'formula', text: `=IF(${gross}=0,"none",${equity}/(${gross}))` },
    margin.equityRatio === null ? text('none') : number(margin.equityRatio.toText()),
  );

  rows.push(
    [empty],
    columns.map((column) => text(headings[column])),
  );
  for (const each of [...longs, ...shorts]) {
    const row = rows.length + 1;
    const at = (column: Column) => `${letter(column)}${row}`;
    rows.push(columns.map((column) => cellOf(column, each, at, columns, words)));
  }
  return [...rows, [empty], ...words.notes.map((note) => [text(note)])];
}

/** What nothing held has is left out: an account without shorts has none of their words. */
function columnsOf({ ruleSet }: Account, held: readonly PositionMargin[]): readonly Column[] {
  const some = (is: (position: Position) => boolean) => held.some(({ position }) => is(position));
  const isShort = ({ side }: Position) => side === 'short';
  const isCounted = ({ shares }: Position) => shares !== null;
  const kept: readonly (readonly [Column, boolean])[] = [
    ['holding', true],
    ['side', some(isShort)],
    ['shares', some(isCounted)],
    ['price', some(isCounted)],
    ['given', true],
    ['beta', true],
    ['movedPrice', some(isCounted)],
    ['value', true],
    ['rate', true],
    ['minimum', some((each) => isShort(each) && isCounted(each) && each.perShareMinimum !== null)],
    ['table', ruleSet.hasFinraPerShareTable && some((each) => isShort(each) && isCounted(each))],
    ['requirement', true],
  ];
  return kept.filter(([, isKept]) => isKept).map(([column]) => column);
}

function cellOf(
  column: Column,
  { position, rate }: PositionMargin,
  at: (column: Column) => string,
  columns: readonly Column[],
  { names }: SheetWords,
): Cell {
  const { id, symbol, side, shares, price, marketValue, beta, perShareMinimum } = position;
  const isCounted = shares !== null && price !== null;
  const moved = `MAX(0,1+${at('beta')}*${moveCell})`;
  const formula = (body: string): Cell => ({ kind: 'formula', text: `=${body}` });
  switch (column) {
    case 'holding':
      return text(names.get(id) ?? symbol);
    case 'side':
      return text(side);
    case 'shares':
      return isCounted ? number(shares.toText()) : empty;
    case 'price':
      return isCounted ? number(price.toText()) : empty;
    case 'given':
      return isCounted ? formula(`${at('shares')}*${at('price')}`) : number(marketValue.toText());
    case 'beta':
      return number(beta.toText());
    case 'movedPrice':
      return isCounted ? formula(`${at('price')}*${moved}`) : empty;
    case 'value':
      return formula(isCounted ? `${at('shares')}*${at('movedPrice')}` : `${at('given')}*${moved}`);
    case 'rate':
      return number(rate.toText());
    case 'minimum':
      return isCounted && perShareMinimum !== null ? number(perShareMinimum.toText()) : empty;
    case 'table':
      return side === 'short' && isCounted ? formula(tableOf(at('movedPrice'))) : empty;
    case 'requirement': {
      const byRate = `${at('value')}*${at('rate')}`;
      if (side === 'long' || !isCounted) return formula(byRate);
      const least = (['minimum', 'table'] as const).filter((each) => columns.includes(each));
      return formula(`MAX(${[byRate, ...least.map((each) => `${at('shares')}*${at(each)}`)].join(',')})`);
    }
  }
}

/** What FINRA's table asks of a share sold short at a price. Rule R-12. */
function tableOf(price: string): string {
  const [low, lowMinimum] = [table.lowPrice.toText(), table.lowMinimum.toText()];
  const [minimum, rate] = [table.minimum.toText(), table.rate.toText()];
  return `IF(${price}<${low},MAX(${lowMinimum},${price}),MAX(${minimum},${rate}*${price}))`;
}

/** A, B, C…: a sheet has no more columns than letters. */
function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** The sheet as plain text: tabs between cells, a line for each row. */
export function sheetText(sheet: Sheet): string {
  return `${sheet.map((row) => row.map((cell) => cell.text).join('\t')).join('\n')}\n`;
}

/** The same as an HTML table, without styles: browsers take them out on the way, and the page's own policy forbids them. */
export function sheetHtml(sheet: Sheet): string {
  const cell = ({ text: words }: Cell) => `<td>${escapeHtml(words)}</td>`;
  return `<table>${sheet.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}

function escapeHtml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
