// The plan in words: what is done, what is still missing or what it leaves, and when its order is a rule of thumb.
import type { Account, Position } from '@/engine/account';
import type { Plan } from '@/engine/plan';
import type { PlannedTrade } from '@/engine/planned-trade';
import type { PlanKind } from '@/state/plan';
import type { Standing } from '@/state/verdict';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatCall, formatExcess } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { roomPercent } from './room-field';
import { nextCall } from './way-words';

/** What a way of making plans is called; where tiers hold, nothing proves that it needs the fewest dollars. */
export function kindName(kind: PlanKind, { ruleSet }: Account): string {
  switch (kind) {
    case 'fewestDollars':
      return ruleSet.concentration === null ? 'Fewest dollars' : 'Highest requirement first';
    case 'proportional':
      return 'The same share of each';
    case 'listed':
      return 'In the order of my list';
    case 'hand':
      return 'My own';
  }
}

/** What makes the order what it is, and whether another could need fewer dollars. */
export function orderNote(kind: PlanKind, plan: Plan, { ruleSet }: Account): string {
  const why =
    ruleSet.concentration === null
      ? 'the lowest point lies elsewhere after a part of it'
      : 'requirements here change with each holding’s share of the account';
  if (kind === 'proportional') {
    const enough = 'Rounded up, so that it is enough.';
    return plan.isRuleOfThumb
      ? `${enough} That is a rule of thumb, for ${why}: a smaller share of each may do too.`
      : enough;
  }
  if (kind !== 'fewestDollars' || plan.trades.length === 0) return '';
  const first = 'What frees most per dollar comes first.';
  if (plan.isRuleOfThumb)
    return `${first} That is a rule of thumb, for ${why}: another choice may need fewer dollars.`;
  return plan.isRoundedUp
    ? `${first} Rounded up to what can be traded: another choice may need less, by less than the last step.`
    : first;
}

/** One trade: "Sell VTI: 34 shares, $3,400". */
export function tradeWords({ position, action, shares, amount, isAll }: PlannedTrade, of: Account): string {
  const verb = action === 'sell' ? 'Sell' : 'Buy back';
  return `${verb} ${nameHolding(position, of.positions, 'within')}: ${sizeWords(shares?.toText() ?? null, isAll)}${formatCall(amount)}`;
}

function sizeWords(shares: string | null, isAll: boolean): string {
  if (shares === null) return isAll ? 'all of it, ' : '';
  return `${isAll ? 'all ' : ''}${countWords(shares)}, `;
}

/** "1 share", "1,200 shares". */
export function countWords(shares: string): string {
  const count = groupThousands(trimZeros(shares));
  return `${count} ${count === '1' ? 'share' : 'shares'}`;
}

/** An empty plan; where the what-if ends today's call, that call is still to be met. */
export function nothingWords({ before }: Standing, room: string): string {
  return before.excess.sign() < 0
    ? `With what is in the what-if nothing more needs to be done for a room of ${roomPercent(room)}.`
    : 'Nothing needs to be done.';
}

/** What a plan leaves: what is still missing, or how much is above and where the next call is. Bold between stars. */
export function outcomeWords(plan: Plan, room: string, standing: Standing): string {
  const { figures, isWhatIf, isLiquidated } = standing;
  const { missing, excess, next } = plan;
  const wasInCall = figures.excess.sign() < 0;
  const forRoom = `with room for ${roomPercent(room)}`;
  if (excess.sign() < 0) {
    const ends = isLiquidated ? 'to reach the requirement' : 'to end the call';
    const call = formatCall(excess.negated());
    return Number(room) === 0 || call === formatCall(missing)
      ? `**Remaining: ${call}** ${ends}.`
      : `**Remaining: ${formatCall(missing)}** ${forRoom}, ${call} just ${ends}.`;
  }
  const end = isLiquidated
    ? endsWords('Reaches', 'reach', isWhatIf, 'the requirement')
    : endsWords('Ends', 'end', isWhatIf, 'the call');
  const above = `${formatExcess(excess)} above; ${nextCall(next, standing)}.`;
  if (missing.sign() > 0)
    return `**Remaining: ${formatCall(missing)}** ${forRoom}. ${wasInCall ? `${end}; ` : ''}${above}`;
  return wasInCall ? `**${end}**; ${above}` : `**Leaves** ${above}`;
}

function endsWords(now: string, then: string, isWhatIf: boolean, what: string): string {
  return isWhatIf ? `Would ${then} ${what}` : `${now} ${what}`;
}

/** What the slider of a holding is called. */
export function sliderName(position: Position, positions: readonly Position[]): string {
  return `How much of ${nameHolding(position, positions, 'within')} to ${position.side === 'long' ? 'sell' : 'buy back'}`;
}
