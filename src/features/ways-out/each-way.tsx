// Each way out by itself: every single way to end a call, or to have room, in two sizes, with what it leaves and where
// the next call is then, to be put into the what-if and taken out of it again.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Account } from '@/engine/account';
import { bare, money } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { Edit } from '@/state/account-edits';
import { commit, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';
import { actionsOf, canTake, findTaken, takeOut } from '@/state/taken-ways';
import { type Cure, listWays, tradesAtOnce, type Way, type Ways } from '@/state/ways';
import { findDetails } from '@/state/ways-out';
import { useMedia } from '@/ui/media';
import { Question } from '@/ui/question';
import { StrongText } from '@/ui/strong-text';
import { RoomField, roomPercent } from './room-field';
import { wordSaleAnswer } from './sale-words';
import { type Size, TakeButton, WayRow } from './way-row';
import { cureAfter, cureAmount, enoughWords, type From, introWords, repayingWords } from './way-words';
import styles from './ways.module.css';
import type { WaysTabProps } from './ways-tabs';

/** The list, worked out when a slider rests. */
export function EachWay(props: WaysTabProps) {
  const { document, view, room, standing } = props;
  const [trades, setTrades] = useState(tradesAtOnce);
  const isPhone = useMedia('(max-width: 48rem)');
  const [isAll, setAll] = useState(false);
  const account = useMemo(() => (view.ok ? view.scene.accountAt(view.move) : null), [view]);
  const named = findDetails(view)?.trade?.position.id ?? null;
  const found = useMemo(
    () => (account === null ? null : listWays(account, bare(room), trades, named)),
    [account, room, trades, named],
  );
  if (account === null || found === null) return null;
  const isDone = hasRoom(found, standing);
  const short = firstWays(found.ways, named);
  const isShort = !isDone && isPhone && !isAll && short.length + 1 < found.ways.length;
  const shown = isShort ? short : found.ways;
  return (
    <div className={styles.ways}>
      <p className={styles.note}>{isDone ? enoughWords(standing, room) : introWords(standing, room)}</p>
      {!isShort && <RoomField room={room} standing={standing} />}
      <WaysTable
        {...props}
        account={account}
        found={found}
        shown={isDone ? found.ways.filter((way) => findTaken(document, way) !== null) : shown}
        isDone={isDone}
        isShort={isShort}
      />
      {isShort && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show all {found.ways.length} ways, and other room
        </button>
      )}
      <SaleAnswer found={found} account={account} standing={standing} />
      {!isShort && !isDone && found.moreTrades > 0 && (
        <button type="button" className="button" onClick={() => setTrades(trades + tradesAtOnce)}>
          Show {Math.min(found.moreTrades, tradesAtOnce)} more holdings
        </button>
      )}
    </div>
  );
}

/** On a phone at first: money, the two dearest holdings that do, and one rate of securities; a chart stands below. */
function firstWays(ways: readonly Way[], named: string | null): readonly Way[] {
  const does = ({ enough, roomy }: Way) => enough !== null || roomy !== null;
  const isNamed = ({ position }: Way) => position !== null && position.id === named;
  const of = (most: number, ...kinds: readonly Way['kind'][]) =>
    ways
      .filter((way) => kinds.includes(way.kind) && does(way))
      .toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)))
      .slice(0, most);
  return [...of(1, 'deposit'), ...of(2, 'sell', 'buyToCover'), ...of(1, 'moveIn')];
}

/** Whether there is all the room that is asked for: then no way asks for anything. */
function hasRoom({ ways }: Ways, { figures }: WaysTabProps['standing']): boolean {
  const cash = ways.find(({ kind }) => kind === 'deposit')?.roomy;
  return figures.excess.sign() >= 0 && cash?.amount.sign() === 0;
}

/** Whether selling raises equity, asked where a sale is offered. */
function SaleAnswer({ found, account, standing }: Pick<TableProps, 'found' | 'account' | 'standing'>) {
  const sale = found.ways.find(({ kind, enough, roomy }) => kind === 'sell' && (enough ?? roomy) !== null);
  const answer = sale === undefined ? null : wordSaleAnswer(sale, account, standing);
  if (answer === null) return null;
  return (
    <Question question="Does selling raise equity?">
      {() => (
        <p>
          <StrongText text={answer} />
        </p>
      )}
    </Question>
  );
}

interface TableProps extends WaysTabProps {
  readonly account: Account;
  readonly found: Ways;
}

interface WaysTableProps extends TableProps {
  readonly shown: readonly Way[];
  /** There is room enough: only what was taken is listed, to take it out again. */
  readonly isDone: boolean;
  /** Only the first ways are shown, and neither their lever nor what repays the loan. */
  readonly isShort: boolean;
}

function WaysTable(props: WaysTableProps) {
  const { document, standing, room, account, found, shown, isDone, isShort } = props;
  const [isRepaying, setRepaying] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  /** The row whose button was pressed: the button itself may be gone once the figures follow. */
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    if (pressed.current === null) return;
    const row = table.current?.querySelector<HTMLElement>(`[data-way="${CSS.escape(pressed.current)}"]`);
    if (row?.contains(window.document.activeElement) !== true) row?.querySelector('button')?.focus();
    pressed.current = null;
  }, [found]);
  const shortfall = standing.figures.excess.negated();
  const missing = shortfall.sign() > 0 ? shortfall : money(0);
  const isInCall = missing.sign() > 0;
  const percent = roomPercent(room);
  const loan = isRepaying && account.marginLoan.sign() > 0 ? account.marginLoan : null;
  const sizes = (way: Way): readonly Size[] => {
    const size = (cure: Cure | null, name: string): Size => ({
      name,
      cure,
      // Worked out at the press: whether the loan can be repaid takes the whole account.
      actions:
        cure === null || !canTake(document, way, cure)
          ? null
          : () => actionsOf(document, way, cure, loan) ?? [],
    });
    return [
      ...(isInCall ? [size(way.enough, 'just enough')] : []),
      size(way.roomy, `with room for ${percent}`),
    ];
  };
  // Until the figures have followed, a row offers what was true before.
  const press = (key: string, edit: Edit) => {
    if (useDesk.getState().history.present !== document) return;
    pressed.current = key;
    commit(edit);
  };
  const row = (way: Way) => {
    const key = keyOf(way);
    return (
      <WayRow
        key={key}
        id={key}
        way={way}
        positions={account.positions}
        sizes={isDone ? [] : sizes(way)}
        missing={missing}
        from={standing}
        taken={findTaken(document, way)}
        onTake={(actions) => press(key, takeActions(actions))}
        onDrop={(found) => press(key, takeOut(way, found))}
      />
    );
  };
  const rows = [...shown, ...soldOut(account).filter((way) => findTaken(document, way) !== null)];
  if (isDone && rows.length === 0) return null;
  return (
    <>
      {!isDone && !isShort && account.marginLoan.sign() > 0 && (
        <RepayBox isOn={isRepaying} onChange={setRepaying} found={found} />
      )}
      <table className={styles.table} ref={table} aria-label="Ways out">
        <thead>
          <tr>
            <th scope="col">Way</th>
            {isInCall && <th scope="col">Just enough</th>}
            {!isDone && <th scope="col">With room for {percent}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(row)}
          {!isDone && !isShort && (
            <RepayRow
              found={found}
              broker={account.ruleSet.name}
              from={standing}
              onTake={(actions) => press('repay', takeActions(actions))}
              columns={isInCall ? 2 : 1}
            />
          )}
        </tbody>
      </table>
    </>
  );
}

function keyOf({ kind, position, rate }: Way): string {
  return `${kind} ${position?.id ?? rate?.toText() ?? ''}`;
}

/** Holdings of which nothing is left: what closed them may still be taken out again. */
function soldOut({ positions }: Account): readonly Way[] {
  return positions
    .filter(({ isClosed }) => isClosed)
    .map((position) => ({
      kind: position.side === 'long' ? 'sell' : 'buyToCover',
      position,
      rate: null,
      enough: null,
      roomy: null,
      hindrance: 'nothing-left',
      most: null,
    }));
}

interface RepayBoxProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly found: Ways;
}

function RepayBox({ isOn, onChange, found }: RepayBoxProps) {
  const note = useId();
  return (
    <p className={styles.repay}>
      <label>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={note}
          onChange={(event) => onChange(event.target.checked)}
        />
        Also repay the loan with a deposit or a sale, to save interest
      </label>
      <span id={note} className={styles.note}>
        {found.repaying.isBounded
          ? 'What is above the requirement stays the same, or grows where a smaller loan lowers a requirement.'
          : 'What is above the requirement stays the same.'}
      </span>
    </p>
  );
}

interface RepayRowProps {
  readonly found: Ways;
  readonly broker: string;
  readonly from: From;
  readonly onTake: (actions: readonly ChangeInput[]) => void;
  readonly columns: number;
}

/** Repaying from cash, which is looked for and is no way out – but where a rule begins at a size of the loan. */
function RepayRow({ found, broker, from, onTake, columns }: RepayRowProps) {
  const { repaying } = found;
  const { helping } = repaying;
  return (
    <tr>
      <th scope="row">Repay the loan from cash</th>
      <td colSpan={columns}>
        <span className={styles.note}>{repayingWords(repaying, broker)}</span>
        {helping !== null && (
          <>
            <span>{cureAmount(helping.cure)}</span>
            <span className={styles.note}>{cureAfter(helping.cure, from)}</span>
            <TakeButton
              about={`repay ${cureAmount(helping.cure)} of the loan from cash`}
              onClick={() => onTake([{ type: 'repay', amount: helping.cure.amount.toText() }])}
            />
          </>
        )}
      </td>
    </tr>
  );
}
