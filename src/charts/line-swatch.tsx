// A line of the comparison as a sample beside its name, with its letter.
import styles from '@/charts/compare-chart.module.css';

/** The sample; the letter is there to be read. */
export function LineSwatch({ style, letter }: { readonly style: number; readonly letter: string }) {
  return (
    <svg className={styles.swatch} viewBox="0 0 56 16" role="img" aria-label={`Curve ${letter}`}>
      <path className={styles.line} data-style={style} d="M18,8H56" />
      <g className={styles.ring} data-style={style}>
        <circle cx={8} cy={8} r={7} />
        <text x={8} y={12} textAnchor="middle" style={{ fontSize: 10 }}>
          {letter}
        </text>
      </g>
    </svg>
  );
}
