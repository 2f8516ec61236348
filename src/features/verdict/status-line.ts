// How an account that is not on show stands today, in the verdict's shortest form.
import type { SimulatorDocument } from '@/io/document';
import { selectView, selectViewBeside, type View } from '@/state/figures';
import { shownChanges } from '@/state/lever-edits';
import { localDay } from '@/state/today';
import { isStanding, selectVerdict } from '@/state/verdict';
import { formatMoneyShort } from '@/ui/format';
import { shortVerdict, wordVerdict } from './sentences';

/** "No call · 42.9 %", without its what-if. */
export function wordStatus(document: SimulatorDocument): string {
  const { shownScenario: _none, ...today } = document;
  return wordView(selectView(today));
}

/**
 * The same of a document's what-if on show, for one that is beside what the page shows, with what it leaves above the
 * requirement: distances are from today, so what-ifs that differ by the market's move alone have one distance.
 */
export function wordStanding(document: SimulatorDocument): string {
  const view = selectViewBeside(document.account, shownChanges(document));
  const verdict = selectVerdict(view);
  if (!isStanding(verdict) || verdict.figures.excess.sign() <= 0) return wordView(view);
  return `${wordView(view)} · ${formatMoneyShort(verdict.figures.excess, 'down')} above the requirement`;
}

function wordView(view: View): string {
  const day = localDay();
  return shortVerdict(wordVerdict(selectVerdict(view), null, { calledOn: day, today: day }));
}
