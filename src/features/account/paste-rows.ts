// Rows of cells pasted into a symbol become holdings at the end of the table, as one step: symbol, then value, or shares
// and price, then a rate where there is one. What cannot be read stands in its field, never run together with others; money
// and totals are no holdings, and a table of other columns is the import's.
import { columnsOf } from '@/io/import/columns';
import { isPending, isTotal, moneyNamed } from '@/io/import/instrument';
import { isExample } from '@/state/account-edits';
import { changeRows, nextRowId, type RowInput } from '@/state/holding-edits';
import { openImport } from '@/state/importing';
import { withRestBack } from '@/state/split';
import { commit, keepTexts, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { readRate, readWorth } from '@/ui/typed-figures';
import { textsMoved } from './raw-texts';

/** The cells of what was pasted; null where it is one text without rows or columns. */
export function cellsOf(text: string): readonly (readonly string[])[] | null {
  const rows = text
    .trimEnd()
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  return rows.length > 1 || rows.some((cells) => cells.length > 1) ? rows : null;
}

/** Adds a holding for each row and says what became of all of them. */
export function pasteRows(rows: readonly (readonly string[])[], isByShares: boolean): string {
  const { history, texts } = useDesk.getState();
  const { present } = history;
  const blankId = nextRowId(isExample(present) ? [] : present.account.positions);
  const first = Number(blankId.slice(1));
  const added: RowInput[] = [];
  const kept: Record<string, string | null> = {};
  const tooLong: string[] = [];
  let unread = 0;
  let isWider = false;
  const filled = rows.filter((each) => each.some((cell) => cell !== ''));
  const [top = []] = filled;
  const hasHeadings = filled.length > 1 && top.length > 1 && !top.some((cell) => /\d/.test(cell));
  const lines = hasHeadings ? filled.slice(1) : filled;
  if (hasHeadings ? namesOthers(top, isByShares) : !isByShares && lines.some(endsInPrice)) {
    openImport({ kind: 'text', text: filled.map((cells) => cells.join('\t')).join('\n') });
    return 'Its columns are others than these: it is read under Paste or import.';
  }
  const noHoldings: string[] = [];
  for (const cells of lines) {
    const [symbol = '', ...figures] = cells;
    if (isNoHolding(symbol, isByShares && figures[1] !== undefined && figures[1] !== '')) {
      noHoldings.push(cells.filter((cell) => cell !== '').join(' '));
      continue;
    }
    if (symbol.length > longestSymbol) {
      tooLong.push(cells.join(' '));
      continue;
    }
    const id = `p${first + added.length}`;
    const [held = '', at = ''] = figures;
    const worth = readWorth(isByShares ? `${held} @ ${at}` : held);
    const rateText = figures[isByShares ? 2 : 1] ?? '';
    const rate = rateText === '' ? ({ ok: true, value: null } as const) : readRate(rateText);
    isWider ||= figures.length > (isByShares ? 3 : 2);
    const value = worth.ok ? worth.value : { marketValue: '0' };
    added.push({ id, symbol, side: 'long', maintenanceRate: rate.ok ? rate.value : null, ...value });
    // What cannot be read stands in its field with the reason, and counts as nothing until it can.
    if (!worth.ok && isByShares) Object.assign(kept, { [`shares-${id}`]: held, [`price-${id}`]: at });
    else if (!worth.ok) kept[`value-${id}`] = held;
    if (!rate.ok) kept[`rate-${id}`] = rateText;
    if (!worth.ok || !rate.ok) unread += 1;
  }
  if (added.length > 0) commit(withRestBack(changeRows([], added, localDay())));
  keepTexts({ ...textsMoved(texts, blankId, `p${first + added.length}`), ...kept });
  const parts = [added.length === 1 ? '1 holding added' : `${added.length} holdings added`];
  if (unread > 0)
    parts.push(`${unread} not read in full: what is missing stands in its field with the reason`);
  if (tooLong.length > 0)
    parts.push(`left out, as a symbol has at most ${longestSymbol} letters: ${nameRows(tooLong)}`);
  if (noHoldings.length > 0) parts.push(`left out, as no holding: ${nameRows(noHoldings)}`);
  if (hasHeadings) parts.push(`“${top.join(' ')}” read as headings`);
  if (isWider) parts.push('further columns not used');
  return `${parts.join('; ')}.`;
}

const longestSymbol = 40;
/** So many rows left out are repeated word for word. */
const mostNamed = 3;

function nameRows(rows: readonly string[]): string {
  const named = rows.slice(0, mostNamed).map((row) => `“${row}”`);
  const rest = rows.length > named.length ? ` and ${rows.length - named.length} more` : '';
  return `${named.join(', ')}${rest}`;
}

/** Headings of positions in another order than the table's. */
function namesOthers(cells: readonly string[], isByShares: boolean): boolean {
  const { symbol, quantity, price, value } = columnsOf({ line: 1, cells, isBroken: false });
  if (symbol === undefined || (quantity === undefined && value === undefined)) return false;
  return symbol !== 0 || (isByShares ? quantity !== 1 || price !== 2 : value !== 1);
}

/** Symbol, shares and price: a bare figure above 100 is no requirement in percent. */
function endsInPrice([, , last = '']: readonly string[]): boolean {
  return (
    last.startsWith('$') || (/^\d[\d,]*(?:\.\d+)?$/.test(last) && Number(last.replaceAll(',', '')) > 100)
  );
}

/** Loan, cash and totals; at a price CASH and LOAN are shares. */
function isNoHolding(symbol: string, isPriced: boolean): boolean {
  return moneyNamed(symbol, isPriced) !== null || isTotal(symbol) || isPending(symbol);
}
