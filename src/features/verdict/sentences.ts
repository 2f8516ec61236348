/**
 * The words of the verdict in every state: functions from typed values to text, and the only place that has them.
 * Today is told in the present tense, a what-if with "would". What stands between two pairs of asterisks is strong.
 */
import type { Bare } from '@/engine/quantity';
import type { Issue } from '@/engine/result';
import { isStanding, type Place, type Standing, type Verdict } from '@/state/verdict';
import type { Details, LeastTrade } from '@/state/ways-out';
import {
  formatCall,
  formatDistance,
  formatDollars,
  formatMoneyShort,
  formatPercent,
  formatPoints,
  formatSum,
  shortMoneyText,
} from '@/ui/format';

/** How a verdict looks: its shape and colour. */
export type Tone = 'free' | 'near' | 'call' | 'unknown';

/** A verdict in words. */
export interface VerdictWords {
  readonly tone: Tone;
  /** The status in one or two words. */
  readonly chip: string;
  /** The figure beside it in one short line; empty where there is none. */
  readonly figure: string;
  readonly headline: string;
  readonly second: string;
}

/** A verdict in words; details may follow later and are left out until then. */
export function wordVerdict(verdict: Verdict, details: Details | null): VerdictWords {
  if (isStanding(verdict)) return wordStanding(verdict, details);
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

function wordStanding(standing: Standing, details: Details | null): VerdictWords {
  const { kind, isNear, figures } = standing;
  switch (kind) {
    case 'belowZero':
      return {
        tone: 'call',
        chip: 'Below zero',
        figure: formatMoneyShort(figures.equity, 'down'),
        ...belowZero(standing),
      };
    case 'call':
      return {
        tone: 'call',
        chip: standing.isLiquidated ? 'Below the requirement' : 'Margin call',
        figure: formatCall(figures.excess.negated()),
        headline: callHeadline(standing),
        second: callRemedies(standing, details),
      };
    case 'exact':
      return { tone: 'near', chip: 'At the requirement', figure: '$0.00', ...exact(standing) };
    case 'noLoan':
      return { tone: 'free', chip: 'No call', figure: '', ...noLoan(standing) };
    case 'fall':
    case 'riseOnly':
    case 'noMove':
      return {
        tone: isNear ? 'near' : 'free',
        chip: isNear ? 'Close' : 'No call',
        figure: distanceFigure(standing),
        headline: `${opening(standing)} ${whereCallsBegin(standing)}`,
        second: roomSentence(standing, details),
      };
  }
}

function distanceFigure({ fall, rise }: Standing): string {
  if (fall !== null && (rise === null || !rise.move.isBelow(fall.move.absolute())))
    return formatDistance(fall.move);
  return rise === null ? '' : `+${formatDistance(rise.move)}`;
}

function opening({ isNear, isWhatIf }: Standing): string {
  if (isWhatIf) {
    return isNear ? '**It would be close to a margin call.**' : '**There would be no margin call.**';
  }
  return isNear ? '**Close to a margin call.**' : '**No margin call.**';
}

function whereCallsBegin(standing: Standing): string {
  const { kind, isWhatIf, fall, rise, cureFall, cureRise } = standing;
  const [one, causes, does] = isWhatIf
    ? ['One would come if the market fell', 'would cause one', 'would']
    : ['One comes if the market falls', 'causes one', 'does'];
  const [from, rises] = isWhatIf ? [' from today', 'rose'] : ['', 'rises'];
  if (fall !== null) {
    const also = rise === null ? '' : `, or ${rises} more than **${formatDistance(rise.move)}**`;
    return `${one} more than **${formatDistance(fall.move)}**${from}${holdingsAt(standing, fall)}${also}.`;
  }
  if (cureRise !== null) {
    return `One would come if the market were less than **${cureDistance(cureRise.move)}** above today.`;
  }
  if (rise !== null) {
    return `If everything moves together, only a **rise** of more than **${formatDistance(rise.move)}**${from} ${causes}; no fall ${does}.`;
  }
  if (cureFall !== null) {
    return `One would come if the market were less than **${cureDistance(cureFall.move)}** below today.`;
  }
  return kind === 'noMove' ? `No move of the whole market ${causes}.` : '';
}

function holdingsAt({ hasShorts }: Standing, { holdings }: Place): string {
  return hasShorts ? '' : ` (holdings to about ${formatDollars(holdings, 'up')})`;
}

function roomSentence(standing: Standing, details: Details | null): string {
  const { isNear, isWhatIf, figures, kind } = standing;
  const points = details?.requirementPoints ?? null;
  const room = `${formatMoneyShort(figures.excess, 'down')} above${isNear ? '.' : ' the requirement.'}`;
  const higher =
    points === null
      ? ''
      : isNear
        ? ` The broker can raise requirements without notice; more than ${formatPoints(points)} would do it.`
        : kind === 'noMove'
          ? ` Requirements higher by more than ${formatPoints(points)} would.`
          : isWhatIf
            ? ` Also if every requirement rose by more than a further ${formatPoints(points)}.`
            : ` Also if every requirement rose by more than ${formatPoints(points)}.`;
  return `${room}${higher}${sidesSentence(standing, details)}`;
}

function sidesSentence({ hasShorts, kind }: Standing, details: Details | null): string {
  const sides = details?.sides ?? null;
  if (!hasShorts || sides === null) return '';
  const longs = sides.longs?.below ?? null;
  const shorts = sides.shorts?.above ?? null;
  const alone = [
    ...(longs === null ? [] : [`longs alone ${formatPercent(longs.at.as<'ratio'>())}`]),
    ...(shorts === null ? [] : [`shorts alone +${formatPercent(shorts.at.as<'ratio'>())}`]),
  ];
  return alone.length === 0
    ? ''
    : ` ${kind === 'riseOnly' ? 'Moving apart is closer' : 'Moving apart'}: ${alone.join(', ')}.`;
}

function callHeadline(standing: Standing): string {
  const { isWhatIf, isLiquidated, brokerName, figures } = standing;
  const call = formatCall(figures.excess.negated());
  if (isLiquidated) {
    return isWhatIf
      ? `**It would be ${call} below the requirement.** ${brokerName} makes no call: it could sell at once.`
      : `**${call} below the requirement.** ${brokerName} makes no call: it may sell at once.`;
  }
  if (isWhatIf) return `**There would be a margin call of ${call}.** ${callStart(standing)}`;
  const { equity, requirement } = formatSum(figures, shortMoneyText);
  return `**Margin call: ${call}.** Equity of ${equity} is below the ${requirement} required.`;
}

/** From where on the what-if's call begins, on the side on which the market moves. */
function callStart({ move, fall, rise }: Standing): string {
  if (move.sign() < 0 && fall !== null) {
    return `It would start at a fall of more than **${formatDistance(fall.move)}** from today.`;
  }
  if (move.sign() > 0 && rise !== null) {
    return `It would start at a rise of more than **${formatDistance(rise.move)}** from today.`;
  }
  return move.sign() === 0
    ? 'It would be there at today’s prices.'
    : 'It would be there without any move of the market.';
}

function callRemedies(standing: Standing, details: Details | null): string {
  const { isWhatIf, figures } = standing;
  const trade = details?.trade ?? null;
  const ways = [
    `${formatCall(figures.excess.negated())} in cash`,
    ...(trade === null ? [] : [wordTrade(trade)]),
    ...marketCure(standing),
  ];
  const ends = ways.length === 1 ? (isWhatIf ? 'would end it.' : 'ends it.') : '';
  const list =
    ends === '' ? `Any one ${isWhatIf ? 'would end' : 'ends'} it: ${ways.join('; ')}.` : `${ways[0]} ${ends}`;
  return `${list}${dueSentence(standing)}`;
}

function wordTrade({ symbol, action, amount, wholeShares }: LeastTrade): string {
  const verb = action === 'sell' ? 'selling' : 'buying back';
  const name = symbol === '' ? 'the holdings' : symbol;
  return wholeShares === null
    ? `${verb} ${formatCall(amount)} of ${name}`
    : `${verb} ${wholeShares.toFixed(0, 'up')} ${name} (${formatCall(amount)})`;
}

/** The move of the market that ends the call: from today, or back toward today in a what-if. */
function marketCure({ isWhatIf, move, fall, rise, cureFall, cureRise }: Standing): string[] {
  if (move.sign() < 0 && fall !== null)
    return [`a market no more than ${formatDistance(fall.move)} below today`];
  if (move.sign() > 0 && rise !== null)
    return [`a market no more than ${formatDistance(rise.move)} above today`];
  const from = isWhatIf ? ' from today' : '';
  return [
    ...(cureRise === null ? [] : [`a rise of the market of ${cureDistance(cureRise.move)}${from}`]),
    ...(cureFall === null ? [] : [`a fall of the market of ${cureDistance(cureFall.move)}${from}`]),
  ].slice(0, 1);
}

function dueSentence({ days, isLiquidated, isWhatIf }: Standing): string {
  if (isLiquidated || isWhatIf || days === null) return '';
  const count = days.from === days.to ? String(days.from) : `${days.from} to ${days.to}`;
  return ` Within ${count} business days, or sooner without notice.`;
}

function belowZero(standing: Standing): Pick<VerdictWords, 'headline' | 'second'> {
  const { isWhatIf, figures, hasShorts } = standing;
  const equity = formatMoneyShort(figures.equity, 'down');
  const owed = formatCall(figures.equity.negated());
  const call = formatCall(figures.excess.negated());
  const what = hasShorts ? 'What is owed' : 'The loan';
  const [is, isNow, would] = isWhatIf ? ['would be', 'would be', 'would'] : ['is', 'is', 'would'];
  const cure = marketCure(standing).map((way) => `, or ${way}`);
  const selling = isWhatIf
    ? `Selling could not end it: after selling everything ${owed} would still be owed.`
    : `Selling cannot end it: after selling everything ${owed} is still owed.`;
  return {
    headline: `**${what} ${is} larger than everything in the account: equity ${isNow} ${equity}.** Margin call: ${call}.`,
    second: `${selling} ${call} in cash ${would}${cure.join('')}.`,
  };
}

function exact({ isWhatIf, edge }: Standing): Pick<VerdictWords, 'headline' | 'second'> {
  const move = edge === 'both' ? 'move' : edge;
  return isWhatIf
    ? {
        headline: '**It would be exactly at the requirement: no call.**',
        second: `Any further ${move} would cause one.`,
      }
    : { headline: '**Exactly at the requirement: no call.**', second: `Any further ${move} causes one.` };
}

function noLoan({ isWhatIf, isLoanCovered }: Standing): Pick<VerdictWords, 'headline' | 'second'> {
  const second = isLoanCovered
    ? 'Your cash covers the loan; interest or withdrawals could change that.'
    : 'Enter a loan to see where one would start.';
  const strong = isLoanCovered ? 'The cash covers the loan: no margin call.' : 'No loan, no margin call.';
  const can = isWhatIf ? 'could' : 'can';
  return { headline: `**${strong}** No price and no higher requirement ${can} cause one.`, second };
}

/** A move at which a call ends, rounded away from today: there it has ended. */
function cureDistance(move: Bare): string {
  return formatPercent(move.absolute().as<'ratio'>(), 1, 'up');
}

function describeIssue(issue: Issue | undefined): string {
  switch (issue?.code) {
    case 'out-of-range':
      return issue.path.endsWith('/maintenanceRate')
        ? 'a requirement lies outside 0 to 300 % of what is held.'
        : 'a figure lies outside its range.';
    case 'missing-price':
    case 'missing-shares':
      return 'a holding has no value yet.';
    case undefined:
    default:
      return 'a figure cannot be read.';
  }
}
