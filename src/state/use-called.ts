/** Whether the account came to be on show in a call: the ways out of it are then what one looks for. */
import { useState } from 'react';
import { useDesk } from '@/state/store';
import { isInCall } from '@/state/verdict';

/** As it was when the account came on show: a call that a slider makes or ends moves nothing from under the finger. */
export function useCalled(): boolean {
  // No more of the document than that: the whole page would be drawn anew with every slider that is let go.
  const account = useDesk(({ history }) => history.present.account);
  const opened = useDesk((desk) => desk.opened);
  const look = () => ({ account, opened, isCalled: isInCall(useDesk.getState().history.present) });
  const [shown, setShown] = useState(look);
  if (shown.account === account && shown.opened === opened) return shown.isCalled;
  const next = look();
  setShown(next);
  return next.isCalled;
}
