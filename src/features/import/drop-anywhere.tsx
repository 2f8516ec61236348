// A file may be dropped anywhere on the page, and a table pasted anywhere outside a field. Without this a dropped file would
// take the place of the page, and with it of all that is typed.
import { useEffect, useRef } from 'react';
import { handOverFiles, handOverText } from './hand-over';
import styles from './import.module.css';

/** The target, shown while a file is dragged over the page, above whatever is open. */
export function DropAnywhere() {
  const target = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = (isShown: boolean) => {
      const box = target.current;
      if (box === null || box.matches(':popover-open') === isShown) return;
      if (isShown) box.showPopover();
      else box.hidePopover();
    };
    const onDrag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      show(true);
    };
    const onLeave = (event: DragEvent) => {
      // Out of the window, and not only from one part of the page to another.
      if (event.relatedTarget === null) show(false);
    };
    const onDrop = (event: DragEvent) => {
      show(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      void handOverFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isField(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) {
        event.preventDefault();
        void handOverFiles(files);
      } else if (handOverText(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
    };
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, []);
  return (
    <div ref={target} popover="manual" aria-hidden="true" className={styles.drop}>
      <p>Drop it here: a broker’s file, or an account saved by Headroom</p>
    </div>
  );
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
