// What a print shows, made when one begins. While the answer is covered or an entry leaves no figures, the page itself is
// printed as it stands.
import type { ReactNode } from 'react';
import { isExample } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { selectAccount, selectDocument, useDesk } from '@/state/store';
import { selectTypedView } from '@/state/typed-view';
import { usePrinting } from '@/ui/media';

/** The sheets there are. */
export interface OnPaperProps {
  /** The account with its what-if. */
  readonly account: ReactNode;
  /** A call explained, where that is on show. */
  readonly explained: ReactNode;
}

/** The one that is printed. */
export function OnPaper({ account, explained }: OnPaperProps) {
  const isPrinting = usePrinting();
  const isExplained = useDesk((desk) => desk.story.isOpen && !isExample({ account: selectAccount(desk) }));
  const hasSheet = useDesk((desk) => {
    const view = isExplained ? selectTypedView(selectAccount(desk)) : selectView(selectDocument(desk));
    return !desk.isAnswerHidden && view.ok;
  });
  if (!isPrinting || !hasSheet) return null;
  return isExplained ? explained : account;
}
