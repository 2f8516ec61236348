// Every holding: what it is worth, what it needs and why, and the price at which it alone makes a call.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { lazy, memo, Suspense, useMemo, useState } from 'react';
import type { MarginResult } from '@/engine/margin';
import type { Money } from '@/engine/quantity';
import type { Explanation } from '@/state/explanation';
import { findOwnPoints, type HoldingRow, selectHoldingRows } from '@/state/holding-rows';
import { Change } from '@/ui/change';
import { formatHeld, formatMoney, formatPercent, formatSum } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { ScrollRegion } from '@/ui/scroll-region';
import { percentWords } from './exact-words';
import styles from './holdings.module.css';
import { firstOrder, type HoldingOrder, sortHoldings } from './holdings-order';
import { captionOf, ownPointTitle, shareWords, wordAmount, wordOwnPoint } from './holdings-words';
import { MisreadingAnswer } from './misreading';
import { misreadRate } from './misreading-words';
import { rateWhy } from './rate-words';

const ContributionsChart = lazy(() =>
  import('@/charts/contributions-chart').then(({ ContributionsChart: chart }) => ({ default: chart })),
);

/** So many rows at first: an account may hold a thousand. */
const mostAtFirst = 50;

const nameOthers = (count: number) => `${count} others`;

/** The chart of contributions and its twin, the table. */
export const HoldingsTab = memo(function HoldingsTab({ explanation }: { readonly explanation: Explanation }) {
  const rows = selectHoldingRows(explanation);
  const [isAll, setAll] = useState(false);
  const [order, setOrder] = useState<HoldingOrder>(firstOrder);
  const { positions } = explanation.account;
  const sorted = useMemo(() => sortHoldings(rows, order, positions), [rows, order, positions]);
  if (rows.length === 0) return <p>Nothing is held.</p>;
  const shown = isAll ? sorted : sorted.slice(0, mostAtFirst);
  const rest = rows.length - shown.length;
  return (
    <div className={styles.holdings}>
      {rows.length > 1 && <Contributions explanation={explanation} rows={rows} />}
      <HoldingsTable explanation={explanation} rows={shown} order={order} onOrder={setOrder} />
      <MisreadingAnswer about={misreadRate(explanation)} />
      {rest > 0 && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show all {rows.length} holdings
        </button>
      )}
    </div>
  );
});

interface RowsProps {
  readonly explanation: Explanation;
  readonly rows: readonly HoldingRow[];
}

function Contributions({ explanation, rows }: RowsProps) {
  const { positions } = explanation.account;
  const items = useMemo(
    () =>
      rows.map(({ position, step, requirementBefore }) => ({
        id: position.id,
        name: nameHolding(position, positions),
        requirement: step.output.toNumber(),
        value: position.marketValue.toNumber(),
        requirementToday: requirementBefore.toNumber(),
      })),
    [rows, positions],
  );
  const words = useMemo(() => wordAmount(rows), [rows]);
  return (
    <figure className={styles.figure} data-chart="What each holding requires" data-names="">
      <Suspense fallback={<div style={{ height: `${Math.min(rows.length, 13) * 2.875 + 2}rem` }} />}>
        <ContributionsChart items={items} wordAmount={words} nameOthers={nameOthers} legend={legend} />
      </Suspense>
      <figcaption>
        {captionOf(rows, positions)} <span data-screen="">The table has every figure.</span>
      </figcaption>
    </figure>
  );
}

const legend = {
  requirement: 'What it adds to the requirement',
  bySize: 'What its size alone would add',
  today: 'Today',
};

interface TableProps extends RowsProps {
  readonly order: HoldingOrder;
  readonly onOrder: (order: HoldingOrder) => void;
}

function HoldingsTable({ explanation, rows, order, onOrder }: TableProps) {
  const { account } = explanation;
  return (
    <>
      <ScrollRegion label="Holdings and their requirements" maxHeight="40rem">
        <table className={styles.table}>
          <caption className="visually-hidden">
            Holdings and their requirements{explanation.isWhatIf && ', in the what-if'}
          </caption>
          <thead>
            <tr>
              <SortHead column="name" title="Holding" order={order} onOrder={onOrder} />
              <SortHead column="value" title="Value" order={order} onOrder={onOrder} />
              <th scope="col">Of holdings</th>
              <th scope="col">Rate</th>
              <SortHead column="required" title="Required" order={order} onOrder={onOrder} />
              <th scope="col">Of required</th>
              <th scope="col">
                {ownPointTitle(explanation)}
                {explanation.isWhatIf && <span className={styles.note}>% from its price in the what-if</span>}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.position.id}>
                <th scope="row">
                  {nameHolding(row.position, account.positions)}
                  {row.position.side === 'short' && <span className={styles.note}>short</span>}
                </th>
                <td>
                  <Change
                    now={formatHeld(row.position.marketValue, row.position.side)}
                    before={formatHeld(row.valueBefore, row.position.side)}
                  />
                </td>
                <td>{shareWords(row.shareOfGross)}</td>
                <td>
                  {rateNow(row)}
                  <span className={styles.note}>
                    {rateWhy(row.step, {
                      rules: account.ruleSet.name,
                      isSetByWhatIf: row.isRateSetByWhatIf,
                    })}
                  </span>
                </td>
                <td>
                  <Change
                    now={requiredWords(explanation.margin, row.step.output)}
                    before={requiredWords(explanation.before, row.requirementBefore)}
                  />
                </td>
                <td>{shareWords(row.shareOfRequirement)}</td>
                <td>
                  <OwnPoints explanation={explanation} row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

/** Of an account's only holding the same to the cent as the account's. */
function requiredWords(account: MarginResult, requirement: Money): string {
  const isAll = requirement.equals(account.requirement);
  return isAll ? formatSum(account).requirement : formatMoney(requirement);
}

interface SortHeadProps {
  readonly column: HoldingOrder['column'];
  readonly title: string;
  readonly order: HoldingOrder;
  readonly onOrder: (order: HoldingOrder) => void;
}

/** A column's head that sorts by it: first as one would expect, then the other way round. */
function SortHead({ column, title, order, onOrder }: SortHeadProps) {
  const isOn = order.column === column;
  const Arrow = order.isFalling ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={isOn ? (order.isFalling ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => onOrder({ column, isFalling: isOn ? !order.isFalling : column !== 'name' })}
      >
        {title}
        {isOn && <Arrow aria-hidden="true" size={12} />}
      </button>
    </th>
  );
}

/** The rate in force; where a minimum a share binds, the requirement for each dollar of value. */
function rateNow({ step, position }: HoldingRow): string {
  if (step.binds === 'rate' || position.marketValue.sign() === 0) return percentWords(step.rate).text;
  return formatPercent(step.output.per(position.marketValue), 1, 'up');
}

function OwnPoints({ explanation, row }: { readonly explanation: Explanation; readonly row: HoldingRow }) {
  const points = findOwnPoints(explanation, row.position);
  if (points.length === 0) return 'none';
  return points.map((point) => (
    <span key={point.side} className={styles.point}>
      {wordOwnPoint(point, explanation.margin.isInCall)}
    </span>
  ));
}
