/**
 * The one gate through which anything on show is changed: the document with its history, a draft while a finger or a
 * keyboard is at work, and the raw text of fields that could not be read. Another account comes in by
 * `open-account.ts`; no other room writes to the store itself.
 */
import { create } from 'zustand';
import type { AccountInput } from '@/engine/account';
import type { SimulatorDocument } from '@/io/document';
import { type Edit, exampleDocument } from '@/state/account-edits';
import { afterEdit, afterLeaving, blankRow, isRowBegun, unfinishedOf } from '@/state/aside';
import type { Desk } from '@/state/desk';
import { type History, recordOver, redo, startHistory, undo } from '@/state/history';
import { hasRest } from '@/state/holding-edits';
import { textsAfterStep } from '@/state/kept-texts';
import { isListed, needsList } from '@/state/listing';
import { crossOpening, isOpening } from '@/state/openings';
import { type PlanSettings, startPlan } from '@/state/plan';
import { type Ending, isRecent, runAfter } from '@/state/run';
import { isSameDocument } from '@/state/same-document';
import type { NewRow, Unfinished, Work } from '@/state/saved-copy';
import { blankStory, type Story } from '@/state/story';
import { findStoryStep, noStorySteps, storyStepsAfter } from '@/state/story-steps';

/** How a page starts: with the example and nothing typed. */
export function startDesk(document: SimulatorDocument = exampleDocument): Desk {
  return {
    history: startHistory(document),
    draft: null,
    gesture: null,
    run: null,
    commits: 0,
    opened: 0,
    openings: [],
    savedAs: null,
    elsewhere: null,
    texts: {},
    newRow: blankRow,
    calledOn: null,
    story: blankStory,
    storySteps: noStorySteps,
    isListing: false,
    sought: null,
    notice: null,
    fileNotice: null,
    linkNotice: null,
    linked: [],
    aside: [],
    openLevers: {},
    areLinesShown: false,
    isComparing: false,
    isAnswerHidden: false,
    isRedacted: false,
    plan: startPlan,
  };
}

/** The store. Read it with a selector; write with the functions below. */
export const useDesk = create<Desk>()(() => startDesk());

const { getState, setState } = useDesk;

/** The document as it is shown now, in mid-gesture or at rest. */
export function selectDocument({ draft, history }: Desk): SimulatorDocument {
  return draft ?? history.present;
}

/** The account as it is shown now; the same object while only a lever moves. */
export function selectAccount(desk: Desk): AccountInput {
  return selectDocument(desk).account;
}

/**
 * Shows an edit of the document at rest without keeping it: a drag, or typing. What another gesture showed is kept
 * first: typing and then taking hold of a slider loses nothing.
 */
export function drag(gesture: string, edit: Edit): void {
  if (getState().gesture !== gesture) settle();
  setState(({ history }) => ({ gesture, draft: edit(history.present) }));
}

/** Keeps what a gesture shows, as one step; nothing when it changed nothing or is over already. */
export function release(gesture: string, at: number = performance.now()): void {
  if (getState().gesture === gesture) settle({ at, isPressed: false });
}

/**
 * Keeps what a key or a small button showed. Presses of one control that follow each other within a second are one
 * step together: ten presses of an arrow key are one thing to undo. `at` is the time in milliseconds.
 */
export function releasePress(gesture: string, at: number = performance.now()): void {
  const { gesture: current, run } = getState();
  if (current !== gesture) return;
  const takesIn = run?.isPressed === true && isRecent(run, gesture, at) ? run.steps : 0;
  settle({ at, isPressed: true, takesIn });
}

/** An edit in one step for a double click: the steps that its two clicks made are part of it. */
export function commitOver(gesture: string, edit: Edit, at: number = performance.now()): void {
  drag(gesture, edit);
  const { run } = getState();
  const takesIn = run !== null && isRecent(run, gesture, at) ? run.steps : 0;
  settle({ at, isPressed: true, takesIn });
}

/** An edit by a small button that is pressed again and again, as + and −. */
export function commitPress(gesture: string, edit: Edit, at: number = performance.now()): void {
  drag(gesture, edit);
  releasePress(gesture, at);
}

/** Forgets what a gesture shows. */
export function cancel(gesture: string): void {
  if (getState().gesture === gesture) setState(noGesture);
}

/** An edit in one step, for buttons. */
export function commit(edit: Edit): void {
  // Also what another edit shows at this moment: what listens to the store may commit while it is told of one.
  settle();
  drag('button', edit);
  settle();
}

const noGesture = { draft: null, gesture: null } as const;

/** Ends a gesture and keeps what it showed, as one step. */
export function settle(ending: Ending | null = null): void {
  const { draft, gesture, history, commits, aside } = getState();
  if (draft === null || isSameDocument(draft, history.present)) return setState(noGesture);
  const left = afterEdit(aside, here());
  const takesIn = ending?.takesIn ?? 0;
  const began = history.past[history.past.length - takesIn];
  const isBack = takesIn > 0 && began !== undefined && isSameDocument(draft, began);
  setState({
    ...noGesture,
    history: recordOver(history, takesIn, isBack ? began : draft),
    run: ending === null || gesture === null || isBack ? null : runAfter(getState().run, ending, gesture),
    commits: commits + 1,
    aside: left,
  });
}

/** One step back; a gesture under way is dropped instead. */
export function undoStep(): void {
  step(undo, true);
}

/** One step forward; a gesture under way is dropped instead. */
export function redoStep(): void {
  step(redo, false);
}

/** Remembers a text that a field refused, or forgets it. */
export function keepText(field: string, text: string | null): void {
  if ((getState().texts[field] ?? null) !== text) keepTexts({ [field]: text });
}

/** Remembers and forgets the texts of several fields at once. */
export function keepTexts(changes: Readonly<Record<string, string | null>>): void {
  const all = Object.entries({ ...getState().texts, ...changes });
  const texts = Object.fromEntries(all.flatMap(([field, text]) => (text === null ? [] : [[field, text]])));
  setState({ texts });
}

/** Changes the row that has no value yet. */
export function setNewRow(change: Partial<NewRow>): void {
  setState(({ newRow }) => ({ newRow: { ...newRow, ...change } }));
}

/** Says on which day the margin call came; null for today. */
export function setCalledOn(calledOn: string | null): void {
  setState({ calledOn });
}

/** Tells what happened otherwise, without a step to undo. */
export function setStory(change: (story: Story) => Story): void {
  setState(({ story }) => ({ story: change(story) }));
}

/** Tells what happened otherwise, as a step from what was told before. */
export function tellStory(change: (story: Story) => Story, before: Story = getState().story): void {
  setStory(change);
  setState({ storySteps: storyStepsAfter(getState(), before) });
}

/** Switches between one number for all holdings and a table of them. */
export function setListing(isListing: boolean): void {
  setState({ isListing });
}

/** Changes what is wished of a plan. */
export function setPlan(change: Partial<PlanSettings>): void {
  setState(({ plan }) => ({ plan: { ...plan, ...change } }));
}

/** Leads to a field by its id: `interest`, `rate-p1`, `lever-shift`; null once it is reached. */
export function goToField(sought: string | null): void {
  setState({ sought });
}

/** What is put aside once what is on show leaves; a saved account stays where it is saved. */
export function afterHere(): readonly Work[] {
  const { aside, savedAs } = getState();
  return savedAs === null ? afterLeaving(aside, here()) : aside;
}

/** What is on show at rest, with what is half typed. */
export function here(): Work {
  return { document: getState().history.present, ...halfTyped() };
}

/** What is half typed for the account on show. */
export function halfTyped(): Unfinished {
  const { texts, newRow, calledOn, story } = getState();
  return { texts, newRow, calledOn, story };
}

/** Opens or folds one row of the what-if. */
export function setLeverOpen(lever: string, isOpen: boolean): void {
  setState(({ openLevers }) => ({ openLevers: { ...openLevers, [lever]: isOpen } }));
}

/** Says that the two lines are on show, or no longer. */
export function setLinesShown(areLinesShown: boolean): void {
  setState({ areLinesShown });
}

/** Puts what-ifs beside today, or closes that. */
export function setComparing(isComparing: boolean): void {
  setState({ isComparing });
}

/** Covers the answer, or shows it again. */
export function setAnswerHidden(isAnswerHidden: boolean): void {
  setState({ isAnswerHidden });
}

/** Puts letters in place of the names in what is copied, or the names back. */
export function setRedacted(isRedacted: boolean): void {
  setState({ isRedacted });
}

/** Closes the notice about the saved copy. */
export function closeNotice(): void {
  setState({ notice: null });
}

function step(
  move: (history: History<SimulatorDocument>) => History<SimulatorDocument>,
  isBack: boolean,
): void {
  const { history, draft, commits, opened, newRow, texts, isListing: wasListing } = getState();
  if (draft !== null && !isSameDocument(draft, history.present)) return setState(noGesture);
  const told = findStoryStep(getState(), isBack);
  if (told !== null) return setState(told);
  const next = move(history);
  if (next === history) return;
  const { present: document } = next;
  const moved = { ...noGesture, history: next, run: null, commits: commits + 1 } as const;
  const later = isBack ? history.present : document;
  if (isOpening(getState(), later)) {
    const left = afterHere();
    const { side, openings } = crossOpening(getState(), later, isBack, halfTyped());
    const unfinished = side.unfinished ?? unfinishedOf(left, document);
    const isListing = isListed({ document, ...unfinished });
    // Another account is on show: what was wished of a plan was about the one that leaves.
    setState({
      ...moved,
      ...unfinished,
      openings,
      savedAs: side.savedAs,
      elsewhere: null,
      opened: opened + 1,
      storySteps: noStorySteps,
      isListing,
      aside: left,
      plan: startPlan,
    });
    return;
  }
  // One number that was split is one number again once the split is undone.
  const isUnsplit = hasRest(history.present) && !isRowBegun(newRow);
  const isListing = hasRest(document) || (wasListing && !isUnsplit);
  const isTable = isListing || needsList(document);
  setState({ ...moved, isListing, texts: textsAfterStep(texts, history.present, document, isTable) });
}
