/** Single keys that work anywhere on the page but where letters are text, or where something lies over the page. */
import { useEffect, useRef } from 'react';

/** Fields in which letters are letters, and layers with keys of their own. */
const apart =
  'input:not([type="range"]):not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"], dialog, [role="dialog"], [role="menu"]';

/** Listens as long as its component stands; `use` says whether it took the key, in lower case. */
export function usePageKeys(use: (key: string, isRepeated: boolean) => boolean): void {
  const latest = useRef(use);
  useEffect(() => {
    latest.current = use;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, repeat, target } = event;
      if (ctrlKey || metaKey || altKey || event.defaultPrevented) return;
      if (target instanceof Element && target.closest(apart) !== null) return;
      if (latest.current(key.toLowerCase(), repeat)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
