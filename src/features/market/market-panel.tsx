// The market: the chart and the slider that is its axis, the exact field, and the ways to and from the call point.
import { lazy, Suspense, useMemo, useRef } from 'react';
import { toAxis } from '@/charts/series';
import { selectExchangeCurve } from '@/state/exchange-curve';
import { useDesk } from '@/state/store';
import { useSize } from '@/ui/use-size';
import { CurveTable } from './curve-table';
import { MarkName } from './mark-name';
import styles from './market.module.css';
import { MarketControls } from './market-controls';
import { lineOf, makeLive } from './market-live';
import { useRange } from './market-range';
import { isIdle, selectScene, selectSettled, selectSettledMove } from './market-selectors';
import { MarketSlider } from './market-slider';
import { isLeftFree, placeTicks } from './market-ticks';
import { TickRow } from './tick-row';
import { describeCurve, describeExchange } from './words';

const ExcessChart = lazy(() =>
  import('@/charts/excess-chart').then(({ ExcessChart: chart }) => ({ default: chart })),
);

/** Pixels right of the plot: half the slider's thumb and a little more. */
const right = 20;

/** Chart, slider, marks and controls. Nothing here is made anew while the market moves, but what follows it. */
export function MarketPanel() {
  const scene = useDesk(selectScene);
  const settled = useDesk(selectSettled);
  const settledMove = useDesk(selectSettledMove);
  const isAnswerHidden = useDesk((desk) => desk.isAnswerHidden);
  const floor = useDesk(selectExchangeCurve);
  // The usual scale while the answer is covered: one that reaches for a call would tell of it.
  const range = useRange(isAnswerHidden ? null : settled, settledMove);
  const { min, max } = range;
  const [from, to] = [min / 100, max / 100];
  const axis = useMemo(() => toAxis(settled === null ? [] : lineOf(settled, from, to)), [settled, from, to]);
  const live = useMemo(() => makeLive(from, to), [from, to]);
  const box = useRef<HTMLDivElement>(null);
  const { width, fontSize } = useSize(box);
  const left = Math.round(3.5 * fontSize);

  const room = useMemo(
    () => ({ width: Math.max(0, width - left - right), fontSize }),
    [width, left, fontSize],
  );
  const ticks = useMemo(
    () => (scene === null || isIdle(scene) ? [] : placeTicks(scene, { min, max }, room, !isAnswerHidden)),
    [scene, min, max, room, isAnswerHidden],
  );
  // As text first: while another lever moves the call point, the other marks stay the same.
  const markText = ticks.flatMap(({ ratio, isCall, at }) => (isCall || at === 0 ? [] : [ratio])).join(' ');
  const marks = useMemo(() => (markText === '' ? [] : markText.split(' ').map(Number)), [markText]);

  return (
    <section aria-labelledby="market-title" className={styles.panel}>
      <h2 id="market-title" className="visually-hidden">
        If the market moves
      </h2>
      <figure className={styles.figure} data-chart="Excess equity by market move">
        <div className={styles.chartBox} ref={box}>
          <Suspense fallback={null}>
            <ExcessChart
              {...{ from, to, axis, left, right, fontSize, marks, live }}
              isBare={isAnswerHidden}
            />
          </Suspense>
        </div>
        <div className={styles.scale} style={{ marginLeft: left, marginRight: right }}>
          <MarketSlider range={range} />
          {scene !== null && !isIdle(scene) && (
            <TickRow {...{ scene, ticks, min, max }} hasSide={isLeftFree(ticks, range, room)} />
          )}
        </div>
        <MarketControls />
        <MarkName />
        <figcaption className={styles.caption}>
          {settled === null || isAnswerHidden ? 'Excess equity by market move.' : describeCurve(settled)}
          {/* Its dashed line is named in the chart, and told in the tab that draws it: seen, it would push that tab away. */}
          {floor !== null && <span className="visually-hidden"> {describeExchange(floor)}</span>}
          {scene !== null && !isAnswerHidden && <CurveTable from={from} to={to} />}
        </figcaption>
      </figure>
    </section>
  );
}
