// Dialogs where there is no browser: jsdom shows none.

/** Lets a dialog be shown and closed; nothing behind it is put out of reach. */
export function showDialogs() {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
}
