// A row that is put elsewhere in its list loses the focus on the way: browsers take it from what is moved.

/** Gives the focus back to what had it, once the page is drawn anew, unless something else has it by then. */
export function focusAgain(element: HTMLElement): void {
  requestAnimationFrame(() => {
    if (element.isConnected && document.activeElement === document.body) element.focus();
  });
}
