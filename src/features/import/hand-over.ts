// What was dropped or pasted goes where it belongs: an account saved by Headroom is opened, anything else is read as a
// broker's file.
import { openImport } from '@/state/importing';
import { mostLetters, openFileInSlices } from '@/state/open-file';
import { workInSlices } from '@/ui/idle-work';

const startBytes = 1_000;

/** Hands over files: the first is read, the others are named. */
export async function handOverFiles(files: readonly File[]): Promise<void> {
  const [file, ...others] = files;
  if (file === undefined) return;
  if (file.size <= mostLetters && isDocument(await startOf(file)))
    openFileInSlices(workInSlices, await file.text(), file.name);
  else
    openImport(
      { kind: 'file', file },
      others.map(({ name }) => name),
    );
}

/** Hands over text; false where it is neither an account nor rows, and so no business of the import. */
export function handOverText(text: string): boolean {
  if (isDocument(text.slice(0, startBytes))) openFileInSlices(workInSlices, text);
  else if (hasRows(text)) openImport({ kind: 'text', text });
  else return false;
  return true;
}

/** A file that cannot be read is none: what reads it next says so. */
async function startOf(file: File): Promise<string> {
  try {
    return await file.slice(0, startBytes).text();
  } catch {
    return '';
  }
}

function isDocument(start: string): boolean {
  return /^[\s\uFEFF]*\{[^]{0,200}"app"\s*:\s*"headroom"/.test(start);
}

/** Several lines with figures: a word or a number that went astray is nothing to import. */
function hasRows(text: string): boolean {
  return text.trim().split(/\r\n|\r|\n/).length > 1 && /\d/.test(text);
}
