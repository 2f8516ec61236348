// The files of the menu: open one, save the account on show as one. Their keys work anywhere on the page.
import { Download, FolderOpen, Folders } from 'lucide-react';
import { type ChangeEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { SimulatorDocument } from '@/io/document';
import { documentFile, fileName } from '@/io/json-file';
import { selectUnreadEntries } from '@/state/left-out';
import { mostLetters, openFileInSlices, sayOfFile } from '@/state/open-file';
import { selectDocument, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { selectUnfinishedRow } from '@/state/unfinished-row';
import { download } from '@/ui/download';
import { workInSlices } from '@/ui/idle-work';
import { ExportMenu, type SelectCurve } from './export-menu';
import { wordSaved } from './file-words';
import styles from './files.module.css';
import type { WordStatus } from './my-accounts';

const MyAccounts = lazy(() =>
  import('./my-accounts').then(({ MyAccounts: dialog }) => ({ default: dialog })),
);

/** What the menu takes from the page. */
export interface FilesMenuProps {
  readonly wordStatus: WordStatus;
  readonly selectCurve: SelectCurve;
  /** Further ways in and out. */
  readonly children?: ReactNode;
}

/** The section of the menu. */
export function FilesMenu({ wordStatus, selectCurve, children }: FilesMenuProps) {
  const [hasAccounts, setAccounts] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [saved, setSaved] = useState<{ readonly words: string; readonly of: SimulatorDocument } | null>(null);
  // What was saved is another account's, or an older state, as soon as anything changes.
  const said = useDesk(({ history }) => (saved?.of === history.present ? saved.words : ''));
  const save = () => setSaved({ words: saveFile(), of: useDesk.getState().history.present });
  const choose = () => input.current?.click();
  useFileKeys(save, choose);
  return (
    <div role="group" aria-label="Files" className={styles.section}>
      <span className={styles.label} aria-hidden="true">
        Files
      </span>
      <div className={styles.row}>
        <button type="button" className="button" onClick={choose}>
          <FolderOpen aria-hidden="true" size={16} />
          Open…
        </button>
        <button type="button" className="button" onClick={save}>
          <Download aria-hidden="true" size={16} />
          Save
        </button>
        <button
          type="button"
          className="button"
          aria-haspopup="dialog"
          onClick={({ currentTarget }) => {
            // First, so that the focus goes back to the menu's button and from the dialog to it again.
            currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
            setAccounts(true);
          }}
        >
          <Folders aria-hidden="true" size={16} />
          My accounts
        </button>
        {children}
      </div>
      {hasAccounts &&
        createPortal(
          <Suspense fallback={null}>
            <MyAccounts wordStatus={wordStatus} onClose={() => setAccounts(false)} />
          </Suspense>,
          document.body,
        )}
      <ExportMenu selectCurve={selectCurve} />
      {said !== '' && <p className={styles.said}>{said}</p>}
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="File with an account"
        onChange={(event) => void openChosen(event)}
      />
    </div>
  );
}

/** Saves the account on show with its what-if; gives what is to be said. */
function saveFile(): string {
  const desk = useDesk.getState();
  const document = selectDocument(desk);
  const { name, enteredOn = localDay() } = document.account;
  const file = fileName(name, enteredOn, 'json');
  download(file, new Blob([documentFile(document)], { type: 'application/json' }));
  return wordSaved(file, selectUnreadEntries(desk), selectUnfinishedRow(desk) !== null);
}

async function openChosen({ currentTarget }: ChangeEvent<HTMLInputElement>) {
  const [file] = currentTarget.files ?? [];
  const popup = currentTarget.closest<HTMLElement>('[popover]');
  // The same file again is a choice too.
  const empty = () => {
    currentTarget.value = '';
  };
  if (file === undefined) return;
  if (file.size > mostLetters) sayOfFile({ kind: 'too-large', file: file.name });
  else {
    try {
      openFileInSlices(workInSlices, await file.text(), file.name);
    } catch {
      sayOfFile({ kind: 'refused', file: file.name, issues: [] });
    }
  }
  empty();
  if (popup?.matches(':popover-open') === true) popup.hidePopover();
}

/** Ctrl+S and Ctrl+O, or with the command key: what the browser would do with them helps nobody here. */
function useFileKeys(save: () => void, choose: () => void): void {
  const latest = useRef({ save, choose });
  useEffect(() => {
    latest.current = { save, choose };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.repeat) return;
      const key = event.key.toLowerCase();
      if (key !== 's' && key !== 'o') return;
      event.preventDefault();
      if (key === 's') latest.current.save();
      else latest.current.choose();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
