// Equity − required = above: the three figures of the verdict, each with what it was today.

import type { Money } from '@/engine/quantity';
import { selectView } from '@/state/figures';
import { selectDocument, useDesk } from '@/state/store';
import { isStanding, selectVerdict } from '@/state/verdict';
import { Change } from '@/ui/change';
import { formatExcess, formatMoney } from '@/ui/format';
import styles from './figures.module.css';

/** The sum in one row. */
export function FiguresRow() {
  const verdict = useDesk((desk) => selectVerdict(selectView(selectDocument(desk))));
  if (!isStanding(verdict)) return null;
  const { figures, before } = verdict;
  const isBelow = figures.excess.sign() < 0;
  return (
    <dl className={styles.figures}>
      <Figure name="Equity" now={figures.equity} before={before.equity} />
      <Figure sign="−" name="Required" now={figures.requirement} before={before.requirement} />
      <div className={styles.figure} data-sign="=" data-result={isBelow ? 'below' : 'above'}>
        <dt>{isBelow ? 'Below the requirement' : 'Above the requirement'}</dt>
        <dd>
          <Change now={formatExcess(figures.excess)} before={formatExcess(before.excess)} />
        </dd>
      </div>
    </dl>
  );
}

interface FigureProps {
  readonly sign?: string;
  readonly name: string;
  readonly now: Money;
  readonly before: Money;
}

function Figure({ sign, name, now, before }: FigureProps) {
  return (
    <div className={styles.figure} data-sign={sign}>
      <dt>{name}</dt>
      <dd>
        <Change now={formatMoney(now)} before={formatMoney(before)} />
      </dd>
    </div>
  );
}
