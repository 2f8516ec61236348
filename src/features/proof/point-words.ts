// Where a call begins or ends in words: the straight piece of excess that reaches 0, or the jump at a tier.
import type { CallPointStep } from '@/engine/explain-call-point';
import type { Bare, Money, Rounding } from '@/engine/quantity';
import type { ExplainedPoint, Explanation } from '@/state/explanation';
import { isLiquidating } from '@/state/liquidation';
import { nameHolding } from '@/ui/holding-name';
import { type ExactWords, moneyWords, percentWords } from './exact-words';
import { equation, type WordedLine, type WordedStep } from './math-words';
import { nameReach } from './reach-words';
import { figure, fraction, named, sign } from './tokens';

/** The steps of the distances; empty where the what-if is not made of straight pieces. */
export function wordPoints(explanation: Explanation): readonly WordedStep[] {
  return explanation.points.map((point) => wordPoint(point, explanation));
}

const dollars = (amount: Bare): ExactWords => moneyWords(amount.as<'money'>());
/** In a sentence, as in the row of figures. */
const toCent = (excess: Bare): string => moneyWords(excess.as<'money'>(), 'down').text;
const percent = (move: Bare, rounding: Rounding = 'towardZero'): ExactWords =>
  percentWords(move.as<'ratio'>(), rounding);

function wordPoint(point: ExplainedPoint, explanation: Explanation): WordedStep {
  const { side, step } = point;
  const { isInCallAtStart: isInCall } = explanation;
  const word = side === 'fall' ? 'fall' : 'rise';
  return {
    id: side,
    title: nameReach(side, isInCall, isLiquidating(explanation.scene.ruleSet)),
    rules: [step.rule],
    lines: [...linesOf(step, word, explanation), ...holdingsThere(point, explanation)],
  };
}

function linesOf(step: CallPointStep, word: string, explanation: Explanation): WordedLine[] {
  switch (step.kind) {
    case 'root':
      return rootLines(step, explanation);
    case 'edge':
      return [{ note: edgeSentence(step, explanation) }];
    case 'none': {
      const { isInCallAtStart: isInCall } = explanation;
      const least = toCent(step.extreme);
      const where =
        step.extremeAt.sign() === 0
          ? 'at today’s prices'
          : `at a market move of ${percent(step.extremeAt).text}`;
      const [ends, begins] = isLiquidating(explanation.scene.ruleSet)
        ? ['leads back to the requirement', 'leads below the requirement']
        : ['ends the call', 'makes a call'];
      const result = isInCall ? `No ${word} ${ends}` : `No ${word} of the market ${begins}`;
      return [
        {
          note: `${result}: the ${isInCall ? 'most' : 'least'} that is above on the way is ${least}, ${where}.`,
        },
      ];
    }
  }
}

function rootLines(step: CallPointStep & { readonly kind: 'root' }, explanation: Explanation): WordedLine[] {
  const slope = step.equitySlope.minus(step.requirementSlope);
  const [equity, requirement, both] = [
    dollars(step.equitySlope),
    dollars(step.requirementSlope),
    dollars(slope),
  ];
  const excess = dollars(step.excess);
  // A call begins beyond the printed move, and has ended at it.
  const output = percent(step.output, explanation.isInCallAtStart ? 'awayFromZero' : 'towardZero');
  const isToday = step.from.sign() === 0;
  const start = isToday
    ? explanation.scene.hasOtherChanges
      ? 'before any move of the market, with your other changes'
      : 'at today’s prices'
    : `at a move of ${percent(step.from).text}, where this straight piece begins`;
  const from = percent(step.from);
  const quotient = fraction([figure(excess.text)], [figure(both.text)]);
  const move = isToday ? [sign('−'), quotient] : [figure(from.text), sign('−'), quotient];
  return [
    {
      line: [
        named('Above or below'),
        sign('+'),
        named('change for a move of 100\u00A0%'),
        sign('×'),
        named('move'),
        sign('='),
        figure('0'),
      ],
    },
    { label: 'Above or below', line: [figure(excess.text)], note: start },
    {
      label: 'Change for a move of 100\u00A0%',
      line: equation([figure(equity.text), sign('−'), figure(requirement.text)], [equity, requirement], both),
      note: 'of equity, less that of the requirement',
    },
    { label: 'Move', line: equation(move, isToday ? [excess, both] : [from, excess, both], output) },
  ];
}

function edgeSentence(
  { upTo, beyond, tiers, output }: CallPointStep & { readonly kind: 'edge' },
  { account, scene, isInCallAtStart: isInCall }: Explanation,
): string {
  const [near, far] = [toCent(upTo), toCent(beyond)];
  const who = tiers
    .map(
      ({ position, above }) =>
        `${nameHolding(position, account.positions, 'subject')} is exactly ${percentWords(above).text} of the account`,
    )
    .join(' and ');
  const cause = who === '' ? '' : ` There ${who}; above that another rate holds.`;
  const what = isInCall
    ? `The figure above or below jumps from ${near} to ${far}${isLiquidating(scene.ruleSet) ? '' : ' and the call ends'}.`
    : `Up to there ${near} is above; beyond it the figure is ${far}.`;
  return `At a market move of ${percent(output).text} the requirement jumps.${cause} ${what}`;
}

/** What is held at the point: a fall in holdings may be larger than what is above, because the requirement falls too. */
function holdingsThere({ there, step }: ExplainedPoint, explanation: Explanation): WordedLine[] {
  if (there === null || step.output === null) return [];
  const { start, scene } = explanation;
  const line = (label: string, from: Money, to: Money): WordedLine[] => {
    if (from.sign() === 0) return [];
    const change = to.minus(from);
    const [begin, by, end] = [from, change.absolute(), to].map((amount) => moneyWords(amount));
    if (begin === undefined || by === undefined || end === undefined) return [];
    const operator = sign(change.sign() < 0 ? '−' : '+');
    return [{ label, line: equation([figure(begin.text), operator, figure(by.text)], [begin, by], end) }];
  };
  return [
    ...line(scene.hasShorts ? 'Held long there' : 'Holdings there', start.longMarketValue, there.long),
    ...line('Sold short there', start.shortMarketValue, there.short),
  ];
}
