/** Another account on show: the example, a starter account, one from elsewhere, or own work brought back; each is one step. */
import type { SimulatorDocument } from '@/io/document';
import { isSameJson } from '@/io/same-json';
import type { Preset } from '@/presets/accounts';
import { exampleDocument } from '@/state/account-edits';
import { blankRow } from '@/state/aside';
import { record } from '@/state/history';
import { isListed } from '@/state/listing';
import { openingsWith } from '@/state/openings';
import { startPlan } from '@/state/plan';
import { documentOfPreset } from '@/state/presets';
import type { Work } from '@/state/saved-copy';
import { afterHere, halfTyped, settle, useDesk } from '@/state/store';
import { blankStory } from '@/state/story';
import { noStorySteps } from '@/state/story-steps';

const { getState, setState } = useDesk;

/** Back to the example, with nothing typed, in one step. Own work on show is put aside, as by opening an example. */
export function startAgain(): void {
  openDocument(exampleDocument);
}

/** Opens a starter account in one step. Own work on show is put aside; what was put aside before stays. */
export function openPreset(preset: Preset): void {
  openDocument(documentOfPreset(preset));
}

/** Opens a document from elsewhere (a file, a link, an import) in one step. Own work on show is put aside. */
export function openDocument(document: SimulatorDocument): void {
  settle();
  show({ document, texts: {}, newRow: blankRow, calledOn: null }, afterHere(), null);
}

/** Opens work that was put aside, in one step; own work on show takes its place there. */
export function bringBack(work: Work): void {
  settle();
  const aside = afterHere().filter((each) => each !== work);
  const { account } = work.document;
  const isFirst = isSameJson(account, exampleDocument.account);
  const document = isFirst ? { ...work.document, account: exampleDocument.account } : work.document;
  show({ ...work, document }, aside, null);
}

/** Puts work on show in one step, with what is then put aside and where it is saved. */
export function show(work: Work, aside: readonly Work[], savedAs: string | null): void {
  const { texts, newRow, calledOn, story = blankStory } = work;
  // Another object than any step before: the same account may have been opened already.
  const document = { ...work.document };
  const { history, commits, opened } = getState();
  const isListing = isListed(work);
  const next = record(history, document);
  const moved = { history: next, run: null, commits: commits + 1, opened: opened + 1 } as const;
  const openings = openingsWith(getState(), document, halfTyped(), savedAs);
  const plan = startPlan;
  setState({
    ...moved,
    openings,
    savedAs,
    elsewhere: null,
    texts,
    newRow,
    calledOn,
    story,
    storySteps: noStorySteps,
    isListing,
    aside,
    plan,
    fileNotice: null,
    linkNotice: null,
  });
}
