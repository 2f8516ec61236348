// Undo and redo: two buttons, and the keys everybody knows, outside text fields only.
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { redoStep, undoStep, useDesk } from '@/state/store';

/** The two buttons, once there is a step to take back or to take again. */
export function HistoryButtons() {
  const canUndo = useDesk(({ history }) => history.past.length > 0);
  const canRedo = useDesk(({ history }) => history.future.length > 0);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTextField(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && event.ctrlKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      (isRedo ? redoStep : undoStep)();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  if (!canUndo && !canRedo) return null;
  return (
    <>
      <button
        type="button"
        className="button square"
        aria-label="Undo"
        disabled={!canUndo}
        onClick={undoStep}
      >
        <Undo2 aria-hidden="true" size={16} />
      </button>
      <button
        type="button"
        className="button square"
        aria-label="Redo"
        disabled={!canRedo}
        onClick={redoStep}
      >
        <Redo2 aria-hidden="true" size={16} />
      </button>
    </>
  );
}

/** Whether the browser's own undo belongs to what has the focus. */
function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
