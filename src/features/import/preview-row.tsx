// One row of the source: what it is read as, cells to mend it, and what becomes of it in words and as a shape.
import { Check, CircleDollarSign, CircleMinus, Minus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ImportRow } from '@/io/import/import-types';
import type { RowCell, RowChoice } from '@/state/import-choices';
import type { PriceFate } from '@/state/import-prices';
import { amountOf, canBeTaken, type SettledRow } from '@/state/import-row';
import { groupThousands } from '@/ui/decimal-text';
import { formatMoney } from '@/ui/format';
import { readMoney, readPrice, readShares } from '@/ui/typed-figures';
import { CellField } from './cell-field';
import { type FateShape, rowName, shortPrice, takeWords, wordFate, wordPriceFate } from './fate-words';
import styles from './preview-table.module.css';

interface PreviewRowProps {
  readonly index: number;
  readonly row: ImportRow;
  readonly settled: SettledRow;
  readonly choice: RowChoice;
  /** What becomes of a row's price; null where more than prices is taken over. */
  readonly priceFate: ((settled: SettledRow) => PriceFate | null) | null;
  readonly onChoice: (change: RowChoice) => void;
  /** Forgets a text that a cell refused. */
  readonly onForget: (cell: RowCell) => void;
}

const shapes: Readonly<Record<FateShape, typeof Check>> = {
  in: Check,
  money: CircleDollarSign,
  out: CircleMinus,
  open: TriangleAlert,
  nothing: Minus,
};

/** The row. Cash has an amount only; what is left out or no position shows what the file says. */
export function PreviewRow(props: PreviewRowProps) {
  const { row, settled, priceFate } = props;
  const { shape, words } =
    priceFate === null ? wordFate(row, settled) : wordPriceFate(row, settled, priceFate(settled));
  const Shape = shapes[shape];
  // An amount that was typed for cash can be typed again.
  const isTyped = settled.kind === 'cash' && props.choice.edit?.value !== undefined;
  const isEditable = settled.kind === 'holding' || settled.kind === 'open' || isTyped;
  return (
    <tr data-shape={shape} data-needs={settled.kind === 'open' ? '' : undefined}>
      <td data-cell="take">
        <Take {...props} />
      </td>
      {isEditable ? <EditCells {...props} /> : <ShownCells {...props} />}
      <td data-cell="fate">
        <div>
          <Shape aria-hidden="true" size={16} />
          <span>
            {words}
            <small>{sourceWords(row)}</small>
          </span>
        </div>
      </td>
    </tr>
  );
}

/** Taken in or left out. A row that is not understood is left out by a press, and taken in by mending it. */
function Take({ row, settled, priceFate, onChoice }: PreviewRowProps) {
  if (settled.kind === 'nothing' || !canBeTaken(row)) return null;
  if (priceFate !== null && isMoneyRow(row)) return null;
  if (settled.kind === 'open') {
    return (
      <button
        type="button"
        className={styles.leave}
        aria-label={`Leave out ${rowName(row)}`}
        onClick={() => onChoice({ isTaken: false })}
      >
        Leave out
      </button>
    );
  }
  return (
    <input
      type="checkbox"
      aria-label={takeWords(row)}
      checked={settled.kind !== 'out'}
      onChange={({ currentTarget }) => onChoice({ isTaken: currentTarget.checked })}
    />
  );
}

/** The figures as they stand, for a row that is no holding. */
function ShownCells({ row, settled }: PreviewRowProps) {
  const amount = settled.kind === 'cash' ? settled.amount : amountOf(row);
  const side = row.quantity === null ? '' : signed(row).startsWith('-') ? 'Short' : 'Long';
  if (settled.kind === 'nothing') {
    return (
      <td data-cell="source" colSpan={5}>
        {cellsText(row)}
      </td>
    );
  }
  return (
    <>
      <td data-cell="symbol">{rowName(row)}</td>
      <td data-cell="side">{side}</td>
      <td data-cell="shares">
        {row.quantity !== null && settled.kind === 'out' && groupThousands(size(row.quantity) ?? '')}
      </td>
      <td data-cell="price">{row.price !== null && settled.kind === 'out' && shortPrice(row.price)}</td>
      <td data-cell="value">{amount !== null && formatMoney(amount)}</td>
    </>
  );
}

function EditCells({ index, row, settled, choice, onChoice, onForget }: PreviewRowProps) {
  const { edit = {}, refused = {} } = choice;
  const name = rowName(row);
  const holding = settled.kind === 'holding' ? settled : null;
  const isMoney = isMoneyRow(row);
  const side = holding?.side ?? edit.side ?? (signed(row).startsWith('-') ? 'short' : 'long');
  const other = side === 'long' ? 'short' : 'long';
  const isSideOpen = settled.kind === 'open' && settled.needs.includes('side');
  const shares = holding?.shares ?? edit.shares ?? size(row.quantity);
  const price = holding?.price ?? edit.price ?? row.price;
  const hasBoth = holding !== null && holding.shares !== null && holding.price !== null;
  const cell = (each: Exclude<RowCell, 'symbol'>) => ({
    id: `import-${each}-${index}`,
    refused: refused[each],
    onKeep: (figure: string) => onChoice({ edit: { [each]: figure } }),
    onRefuse: (text: string | null) =>
      text === null ? onForget(each) : onChoice({ refused: { [each]: text } }),
  });
  return (
    <>
      <td data-cell="symbol">
        {isMoney ? (
          name
        ) : (
          <SymbolField
            label={`Symbol, line ${row.line}`}
            value={edit.symbol ?? row.symbol}
            onKeep={(symbol) => onChoice({ edit: { symbol } })}
          />
        )}
      </td>
      <td data-cell="side">
        {!isMoney &&
          (isSideOpen ? (
            <span role="group" aria-label={`Side of ${name}`} className={styles.sides}>
              {(['long', 'short'] as const).map((each) => (
                <button key={each} type="button" onClick={() => onChoice({ edit: { side: each } })}>
                  {each === 'long' ? 'Long' : 'Short'}
                </button>
              ))}
            </span>
          ) : (
            <button
              type="button"
              data-side={side}
              aria-label={`${name}: ${side}. Change the side`}
              onClick={() => onChoice({ edit: { side: other } })}
            >
              {side === 'long' ? 'Long' : 'Short'}
            </button>
          ))}
      </td>
      <td data-cell="shares">
        {!isMoney && (
          <CellField
            {...cell('shares')}
            label={`Shares of ${name}`}
            value={groupThousands(shares ?? '')}
            placeholder="shares"
            read={readShares}
          />
        )}
      </td>
      <td data-cell="price">
        {!isMoney && (
          <CellField
            {...cell('price')}
            label={`Price of ${name} in dollars`}
            value={price === null ? '' : shortPrice(price)}
            placeholder="price"
            read={(text) => readPrice(text.replaceAll('…', ''))}
          />
        )}
      </td>
      <td data-cell="value">
        {hasBoth ? (
          formatMoney(holding.worth)
        ) : (
          <CellField
            {...cell('value')}
            label={`Value of ${name} in dollars`}
            value={valueText(edit.value ?? size(row.value))}
            placeholder="value"
            read={readMoney}
          />
        )}
      </td>
    </>
  );
}

interface SymbolFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onKeep: (symbol: string) => void;
}

function SymbolField({ label, value, onKeep }: SymbolFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const finish = () => {
    setTyped(null);
    const next = (typed ?? value).trim();
    if (next !== value) onKeep(next);
  };
  return (
    <input
      className="control"
      aria-label={label}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
      value={typed ?? value}
      data-rest={value}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={finish}
      onKeyDown={({ key }) => {
        if (key === 'Enter') finish();
        if (key === 'Escape') setTyped(null);
      }}
    />
  );
}

/** Where a row comes from; of one that was not understood all its cells, as whoever mends it needs them. */
function sourceWords(row: ImportRow): string {
  const parts = [row.fate === 'unread' ? cellsText(row) : row.description, `line ${row.line}`];
  return parts.filter((each) => /\w/.test(each)).join(' · ');
}

const longestSource = 120;

function cellsText({ cells }: ImportRow): string {
  const text = cells.filter((cell) => cell.trim() !== '').join(' · ');
  return text.length > longestSource ? `${text.slice(0, longestSource)}…` : text;
}

function isMoneyRow({ fate, money }: ImportRow): boolean {
  return money !== null || fate === 'cash' || fate === 'moneyMarket' || fate === 'pending';
}

function signed({ quantity, value }: ImportRow): string {
  return quantity ?? value ?? '';
}

function size(text: string | null): string | null {
  return text === null ? null : text.replace(/^-/, '');
}

function valueText(value: string | null): string {
  return value === null ? '' : groupThousands(value);
}
