// Undo and redo: two buttons, the keys everybody knows, the browser's menu; while a text is being typed they are its own.
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { redoStep, undoStep, useDesk } from '@/state/store';
import { findStoryStep } from '@/state/story-steps';
import { focusInstead } from '@/ui/focus-again';

/** The two buttons, once there is a step to take back or to take again. */
export function HistoryButtons() {
  const canUndo = useDesk((desk) => desk.history.past.length > 0 || findStoryStep(desk, true) !== null);
  const canRedo = useDesk((desk) => desk.history.future.length > 0 || findStoryStep(desk, false) !== null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isBeingTyped(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && event.ctrlKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      (isRedo ? redoStep : undoStep)();
    };
    // Undo from a menu of the browser; it comes only where the browser has typing of its own to undo, and the page's
    // step is what is meant unless one is in the middle of it.
    const onBeforeInput = (event: InputEvent) => {
      const isRedo = event.inputType === 'historyRedo';
      if ((!isRedo && event.inputType !== 'historyUndo') || isBeingTyped(event.target)) return;
      event.preventDefault();
      (isRedo ? redoStep : undoStep)();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('beforeinput', onBeforeInput);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('beforeinput', onBeforeInput);
    };
  }, []);

  if (!canUndo && !canRedo) return null;
  return (
    <>
      <button
        type="button"
        className="button square"
        aria-label="Undo"
        disabled={!canUndo}
        onClick={({ currentTarget }) => {
          undoStep();
          // At the last step the button goes off: the other one is what can be pressed then.
          focusInstead(() => currentTarget.nextElementSibling);
        }}
      >
        <Undo2 aria-hidden="true" size={16} />
      </button>
      <button
        type="button"
        className="button square"
        aria-label="Redo"
        disabled={!canRedo}
        onClick={({ currentTarget }) => {
          redoStep();
          focusInstead(() => currentTarget.previousElementSibling);
        }}
      >
        <Redo2 aria-hidden="true" size={16} />
      </button>
    </>
  );
}

const textLike = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number', 'date']);

/** Whether the browser's own undo belongs to what has the focus: a field at rest says what its text is then. */
function isBeingTyped(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) {
    return textLike.has(target.type) && target.value !== target.dataset['rest'];
  }
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
