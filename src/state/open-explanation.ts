/** Opens and closes the explanation of a call. From the example it leads to typing the account as it is now. */
import { isExample } from '@/state/account-edits';
import { goToField, keepTexts, selectAccount, setListing, setStory, useDesk } from '@/state/store';

/** Shows the explanation; with nothing typed yet, the first field of the holdings as well. */
export function openExplanation(): void {
  setStory((story) => ({ ...story, isOpen: true }));
  if (!isExample({ account: selectAccount(useDesk.getState()) })) return;
  keepTexts({ holdings: null, requirement: null });
  setListing(true);
  goToField('symbol-p1');
}

/** Back to the account; what was told is kept. */
export function closeExplanation(): void {
  setStory((story) => ({ ...story, isOpen: false }));
}
