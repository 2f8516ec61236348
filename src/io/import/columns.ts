/**
 * Finds the headings of a table and what each column is, by name and never by place. All rows are weighed and the best wins,
 * so that a line that only looks like headings (E*TRADE's list of filters) loses.
 */
import type { FoundColumn, ImportColumn, ImportWishes } from './import-types';
import { ownHeadings } from './own-headings';
import type { SourceRecord } from './source-records';

/** Where each role stands: index of the column. */
export type Columns = Readonly<Partial<Record<ImportColumn, number>>>;

/** A heading without case, spaces and punctuation; percent signs stay, they tell a rate from an amount. */
export function headingKey(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N}%]/gu, '');
}

/** What a column may be headed, the plainest first: where two columns fit, the earlier name wins. */
const headings: Readonly<Record<ImportColumn, readonly string[]>> = {
  symbol: [
    'symbol',
    'ticker',
    'tickersymbol',
    'symbolcusip',
    'stocksymbol',
    'instrument',
    'security',
    'stock',
    'holding',
    'holdings',
  ],
  description: [
    'description',
    'securitydescription',
    'investmentname',
    'name',
    'securityname',
    'companyname',
    'company',
    'fundname',
  ],
  quantity: [
    'quantity',
    'qty',
    'qtyquantity',
    'shares',
    'noofshares',
    'numberofshares',
    'sharesheld',
    'sharesowned',
    'units',
    'position',
  ],
  price: [
    'price',
    'lastprice',
    'shareprice',
    'pricepershare',
    'closeprice',
    'closingprice',
    'markprice',
    'mark',
    'currentprice',
    'currentpriceusd',
    'lastpriceusd',
    'priceusd',
    'marketprice',
    'last',
    'close',
  ],
  value: [
    'marketvalue',
    'mktvalmarketvalue',
    'mktval',
    'mktvalue',
    'currentvalue',
    'totalvalue',
    'positionvalue',
    'value',
    'netliq',
    'marketvalueusd',
    'currentvalueusd',
    'totalvalueusd',
    'valueusd',
    'currentmarketvalue',
    'totalmarketvalue',
  ],
  cost: ['costbasis', 'costbasistotal', 'costbasismoney', 'totalcost', 'totalcostbasis', 'cost', 'bookcost'],
  side: ['side', 'longshort', 'positiontype', 'direction'],
  kind: ['securitytype', 'assettype', 'assetcategory', 'assetclass', 'investmenttype', 'type', 'class'],
  account: [
    'accountnumber',
    'accountnamenumber',
    'clientaccountid',
    'accountid',
    'account',
    'accountname',
    'acct',
    'acctnumber',
  ],
  currency: ['currency', 'currencyprimary'],
  rate: [],
  perShareMinimum: [],
  beta: [],
  group: [],
  leverage: [],
  marginable: [],
  targetWeight: [],
};

const rankOf = new Map<string, readonly [ImportColumn, number]>();
for (const [role, names] of Object.entries(headings) as [ImportColumn, readonly string[]][])
  names.forEach((name, rank) => {
    rankOf.set(name, [role, rank]);
  });
const ownRoles = new Map<string, ImportColumn>(ownHeadings.map(([name, role]) => [headingKey(name), role]));

/** True for the headings that Headroom writes itself, all of them and in any order. */
export function isOwnTable(record: SourceRecord): boolean {
  const keys = new Set(record.cells.map(headingKey));
  return [...ownRoles.keys()].every((key) => keys.has(key));
}

/** What the columns under these headings are. */
export function columnsOf(record: SourceRecord): Columns {
  if (isOwnTable(record)) return ownColumnsOf(record);
  const found: Partial<Record<ImportColumn, number>> = {};
  const ranks: Partial<Record<ImportColumn, number>> = {};
  record.cells.forEach((cell, index) => {
    const known = rankOf.get(headingKey(cell));
    if (known === undefined) return;
    const [role, rank] = known;
    if (rank >= (ranks[role] ?? Number.POSITIVE_INFINITY)) return;
    found[role] = index;
    ranks[role] = rank;
  });
  // Where nothing is called a symbol, the names are what tells holdings apart.
  const { description, ...others } = found;
  return found.symbol === undefined && description !== undefined ? { ...others, symbol: description } : found;
}

function ownColumnsOf(record: SourceRecord): Columns {
  const found: Partial<Record<ImportColumn, number>> = {};
  record.cells.forEach((cell, index) => {
    const role = ownRoles.get(headingKey(cell));
    if (role !== undefined) found[role] ??= index;
  });
  return found;
}

const transactionKeys = new Set(
  (
    'date tradedate settledate settlementdate activitydate processdate rundate transactiondate transactiontype action ' +
    'transactiondescription transcode amount netamount commission commissions commissionfees commissionsandfees tradeprice'
  ).split(' '),
);

/** True for the headings of a list of purchases and sales: what stands below is no position. */
export function isTransactionHeading(record: SourceRecord): boolean {
  if (hasFigure(record)) return false;
  let known = 0;
  for (const cell of record.cells) if (cell.length < 30 && transactionKeys.has(headingKey(cell))) known += 1;
  return known >= 2;
}

/** How much a record looks like the headings of positions; 0 = not at all. A figure among its cells rules it out. */
export function headingScore(record: SourceRecord): number {
  if (record.cells.length < 2 || hasFigure(record) || isTransactionHeading(record)) return 0;
  const columns = columnsOf(record);
  const { symbol, quantity, value } = columns;
  if (symbol === undefined || (quantity === undefined && value === undefined)) return 0;
  return Object.keys(columns).length;
}

/** No heading is a figure. */
function hasFigure({ cells }: SourceRecord): boolean {
  return cells.some((cell) => /^[-+$(]*\d[\d.,]*\)?%?$|^[-+$(]*\.\d+/.test(cell));
}

/** The columns with what the person said against them: a role given to a column is taken from the other that had it. */
export function withWishes(columns: Columns, wishes: ImportWishes['columns']): Columns {
  if (wishes === undefined) return columns;
  const kept = Object.entries(columns).filter(([, index]) => !Object.hasOwn(wishes, index));
  const result = Object.fromEntries(kept) as Partial<Record<ImportColumn, number>>;
  for (const [index, role] of Object.entries(wishes)) if (role !== null) result[role] = Number(index);
  return result;
}

/** The columns as the page shows them. */
export function foundColumns(record: SourceRecord, columns: Columns): FoundColumn[] {
  const roles = new Map(Object.entries(columns).map(([role, index]) => [index, role as ImportColumn]));
  return record.cells.map((heading, index) => ({ index, heading, role: roles.get(index) ?? null }));
}
