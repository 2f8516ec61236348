/** Whether the account came to be on show in a call: the ways out of it are then what one looks for. */
import { useState } from 'react';
import { useDesk } from '@/state/store';
import { isInCall } from '@/state/verdict';

/** As it was when the account came on show: a call that a slider makes or ends moves nothing from under the finger. */
export function useCalled(): boolean {
  const present = useDesk(({ history }) => history.present);
  const opened = useDesk((desk) => desk.opened);
  const { account } = present;
  const [shown, setShown] = useState(() => ({ account, opened, isCalled: isInCall(present) }));
  if (shown.account === account && shown.opened === opened) return shown.isCalled;
  const next = { account, opened, isCalled: isInCall(present) };
  setShown(next);
  return next.isCalled;
}
