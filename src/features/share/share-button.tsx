// "Share link…" of the menu: closes the menu and opens the dialog, which is loaded only then.
import { Link } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';

const ShareDialog = lazy(() =>
  import('./share-dialog').then(({ ShareDialog: dialog }) => ({ default: dialog })),
);

/** The button, and the dialog while it is open. */
export function ShareButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={({ currentTarget }) => {
          // First, so that the focus goes back to the menu's button and from the dialog to it again.
          currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
          setOpen(true);
        }}
      >
        <Link aria-hidden="true" size={16} />
        Share link…
      </button>
      {isOpen &&
        createPortal(
          <Suspense>
            <ShareDialog onClose={() => setOpen(false)} />
          </Suspense>,
          // Nothing in a closed menu is shown, not even what lies above it.
          document.body,
        )}
    </>
  );
}
