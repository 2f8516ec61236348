// Every holding before and now, on paper: what its price, shares and requirement were and are, however many there are.
import type { ReactNode } from 'react';
import type { Position } from '@/engine/account';
import type { MarginResult, PositionMargin } from '@/engine/margin';
import { type Money, money } from '@/engine/quantity';
import { type Explained, type HoldingChange, type Past, selectExplained } from '@/state/explained';
import { useDesk } from '@/state/store';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatHeld, formatMoney, formatPercent, formatRate, formatSum } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import styles from './explain.module.css';

/** The table; `children` stand in its place while nothing is told of before. */
export function PrintedBeforeNow({ children }: { readonly children?: ReactNode }) {
  const explained = useDesk(selectExplained);
  const past = explained?.past ?? null;
  return explained === null || past === null ? children : <BeforeNow explained={explained} past={past} />;
}

function BeforeNow({
  explained: { account, now },
  past,
}: {
  readonly explained: Explained;
  readonly past: Past;
}) {
  const hasShares = past.changes.some(({ before, now: held }) => (before ?? held)?.shares !== null);
  const times = [
    { when: 'before', name: 'Before', margin: past.before },
    { when: 'now', name: 'Now', margin: now },
  ] as const;
  const isAnyAbove = times.some(({ margin }) => margin.positions.some(isAboveRate));
  return (
    <>
      <table className={styles.printedHoldings}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Holding
            </th>
            {times.map(({ when, name }) => (
              <th key={when} data-first={when} scope="colgroup" colSpan={hasShares ? 4 : 3}>
                {name}
              </th>
            ))}
          </tr>
          <tr>
            {times.map(({ when }) => (
              <Headings key={when} when={when} hasShares={hasShares} />
            ))}
          </tr>
        </thead>
        <tbody>
          {past.changes.map((change) => (
            <tr key={keyOf(change)}>
              <th scope="row">{nameOf(change, account, past)}</th>
              {times.map(({ when, margin }) => (
                <Cells key={when} when={when} position={change[when]} margin={margin} hasShares={hasShares} />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">All</th>
            {times.map(({ when, margin }) => (
              <Totals key={when} when={when} margin={margin} hasShares={hasShares} />
            ))}
          </tr>
        </tbody>
      </table>
      {isAnyAbove && <p>* A minimum a share requires more than the rate.</p>}
    </>
  );
}

/** Where dollars a share are required, and they are more. */
function isAboveRate({ position, rate, requirement }: PositionMargin): boolean {
  return requirement.isAbove(position.marketValue.times(rate));
}

interface OfTime {
  readonly when: 'before' | 'now';
  readonly hasShares: boolean;
}

function Headings({ when, hasShares }: OfTime) {
  return (
    <>
      {hasShares && (
        <th scope="col" data-first={when}>
          Shares × price
        </th>
      )}
      <th scope="col" data-first={hasShares ? undefined : when}>
        Value
      </th>
      <th scope="col">Rate</th>
      <th scope="col">Required</th>
    </>
  );
}

interface CellsProps extends OfTime {
  readonly position: Position | null;
  readonly margin: MarginResult;
}

function Cells({ when, position, margin, hasShares }: CellsProps) {
  const own = margin.positions.find((each) => each.position.id === position?.id);
  if (position === null || own === undefined) {
    return (
      <td data-first={when} colSpan={hasShares ? 4 : 3}>
        not held
      </td>
    );
  }
  const { shares, price } = position;
  return (
    <>
      {hasShares && (
        <td data-first={when}>
          {shares !== null &&
            price !== null &&
            `${groupThousands(trimZeros(shares.toText()))} × ${wordPrice(price.as<'money'>())}`}
        </td>
      )}
      <td data-first={hasShares ? undefined : when}>{formatHeld(position.marketValue, position.side)}</td>
      <td>
        {formatRate(own.rate)}
        {isAboveRate(own) && '*'}
      </td>
      <td>{formatMoney(own.requirement)}</td>
    </>
  );
}

/** To the cent; a price that follows from a fall has more decimals, so that shares × price is the value. */
function wordPrice(price: Money): string {
  if (price.equals(money(price.toFixed(2)))) return formatMoney(price);
  const isExact = price.equals(money(price.toFixed(4)));
  return `${isExact ? '' : '≈'}${formatMoney(price, 'nearest', 4)}`;
}

function Totals({ when, margin, hasShares }: Omit<CellsProps, 'position'>) {
  const { longMarketValue: long, shortMarketValue: short } = margin;
  const held = long.plus(short);
  return (
    <>
      <td data-first={when} colSpan={hasShares ? 2 : 1}>
        {short.sign() === 0 || long.sign() === 0
          ? formatHeld(held, short.sign() === 0 ? 'long' : 'short')
          : [`${formatHeld(long, 'long')} long,`, <br key="break" />, `${formatHeld(short, 'short')} short`]}
      </td>
      <td>{held.sign() === 0 ? '' : formatPercent(margin.requirement.per(held), 2, 'nearest')}</td>
      <td>{formatSum(margin).requirement}</td>
    </>
  );
}

function keyOf({ before, now }: HoldingChange): string {
  return `${before?.id ?? ''} ${now?.id ?? ''}`;
}

function nameOf({ before, now }: HoldingChange, account: Explained['account'], past: Past): string {
  const held = now ?? before;
  if (held === null) return '';
  const name = nameHolding(held, now === null ? past.account.positions : account.positions);
  return held.side === 'short' ? `${name} (short)` : name;
}
