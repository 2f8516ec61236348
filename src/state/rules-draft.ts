/**
 * Rules of one's own while they are being typed: kept with the other texts that are in no figure yet, so that closing
 * the editor, another account or a reload loses nothing of them.
 */
import type { Desk } from '@/state/desk';
import { keepText } from '@/state/store';

/** The draft's place among the texts. */
export const rulesDraft = 'custom-rules';

/** The draft as it was written; null for none. */
export function selectRulesDraft({ texts }: Desk): string | null {
  return texts[rulesDraft] ?? null;
}

/** Keeps a draft, or forgets it. */
export function keepRulesDraft(draft: string | null): void {
  keepText(rulesDraft, draft);
}
