// Runs before the page is painted: the look that was chosen, so that a dark room sees no white flash.
// The name of the entry and its values are src/state/theme.ts's.
try {
  const theme = localStorage.getItem('headroom.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that refuses its storage shows the system's look.
}
