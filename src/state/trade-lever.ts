/**
 * One holding bought or sold by a lever: a trade at the price on show, of its own in the what-if and gone at 0. Equity stays;
 * the requirement does not. Serves rules of rules.md.
 */
import type { Position, PositionInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { heldAfter } from '@/state/held-after';
import { shownChanges, withShownChanges } from '@/state/lever-edits';
import { listStages } from '@/state/stages';
import { dropChanges, repaymentsOf, takeActions } from '@/state/take-way';

/** What a trade is counted in: a holding known by its value alone trades by dollars. */
export type TradeUnit = 'shares' | 'amount';

/** What a holding trades by. */
export function tradeUnitOf({ shares }: PositionInput): TradeUnit {
  return shares === undefined ? 'amount' : 'shares';
}

/** How much is held of it, in its unit, as decimal text. */
export function heldOf({ shares, marketValue }: PositionInput): string {
  return shares ?? marketValue ?? '0';
}

/** What a document takes as it is. */
const exactText = /^\d{1,15}(\.\d{1,18})?$/;

/** How much is held of it where the lever's trade is made, behind what else the what-if does by then; cut off where it has no end. */
export function heldThere(document: SimulatorDocument, position: PositionInput): string {
  const at = ownTradeIn(shownChanges(document), position);
  const isIt = ({ id }: Position) => id === position.id;
  const view = selectView(document);
  const account = at < 0 ? null : (listStages(document)[at] ?? null);
  const held =
    account?.positions.find(isIt) ??
    (at < 0 && view.ok ? heldAfter(view.scene, view.move, isIt)?.[0] : undefined);
  const size = tradeUnitOf(position) === 'shares' ? held?.shares : held?.marketValue;
  if (size === undefined || size === null) return heldOf(position);
  const text = size.toText();
  return exactText.test(text) ? text : size.toFixed(tradeUnitOf(position) === 'shares' ? 6 : 2, 'down');
}

/** What the lever of a holding has bought, or sold below zero, as decimal text in its unit. */
export function tradedOf(changes: readonly ChangeInput[], position: PositionInput): string {
  const own = changes[ownTradeIn(changes, position)];
  if (own?.type !== 'trade') return '0';
  return own[tradeUnitOf(position)] ?? '0';
}

/** Buys so much of a holding, or sells below zero, in its unit; "0" takes the trade out. */
export function setTraded(position: PositionInput, size: string): Edit {
  const trade: ChangeInput = { type: 'trade', position: position.id, [tradeUnitOf(position)]: size };
  return (document) => {
    const changes = shownChanges(document);
    const at = ownTradeIn(changes, position);
    if (Number(size) === 0) return at < 0 ? document : dropChanges([at])(document);
    return at < 0 ? takeActions([trade])(document) : withShownChanges(document, changes.with(at, trade));
  };
}

/** The first trade of the holding in its own unit; not one that a repayment hangs on: that is a way out or a plan. */
function ownTradeIn(changes: readonly ChangeInput[], position: PositionInput): number {
  const unit = tradeUnitOf(position);
  return changes.findIndex(
    (change) =>
      change.type === 'trade' &&
      change.position === position.id &&
      change[unit] !== undefined &&
      repaymentsOf(changes, [change]).length === 0,
  );
}
