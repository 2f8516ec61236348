// Keeps the page usable without a network, and says when a newer version waits.
// The page never swaps itself: a person in the middle of typing decides when.
import { useRegisterSW } from 'virtual:pwa-register/react';

/** A notice with "Reload" and "Later" while a newer version waits; nothing otherwise. */
export function UpdatePrompt() {
  const {
    needRefresh: [isWaiting, setIsWaiting],
    updateServiceWorker,
  } = useRegisterSW();

  return (
    <div aria-live="polite">
      {isWaiting && (
        <p>
          A newer version of Headroom is ready.{' '}
          <button type="button" onClick={() => void updateServiceWorker(true)}>
            Reload
          </button>{' '}
          <button type="button" onClick={() => setIsWaiting(false)}>
            Later
          </button>
        </p>
      )}
    </div>
  );
}
