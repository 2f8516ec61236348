// The door on the first screen: from the example to typing the account as it is now, and then what happened.
import { isExample } from '@/state/account-edits';
import { openExplanation } from '@/state/open-explanation';
import { selectAccount, useDesk } from '@/state/store';

/** The door; once an account is typed, the verdict has the way in. */
export function ExplainDoor() {
  const isFirst = useDesk((desk) => isExample({ account: selectAccount(desk) }) && !desk.story.isOpen);
  if (!isFirst) return null;
  return (
    <button type="button" className="button" data-opens="explanation" onClick={openExplanation}>
      Explain a call
    </button>
  );
}
