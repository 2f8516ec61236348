/**
 * What is copied under letters in place of names: the document at rest, and what happened to it. All that is said of them
 * is made anew from these, so no sentence ever had a name to lose. Whether it is wanted is never saved.
 */
import type { SimulatorDocument } from '@/io/document';
import { nameByLetters, redactAccount, redactDocument } from '@/io/redact';
import type { Desk } from '@/state/desk';
import { type Explained, explain, selectExplained } from '@/state/explained';
import { selectDocument } from '@/state/store';
import type { Story } from '@/state/story';

const documents = new WeakMap<SimulatorDocument, SimulatorDocument>();

/** The document that words and sheets to copy speak of: without names where that is wished, and then between gestures. */
export function selectSpoken(desk: Desk): SimulatorDocument {
  if (!desk.isRedacted) return selectDocument(desk);
  const { present } = desk.history;
  const known = documents.get(present);
  if (known !== undefined) return known;
  const redacted = redactDocument(present);
  documents.set(present, redacted);
  return redacted;
}

let last: {
  readonly document: SimulatorDocument;
  readonly story: Story;
  readonly explained: Explained | null;
} | null = null;

/** The account that is spoken of, before and now; null while it has no figures. */
export function selectSpokenExplained(desk: Desk): Explained | null {
  if (!desk.isRedacted) return selectExplained(desk);
  const document = desk.history.present;
  const { story } = desk;
  if (last?.document !== document || last.story !== story) {
    const { account } = selectSpoken(desk);
    last = { document, story, explained: explain(account, redactStory(story, document)) };
  }
  return last.explained;
}

function redactStory(story: Story, document: SimulatorDocument): Story {
  const { compared, holdings } = story;
  const redaction = nameByLetters(document, compared?.account ?? null);
  return {
    ...story,
    holdings: Object.fromEntries(Object.entries(holdings).map(([id, told]) => [redaction.id(id), told])),
    compared: compared === null ? null : { name: '', account: redactAccount(compared.account, redaction) },
  };
}
