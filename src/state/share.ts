/**
 * What a link to be sent carries: the account and the what-if on show, less what the person leaves out of it. What is half
 * typed, what was told of a call, what was put aside and what-ifs that are not on show stay here.
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
  /** The labels of imported rows that no figure includes. That there are such rows is always told. */
  readonly hasLabels: boolean;
}

/** The document that a link carries. */
export function documentToShare(document: SimulatorDocument, choices: ShareChoices): SimulatorDocument {
  const { account, scenarios, shownScenario: id = null, ...rest } = document;
  const shown = choices.hasWhatIf ? scenarios.filter((scenario) => scenario.id === id) : [];
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
    scenarios: shown,
    ...(shown.length === 0 || id === null ? {} : { shownScenario: id }),
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
