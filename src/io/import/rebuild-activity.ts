/**
 * Rebuilds holdings from Robinhood's report of activity, only when a person asks for it: the report holds no positions, and
 * may begin long after the account did. What the sums cannot know is named with them.
 */
import { type Shares, shares } from '@/engine/quantity';
import { AccountBook } from './account-book';
import { cleanText } from './clean-cell';
import { columnsOf, headingKey } from './columns';
import { isRobinhoodHeading } from './detect-layout';
import type { ImportReading, ImportRow } from './import-types';
import { isTicker, normaliseSymbol } from './instrument';
import { dayIn } from './parse-day';
import { parseMoney } from './parse-money';
import { parseOption } from './parse-option';
import { plainRow } from './position-row';
import { recordsOf, type SourceRecord } from './source-records';

/** What the report leaves open: purchases before its first day; loan and cash; shares that came or went otherwise. */
export type ActivityGap = 'before-first-day' | 'cash-and-loan' | 'other-movements' | 'prices-of-trades';

/** Holdings summed up from activity, and what they leave open. */
export interface RebuiltActivity {
  readonly reading: ImportReading;
  readonly gaps: readonly ActivityGap[];
  /** Codes of movements with shares that are neither purchase nor sale (splits, transfers), as the report writes them. */
  readonly otherCodes: readonly string[];
}

/** What a report of activity spans, for the words of its refusal. */
export function activityFigures(records: readonly SourceRecord[]): Record<string, string> {
  const heading = records.findIndex(isRobinhoodHeading);
  const at = records[heading]?.cells.map(headingKey).indexOf('activitydate') ?? 0;
  const days = records.slice(heading + 1).flatMap(({ cells }) => dayIn(cells[at] ?? '') ?? []);
  days.sort();
  const [from] = days;
  const to = days.at(-1);
  return {
    rows: String(days.length),
    ...(from === undefined || to === undefined ? {} : { from, to }),
  };
}

interface Sum {
  quantity: Shares;
  readonly line: number;
  readonly description: string;
  /** The report is newest first: the first price met is the latest. */
  price: string | null;
  day: string;
  isKnown: boolean;
}

/** Adds up purchases and sales exactly. Refuses what is no report of activity. Never throws. */
export function rebuildFromActivity(text: string): RebuiltActivity {
  const records = recordsOf(cleanText(text), ',');
  const first = records.findIndex(isRobinhoodHeading);
  const heading = records[first];
  const gaps: ActivityGap[] = ['before-first-day', 'cash-and-loan', 'prices-of-trades'];
  if (heading === undefined)
    return { reading: { ok: false, refusal: 'no-header', figures: {} }, gaps: [], otherCodes: [] };
  const keys = heading.cells.map(headingKey);
  const columns = columnsOf(heading);
  const book = new AccountBook();
  const sums = new Map<string, Sum>();
  const otherCodes = new Set<string>();
  records.forEach((record, index) => {
    const cell = (key: string) => record.cells[keys.indexOf(key)] ?? '';
    const code = cell('transcode');
    const day = dayIn(cell('activitydate'));
    if (index <= first || (code === '' && day === null)) {
      book.add(plainRow(record, 'notAPosition', index === first ? 'heading' : 'note'));
      return;
    }
    const quantityText = record.cells[columns.quantity ?? -1] ?? '';
    const quantity = parseMoney(quantityText);
    const price = parseMoney(cell('price'));
    const isOption = /^(?:BTO|STO|BTC|STC|OEXP|OASGN|OEXCS|OCA)$/i.test(code);
    const name = isOption ? cell('description').split('\n')[0]?.trim() : normaliseSymbol(cell('instrument'));
    if (!record.isBroken && name !== undefined && name !== '' && !(quantity.ok && price.ok)) {
      // "5S" of a reverse split, say: how many are left is asked once, where the holding stands.
      const sum = sums.get(name) ?? newSum(record, cell('description'), day ?? '');
      sum.isKnown = false;
      sums.set(name, sum);
      if (signOf(code) === null) otherCodes.add(code);
      book.add(plainRow(record, 'notAPosition', 'transaction', { symbol: cell('instrument') }));
      return;
    }
    if (record.isBroken || day === null || !quantity.ok || !price.ok) {
      const unreadText = record.isBroken
        ? record.cells.join(' · ')
        : quantity.ok
          ? cell('price')
          : quantityText;
      book.add(plainRow(record, 'unread', 'unreadable-quantity', { symbol: cell('instrument'), unreadText }));
      return;
    }
    book.add(plainRow(record, 'notAPosition', 'transaction', { symbol: cell('instrument') }));
    if (quantity.decimal === null) return;
    if (name === undefined || name === '') return;
    const sum = sums.get(name) ?? newSum(record, cell('description'), day);
    sums.set(name, sum);
    const sign = signOf(code);
    if (sign === null) {
      otherCodes.add(code);
      sum.isKnown = false;
      return;
    }
    const moved = shares(quantity.decimal).absolute();
    sum.quantity = sign > 0 ? sum.quantity.plus(moved) : sum.quantity.minus(moved);
    if (price.decimal !== null && (sum.price === null || day > sum.day))
      [sum.price, sum.day] = [price.decimal, day];
  });
  for (const [name, sum] of sums) book.add(rowOf(name, sum));
  if (otherCodes.size > 0) gaps.push('other-movements');
  const found = {
    layout: 'robinhood-activity' as const,
    asOf: null,
    columns: [],
    accounts: book.accounts(),
    questions: ['margin-loan', 'cash', 'as-of'] as const,
  };
  const isNone = [...sums.values()].every(({ quantity, isKnown }) => isKnown && quantity.sign() === 0);
  const reading: ImportReading = isNone
    ? { ok: false, refusal: 'no-rows', figures: activityFigures(records) }
    : { ok: true, found };
  return { reading, gaps, otherCodes: [...otherCodes] };
}

function newSum({ line }: SourceRecord, description: string, day: string): Sum {
  const [shown = ''] = description.split('\n');
  return { quantity: shares(0), line, description: shown, price: null, day, isKnown: true };
}

/** +1 for what brings shares or contracts, −1 for what takes them, null for codes that may do either. */
function signOf(code: string): 1 | -1 | null {
  if (/^(?:buy|bto|btc)$/i.test(code)) return 1;
  return /^(?:sell|sto|stc)$/i.test(code) ? -1 : null;
}

/** One line for each name that is left over; more sold than bought means that the report begins too late. */
function rowOf(name: string, { quantity, line, description, price, isKnown }: Sum): ImportRow {
  const option = parseOption(name);
  const text = quantity.toText();
  const record = { line, cells: [name, text, price ?? ''] };
  const known = { symbol: name, description, quantity: text, price, option };
  if (option !== null) return plainRow(record, 'excluded', 'option', known);
  if (!isKnown) return plainRow(record, 'unread', 'unreadable-quantity', { ...known, unreadText: text });
  if (quantity.sign() === 0) return plainRow(record, 'notAPosition', 'zero', known);
  if (quantity.sign() < 0)
    return plainRow(record, 'unread', 'sold-more-than-bought', { ...known, unreadText: text });
  if (!isTicker(name) || price === null)
    return plainRow(record, 'unread', price === null ? 'no-worth' : 'no-symbol', {
      ...known,
      unreadText: name,
    });
  return plainRow(record, 'holding', 'last-trade-price', known);
}
