// Rows of cells pasted into a symbol become holdings at the end of the table, as one step: symbol, then value, or shares
// and price, then a rate where there is one. A row that cannot be read is named, never run together with others.
import { isExample } from '@/state/account-edits';
import { changeRows, nextRowId, type RowInput } from '@/state/holding-edits';
import { withRestBack } from '@/state/split';
import { commit, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { readRate, readWorth } from '@/ui/typed-figures';

/** The cells of what was pasted; null where it is one text without rows or columns. */
export function cellsOf(text: string): readonly (readonly string[])[] | null {
  const rows = text
    .trimEnd()
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  return rows.length > 1 || rows.some((cells) => cells.length > 1) ? rows : null;
}

/** Adds the rows that can be read and says what became of all of them. */
export function pasteRows(rows: readonly (readonly string[])[], isByShares: boolean): string {
  const { present } = useDesk.getState().history;
  const first = Number(nextRowId(isExample(present) ? [] : present.account.positions).slice(1));
  const added: RowInput[] = [];
  const unread: string[] = [];
  let isWider = false;
  for (const cells of rows.filter((each) => each.some((cell) => cell !== ''))) {
    const [symbol = '', ...figures] = cells;
    const worth = readWorth(isByShares ? `${figures[0] ?? ''} @ ${figures[1] ?? ''}` : (figures[0] ?? ''));
    const rateText = figures[isByShares ? 2 : 1] ?? '';
    const rate = rateText === '' ? ({ ok: true, value: null } as const) : readRate(rateText);
    isWider ||= figures.length > (isByShares ? 3 : 2);
    if (!worth.ok || !rate.ok || symbol.length > longestSymbol) {
      unread.push(cells.join(' '));
      continue;
    }
    const id = `p${first + added.length}`;
    added.push({ id, symbol, side: 'long', maintenanceRate: rate.value, ...worth.value });
  }
  if (added.length > 0) commit(withRestBack(changeRows([], added, localDay())));
  return describe(added.length, unread, isWider);
}

const longestSymbol = 40;
/** So many unread rows are repeated word for word. */
const mostNamed = 3;

function describe(added: number, unread: readonly string[], isWider: boolean): string {
  const parts = [added === 1 ? '1 holding added' : `${added} holdings added`];
  if (unread.length > 0) {
    const named = unread.slice(0, mostNamed).map((row) => `“${row}”`);
    const rest = unread.length > named.length ? ` and ${unread.length - named.length} more` : '';
    parts.push(`not read: ${named.join(', ')}${rest}`);
  }
  if (isWider) parts.push('further columns not used');
  return `${parts.join('; ')}.`;
}
