// What leaves as a table or a picture: positions, figures and the curve as CSV, each chart on show as PNG and SVG.
import { useState } from 'react';
import { listCharts } from '@/charts/chart-picture';
import { useDesk } from '@/state/store';
import type { SelectCurve } from './export-menu';
import { saveCurve, saveFigures, savePicture, savePositions } from './exports';
import styles from './files.module.css';

/** The list; its charts are those on show when it opens. */
export function ExportList({ selectCurve }: { readonly selectCurve: SelectCurve }) {
  const [all] = useState(listCharts);
  const isRedacted = useDesk((desk) => desk.isRedacted);
  const charts = all.filter(({ hasNames }) => !(isRedacted && hasNames));
  const [isWhite, setWhite] = useState(true);
  const [said, setSaid] = useState('');
  const run = (act: () => string | Promise<string>) => {
    void (async () => {
      try {
        setSaid(await act());
      } catch {
        setSaid('This browser could not make the file.');
      }
    })();
  };
  return (
    <>
      <ul>
        <li>
          <span>Positions</span>
          <button
            type="button"
            className="button"
            aria-label="Positions as CSV"
            onClick={() => run(savePositions)}
          >
            CSV
          </button>
        </li>
        <li>
          <span>Figures, today and what if</span>
          <button
            type="button"
            className="button"
            aria-label="Figures as CSV"
            onClick={() => run(saveFigures)}
          >
            CSV
          </button>
        </li>
        <li>
          <span>The chart’s table</span>
          <button
            type="button"
            className="button"
            aria-label="The chart’s table as CSV"
            onClick={() => run(() => saveCurve(selectCurve))}
          >
            CSV
          </button>
        </li>
        {charts.map((chart) => (
          <li key={chart.title}>
            <span>{chart.title}</span>
            {(['PNG', 'SVG'] as const).map((kind) => (
              <button
                key={kind}
                type="button"
                className="button"
                aria-label={`${chart.title} as ${kind}`}
                onClick={() => run(() => savePicture(chart, kind, isWhite))}
              >
                {kind}
              </button>
            ))}
          </li>
        ))}
      </ul>
      {charts.length < all.length && (
        <p className={styles.said}>With names as A, B, C, charts with names in them stay here.</p>
      )}
      {charts.length > 0 && (
        <label className={styles.white}>
          <input type="checkbox" checked={isWhite} onChange={() => setWhite(!isWhite)} />
          Pictures on white
        </label>
      )}
      {said !== '' && <p className={styles.said}>{said}</p>}
    </>
  );
}
