// The shape of a verdict: status is never told by colour alone.
import { Check, CircleHelp, Square, Triangle } from 'lucide-react';
import { memo } from 'react';
import type { Tone } from './sentences';
import styles from './verdict.module.css';

const shapes = { free: Check, near: Triangle, call: Square, unknown: CircleHelp } as const satisfies Record<
  Tone,
  unknown
>;

/** Tick, triangle, square or question mark; the word stands beside it. */
export const StatusShape = memo(function StatusShape({ tone }: { readonly tone: Tone }) {
  const Shape = shapes[tone];
  return <Shape aria-hidden="true" className={styles.shape} />;
});
