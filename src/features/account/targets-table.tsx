// The table of targets: each long with its share of now, its target, the drift, and both as a bar.
import { useState } from 'react';
import type { Ratio } from '@/engine/quantity';
import { isExample } from '@/state/account-edits';
import { selectToday } from '@/state/figures';
import { changeRow } from '@/state/holding-edits';
import { commit, drag, selectAccount, useDesk } from '@/state/store';
import {
  clearTargets,
  findTargets,
  normaliseTargets,
  setTargetsToNow,
  type TargetRow,
} from '@/state/targets';
import { localDay } from '@/state/today';
import { nameHolding } from '@/ui/holding-name';
import table from '@/ui/side-table.module.css';
import { readWeight } from '@/ui/typed-figures';
import { AccountField, type FieldReading } from './account-field';
import { rateText } from './holding-words';
import styles from './targets.module.css';
import { driftSpoken, driftWords, shareNow, sumWords } from './targets-words';

/** So many rows at first: an account may hold a thousand. */
const mostAtFirst = 50;

/** All longs, what their targets make, and what sets them all at once. */
export function TargetsTable() {
  const input = useDesk(selectAccount);
  const account = selectToday(input)?.account ?? null;
  const sought = useDesk((desk) => desk.sought);
  const [isAll, setAll] = useState(false);
  const refused = useDesk(({ texts }) => texts);
  if (account === null || isExample({ account: input })) {
    return <p className="note">An entry above has to be read first.</p>;
  }
  const targets = findTargets(account);
  const isAsked = ({ id }: TargetRow) => sought === `weight-${id}` || `weight-${id}` in refused;
  const shown =
    isAll || targets.rows.slice(mostAtFirst).some(isAsked)
      ? targets.rows
      : targets.rows.slice(0, mostAtFirst);
  // The longest bar fills its room: forty holdings of 2.5 % are told apart too.
  const most = Math.max(0.01, ...targets.rows.flatMap(({ now, target }) => [pixels(now), pixels(target)]));
  const named = new Map(
    input.positions.map((position) => [position.id, nameHolding(position, input.positions)]),
  );
  return (
    <div className={styles.targets}>
      <table className={`${table.table} ${styles.table}`}>
        <caption className="visually-hidden">Targets</caption>
        <thead>
          <tr>
            <th scope="col">Holding</th>
            <th scope="col">Now</th>
            <th scope="col">Target</th>
            <th scope="col">Drift, points</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <TargetLine key={row.id} row={row} most={most} name={named.get(row.id) ?? ''} />
          ))}
        </tbody>
      </table>
      {shown.length < targets.rows.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show all {targets.rows.length} holdings
        </button>
      )}
      <p className={targets.hasAny && !targets.isWhole ? styles.sum : 'note'}>{sumWords(targets)}</p>
      <div className={styles.doors}>
        {targets.hasAny && !targets.isWhole && targets.sum.sign() > 0 && (
          <button type="button" className="button" onClick={() => commit(normaliseTargets)}>
            Make them 100&nbsp;%
          </button>
        )}
        <button type="button" className="button" onClick={() => commit(setTargetsToNow)}>
          Set targets to today’s shares
        </button>
        {targets.hasAny && (
          <button type="button" className="button plain" onClick={() => commit(clearTargets)}>
            Clear them
          </button>
        )}
      </div>
    </div>
  );
}

/** A share as a number, for drawing. */
function pixels(share: Ratio | null): number {
  return share?.toNumber() ?? 0;
}

interface TargetLineProps {
  readonly row: TargetRow;
  readonly name: string;
  /** The share that fills a bar. */
  readonly most: number;
}

function TargetLine({ row, name, most }: TargetLineProps) {
  const { id, now, target } = row;
  const field = `weight-${id}`;
  const read = (text: string): FieldReading => {
    const typed = text.trim() === '' ? ({ ok: true, value: null } as const) : readWeight(text);
    if (!typed.ok) return typed;
    return { ok: true, show: () => drag(field, changeRow(id, { targetWeight: typed.value }, localDay())) };
  };
  return (
    <tr>
      <th scope="row">
        {name}
        <Bar now={now} target={target} most={most} />
      </th>
      <td>{shareNow(now)}</td>
      <td className={styles.target}>
        <AccountField
          field={field}
          label={`Target of ${name} in percent`}
          isLabelHidden
          placeholder={'0\u00A0%'}
          value={rateText(target === null ? null : target.toText())}
          read={read}
        />
      </td>
      <td>
        <span aria-hidden="true">{driftWords(row)}</span>
        <span className="visually-hidden">{driftSpoken(row)}</span>
      </td>
    </tr>
  );
}

/** The share of now as a bar, the target as a mark on it. The figures beside it say the same. */
function Bar({ now, target, most }: Pick<TargetRow, 'now' | 'target'> & { readonly most: number }) {
  const percent = (share: Ratio | null) => `${(pixels(share) / most) * 100}%`;
  return (
    <span className={styles.bar} aria-hidden="true">
      <span className={styles.now} style={{ width: percent(now) }} />
      {target !== null && <span className={styles.mark} style={{ left: percent(target) }} />}
    </span>
  );
}
