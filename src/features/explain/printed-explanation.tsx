// The explanation on paper: what happened in sentences, before and now, why, and what each part of it did. No fields.
import { PaperWaterfallBar } from '@/charts/paper-waterfall';
import { toWaterfallBars, type WaterfallBar } from '@/charts/waterfall';
import { moneyBeside } from '@/engine/account';
import type { MarginResult, PositionMargin } from '@/engine/margin';
import type { Money } from '@/engine/quantity';
import { selectIsIncomplete } from '@/state/excluded';
import { type Explained, type Past, type SidesApart, selectExplained } from '@/state/explained';
import { useDesk } from '@/state/store';
import { formatExcess, formatHeld, formatMoney, formatSum } from '@/ui/format';
import { StrongText } from '@/ui/strong-text';
import { wordHappened, wordSized } from './change-words';
import styles from './explain.module.css';
import {
  type CauseWords,
  orderNote,
  wordCauses,
  wordNow,
  wordSides,
  wordTogether,
  wordUnexplained,
  wordWhole,
  wordWithouts,
} from './explain-words';
import { PrintedDue, PrintedEnds } from './printed-ends';
import { wordUnread } from './unread-words';

/** The sheet's upper part; nothing while the account has no figures. */
export function PrintedExplanation() {
  const explained = useDesk(selectExplained);
  const unread = useDesk(({ story }) => wordUnread(story));
  if (explained === null) return null;
  const { past } = explained;
  return (
    <>
      <p className={styles.printedHeadline}>
        <StrongText text={wordNow(explained)} />
      </p>
      <div className={styles.printedTold}>
        <div>
          {past !== null && <Happened past={past} />}
          {unread !== '' && <p>{unread}</p>}
          {past !== null && <Why past={past} isInCall={explained.now.isInCall} />}
          <PrintedDue explained={explained} />
        </div>
        <div>
          <Sums explained={explained} />
          <PrintedEnds explained={explained} />
        </div>
      </div>
      {past !== null && past.attribution.shares.length > 0 && <Split past={past} />}
    </>
  );
}

function Happened({ past }: { readonly past: Past }) {
  const sentences = wordHappened(past);
  return (
    <section aria-label="What happened on paper">
      <h2>What happened</h2>
      {sentences.length === 0 ? (
        <p>Nothing differs between before and now.</p>
      ) : (
        sentences.map((sentence) => (
          <p key={sentence}>
            <StrongText text={sentence} />
          </p>
        ))
      )}
      {past.unexplained.sign() !== 0 && (
        <p>
          <StrongText text={wordUnexplained(past)} />
        </p>
      )}
    </section>
  );
}

function Why({ past, isInCall }: { readonly past: Past; readonly isInCall: boolean }) {
  const sentences = [...wordWithouts(past), wordTogether(past), wordSized(past), ...wordSides(past)];
  if (past.attribution.shares.length === 0) return null;
  return (
    <section aria-label="Why on paper">
      <h2>{isInCall ? 'Why did it come?' : 'Why did it change?'}</h2>
      {sentences
        .filter((sentence) => sentence !== '')
        .map((sentence) => (
          <p key={sentence}>
            <StrongText text={sentence} />
          </p>
        ))}
    </section>
  );
}

/** What is held, what is owed, and what comes of it; before too where something is told. */
function Sums({ explained: { account, now, past } }: { readonly explained: Explained }) {
  const held = sidesIn([...(past?.before.positions ?? []), ...now.positions]);
  const columns = [
    ...(past === null ? [] : [columnOf(past.before, past.account, held, past.sides, 'before')]),
    columnOf(now, account, held, past?.sides ?? null, 'now'),
  ];
  const names = columns[0]?.map(([name]) => name) ?? [];
  // Imported rows that no figure includes: each total says so.
  const isIncomplete = useDesk(selectIsIncomplete);
  const total = (name: string) => (isIncomplete && totals.has(name) ? `${name}, incomplete` : name);
  return (
    <table aria-label="Before and now on paper">
      <thead>
        <tr>
          <th scope="col">The account</th>
          {past !== null && <th scope="col">Before</th>}
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, row) => (
          <tr key={name}>
            <th scope="row">{total(name)}</th>
            {columns.map((column, index) => (
              <td key={index === columns.length - 1 ? 'now' : 'before'}>{column[row]?.[1]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Column = readonly (readonly [string, string])[];

const [equityName, requiredName, excessName] = ['= Equity', '− Required', '= Above, or below (−)'] as const;
const totals: ReadonlySet<string> = new Set([equityName, requiredName, excessName]);

/** The sides that are held, before or now: each is a row of the sum. */
interface SidesHeld {
  readonly long: boolean;
  readonly short: boolean;
}

function sidesIn(positions: readonly PositionMargin[]): SidesHeld {
  const has = (of: 'long' | 'short') => positions.some(({ position: { side } }) => side === of);
  return { long: has('long'), short: has('short') };
}

function columnOf(
  margin: MarginResult,
  account: Explained['account'],
  held: SidesHeld,
  sides: SidesApart | null,
  when: 'before' | 'now',
): Column {
  const { equity, requirement, excess } = formatSum(margin);
  const beside = formatMoney(moneyBeside(account), 'down');
  const long = ['Held long', formatHeld(margin.longMarketValue, 'long')] as const;
  return [
    ...(held.short
      ? ([
          ...(held.long ? [long] : []),
          ['− Sold short', formatHeld(margin.shortMarketValue, 'short')],
          ['+ Cash and credit less loan', beside],
        ] as const)
      : ([
          ['Holdings', formatHeld(margin.longMarketValue, 'long')],
          ['+ Cash less loan', beside],
        ] as const)),
    [equityName, equity],
    ...(sides === null
      ? []
      : ([
          ['Required of what is held long', formatMoney(sides.long[when].requirement)],
          ['Required of what is sold short', formatMoney(sides.short[when].requirement)],
        ] as const)),
    [requiredName, requirement],
    [excessName, excess],
  ];
}

/** The exact split: each cause's row with what it did and its bar. */
function Split({ past }: { readonly past: Past }) {
  const causes = wordCauses(past);
  const { before, after } = past.attribution;
  const bars = toWaterfallBars(
    { name: 'Before', amount: before.toNumber(), words: formatExcess(before) },
    causes.map(({ name, share }) => ({ name, share: share.toNumber(), words: signed(share) })),
    { name: 'Now', amount: after.toNumber(), words: formatExcess(after) },
  );
  const hasOrders = causes.length > 1;
  return (
    <section aria-label="What each did on paper">
      <h2>What each did, exactly</h2>
      <table className={styles.printedSplit}>
        <thead>
          <tr>
            <th scope="col">Cause</th>
            <th scope="col">Above, or below (−)</th>
            {hasOrders && (
              <>
                <th scope="col">Counted first</th>
                <th scope="col">Counted last</th>
              </>
            )}
            <th scope="col">From before to now</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar, index) => (
            <SplitRow
              key={index === 0 ? 'before' : bar.name}
              bar={bar}
              bars={bars}
              orders={hasOrders ? ordersOf(causes[index - 1]) : []}
            />
          ))}
        </tbody>
      </table>
      <p>
        <StrongText text={wordWhole(past)} /> {hasOrders && orderNote}
      </p>
    </section>
  );
}

function signed(amount: Money): string {
  return amount.sign() > 0 ? `+${formatMoney(amount)}` : formatMoney(amount);
}

/** Before and now are no causes: counted in no order. */
function ordersOf(cause: CauseWords | undefined): readonly string[] {
  return cause === undefined ? ['', ''] : [signed(cause.first), signed(cause.last)];
}

interface SplitRowProps {
  readonly bar: WaterfallBar;
  readonly bars: readonly WaterfallBar[];
  /** Counted first, counted last; none where there is one cause. */
  readonly orders: readonly string[];
}

function SplitRow({ bar, bars, orders: [first, last] }: SplitRowProps) {
  return (
    <tr>
      <th scope="row">{bar.name}</th>
      <td>{bar.words}</td>
      {first !== undefined && (
        <>
          <td>{first}</td>
          <td>{last}</td>
        </>
      )}
      <td>
        <PaperWaterfallBar bar={bar} bars={bars} />
      </td>
    </tr>
  );
}
