/**
 * The steps back and forward of what happened. They stand between those of the account: an entry is taken back only from
 * the account at which it was made, so what was done last goes first.
 */
import type { SimulatorDocument } from '@/io/document';
import { isSameJson } from '@/io/same-json';
import type { Story } from '@/state/story';

/** What was told, and the account that was on show when it was told otherwise. */
interface StoryStep {
  readonly story: Story;
  readonly document: SimulatorDocument;
}

/** What was told before, and what was taken back; nearest to the present last. */
export interface StorySteps {
  readonly past: readonly StoryStep[];
  readonly future: readonly StoryStep[];
}

/** Nothing told yet. */
export const noStorySteps: StorySteps = { past: [], future: [] };

const mostSteps = 200;

interface Telling {
  readonly story: Story;
  readonly storySteps: StorySteps;
  readonly history: { readonly present: SimulatorDocument };
}

/** The steps once something is told otherwise than before; the same again is no step. */
export function storyStepsAfter({ story, storySteps, history }: Telling, before: Story): StorySteps {
  if (isSameJson({ ...before, isOpen: story.isOpen }, story)) return storySteps;
  const step = { story: before, document: history.present };
  return { past: [...storySteps.past, step].slice(-mostSteps), future: [] };
}

/** One step back or forward of what is on show; null where the account's own step is next. */
export function findStoryStep(
  { story, storySteps, history }: Telling,
  isBack: boolean,
): Pick<Telling, 'story' | 'storySteps'> | null {
  const [from, to] = isBack ? (['past', 'future'] as const) : (['future', 'past'] as const);
  const step = storySteps[from].at(-1);
  if (!story.isOpen || step === undefined || step.document !== history.present) return null;
  const left = { story, document: step.document };
  return {
    story: { ...step.story, isOpen: true },
    storySteps: { ...storySteps, [from]: storySteps[from].slice(0, -1), [to]: [...storySteps[to], left] },
  };
}
