/**
 * The words of the verdict in every state: functions from typed values to text. Today is told in the present tense, a
 * what-if with "would". What stands between two pairs of asterisks is strong. A broker that sells at once makes no
 * margin call, so for it the words speak of the requirement instead.
 */
import { type Bare, ratio } from '@/engine/quantity';
import type { Issue } from '@/engine/result';
import { isStanding, type Place, type Standing, type Verdict } from '@/state/verdict';
import type { Details, RequirementRoom } from '@/state/ways-out';
import {
  formatCall,
  formatDollars,
  formatMoneyShort,
  formatMove,
  formatPercentagePoints,
  formatPoints,
  formatRate,
} from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { type CallDay, type Told, wordBelowZero, wordCall, wordSaleAtOnce } from './call-words';
import { nearestPlace, wordCure, wordDistance } from './distance-words';

/** How a verdict looks: its shape and colour. */
export type Tone = 'free' | 'near' | 'call' | 'unknown';

/** A verdict in words. */
export interface VerdictWords extends Told {
  readonly tone: Tone;
  /** The status in one or two words. */
  readonly chip: string;
  /** The figure beside it in one short line; empty where there is none. */
  readonly figure: string;
}

/** A verdict in words on a day; details may follow later and are left out until then. */
export function wordVerdict(verdict: Verdict, details: Details | null, day: CallDay): VerdictWords {
  if (isStanding(verdict)) {
    const words = wordStanding(verdict, details, day);
    const least = details === null ? '' : leastEquityNote(verdict);
    return { ...words, second: `${words.second}${least}${creditNote(verdict)}` };
  }
  const unknown = { tone: 'unknown', chip: 'No verdict yet', figure: '' } as const;
  switch (verdict.kind) {
    case 'empty':
      return {
        ...unknown,
        chip: 'Three numbers',
        headline: '**How far is your margin call?** Three numbers answer it.',
        second: 'What your holdings are worth, what you owe, and what your broker requires.',
      };
    case 'unread':
      return { ...unknown, headline: `**No verdict yet:** ${describeIssue(verdict.issues[0])}`, second: '' };
    case 'impossible':
      return {
        ...unknown,
        headline: '**No verdict:** these changes are not possible on this account.',
        second: 'Take a change away, or go back to today.',
      };
  }
}

/** The shortest form of a verdict, for the small screen and for what is spoken: "No call · 42.9 %". */
export function shortVerdict({ chip, figure }: VerdictWords): string {
  return figure === '' ? chip : `${chip} · ${figure}`;
}

function wordStanding(standing: Standing, details: Details | null, day: CallDay): VerdictWords {
  const { kind, isNear, isLiquidated, figures } = standing;
  const free = isLiquidated ? 'Above requirement' : 'No call';
  switch (kind) {
    case 'belowZero':
      return {
        tone: 'call',
        chip: 'Below zero',
        figure: formatMoneyShort(figures.equity, 'down'),
        ...wordBelowZero(standing),
      };
    case 'call':
      return {
        tone: 'call',
        chip: isLiquidated ? 'Below the requirement' : 'Margin call',
        figure: formatCall(figures.excess.negated()),
        ...wordCall(standing, details, day),
      };
    case 'exact':
      return { tone: 'near', chip: 'At the requirement', figure: '$0.00', ...exact(standing) };
    case 'noLoan':
      return { tone: 'free', chip: free, figure: '', ...noLoan(standing) };
    case 'fall':
    case 'riseOnly':
    case 'noMove':
      return {
        tone: isNear ? 'near' : 'free',
        chip: isNear ? 'Close' : free,
        figure: distanceFigure(standing),
        headline: `${opening(standing)} ${whereCallsBegin(standing)}`,
        second: `${roomSentence(standing, details)}${wordSaleAtOnce(standing)}`,
      };
  }
}

function distanceFigure(standing: Standing): string {
  const nearest = nearestPlace(standing);
  if (nearest === null) return '';
  const distance = wordDistance(nearest, standing.move) ?? '0\u00A0%';
  return nearest.move.sign() > 0 ? `+${distance}` : distance;
}

function opening({ isNear, isWhatIf, isLiquidated }: Standing): string {
  const to = isLiquidated ? 'the requirement' : 'a margin call';
  if (isNear) return isWhatIf ? `**It would be close to ${to}.**` : `**Close to ${to}.**`;
  if (isLiquidated) return isWhatIf ? '**It would be above the requirement.**' : '**Above the requirement.**';
  return isWhatIf ? '**There would be no margin call.**' : '**No margin call.**';
}

/** The words for a call beginning: at a broker that makes none, equity falls below the requirement. */
function beginning({ isWhatIf, isLiquidated }: Standing) {
  if (isLiquidated) {
    return isWhatIf
      ? { comes: 'Equity would fall below it', cause: 'would take it below' }
      : { comes: 'Equity falls below it', cause: 'takes it below' };
  }
  return isWhatIf
    ? { comes: 'One would come', cause: 'would cause one' }
    : { comes: 'One comes', cause: 'causes one' };
}

function whereCallsBegin(standing: Standing): string {
  const { isWhatIf, isLiquidated, move, fall, rise, cureFall, cureRise } = standing;
  const { comes, cause } = beginning(standing);
  const would = isLiquidated ? 'Equity would be below it' : 'One would come';
  const [falls, rises, from, does] = isWhatIf
    ? ['fell', 'rose', ' from today', 'would']
    : ['falls', 'rises', '', 'does'];
  if (fall !== null) {
    const [down, up] = [wordDistance(fall, move), rise === null ? null : wordDistance(rise, move)];
    if (down === null) return anyMove(standing, 'fall');
    const also = up === null ? '' : `, or ${rises} more than **${up}**`;
    return `${comes} if the market ${falls} more than **${down}**${from}${holdingsAt(standing, fall)}${also}.`;
  }
  if (cureRise !== null) {
    return `${would} if the market were less than **${wordCure(cureRise, move)}** above today.`;
  }
  if (rise !== null) {
    const up = wordDistance(rise, move);
    return up === null
      ? anyMove(standing, 'rise')
      : `If everything moves together, only a **rise** of more than **${up}**${from} ${cause}; no fall ${does}.`;
  }
  if (cureFall !== null) {
    return `${would} if the market were less than **${wordCure(cureFall, move)}** below today.`;
  }
  return `No move of the whole market ${cause}.`;
}

/** Where today is the last point without a call. */
function anyMove(standing: Standing, side: 'fall' | 'rise'): string {
  const { comes, cause } = beginning(standing);
  if (standing.move.sign() === 0) return `Any ${side} of the market ${cause}.`;
  return `${comes} if the market ${side === 'fall' ? 'fell below' : 'rose above'} where it is today.`;
}

/** What the holdings are worth there; nothing where that prints like what they are worth today. */
function holdingsAt({ hasShorts, holdingsToday }: Standing, { holdings }: Place): string {
  const there = formatDollars(holdings, 'up');
  return hasShorts || there === formatDollars(holdingsToday) ? '' : ` (holdings to about ${there})`;
}

function roomSentence(standing: Standing, details: Details | null): string {
  const { isNear, figures } = standing;
  const room = `${formatMoneyShort(figures.excess, 'down')} above${isNear ? '.' : ' the requirement.'}`;
  return `${room}${higherSentence(standing, details)}${sidesSentence(standing, details)}`;
}

/** How far every requirement may rise: from today's, on the scale of its slider. */
function higherSentence({ isNear, isLiquidated, kind }: Standing, details: Details | null): string {
  const room = details?.requirementRoom ?? null;
  const warning = isNear ? ' The broker can raise requirements without notice' : '';
  if (room === null) return isNear ? `${warning}.` : '';
  if (room.now.sign() !== 0) {
    const condition = `if ${wordShifted(room)} were ${wordShift(room)}`;
    return isNear
      ? `${warning}: ${condition}, ${isLiquidated ? 'equity would be below it' : 'a call would begin'}.`
      : ` Also ${condition}.`;
  }
  const more = `more than ${formatPercentagePoints(room.atMost)}`;
  const rates = wordRates(room);
  const isPart = room.unmoved.length > 0;
  if (isNear) return `${warning}; ${more}${isPart ? ` on ${wordShifted(room)}` : ''} would do it${rates}.`;
  if (kind === 'noMove' && !isPart) return ` Requirements higher by ${more} would${rates}.`;
  return ` Also if ${wordShifted(room)} rose by ${more}${rates}.`;
}

/** What rises: a requirement that the what-if itself sets, or of what it brings, stays as it is. */
function wordShifted({ unmoved, among }: RequirementRoom): string {
  const [first] = unmoved;
  if (first === undefined) return 'every requirement';
  const rest =
    unmoved.length === 1
      ? `that of ${nameHolding(first, among, 'within')}`
      : `those of ${unmoved.length} holdings`;
  return `every requirement but ${rest}`;
}

/** The one rate before and after such a rise: " (from 25 % to 81.6 %)"; nothing where there are several, or for a trifle. */
function wordRates({ atMost, rate }: RequirementRoom): string {
  const rise = atMost.toFixed(3, 'down');
  if (rate === null || Number(rise) === 0) return '';
  return ` (from ${formatRate(rate)} to ${formatRate(rate.plus(ratio(rise)), 'down')})`;
}

/** A shift beyond the last free one, beside the shift of the what-if: "raised by more than 56.6 percentage points (now by 5.0)". */
function wordShift({ atMost, now }: RequirementRoom): string {
  const beyond =
    atMost.sign() === 0
      ? 'raised at all'
      : atMost.sign() > 0
        ? `raised by more than ${formatPercentagePoints(atMost)}`
        : `lowered by less than ${formatPercentagePoints(atMost.negated(), 'up')}`;
  const verb = atMost.sign() < 0 === now.sign() < 0 ? '' : now.sign() < 0 ? 'lowered ' : 'raised ';
  return `${beyond} (now ${verb}by ${formatPoints(now.absolute())})`;
}

/** Both sides alone, wherever there are shorts: where a call begins when one moves and the other stands still. */
function sidesSentence({ hasShorts, isWhatIf, isLiquidated }: Standing, details: Details | null): string {
  const sides = details?.sides ?? null;
  if (!hasShorts || sides === null) return '';
  const { longs, shorts } = sides;
  if (longs === null || shorts === null || longs.isInCall || shorts.isInCall) return '';
  const [fall, rise] = [longs.below?.at ?? null, shorts.above?.at ?? null];
  const [call, none] = isLiquidated
    ? ['below the requirement', 'never below the requirement']
    : ['a call', 'no call'];
  if (fall === null && rise === null) return ` If only the longs fell, or only the shorts rose: ${none}.`;
  const from = isWhatIf ? ' from today' : '';
  const word = (at: Bare | null, what: string) =>
    at === null ? none : `${what}beyond ${formatMove(at)}${from}`;
  const second = fall === null ? `${call} ` : '';
  return ` If only the longs fell: ${word(fall, `${call} `)}. If only the shorts rose: ${word(rise, second)}.`;
}

function exact({ isWhatIf, isLiquidated, brokerName, edge, isToTheCent }: Standing): Told {
  const move = edge === 'both' ? 'move' : edge;
  const it = isToTheCent
    ? `${isWhatIf ? 'It would be at' : 'At'} the requirement, to the cent`
    : `${isWhatIf ? 'It would be exactly at' : 'Exactly at'} the requirement`;
  const any = isToTheCent ? `Less than a cent ${isWhatIf ? 'would be' : 'is'} above it: almost any` : 'Any';
  if (isLiquidated) {
    return {
      headline: `**${it}.**`,
      second: `${any} further ${move} ${isWhatIf ? 'would take' : 'takes'} equity below it. ${brokerName} makes no call: it ${isWhatIf ? 'could' : 'may'} then sell at once.`,
    };
  }
  return {
    headline: `**${it}: no call.**`,
    second: `${any} further ${move} ${isWhatIf ? 'would cause' : 'causes'} one.`,
  };
}

function noLoan({ isWhatIf, isLiquidated, isLoanCovered, holdingsToday }: Standing): Told {
  const event = isLiquidated ? 'forced sale' : 'margin call';
  const [strong, second] = isLoanCovered
    ? [
        `The cash covers the loan: no ${event}.`,
        'Your cash covers the loan; interest or withdrawals could change that.',
      ]
    : [
        `No loan, no ${event}.`,
        `Enter ${holdingsToday.sign() === 0 ? 'what you hold and ' : ''}a loan to see where one would start.`,
      ];
  const can = isWhatIf ? 'could' : 'can';
  return { headline: `**${strong}** No price and no higher requirement ${can} cause one.`, second };
}

/** Too little equity to borrow, in a what-if; of the account as typed it stands with the account. */
function leastEquityNote({ isBelowLeastEquity, isWhatIf, kind }: Standing): string {
  if (!isBelowLeastEquity || !isWhatIf || kind === 'belowZero' || kind === 'noLoan') return '';
  return ' Equity would be below $2,000: a broker may not lend more then.';
}

/** Without it every figure of a short account is off by what the shorts were sold for. */
function creditNote({ isCreditMissing }: Standing): string {
  return isCreditMissing ? ' Credit from short sales not typed: counted as $0.' : '';
}

function describeIssue(issue: Issue | undefined): string {
  switch (issue?.code) {
    case 'out-of-range':
      return issue.path.endsWith('/maintenanceRate')
        ? 'a requirement lies outside 0 to 300\u00A0% of what is held.'
        : 'a figure lies outside its range.';
    case 'missing-price':
    case 'missing-shares':
      return 'a holding has no value yet.';
    case undefined:
    default:
      return 'a figure cannot be read.';
  }
}
