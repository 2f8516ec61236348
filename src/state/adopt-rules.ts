/**
 * Rules taken over from the editor or the list: the account gets them, and a what-if that only tried the same ones no
 * longer does. Rules of one's own give way to rules of one's own: there is one editor, and what is used came after.
 */
import type { RuleSetInput } from '@/engine/rule-set';
import { type Edit, setRuleSet } from '@/state/account-edits';
import { otherRulesOf, setOtherRules, shownChanges } from '@/state/lever-edits';

/** Puts the account under rules, in one step with what that makes of the what-if. */
export function adoptRules(rules: string | RuleSetInput): Edit {
  return (document) => {
    const tried = otherRulesOf(shownChanges(document));
    const isTried = tried !== null && idOf(tried) === idOf(rules);
    return setRuleSet(rules)(isTried ? setOtherRules(null)(document) : document);
  };
}

function idOf(rules: string | RuleSetInput): string {
  return typeof rules === 'string' ? rules : rules.id;
}
