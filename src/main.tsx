// Start-up: opens the saved copy and puts the page into the document. Nothing else belongs here.
// First, because it names the order of the style layers.
import '@/styles.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app';
import { beginAutosave } from '@/state/autosave';
import { browserShelf } from '@/state/saved-copy';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
beginAutosave(browserShelf());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
