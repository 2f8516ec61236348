// What is moved, taken away or switched off by its own press loses the focus, and whoever works by keyboard their place.

/** Gives the focus back to what had it, once the page is drawn anew, unless something else has it by then. */
export function focusAgain(element: HTMLElement): void {
  requestAnimationFrame(() => {
    if (element.isConnected && document.activeElement === document.body) element.focus();
  });
}

/** Gives the focus to what is found once the page is drawn anew, if what was pressed is gone or off by then. */
export function focusInstead(find: () => Element | null | undefined): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body && !activeElement.matches(':disabled'))
      return;
    const next = find();
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  });
}

/** The same for what is closed above the page: the menu is the first thing that can be pressed. */
export function focusMenu(): void {
  focusInstead(() => document.querySelector('header [popovertarget]'));
}
