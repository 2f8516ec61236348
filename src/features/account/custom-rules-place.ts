// Where the rules being typed already count: nowhere, or in the what-if, as they are or as they were before.

import type { Desk } from '@/state/desk';
import { otherRulesOf, shownChanges } from '@/state/lever-edits';
import { selectRulesDraft } from '@/state/rules-draft';
import { selectDocument } from '@/state/store';
import { readDraft, readRules } from './custom-rules-reading';

/** The what-if has what is typed, or something typed before it; or no figure has any of it. */
export type DraftPlace = 'whatIf' | 'earlier' | 'nowhere';

/** Where a draft counts; null without one. */
export function selectDraftPlace(desk: Desk): DraftPlace | null {
  const draft = selectRulesDraft(desk);
  if (draft === null) return null;
  const tried = otherRulesOf(shownChanges(selectDocument(desk)));
  if (tried === null || typeof tried === 'string') return 'nowhere';
  const texts = readDraft(draft);
  const reading = texts === null ? null : readRules(texts);
  return reading?.ok === true && JSON.stringify(reading.rules) === JSON.stringify(tried)
    ? 'whatIf'
    : 'earlier';
}

/** The same in a sentence. */
export const draftPlaceWords: Readonly<Record<DraftPlace, string>> = {
  whatIf: 'What you typed is in the what-if, not in your account.',
  earlier: 'What you typed is kept, and in no figure yet. The what-if has rules that you tried before.',
  nowhere: 'What you typed is kept, and in no figure yet.',
};
