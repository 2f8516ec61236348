// Turns the what-if into the account, in one step that can be undone, and says beforehand what is rounded.
import { useDeferredValue, useMemo } from 'react';
import { adoptWhatIf, findAdopted } from '@/state/adopt-what-if';
import { commit, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { focusInstead } from '@/ui/focus-again';
import { findWhatIfTitle } from './what-if-title';

/** The button, and what it does beyond the plain figures. */
export function AdoptButton() {
  // At rest only, which is when it can be pressed, and behind the figures: a whole account takes too long for each step of
  // a slider, and for the frame of the last one.
  const document = useDeferredValue(useDesk(({ history }) => history.present));
  const adopted = useMemo(() => findAdopted(document), [document]);
  return (
    <>
      <div>
        <button
          type="button"
          className="button"
          disabled={adopted === null}
          onClick={() => {
            commit(adoptWhatIf(localDay()));
            focusInstead(findWhatIfTitle);
          }}
        >
          Make this my account
        </button>
      </div>
      {adopted?.isRounded === true && (
        <p className="note">
          {adopted.isFine
            ? 'Some figures have no end or too many decimals, and here a cent would decide about a call: they are rounded at the 18th decimal, so that the account stands where the what-if stands.'
            : 'Some figures have no end or too many decimals: money is then rounded to the cent and prices to six decimals, never in your favor.'}
        </p>
      )}
      {adopted?.hasShiftedRates === true && (
        <p className="note">Each requirement as it is now is then typed into its holding.</p>
      )}
    </>
  );
}
