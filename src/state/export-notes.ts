// What a table or a picture that leaves is called, and what stands above its figures: whose account it is, of what day.
import type { SimulatorDocument } from '@/io/document';
import type { FiguresNotes } from '@/io/figures-csv';
import { fileName } from '@/io/json-file';
import { isExample } from '@/state/account-edits';
import { selectSpoken } from '@/state/redacted';
import { useDesk } from '@/state/store';
import { localDay } from '@/state/today';

/** The name of a file about what is on show. */
export function nameExport(what: string, ending: string): string {
  const { account } = selectSpoken(useDesk.getState());
  const name = isExample({ account }) ? 'Example' : account.name;
  return fileName(
    `${Array.from(name).slice(0, 24).join('')} ${what}`,
    account.enteredOn ?? localDay(),
    ending,
  );
}

/** What stands above the figures of an account. */
export function notesOnSheet({ account }: SimulatorDocument, rules: string): FiguresNotes {
  const { enteredOn, excluded = [] } = account;
  return [
    ['Account', isExample({ account }) ? 'Example' : account.name],
    ...(enteredOn === undefined ? [] : [['Prices of', enteredOn] as const]),
    ['Broker’s rules', rules],
    ...(excluded.length === 0
      ? []
      : [
          [
            'Incomplete',
            excluded.length === 1
              ? '1 imported row is in no figure'
              : `${excluded.length} imported rows are in no figure`,
          ] as const,
        ]),
  ];
}
