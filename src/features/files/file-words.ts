// What the page says of a file: refused, opened, several accounts in it, saved.
import type { FileNotice } from '@/state/open-file';

/** How a file is called in a sentence. */
function nameOf(file: string): string {
  return file === '' ? 'The file' : `“${file.length > 60 ? `${file.slice(0, 59)}…` : file}”`;
}

/** The first sentence of a notice. */
export function wordNotice(notice: FileNotice): string {
  const file = nameOf(notice.file);
  switch (notice.kind) {
    case 'refused':
      return `${file} was not opened. Your own work is as it was.`;
    case 'opening':
      return `${file} is being opened…`;
    case 'too-large':
      return `${file} was not opened: it is larger than any account. Your own work is as it was.`;
    case 'opened': {
      const name = notice.name.trim() === '' ? 'The account' : `“${notice.name}”`;
      const from = notice.file === '' ? '' : ` from ${file}`;
      const aside = notice.hasAside
        ? ' What you had is put aside in the menu, and Undo goes back to it.'
        : '';
      return `${name}${from} is open.${aside}`;
    }
    case 'several': {
      const count = notice.accounts.filter(({ ok }) => ok).length;
      return count === 0
        ? `${file} was not opened: none of the accounts in it can be read. Your own work is as it was.`
        : `${file} holds ${notice.accounts.length === 1 ? 'one account' : `${notice.accounts.length} accounts`}. Nothing is opened yet.`;
    }
  }
}

/** What stands beside the button once a file is saved: its name, and what is not in it. */
export function wordSaved(file: string, leftOut: number, hasUnfinishedRow: boolean): string {
  const missing = [
    ...(hasUnfinishedRow ? ['the row that is not complete'] : []),
    ...(leftOut === 0
      ? []
      : [leftOut === 1 ? '1 entry that could not be read' : `${leftOut} entries that could not be read`]),
  ];
  const without = missing.length === 0 ? '' : ` Not in it: ${missing.join(' and ')}.`;
  return `Saved as ${file}.${without}`;
}
