// The whole math in order: sums, each holding's requirement, the distances; and the same as plain text.
import type { RuleSet } from '@/engine/rule-set';
import type { RuleNumber } from '@/presets/rule-sources';
import type { Explanation } from '@/state/explanation';
import { selectHoldingRows } from '@/state/holding-rows';
import { nameHolding } from '@/ui/holding-name';
import { type WordedLine, type WordedStep, wordSteps } from './math-words';
import { wordPoints } from './point-words';
import { rulesOf, wordPosition } from './position-words';
import { ruleNote } from './rule-notes';
import { lineText } from './tokens';

/** Every step; each holding's requirement for so many holdings, the largest first. */
export function wordMath(explanation: Explanation, most: number): readonly WordedStep[] {
  const steps = wordSteps(explanation);
  const at = steps.findIndex(({ id }) => id === 'requirement');
  const each = wordEach(explanation, most);
  return [...steps.slice(0, at), ...each, ...steps.slice(at), ...wordPoints(explanation)];
}

function wordEach(explanation: Explanation, most: number): readonly WordedStep[] {
  const { account } = explanation;
  const rows = selectHoldingRows(explanation).slice(0, most);
  if (rows.length === 0) return [];
  const lines = rows.flatMap(({ step, isRateSetByWhatIf: isSetByWhatIf }): WordedLine[] => {
    const name = nameHolding(step.position, account.positions);
    return wordPosition(step, { rules: account.ruleSet.name, isSetByWhatIf }).map((line) => ({
      ...line,
      label: line.label === undefined ? name : `${name}, ${line.label}`,
    }));
  });
  const rules = [...new Set(rows.flatMap(({ step }) => rulesOf(step)))].toSorted();
  return [{ id: 'each', title: 'The requirement of each holding', rules, lines }];
}

/** The steps as plain text, for a ticket or a letter. */
export function mathText(steps: readonly WordedStep[], ruleSet: RuleSet): string {
  return steps
    .map(({ title, result, lines, rules }) =>
      [
        result === undefined ? title : `${title}: ${resultText(result)}`,
        ...lines.map((line) => `  ${writeLine(line)}`),
        ...rules.map((rule: RuleNumber) => `  [${ruleNote(rule, ruleSet)}]`),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n\nEducational, not advice.\n');
}

function resultText({ now, before }: { readonly now: string; readonly before: string }): string {
  return now === before ? now : `${now} (was ${before})`;
}

/** A line as plain text: "Move: − $70.00 ÷ $1,230.00 (at today’s prices)". */
export function writeLine({ label, line, note }: WordedLine): string {
  const arithmetic = line === undefined ? undefined : lineText(line);
  const remark = note === undefined || line === undefined ? note : `(${note})`;
  const parts = [label === undefined ? undefined : `${label}:`, arithmetic, remark];
  return parts.filter((part) => part !== undefined).join(' ');
}
