/** Finds out whose file it is, by its headings and titles; what is nobody's is an ordinary table. */
import { headingKey, isOwnTable } from './columns';
import { etrade } from './layout-etrade';
import { ibkrFlex } from './layout-flex';
import { ownTable } from './layout-own';
import { schwab } from './layout-schwab';
import { thinkorswim } from './layout-thinkorswim';
import type { TableLayout } from './read-table';
import type { SourceRecord } from './source-records';

/** Headings that a broker's table has and others have not. */
const marks: readonly (readonly [layout: 'fidelity' | 'm1' | 'vanguard', keys: readonly string[]])[] = [
  ['fidelity', ['symbol', 'lastprice', 'currentvalue', 'percentofaccount']],
  ['fidelity', ['accountnamenumber', 'symbol', 'lastprice']],
  ['fidelity', ['accountnumber', 'accountname', 'symbol', 'currentvalue']],
  ['m1', ['symbol', 'avgprice', 'costbasis', 'unrealizedgain', 'unrealizedgain%', 'value']],
  ['vanguard', ['accountnumber', 'investmentname', 'symbol', 'shares', 'shareprice', 'totalvalue']],
];

/** The layout of a table whose headings are these, by what stands in it and above it. */
export function detectTable(heading: SourceRecord, records: readonly SourceRecord[]): TableLayout {
  if (isOwnTable(heading)) return ownTable;
  const keys = new Set(heading.cells.map(headingKey));
  const has = (...wanted: readonly string[]) => wanted.every((key) => keys.has(key));
  const above = records.slice(0, records.indexOf(heading));
  const isTitled = (title: RegExp) => above.some(({ cells }) => cells.some((cell) => title.test(cell)));

  if (isTitled(/^position statement for /i) || has('instrument', 'qty', 'mark', 'tradeprice'))
    return thinkorswim();
  if (
    isTitled(/^positions for .* as of/i) ||
    has('mktvalmarketvalue') ||
    (has('%ofaccount') && has('ratings'))
  )
    return schwab;
  const isFlex = has('clientaccountid') || has('markprice', 'positionvalue');
  if (isFlex) return ibkrFlex(heading);
  if (has('symbol', 'lastprice', 'value', 'pricepaid')) return etrade();
  const known = marks.find(([, wanted]) => has(...wanted));
  if (known === undefined) return { layout: 'table' };
  const [layout] = known;
  return layout === 'fidelity'
    ? { layout, style: { isCore: (symbol) => symbol.endsWith('**') } }
    : { layout };
}

/** True for the headings of Robinhood's report of activity: it lists no positions. */
export function isRobinhoodHeading(record: SourceRecord): boolean {
  if (!record.cells.some((cell) => cell.length < 20 && /trans/i.test(cell))) return false;
  const keys = new Set(record.cells.map(headingKey));
  return ['activitydate', 'instrument', 'transcode', 'quantity'].every((key) => keys.has(key));
}

/** True for headings of tax lots: a quantity and a day of purchase, no value and no price of today. */
export function isLotHeading(record: SourceRecord): boolean {
  const keys = record.cells.map(headingKey);
  const has = (pattern: RegExp) => keys.some((key) => pattern.test(key));
  return (
    has(/^(?:symbol|ticker)$/) &&
    has(/^(?:quantity|qty|shares)$/) &&
    has(/acquired|acquisition|purchasedate|opendate|dateopened|^lot/) &&
    !has(/^(?:value|marketvalue|currentvalue|totalvalue)$/)
  );
}
