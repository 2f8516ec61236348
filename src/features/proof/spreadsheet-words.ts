/** The words of the copied sheet, and the sentences below its table: what it reproduces, and what it cannot. */
import type { AccountInput } from '@/engine/account';
import { type SheetWords, sheetHtml, sheetText, toSpreadsheet } from '@/io/spreadsheet';
import type { Explanation } from '@/state/explanation';
import { isLiquidating } from '@/state/liquidation';
import type { Copied } from '@/ui/copy-button';
import { formatDayAndYear } from '@/ui/day';
import { nameHolding } from '@/ui/holding-name';

/** The account on show as a sheet for the clipboard; `typed` is the account as it was typed. */
export function copySheet(explanation: Explanation, typed: AccountInput, today: string): Copied {
  const { account, margin } = explanation;
  const sheet = toSpreadsheet(account, margin, wordSheet(explanation, typed, today));
  return { text: sheetText(sheet), html: sheetHtml(sheet) };
}

function wordSheet(
  { account, isWhatIf }: Explanation,
  { enteredOn, excluded = [] }: AccountInput,
  today: string,
): SheetWords {
  const { ruleSet, positions } = account;
  const { name, source, asOf } = ruleSet.input;
  const rules = [
    name,
    ...(source === undefined ? [] : [source]),
    ...(asOf === undefined ? [] : [dated(asOf)]),
  ];
  const names = new Map(positions.map((each) => [each.id, nameHolding(each, positions)]));
  const uncounted = positions.filter(
    ({ side, shares, isClosed }) => side === 'short' && shares === null && !isClosed,
  );
  const notes = [
    `Copied on ${formatDayAndYear(today)}; ${enteredOn === undefined ? 'the day of the prices is not told' : `prices of ${formatDayAndYear(enteredOn)}`}.`,
    `Broker’s rules: ${rules.join(', ')}. The rates are those in force at the prices shown.`,
    'Each price moves by the market move times the number beside it, and never below 0.',
    ...(ruleSet.concentration === null
      ? []
      : [
          `Under the rules of ${name} the rate of a holding depends on its share of the account. Here the rates are values, as at the prices shown: after a move they may be others.`,
        ]),
    ...(ruleSet.hasFinraPerShareTable && uncounted.length > 0
      ? [
          `Without a number of shares, FINRA’s table is not applied to ${uncounted.map(({ id }) => names.get(id) ?? '').join(', ')}.`,
        ]
      : []),
    ...(excluded.length === 0
      ? []
      : [
          `Without ${excluded.length === 1 ? '1 imported row' : `${excluded.length} imported rows`}: the totals are incomplete.`,
        ]),
    'Formulas use decimal points and commas, as spreadsheets set to US English do, and begin at cell A1.',
    'Educational, not advice.',
  ];
  return {
    title: isWhatIf ? 'Margin account in the what-if' : 'Margin account as typed',
    call: isLiquidating(ruleSet) ? 'Missing to the requirement' : 'Margin call',
    names,
    notes,
  };
}

function dated(day: string): string {
  return `as of ${formatDayAndYear(day)}`;
}
