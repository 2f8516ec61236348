// What: equity, required and what lies between, before and now; of an account with shorts each side apart too.
import type { Money } from '@/engine/quantity';
import { selectIsIncomplete } from '@/state/excluded';
import type { Explained } from '@/state/explained';
import { useDesk } from '@/state/store';
import { formatHeld, formatMoney, formatSum } from '@/ui/format';
import styles from './explain.module.css';

/** The figures before and now, only those of now while nothing is told. */
export function WhatTable({ explained: { now, past } }: { readonly explained: Explained }) {
  const before = past === null ? null : formatSum(past.before);
  const sum = formatSum(now);
  const sides = past?.sides ?? null;
  const isBelow = now.excess.sign() < 0 || (past?.before.excess.sign() ?? 0) < 0;
  // Imported rows that no figure includes: each total says so.
  const isIncomplete = useDesk(selectIsIncomplete);
  const total = (name: string) => (isIncomplete ? `${name}, incomplete` : name);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">The account before and now</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Figure</span>
          </th>
          {before !== null && <th scope="col">Before</th>}
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {sides !== null &&
          (['long', 'short'] as const).map((side) => {
            const { before: was, now: is } = sides[side];
            return (
              <SideRows
                key={side}
                side={side}
                values={[was.value, is.value]}
                requirements={[was.requirement, is.requirement]}
              />
            );
          })}
        <Row name={total('Equity')} before={before?.equity} now={sum.equity} />
        <Row name={total('Required')} before={before?.requirement} now={sum.requirement} />
        <Row
          name={total(isBelow ? 'Above the requirement, or below (−)' : 'Above the requirement')}
          before={before?.excess}
          now={sum.excess}
          isStrong
        />
      </tbody>
    </table>
  );
}

interface SideRowsProps {
  readonly side: 'long' | 'short';
  readonly values: readonly [Money, Money];
  readonly requirements: readonly [Money, Money];
}

function SideRows({ side, values, requirements }: SideRowsProps) {
  const name = side === 'long' ? 'Held long' : 'Sold short';
  return (
    <>
      <Row name={name} before={formatHeld(values[0], side)} now={formatHeld(values[1], side)} />
      <Row
        name={`${name}: required`}
        before={formatMoney(requirements[0])}
        now={formatMoney(requirements[1])}
      />
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly before: string | undefined;
  readonly now: string;
  readonly isStrong?: boolean;
}

function Row({ name, before, now, isStrong = false }: RowProps) {
  return (
    <tr data-strong={isStrong || undefined}>
      <th scope="row">{name}</th>
      {before !== undefined && <td>{before}</td>}
      <td>{now}</td>
    </tr>
  );
}
