// What becomes of each row, in words and as one of five shapes.
import { money } from '@/engine/quantity';
import type { ImportRow } from '@/io/import/import-types';
import { labelOf, wordReason } from '@/state/import-label';
import type { PriceFate } from '@/state/import-prices';
import { amountOf, type OutReason, type RowNeed, type SettledRow } from '@/state/import-row';
import { groupThousands } from '@/ui/decimal-text';
import { formatMoney } from '@/ui/format';

/** The shape beside the words. */
export type FateShape = 'in' | 'money' | 'out' | 'open' | 'nothing';

/** A row's fate. */
export interface FateWords {
  readonly shape: FateShape;
  readonly words: string;
}

/** The fate of a row once it is settled. */
export function wordFate(row: ImportRow, settled: SettledRow): FateWords {
  switch (settled.kind) {
    case 'holding': {
      const notes = [
        settled.isPriceDerived ? 'price = value ÷ shares' : '',
        settled.shares === null ? 'known by its value' : '',
        row.reason === 'last-trade-price' ? 'price of its last trade' : '',
        row.reason === 'value-apart' && row.value !== null
          ? `the file says ${formatMoney(amountOf(row) ?? settled.worth)}, not shares × price`
          : '',
      ].filter((note) => note !== '');
      return { shape: row.reason === 'value-apart' ? 'open' : 'in', words: ['Holding', ...notes].join('; ') };
    }
    case 'cash':
      return { shape: 'money', words: wordCash(row, settled.amount.sign() < 0) };
    case 'out':
      return { shape: 'out', words: `Left out: ${outWords(settled.reason)}` };
    case 'open':
      return { shape: 'open', words: wordOpen(row, settled.needs) };
    case 'nothing':
      return { shape: 'nothing', words: nothingWords(row) };
  }
}

/** A row's fate where only prices are taken over; `price` is null for what is no holding. */
export function wordPriceFate(row: ImportRow, settled: SettledRow, price: PriceFate | null): FateWords {
  if (price !== null) return wordPrice(price);
  switch (settled.kind) {
    case 'holding':
    case 'out':
      return { shape: 'out', words: 'Left out: no price is taken from it' };
    case 'cash':
      return { shape: 'out', words: 'Not taken over: cash and loan stay as they are' };
    case 'open':
      return {
        ...wordFate(row, settled),
        words: 'Not understood: no price is taken from it unless you mend it',
      };
    case 'nothing':
      return wordFate(row, settled);
  }
}

function wordPrice(price: PriceFate): FateWords {
  switch (price.kind) {
    case 'absent':
      return { shape: 'out', words: 'Not among your holdings: it is not added' };
    case 'byValue':
      return { shape: 'out', words: 'Known here by its value only: it stays as it is' };
    case 'twofold':
      return { shape: 'open', words: 'Two different prices in the source: it keeps its own' };
    case 'price': {
      const [before, after] = [shortPrice(price.before), shortPrice(price.after)];
      const words = before === after ? `Price stays $${after}` : `Price $${after}, was $${before}`;
      if (price.shares === null) return { shape: 'in', words };
      const [kept, inSource] = [groupThousands(price.shares.kept), groupThousands(price.shares.inSource)];
      return { shape: 'open', words: `${words}; shares stay ${kept}, though the source has ${inSource}` };
    }
  }
}

const shownDecimals = 6;

/** A price to the cent at least; one without an end is cut off with a mark that says so. */
export function shortPrice(price: string): string {
  const [whole = '', fraction = ''] = price.split('.');
  const shown =
    fraction.length > shownDecimals ? `${fraction.slice(0, shownDecimals)}…` : fraction.padEnd(2, '0');
  return `${groupThousands(whole)}.${shown}`;
}

/** What a row is called in its cell and in the labels of its controls; an option as the total and the banner call it. */
export function rowName(row: ImportRow): string {
  return row.symbol === '' || row.option !== null ? labelOf(row) : row.symbol;
}

/** What the box of a row says that takes it in. */
export function takeWords(row: ImportRow): string {
  return row.fate === 'moneyMarket' || row.fate === 'pending'
    ? `Count ${rowName(row)} as cash`
    : `Take in ${rowName(row)}`;
}

function wordCash(row: ImportRow, isOwed: boolean): string {
  if (row.fate === 'moneyMarket') return 'Money-market fund, counted as cash';
  if (row.fate === 'pending') return 'Pending, counted as cash';
  if (row.money === 'marginLoan') return 'Margin loan';
  if (row.money === 'shortCredit') return 'Credit from short sales';
  return isOwed ? 'Negative cash: the margin loan' : 'Cash';
}

function outWords(reason: OutReason): string {
  return outReasons[reason] ?? wordReason(reason);
}

const outReasons: Readonly<Partial<Record<OutReason, string>>> = {
  option: 'an option; these figures have no rules for it',
  bond: 'a bond; its requirement has rules of its own',
  future: 'a future; these figures have no rules for it',
  'fund-code': 'a fund without a ticker',
  pending: 'not settled yet',
  'money-market': 'a money-market fund; count it where your broker nets it against the loan',
};

function nothingWords({ reason }: ImportRow): string {
  return (reason === null ? undefined : nothingReasons[reason]) ?? 'No position';
}

const nothingReasons: Readonly<Partial<Record<OutReason, string>>> = {
  total: 'A total: counted through its rows',
  heading: 'A heading',
  lot: 'A tax lot: counted in its position',
  'duplicate-summary': 'Says again what another row says',
  zero: 'Worth nothing',
  transaction: 'A trade: no position',
  blank: 'Blank',
};

const needWords: Readonly<Record<RowNeed, string>> = {
  symbol: 'type its symbol',
  side: 'say whether it is long or short',
  shares: 'type its shares',
  price: 'type its price',
  value: 'type its value, or shares and a price',
};

function wordOpen(row: ImportRow, needs: readonly RowNeed[]): string {
  const { unreadText, reason, value, cells } = row;
  // A line of text stands below its fate as a whole.
  const isShown = unreadText === null || unreadText === '' || cells.length === 1;
  const shown = isShown ? '' : ` “${unreadText.slice(0, 40)}”`;
  const asks =
    reason === 'value-apart'
      ? 'type its price or its shares'
      : row.money !== null
        ? 'type its amount'
        : needs.length === 0
          ? 'mend it'
          : needs.map((need) => needWords[need]).join(', ');
  const what =
    reason === 'side-against-sign'
      ? cells.length === 1
        ? 'A sign, or the mark of a list'
        : 'Side and sign disagree'
      : reason === 'value-apart' && value !== null
        ? `The file says ${formatMoney(money(value))}, which is far from shares × price`
        : `Not understood${shown}`;
  return `${what}: ${asks}, or leave it out`;
}
