// By when the call is to be met, counted from its day; a broker that makes no call has neither.
import { listDays } from '@/engine/due-date';
import { isCallDay, selectCallDay } from '@/state/call-day';
import type { Explained } from '@/state/explained';
import { isLiquidating } from '@/state/liquidation';
import { setCalledOn, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { CallDayField } from '@/ui/call-day-field';
import { callDayNote } from '@/ui/day';
import { StrongText } from '@/ui/strong-text';
import { wordDue } from './way-words';

/** The sentence, and the day from which it counts. */
export function ByWhen({ explained }: { readonly explained: Explained }) {
  const calledOn = useDesk(selectCallDay);
  const isSaid = useDesk((desk) => desk.calledOn !== null);
  const today = localDay();
  return (
    <>
      <p>
        <StrongText text={wordDue(explained, calledOn, today)} />
      </p>
      {!isLiquidating(explained.account.ruleSet) && (
        <CallDayField
          calledOn={calledOn}
          today={today}
          isSaid={isSaid}
          note={callDayNote(listDays(calledOn, calledOn)[0], today)}
          isDay={isCallDay}
          onDay={setCalledOn}
        />
      )}
    </>
  );
}
