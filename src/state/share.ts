/**
 * What a link to be sent carries: the account and the what-if on show, less what the person leaves out of it; the others
 * that are kept only where that is wished. What is half typed, what was told of a call and what was put aside stay here.
 */
import type { SimulatorDocument } from '@/io/document';
import { redactDocument } from '@/io/redact';
import { isSameJson } from '@/io/same-json';
import { encodeLink } from '@/io/share-link';
import type { Preset } from '@/presets/accounts';
import { blankAccount } from '@/state/account-edits';
import { documentOfPreset, findPreset } from '@/state/presets';

/** What goes into the link. */
export interface ShareChoices {
  /** Letters in place of names; it takes the account's name and the labels of left-out rows with it. */
  readonly isRedacted: boolean;
  readonly hasName: boolean;
  readonly hasWhatIf: boolean;
  /** The what-ifs that are kept and not on show. */
  readonly hasOthers: boolean;
  /** The labels of imported rows that no figure includes. That there are such rows is always told. */
  readonly hasLabels: boolean;
}

/** The document that a link carries. */
export function documentToShare(document: SimulatorDocument, choices: ShareChoices): SimulatorDocument {
  const { account, scenarios, shownScenario: id = null, ...rest } = document;
  const sent = scenarios.filter((scenario) => (scenario.id === id ? choices.hasWhatIf : choices.hasOthers));
  const { excluded } = account;
  const shared = {
    ...rest,
    account: {
      ...account,
      ...(choices.hasName ? {} : { name: blankAccount.name }),
      ...(excluded === undefined || choices.hasLabels
        ? {}
        : { excluded: excluded.map(({ reason }, index) => ({ label: `Row ${index + 1}`, reason })) }),
    },
    scenarios: sent,
    ...(id === null || sent.every((scenario) => scenario.id !== id) ? {} : { shownScenario: id }),
  };
  return choices.isRedacted ? redactDocument(shared) : shared;
}

/** The published example that a document is to the last change; null for any other. */
export function findSharedPreset(document: SimulatorDocument): Preset | null {
  const preset = findPreset(document.account);
  return preset !== null && isSameJson(documentOfPreset(preset), document) ? preset : null;
}

/** The end of the address for a document, from the # on: short for a published example; null where none can carry it. */
export async function linkOf(document: SimulatorDocument): Promise<string | null> {
  const preset = findSharedPreset(document);
  return preset === null ? encodeLink(document) : `#preset=${preset.id}`;
}
