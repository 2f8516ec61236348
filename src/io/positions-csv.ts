/**
 * The holdings and the money of an account as CSV, for spreadsheets and for other programs. Figures stay exact decimals,
 * rates are ratios (0.25 is 25 %); words that look like formulas leave as text. Our own importer reads all of it back.
 */
import type { PositionInput } from '@/engine/account';
import { marketValueOf, price, shares } from '@/engine/quantity';
import { csvLine, plainWords } from '@/io/cells';
import type { SimulatorDocument } from '@/io/document';
import { ownHeadings } from '@/io/import/own-headings';

/** The account of a document as it is, without any what-if: a row for each holding, cash, loan and what is left out. */
export function positionsCsv({ account }: SimulatorDocument): string {
  const { positions, cash, marginLoan, shortCredit, excluded = [], enteredOn } = account;
  const rows = [
    ownHeadings.map(([heading]) => heading),
    ...positions.map(positionRow),
    moneyRow('Cash', cash),
    moneyRow('Margin loan', marginLoan),
    moneyRow('Short credit', shortCredit),
    ...excluded.map(({ label, reason }) => [
      plainWords(label),
      'left out',
      '',
      '',
      '',
      '',
      '',
      '',
      plainWords(reason),
      '',
      '',
      '',
    ]),
    ...(enteredOn === undefined ? [] : [[`As of ${enteredOn}`]]),
  ];
  return rows.map(csvLine).join('');
}

function positionRow(position: PositionInput): string[] {
  const { symbol, side, shares: held, price: at, marketValue, marginable } = position;
  const value =
    held !== undefined && at !== undefined ? marketValueOf(shares(held), price(at)).toText() : marketValue;
  return [
    plainWords(symbol),
    side,
    held ?? '',
    at ?? '',
    value ?? '',
    position.maintenanceRate ?? '',
    position.perShareMinimum ?? '',
    position.beta ?? '',
    plainWords(position.group ?? ''),
    position.leverage ?? '',
    marginable === undefined ? '' : marginable ? 'yes' : 'no',
    position.targetWeight ?? '',
  ];
}

function moneyRow(name: string, amount: string): string[] {
  return [name, '', '', '', amount, '', '', '', '', '', '', ''];
}
