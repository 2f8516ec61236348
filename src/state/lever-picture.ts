/**
 * What a lever alone does: excess at places of its scale, all else of the what-if kept. Serves rule R-04 of rules.md.
 */
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { evaluateMargin } from '@/engine/margin';
import type { Money } from '@/engine/quantity';
import { parseChanges } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import type { Edit } from '@/state/account-edits';
import { selectToday } from '@/state/figures';
import { shownChanges } from '@/state/lever-edits';

/** Excess after each edit of a document, one after the other; null where the what-if is then impossible. */
export function* listExcess(
  document: SimulatorDocument,
  edits: readonly Edit[],
): Generator<void, readonly (Money | null)[]> {
  const account = selectToday(document.account)?.account ?? null;
  const excess: (Money | null)[] = [];
  for (const edit of edits) {
    excess.push(account === null ? null : excessOf(account, edit(document)));
    yield;
  }
  return excess;
}

function excessOf(account: Account, document: SimulatorDocument): Money | null {
  const changes = parseChanges(shownChanges(document), ruleSets, '');
  const applied = changes.ok ? applyChanges(account, changes.value) : changes;
  return applied.ok ? evaluateMargin(applied.value).excess : null;
}
