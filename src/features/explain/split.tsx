// The exact split, one level down: a waterfall from before to now, a sentence for each cause, and the table.
import { lazy, Suspense, useState } from 'react';
import { toWaterfallBars } from '@/charts/waterfall';
import type { Past } from '@/state/explained';
import { formatExcess, formatMoney, formatMoneyShort } from '@/ui/format';
import { StrongText } from '@/ui/strong-text';
import styles from './explain.module.css';
import { type CauseWords, orderNote, wordCauses, wordWhole } from './explain-words';

const WaterfallChart = lazy(() =>
  import('@/charts/waterfall-chart').then(({ WaterfallChart: chart }) => ({ default: chart })),
);

/** Folded until it is asked for. */
export function Split({ past }: { readonly past: Past }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.split}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>What each did, exactly</summary>
      {isOpen && <Shares past={past} />}
    </details>
  );
}

function Shares({ past }: { readonly past: Past }) {
  const causes = wordCauses(past);
  const { before, after } = past.attribution;
  const bars = toWaterfallBars(
    { name: 'Before', amount: before.toNumber(), words: formatMoneyShort(before, 'down') },
    causes.map(({ name, share, amount }) => ({ name, share: share.toNumber(), words: amount })),
    { name: 'Now', amount: after.toNumber(), words: formatMoneyShort(after, 'down') },
  );
  return (
    <>
      <ul className={styles.list}>
        {causes.map(({ key, sentence }) => (
          <li key={key}>
            <StrongText text={sentence} />
          </li>
        ))}
      </ul>
      <figure className={styles.figure} data-chart="From before to now" data-names="">
        <Suspense fallback={<div style={{ height: `${bars.length * 2.5}rem` }} />}>
          <WaterfallChart bars={bars} />
        </Suspense>
        <figcaption>
          <StrongText text={wordWhole(past)} />
        </figcaption>
      </figure>
      <SharesTable past={past} causes={causes} />
      {causes.length > 1 && <p className="note">{orderNote}</p>}
    </>
  );
}

function SharesTable({ past, causes }: { readonly past: Past; readonly causes: readonly CauseWords[] }) {
  const { before, after } = past.attribution;
  return (
    <details>
      <summary>Show as table</summary>
      <table className={styles.table}>
        <caption className="visually-hidden">From before to now, cause by cause</caption>
        <thead>
          <tr>
            <th scope="col">Cause</th>
            <th scope="col">Above the requirement, or below (−)</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Before</th>
            <td>{formatExcess(before)}</td>
          </tr>
          {causes.map(({ key, name, share }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{share.sign() > 0 ? `+${formatMoney(share)}` : formatMoney(share)}</td>
            </tr>
          ))}
          <tr data-strong>
            <th scope="row">Now</th>
            <td>{formatExcess(after)}</td>
          </tr>
        </tbody>
      </table>
    </details>
  );
}
