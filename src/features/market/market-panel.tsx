// The market: the chart and the slider that is its axis, the exact field, and the ways to and from the call point.
import { lazy, Suspense, useMemo, useRef } from 'react';
import { toAxis } from '@/charts/series';
import { bare } from '@/engine/quantity';
import { marketSlider } from '@/presets/sliders';
import { selectView } from '@/state/figures';
import { setMarketMove } from '@/state/lever-edits';
import { moveText, type Scene } from '@/state/scene';
import { sliderGesture } from '@/state/slider-gesture';
import { commit, selectDocument, useDesk } from '@/state/store';
import { nearestCallPoint } from '@/state/verdict';
import { shiftPoint } from '@/ui/decimal-text';
import { describeExcess, formatExcess, formatPercent } from '@/ui/format';
import { Slider } from '@/ui/slider';
import { CurveTable } from './curve-table';
import styles from './market.module.css';
import { MarketControls } from './market-controls';
import { lineOf, makeLive } from './market-live';
import { rangeFor } from './market-range';
import { TickRow } from './tick-row';
import { useSize } from './use-size';

const ExcessChart = lazy(() =>
  import('@/charts/excess-chart').then(({ ExcessChart: chart }) => ({ default: chart })),
);

/** Pixels right of the plot: half the slider's thumb and a little more. */
const right = 20;

const slider = sliderGesture(
  'market-slider',
  (percent) => setMarketMove(shiftPoint(percent.toFixed(2), -2)),
  setMarketMove('0'),
);

/** Chart, slider, marks and controls. */
export function MarketPanel() {
  const document = useDesk(selectDocument);
  const atRest = useDesk(({ history }) => history.present);
  const view = selectView(document);
  // While a lever moves, the scales stay as they were; another account brings its own.
  const settled = selectView(document.account === atRest.account ? atRest : document);
  const scene = view.ok ? view.scene : null;
  const settledScene = settled.ok ? settled.scene : null;
  const { min, max } = useMemo(() => rangeFor(settledScene), [settledScene]);
  const [from, to] = [min / 100, max / 100];
  const axis = useMemo(
    () => toAxis(settledScene === null ? [] : lineOf(settledScene, from, to)),
    [settledScene, from, to],
  );
  const live = useMemo(() => makeLive(from, to), [from, to]);
  const box = useRef<HTMLDivElement>(null);
  const { width, fontSize } = useSize(box);
  const left = Math.round(3.5 * fontSize);

  const move = view.ok ? view.move : null;
  const excess = view.ok ? (view.scene.at(view.move)?.excess ?? null) : null;
  const isIdle = scene === null || scene.account.positions.length === 0;
  const toCall = () => {
    const nearest = scene === null ? null : nearestCallPoint(scene);
    if (nearest !== null) commit(setMarketMove(moveText(nearest.point, nearest.freeSide)));
  };

  return (
    <section aria-labelledby="market-title" className={styles.panel}>
      <h2 id="market-title" className="visually-hidden">
        If the market moves
      </h2>
      <figure className={styles.figure}>
        <div className={styles.chartBox} ref={box}>
          <Suspense fallback={null}>
            <ExcessChart from={from} to={to} axis={axis} left={left} right={right} live={live} />
          </Suspense>
        </div>
        <div className={styles.scale} style={{ marginLeft: left, marginRight: right }}>
          <Slider
            label="Market move"
            value={(move?.toNumber() ?? 0) * 100}
            min={min}
            max={max}
            step={marketSlider.step}
            largeStep={marketSlider.largeStep}
            home={0}
            isDisabled={isIdle}
            valueText={`${move === null ? '0 %' : formatPercent(move.as<'ratio'>())}${excess === null ? '' : `, ${describeExcess(excess)}`}`}
            {...slider}
            onKey={(key) => {
              if (key.toLowerCase() !== 'c') return false;
              toCall();
              return true;
            }}
          />
          {scene !== null && !isIdle && (
            <TickRow scene={scene} min={min} max={max} width={Math.max(0, width - left - right)} />
          )}
        </div>
        <figcaption className={styles.caption}>
          {settledScene === null ? 'Excess equity by market move' : describeCurve(settledScene)}
          {scene !== null && <CurveTable scene={scene} />}
        </figcaption>
      </figure>
      <MarketControls onCall={toCall} isIdle={isIdle} />
    </section>
  );
}

/** The chart in a sentence; it stays as it is while the market moves. */
function describeCurve(scene: Scene): string {
  const today = scene.at(bare(0));
  const { points } = scene;
  const begins = [points?.below, points?.above].flatMap((point) =>
    point === null || point === undefined ? [] : [formatPercent(point.at.as<'ratio'>())],
  );
  const call = begins.length === 0 ? '' : `; a margin call begins beyond ${begins.join(' and ')}`;
  return `Excess equity by market move: ${today === null ? 'none' : formatExcess(today.excess)} at today’s prices${call}.`;
}
