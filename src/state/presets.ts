/**
 * Starter accounts in the document: what one becomes when it is opened, and whether the account on show is still one.
 */
import type { AccountInput } from '@/engine/account';
import type { SimulatorDocument } from '@/io/document';
import { isSameJson } from '@/io/same-json';
import { type Preset, presets } from '@/presets/accounts';

/** A starter account as a document; its what-if is the levers' own, so that "back to today" takes it away. */
export function documentOfPreset({ name, account, changes }: Preset): SimulatorDocument {
  const document = { app: 'headroom', schemaVersion: 1, account, scenarios: [] } as const;
  return changes.length === 0
    ? document
    : { ...document, scenarios: [{ id: 'what-if', name, changes }], shownScenario: 'what-if' };
}

const found = new WeakMap<AccountInput, Preset | null>();

/** The starter account that an account still is; null once a figure of it was changed. */
export function findPreset(account: AccountInput): Preset | null {
  const known = found.get(account);
  if (known !== undefined) return known;
  const match = presets.find((each) => each.name === account.name && isSameJson(each.account, account));
  found.set(account, match ?? null);
  return match ?? null;
}
