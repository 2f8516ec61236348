// The math in words: each step of the explanation as its rule in names, and the same with the figures in.
import type { AccountStep } from '@/engine/explain';
import type { MarginResult } from '@/engine/margin';
import type { Money } from '@/engine/quantity';
import type { RuleNumber } from '@/presets/rule-sources';
import type { Explanation } from '@/state/explanation';
import { isLiquidating } from '@/state/liquidation';
import { formatHeld, formatSum } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { type ExactWords, moneyWords, numberWords, percentWords } from './exact-words';
import { termName } from './names';
import { figure, fraction, greater, joined, named, sign, type Token, type TokenLine } from './tokens';

/** A line of a step: what it is about, the arithmetic, and a remark. */
export interface WordedLine {
  readonly label?: string;
  readonly line?: TokenLine;
  readonly note?: string;
}

/** A step in words. */
export interface WordedStep {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly RuleNumber[];
  /** The result now and in the account as typed; left out where the lines say it. */
  readonly result?: { readonly now: string; readonly before: string };
  readonly lines: readonly WordedLine[];
}

/** So many holdings are named in a sum; the rest stands together. */
const mostNamed = 6;

/** The steps from what is held to the margin call. */
export function wordSteps(explanation: Explanation): readonly WordedStep[] {
  return explanation.steps.map((step) => wordStep(step, explanation));
}

/** Line = output, or ≈ where a figure on either side was rounded. */
export function equation(line: TokenLine, inputs: readonly ExactWords[], output: ExactWords): TokenLine {
  const isExact = output.isExact && inputs.every((input) => input.isExact);
  return [...line, sign(isExact ? '=' : '≈'), figure(output.text)];
}

function wordStep(step: AccountStep, explanation: Explanation): WordedStep {
  const { margin, before, scene } = explanation;
  const { hasShorts } = scene;
  switch (step.id) {
    case 'longMarketValue':
    case 'shortMarketValue':
      return wordValue(step, explanation);
    case 'equity': {
      const terms = step.inputs.map(({ amount, sign: own }) =>
        moneyWords(amount, own === '+' ? 'down' : 'up'),
      );
      const names = step.inputs.map(({ name }) => termName(name, hasShorts));
      const line = (tokens: readonly Token[]): TokenLine =>
        tokens.flatMap((token, index) => {
          const own = step.inputs[index]?.sign ?? '+';
          return index === 0 && own === '+' ? [token] : [sign(own), token];
        });
      return {
        id: step.id,
        title: 'Equity',
        rules: [step.rule],
        result: { now: sumOf(margin).equity, before: sumOf(before).equity },
        lines: [
          ...(names.length > 0 ? [{ line: [named('Equity'), sign('='), ...line(names.map(named))] }] : []),
          {
            line: equation(
              line(terms.map(({ text }) => figure(text))),
              terms,
              headline(step.output, sumOf(margin).equity),
            ),
          },
        ],
      };
    }
    case 'requirement': {
      const amounts = step.inputs.map(({ requirement }) => requirement);
      return {
        id: step.id,
        title: 'Required',
        rules: [step.rule],
        result: { now: sumOf(margin).requirement, before: sumOf(before).requirement },
        lines: [
          {
            line: [
              named('Required'),
              sign('='),
              named(
                amounts.length === 1 ? 'the requirement above' : 'the requirements of all holdings together',
              ),
            ],
          },
          sumLine(amounts, headline(step.output, sumOf(margin).requirement)),
        ],
      };
    }
    case 'excess': {
      // Rounded as in the row of figures, so that the printed cents add up here too.
      const equity = headline(step.inputs.equity, sumOf(margin).equity);
      const requirement = headline(step.inputs.requirement, sumOf(margin).requirement);
      const isBelow = step.output.sign() < 0;
      return {
        id: step.id,
        title: isBelow ? 'Below the requirement' : 'Above the requirement',
        rules: [step.rule],
        result: { now: sumOf(margin).excess, before: sumOf(before).excess },
        lines: [
          { line: [named('Above or below'), sign('='), named('Equity'), sign('−'), named('Required')] },
          {
            line: equation(
              [figure(equity.text), sign('−'), figure(requirement.text)],
              [equity, requirement],
              headline(step.output, sumOf(margin).excess),
            ),
          },
        ],
      };
    }
    case 'equityRatio': {
      if (step.output === null) {
        return {
          id: step.id,
          title: 'Equity ratio',
          rules: [step.rule],
          lines: [{ note: 'None: nothing is held.' }],
        };
      }
      const { equity, long, short } = step.inputs;
      const both = [
        { name: termName('longMarketValue', hasShorts), amount: long, side: 'long' },
        { name: termName('shortMarketValue', hasShorts), amount: short, side: 'short' },
      ] as const;
      const sides = both.filter(({ amount }) => amount.sign() !== 0);
      const top = headline(equity, sumOf(margin).equity);
      const held = sides.map(({ amount, side }) => headline(amount, formatHeld(amount, side)));
      const over = (above: Token, below: readonly Token[]) =>
        fraction(
          [above],
          joined(
            '+',
            below.map((token) => [token]),
          ),
        );
      const names = over(
        named('Equity'),
        sides.map(({ name }) => named(name)),
      );
      const figures = over(
        figure(top.text),
        held.map(({ text }) => figure(text)),
      );
      return {
        id: step.id,
        title: 'Equity ratio',
        rules: [step.rule],
        lines: [
          { line: [named('Equity ratio'), sign('='), names] },
          { line: equation([figures], [top, ...held], percentWords(step.output, 'down')) },
        ],
      };
    }
    case 'call': {
      const excess = moneyWords(step.inputs.excess, 'down');
      const isLiquidated = isLiquidating(scene.ruleSet);
      const name = isLiquidated ? 'Below the requirement' : 'Margin call';
      return {
        id: step.id,
        title: name,
        rules: [step.rule],
        lines: [
          {
            line: [named(name), sign('='), greater([figure('$0.00')], [sign('−'), named('Above or below')])],
          },
          {
            line: equation(
              [greater([figure('$0.00')], [sign('−'), figure(excess.text)])],
              [excess],
              moneyWords(step.output, 'up'),
            ),
            ...(step.output.sign() === 0 ? { note: isLiquidated ? 'not below it' : 'no call' } : {}),
          },
        ],
      };
    }
  }
}

function wordValue(
  step: AccountStep & { readonly id: 'longMarketValue' | 'shortMarketValue' },
  { account, scene, margin, before }: Explanation,
): WordedStep {
  const sorted = step.inputs.toSorted((a, b) => b.position.marketValue.compare(a.position.marketValue));
  const counted = sorted.flatMap(({ position }): WordedLine[] => {
    if (position.shares === null || position.price === null) return [];
    const [held, price] = [numberWords(position.shares), moneyWords(position.price)];
    const line = [figure(held.text), sign('×'), figure(price.text)];
    const label = nameHolding(position, account.positions);
    return [{ label, line: equation(line, [held, price], moneyWords(position.marketValue)) }];
  });
  const values = sorted.map(({ position }) => position.marketValue);
  const side = step.id === 'longMarketValue' ? 'long' : 'short';
  const heldWords = (value: Money) => formatHeld(value, side);
  const rest = counted.length - mostNamed;
  return {
    id: step.id,
    title: termName(step.id, scene.hasShorts),
    rules: [step.rule],
    result: { now: heldWords(margin[step.id]), before: heldWords(before[step.id]) },
    lines: [
      ...counted.slice(0, mostNamed),
      ...(rest > 0 ? [{ note: `and ${rest} more by shares × price` }] : []),
      ...(values.length > 1 || counted.length === 0
        ? [sumLine(values, headline(step.output, heldWords(step.output)))]
        : []),
    ],
  };
}

/** A sum of amounts, the largest first; those after the first few stand together. */
function sumLine(amounts: readonly Money[], output: ExactWords): WordedLine {
  const sorted = amounts.toSorted((a, b) => b.compare(a));
  const shown = sorted.slice(0, mostNamed);
  const rest = sorted.slice(mostNamed);
  const words = shown.map((amount) => moneyWords(amount));
  const together = rest.reduce<Money | null>((total, each) => total?.plus(each) ?? each, null);
  if (together !== null) words.push(moneyWords(together));
  const terms = words.map(
    ({ text }, index): TokenLine =>
      index < shown.length ? [figure(text)] : [figure(text), named(`(${rest.length} more)`)],
  );
  if (terms.length < 2) return { line: [figure(output.text)] };
  return { line: equation(joined('+', terms), words, output) };
}

type Sum = Pick<MarginResult, 'equity' | 'excess'>;

function sumOf(margin: Sum) {
  return formatSum(margin);
}

/** An output that stands in the row of figures too: exact, or rounded as it is there. */
function headline(output: Money, rounded: string): ExactWords {
  const words = moneyWords(output);
  return words.isExact ? words : { text: rounded, isExact: false };
}
