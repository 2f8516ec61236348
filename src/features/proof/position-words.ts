// The requirement of one holding in words: its rate link by link, then what the rate or a minimum a share asks.
import type { PositionStep, RateLink } from '@/engine/explain-position';
import { ratio } from '@/engine/quantity';
import type { RuleNumber } from '@/presets/rule-sources';
import { moneyWords, numberWords, percentWords } from './exact-words';
import { equation, type WordedLine } from './math-words';
import { type RateOrigin, rateWhy, shareText, shiftText } from './rate-words';
import { figure, greater, lesser, sign, type TokenLine } from './tokens';

/** The lines of a holding's requirement. */
export function wordPosition(step: PositionStep, origin: RateOrigin): readonly WordedLine[] {
  return [
    ...step.chain.flatMap((link) => wordLink(link, origin)),
    ...wordFloors(step),
    wordRequirement(step, origin),
  ];
}

/** Every rule that a holding's requirement rests on. */
export function rulesOf(step: PositionStep): readonly RuleNumber[] {
  return [...step.chain.map(({ rule }) => rule), ...step.floors.map(({ rule }) => rule), step.rule];
}

const whole = figure('100\u00A0%');
const one = ratio(1);

/** The cap of 100 % where it may bind. */
function capped(line: TokenLine, { output }: RateLink): TokenLine {
  return output.isBelow(one) ? line : [lesser([whole], line)];
}

function wordLink(link: RateLink, origin: RateOrigin): WordedLine[] {
  const output = percentWords(link.output);
  switch (link.kind) {
    case 'own':
    case 'rules':
      return [];
    case 'leverage': {
      const [input, leverage] = [percentWords(link.input), numberWords(link.leverage)];
      const product = [figure(input.text), sign('×'), figure(leverage.text)];
      return [
        {
          label: 'rate',
          line: equation(capped(product, link), [input, leverage], output),
          note: `${origin.rules}, ${leverage.text} times leveraged`,
        },
      ];
    }
    case 'added': {
      const [input, points] = [percentWords(link.input), percentWords(link.points)];
      const sum = [figure(input.text), sign('+'), figure(points.text)];
      return [
        {
          label: 'rate',
          line: equation(capped(sum, link), [input, points], output),
          note: `${origin.rules}: ${shareText(link)}`,
        },
      ];
    }
    case 'atLeast': {
      const [input, points] = [percentWords(link.input), percentWords(link.points)];
      const higher = [greater([figure(input.text)], [figure(points.text)])];
      return [
        {
          label: 'rate',
          line: equation(capped(higher, link), [input, points], output),
          note: `${origin.rules}: ${shareText(link)}`,
        },
      ];
    }
    case 'notMarginable': {
      const input = percentWords(link.input);
      return [
        {
          label: 'rate',
          line: equation([greater([figure(input.text)], [whole])], [input], output),
          note: 'not marginable',
        },
      ];
    }
    case 'shift': {
      const [input, points] = [percentWords(link.input), percentWords(link.points)];
      const moved = [figure(input.text), sign('+'), figure(points.text)];
      const isPlain = link.output.equals(link.input.plus(link.points));
      const isRise = link.points.sign() > 0;
      const bounded = isRise
        ? greater([figure(input.text)], [lesser([whole], moved)])
        : greater([figure('0\u00A0%')], moved);
      const line = isPlain ? moved : [bounded];
      return [
        {
          label: 'rate',
          line: equation(line, [input, points], output),
          note: shiftText(link),
        },
      ];
    }
  }
}

/** What FINRA's table asks a share; a minimum of its own is a figure as typed. */
function wordFloors({ floors, position }: PositionStep): WordedLine[] {
  return floors.flatMap((floor): WordedLine[] => {
    if (floor.kind === 'own' || position.price === null) return [];
    const [minimum, ratio, price] = [
      moneyWords(floor.minimum),
      percentWords(floor.ratio),
      moneyWords(position.price),
    ];
    const byPrice = [figure(ratio.text), sign('×'), figure(price.text)];
    return [
      {
        label: 'a share',
        line: equation(
          [greater([figure(minimum.text)], byPrice)],
          [minimum, ratio, price],
          moneyWords(floor.perShare),
        ),
        note: 'FINRA’s table',
      },
    ];
  });
}

function wordRequirement(step: PositionStep, origin: RateOrigin): WordedLine {
  const { position, floors } = step;
  const [rate, value, output] = [
    percentWords(step.rate),
    moneyWords(position.marketValue),
    moneyWords(step.output),
  ];
  const byRate: TokenLine = [figure(rate.text), sign('×'), figure(value.text)];
  const isPlain = step.chain.length === 1;
  const note = step.binds !== 'rate' || isPlain ? rateWhy(step, origin) : undefined;
  const remark = note === undefined ? {} : { note };
  if (floors.length === 0 || position.shares === null) {
    return { line: equation(byRate, [rate, value], output), ...remark };
  }
  const held = numberWords(position.shares);
  const shares = floors.map(({ perShare }) => moneyWords(perShare));
  const byShares = shares.map((perShare): TokenLine => [figure(perShare.text), sign('×'), figure(held.text)]);
  return {
    line: equation([greater(byRate, ...byShares)], [rate, value, held, ...shares], output),
    ...remark,
  };
}
