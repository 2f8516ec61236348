// Start-up: opens the saved copy, then what the address leads to, and puts the page into the document. Nothing else
// belongs here.
// First, because it names the order of the style layers.
import '@/styles.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app';
import { beginAutosave } from '@/state/autosave';
import { beginLinks } from '@/state/open-link';
import { isLarge, prepareInSteps } from '@/state/prepare';
import { browserShelf, sessionShelf } from '@/state/saved-copy';
import { selectDocument, useDesk } from '@/state/store';
import { workInSlices } from '@/ui/idle-work';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
beginAutosave(browserShelf(), sessionShelf());
// What the address carries is on show from the first moment on.
await beginLinks(window, browserShelf());
await prepared();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

/**
 * Thousands of holdings are worked out in slices, so that the tab answers while it starts; a few are by the page itself,
 * and so is whatever fails here: the page is drawn in any case.
 */
function prepared(): Promise<void> {
  const document = selectDocument(useDesk.getState());
  if (!isLarge(document)) return Promise.resolve();
  return new Promise((done) => {
    workInSlices(prepareInSteps(document), done, done);
  });
}
