// Start-up: opens the saved copy, then what the address leads to, and puts the page into the document. Nothing else
// belongs here.
// First, because it names the order of the style layers.
import '@/styles.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app';
import { beginAutosave } from '@/state/autosave';
import { beginLinks } from '@/state/open-link';
import { browserShelf, sessionShelf } from '@/state/saved-copy';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
beginAutosave(browserShelf(), sessionShelf());
// What the address carries is on show from the first moment on.
await beginLinks(window, browserShelf());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
