/** The what-if of one holding: where there is one, and the fields it has. */
import type { AccountInput } from '@/engine/account';
import { leverId } from '@/state/field-places';
import type { LeverTarget } from '@/state/lever-edits';
import { goToField } from '@/state/store';

/** Whether there is a holding that can move apart from the rest. */
export function canMoveHolding({ positions }: AccountInput): boolean {
  return positions.length > 1 || positions.some(({ shares }) => shares !== undefined);
}

/** The fields of a holding's or group's levers, by their names in the store. */
export function holdingFields(target: LeverTarget): Readonly<Record<'move' | 'rate' | 'traded', string>> {
  const id = 'group' in target ? `group-${target.group}` : target.position;
  return { move: `move-${id}`, rate: `required-${id}`, traded: `traded-${id}` };
}

/** Whether a field is one of them. */
export function isHoldingField(field: string): boolean {
  return /^(move|required|traded)-/.test(field);
}

/** Leads to the levers of a holding. */
export function goToHoldingLevers(position: string): void {
  goToField(leverId(holdingFields({ position }).move));
}
