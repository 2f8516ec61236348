// Brokers side by side, in words: what is left, where a call begins on the market slider's scale, and how long there is
// to meet it. Serves rule R-86.
import type { Position } from '@/engine/account';
import type { CallPoints } from '@/engine/excess-curve';
import type { Money } from '@/engine/quantity';
import type { RuleSet } from '@/engine/rule-set';
import { brokerNotes, type Difference } from '@/presets/brokers';
import type { BrokersCompared } from '@/state/brokers';
import { isLiquidating } from '@/state/liquidation';
import { formatCall, formatMove } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';

/** What happens below the requirement; null above it. */
export function callNote(rules: RuleSet, excess: Money): string | null {
  if (excess.sign() >= 0) return null;
  return isLiquidating(rules) ? 'no call: it may sell at once' : `call ${formatCall(excess.negated())}`;
}

/** Where calls begin as moves of the market from today, or where the one that is on ends. */
export function placeWords(points: CallPoints): readonly string[] {
  const { isInCall, below, above, cureBelow, cureAbove } = points;
  const sides = isInCall ? [cureBelow, cureAbove] : [below, above];
  const rounding = isInCall ? 'awayFromZero' : 'towardZero';
  const moves = sides.flatMap((point) => (point === null ? [] : [formatMove(point.at, 1, rounding)]));
  if (isInCall)
    return moves.length === 0 ? ['now; no move ends it'] : moves.map((move) => `now; ends at ${move}`);
  return moves.length === 0 ? ['no move'] : moves;
}

/** Business days to meet a call. */
export function daysWords(rules: RuleSet): string {
  const said = brokerNotes[rules.id]?.days;
  if (said !== undefined) return said;
  if (isLiquidating(rules)) return 'none; it may sell at once';
  const days = rules.input.businessDaysToMeetCall;
  if (days === undefined) return 'not said';
  return days.from === days.to ? String(days.from) : `${days.from} to ${days.to}`;
}

/** Which of the account's own terms no row knows; empty for none. */
export function leftOutWords(
  { leftOut, areChangesLeftOut }: BrokersCompared,
  positions: readonly Position[],
): readonly string[] {
  const names = leftOut.slice(0, 3).map((position) => nameHolding(position, positions, 'within'));
  const more = leftOut.length > names.length ? ` and ${leftOut.length - names.length} more` : '';
  return [
    ...(names.length > 0
      ? [
          `Left out, as one broker’s own: what is typed as required of ${names.join(', ')}${more}. Leverage counts, and what is not marginable stays at 100\u00A0%.`,
        ]
      : []),
    ...(areChangesLeftOut ? ['Changes of requirements in the what-if are left out too.'] : []),
  ];
}

/** What makes each broker's row less than the whole truth. */
export function comparedNotes(
  rows: BrokersCompared['rows'],
  hasShorts: boolean,
): readonly { readonly name: string; readonly text: string }[] {
  const counts = ({ isCompared, needs }: Difference) =>
    isCompared === true && (needs !== 'shorts' || hasShorts);
  return rows.flatMap(({ rules }) =>
    (brokerNotes[rules.id]?.differences ?? []).filter(counts).map(({ text }) => ({ name: rules.name, text })),
  );
}
