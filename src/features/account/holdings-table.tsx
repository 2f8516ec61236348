// The table of holdings, typed like a sheet: a blank row always waits below the last one. Many are shown a page at a
// time, so that typing stays quick. The rest of a number that is being split stands below the blank row.
import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PositionInput } from '@/engine/account';
import type { PositionMargin } from '@/engine/margin';
import type { Ratio } from '@/engine/quantity';
import { isExample } from '@/state/account-edits';
import { selectBelowExchange } from '@/state/exchange-floor';
import { selectIsIncomplete } from '@/state/excluded';
import { selectToday } from '@/state/figures';
import { moveRow, nextRowId, rateOfRest, removeRow, restId } from '@/state/holding-edits';
import { withRestBack } from '@/state/split';
import { commit, keepTexts, selectAccount, useDesk } from '@/state/store';
import { formatMoney, formatRate } from '@/ui/format';
import { usePrinting } from '@/ui/media';
import { AloneAccount } from './alone-cell';
import { aloneNote, hasAnyAlone } from './alone-words';
import type { Column } from './cell-reading';
import { aloneHeading, HoldingHeadings } from './holding-headings';
import { HoldingRow } from './holding-row';
import { rateText, valueText } from './holding-words';
import holdingStyles from './holdings.module.css';
import { describePasted, pasteColumn } from './paste-column';
import { pasteRows } from './paste-rows';
import { PrintedHoldings } from './printed-holdings';
import { belowExchangeWords, chargedNote, chargedRate } from './requirement-words';
import { RestNote } from './rest-note';
import { hasPages, pageOf, RowPages, rowsFound, rowsOfPage } from './row-pages';
import { keptRowsFound, rowsOf } from './table-rows';

/** All holdings, the blank row and the total. */
export function HoldingsTable({ startsTyping }: { readonly startsTyping: boolean }) {
  const account = useDesk(selectAccount);
  const kept = useDesk(({ history }) => history.present.account);
  const newRow = useDesk((desk) => desk.newRow);
  const today = selectToday(account);
  const later = selectToday(useDeferredValue(account));
  const positions = isExample({ account }) ? none : account.positions;
  const keptPositions = isExample({ account: kept }) ? none : kept.positions;
  const keptIds = useMemo(() => new Set(keptPositions.map(({ id }) => id)), [keptPositions]);
  const blankId = nextRowId(keptPositions);
  const rows = rowsOf(positions, blankId);

  const opened = useDesk((desk) => desk.opened);
  const [isByShares, setByShares] = useModeOf(opened, keptPositions, newRow.shares ?? newRow.price);
  const [openId, setOpenId] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  const [pasted, setPasted] = useState('');
  // What was looked for, turned to and pasted there was another account's.
  const [openedThen, setOpenedThen] = useState(opened);
  if (openedThen !== opened) {
    setOpenedThen(opened);
    setSearch('');
    setPage(0);
    setPasted('');
    setOpenId(null);
  }
  const shown = rowsOfPage(rows, page, search);

  // A link elsewhere on the page may lead to a row of another page, and to what is folded below a row.
  const sought = useDesk((desk) => desk.sought);
  const soughtAt =
    sought === null || sought.startsWith('weight-')
      ? -1
      : rows.findIndex(({ id }) => sought.slice(sought.indexOf('-') + 1) === id);
  if (soughtAt >= 0 && (pageOf(soughtAt) !== page || search !== '')) {
    setSearch('');
    setPage(pageOf(soughtAt));
  }
  const soughtRow = rows[soughtAt]?.id ?? null;
  const columns = ['symbol', 'rate', ...(isByShares ? ['shares', 'price'] : ['value'])];
  const isInColumn = columns.some((column) => sought === `${column}-${soughtRow}`);
  if (soughtRow !== null && !isInColumn && openId !== soughtRow) setOpenId(soughtRow);

  const table = useRef<HTMLTableElement>(null);
  const [next, setNext] = useState(startsTyping ? { row: 0 } : null);
  const blankAt = rows.findIndex(({ position }) => position === undefined);
  // Before the page is painted: a key pressed right after Enter must land in the next row.
  useLayoutEffect(() => {
    if (next === null) return;
    const find = (selector: string) => table.current?.querySelector<HTMLElement>(selector) ?? null;
    const row = find(`[data-row="${next.row}"]`) ?? find('[data-blank]');
    // The blank row begins with its symbol, a holding with its figures.
    const cells = row?.hasAttribute('data-blank') === true ? '[data-cell="symbol"]' : firstFigure;
    const field = row?.querySelector<HTMLInputElement>(`:is(${cells}) input`);
    field?.focus();
    field?.select();
  }, [next]);
  const go = useCallback((row: number) => {
    setSearch('');
    setPage(pageOf(row));
    setNext({ row });
  }, []);
  const remove = useCallback((id: string, index: number) => {
    const texts = useDesk.getState().texts;
    const own = Object.keys(texts).filter((field) => field.endsWith(`-${id}`));
    commit(withRestBack(removeRow(id)));
    keepTexts(Object.fromEntries(own.map((field) => [field, null])));
    setOpenId(null);
    setNext({ row: index });
  }, []);
  const paste = useCallback(
    (column: Column, id: string, lines: readonly string[]) => {
      const rows = keptRowsFound(search);
      const from = rows.findIndex((row) => row.id === id);
      setPasted(describePasted(pasteColumn(column, from < 0 ? [] : rows.slice(from), lines)));
    },
    [search],
  );
  const pasteAll = useCallback(
    (cells: readonly (readonly string[])[]) => setPasted(pasteRows(cells, isByShares)),
    [isByShares],
  );
  const move = useCallback(
    (id: string, by: -1 | 1) => {
      const ids = keptRowsFound(search).flatMap(({ position }) =>
        position === undefined ? [] : [position.id],
      );
      commit(moveRow(id, by, ids));
    },
    [search],
  );

  const assumed = useMemo(() => {
    // What is charged is put into words row by row, for those that are shown.
    const charged = new Map(today?.margin.positions.map((each) => [each.position.id, each]));
    const below = today === null ? null : selectBelowExchange(today);
    const rules = today?.account.ruleSet;
    const blank = newRow.side === 'long' ? rules?.longRate : rules?.shortRate;
    const ofRest = newRow.side === 'long' ? rateOfRest(account) : null;
    return {
      charged,
      below,
      blank: ofRest !== null ? rateText(ofRest) : blank === undefined ? '' : formatRate(blank),
    };
  }, [today, account, newRow.side]);
  const isIncomplete = useDesk(selectIsIncomplete);
  const total = today?.margin ?? null;
  const isInCall = total?.isInCall === true;
  const totalWords =
    total === null
      ? null
      : {
          value: formatMoney(total.longMarketValue.plus(total.shortMarketValue)),
          requirement: formatMoney(total.requirement, 'up'),
        };
  const movable = rowsFound(rows, search).filter(({ id }) => keptIds.has(id) && id !== restId);
  const [firstMovable, lastMovable] = [movable[0]?.id, movable.at(-1)?.id];
  const laterAccount = isExample({ account }) ? null : (later?.account ?? null);
  const hasAlone = useMemo(() => laterAccount === null || hasAnyAlone(laterAccount), [laterAccount]);
  // Where values take much room, a holding's own margin-call price gives way.
  const isWide = shown.rows.some(({ position }) => valueText(position).length > 10);

  const isOnPaper = usePrinting() && hasPages(positions.length);

  return (
    <div className={holdingStyles.holdings}>
      <div className={holdingStyles.modes} data-screen="" role="group" aria-label="Type holdings by">
        {[false, true].map((mode) => (
          <button
            key={String(mode)}
            type="button"
            aria-pressed={isByShares === mode}
            onClick={() => setByShares(mode)}
          >
            {mode ? 'Shares × price' : 'Value'}
          </button>
        ))}
      </div>
      <RowPages
        count={positions.length}
        page={page}
        search={search}
        found={shown.found}
        onPage={setPage}
        onSearch={(text) => {
          setSearch(text);
          setPage(0);
        }}
        onAdd={() => go(blankAt)}
      />
      <AloneAccount value={laterAccount}>
        <table
          ref={table}
          className={holdingStyles.table}
          data-mode={isByShares ? 'shares' : 'value'}
          data-alone={hasAlone}
          data-wide={isWide || undefined}
          data-screen={isOnPaper ? '' : undefined}
        >
          <caption className="visually-hidden">Holdings</caption>
          <thead>
            <HoldingHeadings isByShares={isByShares} isInCall={isInCall} hasAlone={hasAlone} />
          </thead>
          <tbody>
            {shown.rows.map(({ id, position, index }) => (
              <HoldingRow
                key={id}
                id={id}
                index={index}
                position={position}
                isKept={keptIds.has(id)}
                isByShares={isByShares}
                assumedRate={rateOf(assumed.charged.get(id)) ?? assumed.blank}
                hasAlone={hasAlone}
                rateNote={noteOf(assumed.charged.get(id))}
                rateCaution={cautionOf(assumed.below?.get(id))}
                isOpen={openId === id}
                isFirst={id === firstMovable}
                isLast={id === lastMovable}
                onOpen={setOpenId}
                onGo={go}
                onMove={move}
                onRemove={remove}
                onPasteLines={paste}
                onPasteRows={pasteAll}
              />
            ))}
          </tbody>
          {positions.length > 1 && totalWords !== null && (
            <tfoot>
              <tr>
                <th scope="row">{isIncomplete ? 'Total, incomplete' : 'Total'}</th>
                <td>{totalWords.value}</td>
                <td>requires {totalWords.requirement}</td>
              </tr>
            </tfoot>
          )}
        </table>
        {isOnPaper && (
          <PrintedHoldings
            positions={positions}
            isByShares={isByShares}
            charged={assumed.charged}
            aloneHeading={hasAlone ? aloneHeading(isInCall) : null}
            total={totalWords}
          />
        )}
      </AloneAccount>
      {positions.length > 0 && (
        <p className="note" data-tells>
          {aloneNote(isInCall, hasAlone)}
        </p>
      )}
      <RestNote />
      {pasted !== '' && <p className="note">{pasted}</p>}
    </div>
  );
}

const none: readonly PositionInput[] = [];

function rateOf(charged: PositionMargin | undefined): string | null {
  return charged === undefined ? null : chargedRate(charged);
}

function noteOf(charged: PositionMargin | undefined): string | null {
  return charged === undefined ? null : chargedNote(charged);
}

function cautionOf(least: Ratio | undefined): string | null {
  return least === undefined ? null : belowExchangeWords(least);
}

const firstFigure = '[data-cell="value"], [data-cell="shares"]';

/** Whether holdings are typed by shares: as the holdings of an account that is opened are, until the person switches. */
function useModeOf(
  opened: number,
  positions: readonly PositionInput[],
  waiting: string | null,
): [boolean, (isByShares: boolean) => void] {
  const [openedThen, setOpenedThen] = useState(opened);
  const isKnown = () => waiting !== null || positions.some(({ shares }) => shares !== undefined);
  const [isByShares, setByShares] = useState(isKnown);
  if (openedThen !== opened) {
    setOpenedThen(opened);
    setByShares(isByShares || isKnown());
  }
  return [isByShares, setByShares];
}
