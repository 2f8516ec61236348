// A cell of the holdings as a field reads it: from the row as it is kept, and with what then happens to the account.
import { isExample } from '@/state/account-edits';
import { addRow, changeRow } from '@/state/holding-edits';
import { withRestBack } from '@/state/split';
import { cancel, drag, keepTexts, setNewRow, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import type { FieldReading } from './account-field';
import { type Column, readCell } from './cell-reading';

/** Reads a cell of a row as it is kept, and says what to show at once and what to keep at the end. */
export function readField(column: Column, text: string, id: string, isKept: boolean): FieldReading {
  const { texts, newRow, history } = useDesk.getState();
  const position = isKept ? history.present.account.positions.find((each) => each.id === id) : undefined;
  const waiting = { shares: texts[`shares-${id}`], price: texts[`price-${id}`] };
  const reading = readCell(column, text, { id, position, newRow, waiting });
  const field = `${column}-${id}`;
  switch (reading.kind) {
    case 'refused':
      return { ok: false, message: reading.message };
    case 'change': {
      const { change } = reading;
      // Shares that waited for their price, or the other way round, are no longer waiting.
      const keep = () => {
        if ('shares' in change) keepTexts({ [`shares-${id}`]: null, [`price-${id}`]: null });
      };
      return { ok: true, show: () => drag(field, withRestBack(changeRow(id, change, localDay()))), keep };
    }
    case 'add':
      return { ok: true, show: () => drag(field, withRestBack(addRow(reading.row, localDay()))) };
    case 'part':
      return { ok: true, show: () => cancel(field), keep: () => setNewRow(reading.part) };
  }
}

/** Whether a row is a holding by now. */
export function isHolding(id: string): boolean {
  const { present } = useDesk.getState().history;
  return !isExample(present) && present.account.positions.some((each) => each.id === id);
}
