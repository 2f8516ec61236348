// The ways in: a button at the account's + Add line, and one among the files of the menu.
import { ClipboardPaste } from 'lucide-react';
import type { MouseEvent } from 'react';
import { openImport } from '@/state/importing';

/** The button beside the holdings. */
export function ImportDoor() {
  return (
    <button type="button" className="button" data-screen="" onClick={() => openImport()}>
      Paste or import
    </button>
  );
}

/** The button in the menu, which closes first: the focus comes back to its own button afterwards. */
export function ImportItem() {
  const open = ({ currentTarget }: MouseEvent) => {
    currentTarget.closest<HTMLElement>('[popover]')?.hidePopover?.();
    openImport();
  };
  return (
    <button type="button" className="button" onClick={open}>
      <ClipboardPaste aria-hidden="true" size={16} />
      Paste or import
    </button>
  );
}
