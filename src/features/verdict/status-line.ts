// How an account that is not on show stands today, in the verdict's shortest form.
import type { SimulatorDocument } from '@/io/document';
import { selectView } from '@/state/figures';
import { localDay } from '@/state/today';
import { selectVerdict } from '@/state/verdict';
import { shortVerdict, wordVerdict } from './sentences';

/** "No call · 42.9 %", without its what-if. */
export function wordStatus(document: SimulatorDocument): string {
  const { shownScenario: _none, ...today } = document;
  const day = localDay();
  return shortVerdict(wordVerdict(selectVerdict(selectView(today)), null, { calledOn: day, today: day }));
}
