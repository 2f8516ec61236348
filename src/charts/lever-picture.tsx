/** The small picture behind a slider: what is above the requirement as this lever alone moves. Decoration: the words say it. */
import { memo } from 'react';
import type { LeverCurve } from '@/charts/lever-curve';
import styles from '@/charts/lever-picture.module.css';

/** The picture, as wide and high as its place; faint while it waits for others to come to rest. */
export const LeverPicture = memo(function LeverPicture(props: {
  readonly curve: LeverCurve;
  readonly isWaiting: boolean;
}) {
  const { above, below, zero, crossings } = props.curve;
  return (
    <svg
      className={styles.picture}
      data-waiting={props.isWaiting || undefined}
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
    >
      <path className={styles.above} d={above} />
      <path className={styles.below} d={below} />
      <line className={styles.zero} x1="0" x2="100" y1={zero} y2={zero} />
      {crossings.map((at) => (
        <line key={at} className={styles.crossing} x1={at} x2={at} y1="0" y2="100" />
      ))}
    </svg>
  );
});
