// What is typed into the editor of rules, as texts: made from a set of rules, and read back strictly into one, or into a
// sentence for each field that cannot be. Nothing is clamped. Serves rules.
import { isDate } from '@/engine/calendar-day';
import { ratio } from '@/engine/quantity';
import type { ConcentrationTierInput, RuleSetInput } from '@/engine/rule-set';
import { groupThousands, shiftPoint } from '@/ui/decimal-text';
import { formatRate } from '@/ui/format';
import { readMoney, readRate, type TypedFigure } from '@/ui/typed-figures';

/** One row of large holdings. */
export interface TierTexts {
  above: string;
  long: string;
  short: string;
}

/** Every field of the editor. */
export interface RuleTexts {
  name: string;
  longRate: string;
  leverageRule: boolean;
  mode: 'none' | 'add' | 'atLeast';
  of: 'gross' | 'marginable';
  debitAtLeast: string;
  tiers: TierTexts[];
  daysFrom: string;
  daysTo: string;
  saleOrder: 'requirement' | 'value' | 'unknown';
  source: string;
  asOf: string;
  shortRate: string;
  hasTable: boolean;
}

/** A field for a figure, by its path in the form. */
export type RuleFigure =
  | 'longRate'
  | 'shortRate'
  | 'debitAtLeast'
  | 'daysFrom'
  | 'daysTo'
  | `tiers.${number}.${keyof TierTexts}`;

/** A field that something can be wrong with. */
export type RuleField = RuleFigure | 'name' | 'mode' | 'asOf';

/** Rules, or what is wrong with which field. */
export type RulesReading =
  | { readonly ok: true; readonly rules: RuleSetInput }
  | { readonly ok: false; readonly errors: ReadonlyMap<RuleField, string> };

const noTier: TierTexts = { above: '', long: '', short: '' };

/** A row to type into. */
export function blankTier(): TierTexts {
  return { ...noTier };
}

/** The texts of a set of rules. A broker's is copied under a name that says so. */
export function textsOfRules(rules: RuleSetInput): RuleTexts {
  const { concentration, businessDaysToMeetCall: days } = rules;
  return {
    name: rules.id === 'custom' ? rules.name : `${rules.name}, edited`,
    longRate: percent(rules.longRate),
    leverageRule: rules.leverageRule,
    mode: concentration?.mode ?? 'none',
    of: concentration?.of ?? 'gross',
    debitAtLeast: groupThousands(concentration?.debitAtLeast ?? ''),
    tiers: (concentration?.tiers ?? []).map(({ above, long, short }) => ({
      above: percent(above),
      long: percent(long),
      short: percent(short),
    })),
    daysFrom: days === undefined ? '' : String(days.from),
    daysTo: days === undefined ? '' : String(days.to),
    saleOrder: rules.saleOrder ?? 'unknown',
    source: rules.source ?? '',
    asOf: rules.asOf ?? '',
    shortRate: percent(rules.shortRate),
    hasTable: rules.shortPerShareMinimum === 'finra',
  };
}

function percent(ratioText: string): string {
  return shiftPoint(ratioText, 2);
}

/** The texts of a draft that was kept; null where it is none. */
export function readDraft(draft: string | null): RuleTexts | null {
  if (draft === null) return null;
  const blank = textsOfRules(blankRules);
  try {
    const kept: unknown = JSON.parse(draft);
    return isLike(kept, blank) && kept.tiers.every((tier) => isLike(tier, noTier)) ? kept : null;
  } catch {
    return null;
  }
}

const blankRules: RuleSetInput = {
  id: 'custom',
  name: '',
  longRate: '0',
  shortRate: '0',
  shortPerShareMinimum: 'finra',
  leverageRule: true,
};

/** Whether a value has the keys of another and each of the same kind. */
function isLike<T extends object>(value: unknown, like: T): value is T {
  if (typeof value !== 'object' || value === null) return false;
  const kept = new Map<string, unknown>(Object.entries(value));
  return Object.entries(like).every(([key, part]) =>
    Array.isArray(part) ? Array.isArray(kept.get(key)) : typeof kept.get(key) === typeof part,
  );
}

/** Reads every field; all that is wrong is said at once. */
export function readRules(texts: RuleTexts): RulesReading {
  const errors = new Map<RuleField, string>();
  const take = <T>(field: RuleField, typed: TypedFigure<T>): T | null => {
    if (typed.ok) return typed.value;
    errors.set(field, typed.message);
    return null;
  };
  const name = texts.name.trim();
  if (name === '') errors.set('name', 'Give the rules a name.');
  const longRate = take('longRate', readRate(texts.longRate)) ?? '0';
  const shortRate = take('shortRate', readRate(texts.shortRate)) ?? '0';
  const concentration = readConcentration(texts, take, errors);
  const days = readDays(texts, errors);
  const asOf = texts.asOf.trim();
  if (asOf !== '' && !isDate(asOf)) errors.set('asOf', 'Type a whole date, or none.');
  if (errors.size > 0) return { ok: false, errors };
  const source = texts.source.trim();
  return {
    ok: true,
    rules: {
      id: 'custom',
      name,
      longRate,
      shortRate,
      shortPerShareMinimum: texts.hasTable ? 'finra' : 'none',
      leverageRule: texts.leverageRule,
      ...(concentration === null ? {} : { concentration }),
      ...(days === null ? {} : { businessDaysToMeetCall: days }),
      saleOrder: texts.saleOrder,
      ...(source === '' ? {} : { source }),
      ...(asOf === '' ? {} : { asOf }),
    },
  };
}

type Take = <T>(field: RuleField, typed: TypedFigure<T>) => T | null;

function readConcentration(
  { mode, of, debitAtLeast: debit, tiers: rows }: RuleTexts,
  take: Take,
  errors: Map<RuleField, string>,
): NonNullable<RuleSetInput['concentration']> | null {
  if (mode === 'none') return null;
  if (rows.length === 0) errors.set('mode', 'Add a row below, or choose that there are no such rules.');
  const debitAtLeast = debit.trim() === '' ? null : take('debitAtLeast', readMoney(debit));
  const tiers: ConcentrationTierInput[] = [];
  for (const [index, row] of rows.entries()) {
    const previous = tiers.at(-1);
    const field = (part: keyof TierTexts): RuleField => `tiers.${index}.${part}`;
    const above = take(field('above'), readShare(row.above));
    const long = take(field('long'), readTierRate(row.long, mode));
    // Left out, the other side is asked what this one is, and never less than in the row before.
    const short =
      row.short.trim() === ''
        ? atLeast(long, previous?.short)
        : take(field('short'), readTierRate(row.short, mode));
    if (previous !== undefined) {
      if (above !== null && !ratio(above).isAbove(ratio(previous.above))) {
        errors.set(field('above'), `More than the ${formatRate(ratio(previous.above))} of the row before.`);
      }
      checkNeverFalls(field('long'), long, previous.long, errors);
      checkNeverFalls(field('short'), short, previous.short, errors);
    }
    tiers.push({ above: above ?? '0', long: long ?? '0', short: short ?? '0' });
  }
  return { mode, of, ...(debitAtLeast === null ? {} : { debitAtLeast }), tiers };
}

function checkNeverFalls(
  field: RuleField,
  points: string | null,
  before: string,
  errors: Map<RuleField, string>,
): void {
  if (points === null || !ratio(points).isBelow(ratio(before))) return;
  errors.set(field, `Never less as the share rises: at least ${formatRate(ratio(before))}.`);
}

function atLeast(points: string | null, before: string | undefined): string | null {
  if (points === null || before === undefined) return points;
  return ratio(points).isBelow(ratio(before)) ? before : points;
}

/** A share of the account, 0 to 100 %. */
function readShare(text: string): TypedFigure<string> {
  const message = 'A share lies between 0 and 100\u00A0%.';
  const share = readRate(text);
  if (!share.ok) return { ok: false, message: share.message.replace(/^A requirement lies.*$/, message) };
  return ratio(share.value).isAbove(ratio(1)) ? { ok: false, message } : share;
}

function readTierRate(text: string, mode: 'add' | 'atLeast'): TypedFigure<string> {
  const rate = readRate(text);
  if (rate.ok || mode === 'atLeast') return rate;
  return {
    ok: false,
    message: rate.message.replace(/^A requirement lies.*$/, 'Points lie between 0 and 300.'),
  };
}

const mostDays = 99;

/** Business days to meet a call; the second may be left out. */
function readDays(
  { daysFrom, daysTo }: RuleTexts,
  errors: Map<RuleField, string>,
): { readonly from: number; readonly to: number } | null {
  const read = (field: 'daysFrom' | 'daysTo', text: string): number | null => {
    const trimmed = text.trim();
    if (trimmed === '') return null;
    if (/^\d{1,3}$/.test(trimmed) && Number(trimmed) <= mostDays) return Number(trimmed);
    errors.set(field, `A whole number of days, 0 to ${mostDays}.`);
    return null;
  };
  const [from, to] = [read('daysFrom', daysFrom), read('daysTo', daysTo)];
  if (from === null) {
    if (to !== null && !errors.has('daysFrom')) errors.set('daysFrom', 'Type this too, or neither.');
    return null;
  }
  if (to !== null && to < from) errors.set('daysTo', `Not fewer than ${from}.`);
  return { from, to: to ?? from };
}
