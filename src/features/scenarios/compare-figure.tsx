// The curves of a comparison in one chart, with a caption that says what is seen and the same as a table.
import { lazy, memo, Suspense, useMemo, useRef, useState } from 'react';
import type { ComparedLine } from '@/charts/compare-chart';
import { type ComparedPlace, ComparedPlaces } from '@/charts/compare-live';
import { bare } from '@/engine/quantity';
import type { Compared } from '@/state/compared';
import { formatExcess, formatMove } from '@/ui/format';
import { ScrollRegion } from '@/ui/scroll-region';
import { useSize } from '@/ui/use-size';
import styles from './compare.module.css';
import { axisOf, letters, listLines, listPlaces, mostAtEnd, scaleOf } from './compare-lines';

const CompareChart = lazy(() =>
  import('@/charts/compare-chart').then(({ CompareChart: chart }) => ({ default: chart })),
);

/** From this width on, in letters' heights, names stand at the ends of the lines. */
const roomForNames = 35;

/** Chart, caption and twin. The chart is drawn again with its curves only: rings move in a layer of their own. */
export const CompareFigure = memo(function CompareFigure(props: { readonly compared: readonly Compared[] }) {
  const { compared } = props;
  const box = useRef<HTMLDivElement>(null);
  const { width, fontSize } = useSize(box);
  const hasNames = width >= roomForNames * fontSize;
  const isLegendNeeded = !hasNames || compared.some(({ name }) => name.length > mostAtEnd);
  const { from, to } = scaleOf(compared);
  const lines = listLines(compared, from, to, hasNames);
  const places = useMemo(() => listPlaces(compared), [compared]);
  const axis = useMemo(() => axisOf(lines, places), [lines, places]);
  return (
    <figure className={styles.figure} data-chart="What-ifs beside today" data-names="">
      {isLegendNeeded && (
        <p className={styles.legend} data-picture="">
          {compared.map(({ id, name }, index) => (
            <span key={id ?? 'today'}>
              {letters[index]}: {name}
            </span>
          ))}
        </p>
      )}
      <div ref={box} className={styles.chart}>
        <Suspense fallback={null}>
          <ComparedPlaces value={places}>
            <CompareChart
              {...{ lines, from, to, axis, fontSize }}
              zone="Below the requirement"
              left={Math.round(3.5 * fontSize)}
              right={Math.round((hasNames ? 9 : 3.5) * fontSize)}
            />
          </ComparedPlaces>
        </Suspense>
      </div>
      <figcaption className={styles.caption}>
        Equity above or below the requirement as the market moves from today, all other changes of each
        what-if kept. A letter in a ring stands where the market is in it, or beside that where rings would
        cover each other.{wordShared(lines, places)}
        <Twin compared={compared} from={from} to={to} />
      </figcaption>
    </figure>
  );
});

/** Which of them have one and the same curve, and so one and the same label at its end. */
function wordShared(lines: readonly ComparedLine[], places: readonly ComparedPlace[]): string {
  const possible = new Set(places.map(({ key }) => key));
  const labels = new Set(lines.filter(({ line }) => line === null).map(({ label }) => label));
  return [...labels]
    .map((shared) => lines.filter(({ key, label }) => label === shared && possible.has(key)))
    .filter(({ length }) => length > 1)
    .map((same) => {
      const names = same.map(({ key, letter }) => (key === 'today' ? 'Today' : letter));
      return ` ${names.slice(0, -1).join(', ')} and ${names.at(-1)} share one curve: at the same prices they leave the same.`;
    })
    .join('');
}

const steps = ['-0.8', '-0.6', '-0.4', '-0.2', '-0.1', '0', '0.1', '0.2', '0.4', '0.6', '1', '2', '5', '10'];

interface TwinProps {
  readonly compared: readonly Compared[];
  readonly from: number;
  readonly to: number;
}

/** The chart as a table: what is left at moves of the market, and at the move of each. */
function Twin({ compared, from, to }: TwinProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Show as table</summary>
      {isOpen && <TwinTable compared={compared} from={from} to={to} />}
    </details>
  );
}

function TwinTable({ compared, from, to }: TwinProps) {
  const own = compared.flatMap(({ figures }) => figures?.move ?? []);
  const moves = [...steps.map(bare), ...own].filter(
    (move) => move.toNumber() >= from && move.toNumber() <= to,
  );
  const rows = moves
    .filter((move, index) => moves.findIndex((other) => other.equals(move)) === index)
    .toSorted((a, b) => a.compare(b));
  return (
    <ScrollRegion label="The curves as a table" maxHeight="20rem">
      <table className={styles.table}>
        <caption className="visually-hidden">
          Above or below the requirement at each move of the market
        </caption>
        <thead>
          <tr>
            <th scope="col">Market</th>
            {compared.map(({ id, name }, index) => (
              <th key={id ?? 'today'} scope="col">
                {letters[index]} {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((move) => (
            <tr key={move.toText()}>
              <th scope="row">{formatMove(move)}</th>
              {compared.map(({ id, figures }) => {
                const there = figures?.scene.at(move) ?? null;
                const isHere = figures?.move.equals(move) === true;
                return (
                  <td key={id ?? 'today'} data-here={isHere || undefined}>
                    {there === null ? 'not possible' : formatExcess(there.excess)}
                    {isHere && <span className={styles.note}>here</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
