// The key H covers the answer and shows it again, from anywhere but a text field: for a class that guesses first.
import { useEffect } from 'react';
import { toggleAnswer } from '@/state/store';

/** Fields in which letters are letters. */
const typing =
  'input:not([type="range"]):not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]';

/** Listens as long as the page stands; draws nothing. */
export function AnswerKey() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, repeat, target } = event;
      if (key.toLowerCase() !== 'h' || ctrlKey || metaKey || altKey || repeat || event.defaultPrevented)
        return;
      if (target instanceof Element && target.closest(typing) !== null) return;
      event.preventDefault();
      toggleAnswer();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return null;
}
