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
  const sheets = [
    ['Positions', 'Positions', savePositions],
    ['Figures, today and what if', 'Figures', saveFigures],
    ['The chart’s table', 'The chart’s table', () => saveCurve(selectCurve)],
  ] as const;
  return (
    <>
      <ul>
        {sheets.map(([name, label, save]) => (
          <li key={name}>
            <span>{name}</span>
            <button type="button" className="button" aria-label={`${label} as CSV`} onClick={() => run(save)}>
              CSV
            </button>
          </li>
        ))}
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
