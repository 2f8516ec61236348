/** The changes of a what-if in words, in their order: for the list beside the levers and for what is sent or read out. */
import type { SimulatorDocument } from '@/io/document';
import { selectToday, selectView } from '@/state/figures';
import { isIdleMarket, shownChanges } from '@/state/lever-edits';
import { selectSpoken } from '@/state/redacted';
import { listStages, positionsAlong } from '@/state/stages';
import { useDesk } from '@/state/store';
import { describeChange } from './change-words';
import { rateChangeOf } from './requirement-lever';

/** Each change with its place among all; a market that rests only says where it would move and is left out. */
export function listChangeWords(
  document: SimulatorDocument,
): readonly { readonly index: number; readonly type: string; readonly words: string }[] {
  const stages = listStages(document);
  const context = {
    positions: positionsAlong(document),
    today: selectToday(document.account)?.margin ?? null,
    rates: rateChangeOf(selectView(document)),
  };
  const changes = shownChanges(document);
  const market = changes.findIndex((change) => change.type === 'moveMarket' && !isIdleMarket(change));
  return changes.flatMap((change, index) => {
    if (isIdleMarket(change)) return [];
    const isMoved = market >= 0 && market < index;
    return [
      { index, type: change.type, words: describeChange(change, context, stages[index] ?? null, isMoved) },
    ];
  });
}

/** What differs from the account as typed, for the words that are sent or read out. */
export function listSpokenChanges(): readonly string[] {
  return listChangeWords(selectSpoken(useDesk.getState())).map(({ words }) => words);
}
