/**
 * What becomes of refused texts when undo or redo changes the account under them: each stays in its field, unless the
 * field's value changed or the field is gone.
 */
import type { PositionInput } from '@/engine/account';
import type { SimulatorDocument } from '@/io/document';
import { isSameJson } from '@/io/same-json';
import { blankAccount, isExample } from '@/state/account-edits';
import { nextRowId, rowField } from '@/state/holding-edits';

type Texts = Readonly<Record<string, string>>;

/** The texts that stay once `before` became `next`, with the table of holdings on show or not. */
export function textsAfterStep(
  texts: Texts,
  before: SimulatorDocument,
  next: SimulatorDocument,
  isListing: boolean,
): Texts {
  const [held, holding] = [positionsOf(before), positionsOf(next)];
  const [blank, nextBlank] = [nextRowId(held), nextRowId(holding)];
  const stays = Object.entries(texts).flatMap(([field, text]) => {
    const isOfRow = rowField.test(field);
    if (isOfRow ? !isListing : isListing && (field === 'holdings' || field === 'requirement')) return [];
    if (!isOfRow) return isSameJson(valueOf(field, before), valueOf(field, next)) ? [[field, text]] : [];
    const [column, id] = [columnOf(field), idOf(field)];
    // The blank row is the same row, whatever its number is now.
    if (id === blank) return [[`${column}-${nextBlank}`, text]];
    const [own, then] = [held, holding].map((all) => all.find((each) => each.id === id));
    const isKept = then !== undefined && isSameJson(figureOf(column, own), figureOf(column, then));
    return isKept ? [[field, text]] : [];
  });
  return Object.fromEntries(stays) as Texts;
}

function positionsOf(document: SimulatorDocument): readonly PositionInput[] {
  return isExample(document) ? none : document.account.positions;
}

const none: readonly PositionInput[] = [];

function columnOf(field: string): string {
  return field.slice(0, field.indexOf('-'));
}

function idOf(field: string): string {
  return field.slice(field.indexOf('-') + 1);
}

/** What a cell of a row shows. */
function figureOf(column: string, position: PositionInput | undefined): unknown {
  switch (column) {
    case 'rate':
      return position?.maintenanceRate ?? null;
    case 'leverage':
    case 'beta':
      return position?.[column] ?? null;
    case 'minimum':
      return position?.perShareMinimum ?? null;
    case 'weight':
      return position?.targetWeight ?? null;
    default:
      return [position?.marketValue ?? null, position?.shares ?? null, position?.price ?? null];
  }
}

/** What a field of the account shows; a lever's field looks after its text itself. */
function valueOf(field: string, document: SimulatorDocument): unknown {
  const account = isExample(document) ? blankAccount : document.account;
  switch (field) {
    case 'holdings':
      return figureOf('value', account.positions[0]);
    case 'requirement':
      return figureOf('rate', account.positions[0]);
    case 'loan':
      return account.marginLoan;
    case 'cash':
    case 'shortCredit':
      return account[field];
    case 'interest':
      return account.loanInterestRate ?? null;
    case 'minimumCash':
      return account.minimumCash ?? null;
    case 'entered-on':
      return account.enteredOn ?? null;
    default:
      return null;
  }
}
