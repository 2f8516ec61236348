// What the market stands on, where that is a point that people know or a call: one quiet line in room of its own.
import { useDesk } from '@/state/store';
import { formatMove } from '@/ui/format';
import styles from './market.module.css';
import { selectPointHere, selectScene } from './market-selectors';
import { namePoint, roundingOf } from './words';

/** "−13.0 %: Trading halts: level 2 circuit breaker"; empty between the points and at today. */
export function MarkName() {
  const point = useDesk(selectPointHere);
  const scene = useDesk(selectScene);
  const isNamed = point !== null && scene !== null && point.at.sign() !== 0;
  return (
    <p className={styles.here}>
      {isNamed && `${formatMove(point.at, 1, roundingOf(point))} · ${namePoint(point, scene)}`}
    </p>
  );
}
