// The figures, the math and the assumptions on paper. Every holding stands there, however many.
import type { ReactNode } from 'react';
import { listAssumptions } from '@/state/assumptions';
import { selectIsIncomplete } from '@/state/excluded';
import { type Explanation, selectExplanation } from '@/state/explanation';
import { selectView, type View } from '@/state/figures';
import { findOwnPoints, selectHoldingRows } from '@/state/holding-rows';
import { reachesOf, sceneToday } from '@/state/reach';
import { selectAccount, selectDocument, useDesk } from '@/state/store';
import { Change } from '@/ui/change';
import { formatEquityRatio, formatHeld, formatMoney, formatPercent, formatSum } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { wordAssumption } from './assumption-words';
import { type ExactWords, moneyWords, numberWords, percentWords } from './exact-words';
import { ownPointTitle, wordOwnPoint } from './holdings-words';
import { wordSteps } from './math-words';
import { wordPoints } from './point-words';
import { rateWhy } from './rate-words';
import { listReaches } from './reach-words';
import { writeLine } from './whole-math';

/** What a printed part speaks of. */
interface OfView {
  /** Left out for what is on show. */
  readonly view?: View | undefined;
}

function useExplanation(view: View | undefined): Explanation | null {
  const shown = useDesk((desk) => selectView(selectDocument(desk)));
  return selectExplanation(view ?? shown);
}

/** Equity − required = above, the ratio and the distances; each with what it was today. */
export function PrintedFigures() {
  const view = useDesk((desk) => selectView(selectDocument(desk)));
  const explanation = selectExplanation(view);
  const isIncomplete = useDesk(selectIsIncomplete);
  if (explanation === null || !view.ok) return null;
  const { margin, before } = explanation;
  const [now, old] = [formatSum(margin), formatSum(before)];
  const isBelow = margin.excess.sign() < 0;
  const total = (name: string) => (isIncomplete ? `${name}, incomplete` : name);
  const rows = [
    [total('Equity'), now.equity, old.equity],
    [total('− Required'), now.requirement, old.requirement],
    [total(isBelow ? '= Below the requirement' : '= Above the requirement'), now.excess, old.excess],
    ['Equity ratio', ratioOf(margin), ratioOf(before)],
    ...listReaches(reachesOf(view.scene), reachesOf(sceneToday(view)), view.scene).map(
      (reach) => [reach.name, reach.now, reach.before] as const,
    ),
  ] as const;
  return (
    <dl>
      {rows.map(([name, figure, was]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Change now={figure} before={was} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ratioOf({ equity, longMarketValue, shortMarketValue }: Explanation['margin']): string {
  const held = longMarketValue.plus(shortMarketValue);
  return held.sign() === 0 ? 'none' : formatEquityRatio(equity.per(held));
}

/** What is required of each dollar held, over all holdings. */
function averageOf({ requirement, longMarketValue, shortMarketValue }: Explanation['margin']): string {
  const held = longMarketValue.plus(shortMarketValue);
  return held.sign() === 0 ? '' : `${formatPercent(requirement.per(held), 2, 'nearest')} of all`;
}

/** What each holding requires, unless `holdings` says it, and the steps from there to the call. */
export function PrintedMath({ view, holdings }: OfView & { readonly holdings?: ReactNode }) {
  const explanation = useExplanation(view);
  if (explanation === null) return null;
  const steps = [...wordSteps(explanation), ...wordPoints(explanation)].filter(
    ({ id }) => id !== 'longMarketValue' && id !== 'shortMarketValue',
  );
  return (
    <section aria-label="Math on paper">
      <h2>The math</h2>
      {holdings ?? <PrintedHoldings view={view} />}
      <ul>
        {steps.map(({ id, title, lines, rules }) => (
          <li key={id}>
            <Titled title={title} text={lines.map(writeLine).join('; ')} />{' '}
            <span data-rules="">[{rules.join(', ')}]</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A line that begins with its title says it once. */
function Titled({ title, text }: { readonly title: string; readonly text: string }) {
  const isSaid = text.startsWith(`${title} =`);
  return (
    <>
      <strong>{title}</strong>
      {isSaid ? text.slice(title.length) : `: ${text}`}
    </>
  );
}

/** What each holding requires, and where it alone makes or ends a call. */
export function PrintedHoldings({ view }: OfView) {
  const explanation = useExplanation(view);
  if (explanation === null) return null;
  const { account, margin, scene } = explanation;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Holding</th>
          <th scope="col">Shares × price</th>
          <th scope="col">Value</th>
          <th scope="col">Rate</th>
          <th scope="col">Required</th>
          <th scope="col">{ownPointTitle(explanation)}</th>
        </tr>
      </thead>
      <tbody>
        {selectHoldingRows(explanation).map((row) => {
          const { position, step, isRateSetByWhatIf } = row;
          const own = findOwnPoints(explanation, position);
          return (
            <tr key={position.id}>
              <th scope="row">
                {nameHolding(position, account.positions)}
                {position.side === 'short' && ' (short)'}
              </th>
              <td>
                {position.shares !== null && position.price !== null
                  ? wordCount(numberWords(position.shares), moneyWords(position.price))
                  : ''}
              </td>
              <td>{formatHeld(position.marketValue, position.side)}</td>
              <td>
                {percentWords(step.rate).text}{' '}
                {rateWhy(step, { rules: account.ruleSet.name, isSetByWhatIf: isRateSetByWhatIf })}
              </td>
              <td>{formatMoney(step.output)}</td>
              <td>
                {own.length === 0
                  ? 'none'
                  : own.map((point) => wordOwnPoint(point, margin.isInCall)).join(' · ')}
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            All
          </th>
          <td>
            {scene.hasShorts
              ? `${formatHeld(margin.longMarketValue, 'long')} long, ${formatHeld(margin.shortMarketValue, 'short')} short`
              : formatHeld(margin.longMarketValue, 'long')}
          </td>
          <td>{averageOf(margin)}</td>
          <td>{formatSum(margin).requirement}</td>
          <td>{margin.isInCall ? 'below the requirement' : 'not below the requirement'}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** "800 × $78.00", each with the decimals that make its value. */
function wordCount(...factors: readonly ExactWords[]): string {
  return factors.map(({ text, isExact }) => `${isExact ? '' : '≈'}${text}`).join(' × ');
}

/** What the figures take for granted. */
export function PrintedAssumptions({ view }: OfView) {
  const explanation = useExplanation(view);
  const typed = useDesk(selectAccount);
  if (explanation === null) return null;
  return (
    <section aria-label="Assumptions on paper">
      <h2>What is assumed</h2>
      <ul>
        {listAssumptions(explanation, typed).map((assumption) => {
          const { text, links } = wordAssumption(assumption, explanation);
          return (
            <li key={assumption.kind}>
              {text} {text.endsWith(':') && links.map((link) => link.text).join(', ')}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
