// The import's place on the page: the drop target at all times, the dialog once it is wanted, with its own part of the code.
import { lazy, Suspense } from 'react';
import { useImporting } from '@/state/importing';
import { DropAnywhere } from './drop-anywhere';

const ImportDialog = lazy(() =>
  import('./import-dialog').then(({ ImportDialog: dialog }) => ({ default: dialog })),
);

/** Nothing to be seen until something is opened, dropped or pasted. */
export function ImportHost() {
  const isOpen = useImporting((state) => state.isOpen);
  return (
    <>
      <DropAnywhere />
      {isOpen && (
        <Suspense fallback={null}>
          <ImportDialog />
        </Suspense>
      )}
    </>
  );
}
