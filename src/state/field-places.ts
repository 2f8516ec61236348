/**
 * Where the fields of the page stand: what the store knows them by, the id they are found by, and the section that must
 * be open for it. The market's own field is always in sight.
 */
import type { AccountInput } from '@/engine/account';

/** The sections that a field can be folded away in. */
export type Section = 'account' | 'what-if';

const leverField = /^(shift$|money$|days$|move-|required-|traded-)/;
const leverPrefix = 'lever-';

/** The id of a lever's field. */
export function leverId(field: string): string {
  return `${leverPrefix}${field}`;
}

/** The id of a field by its name in the store. */
export function fieldId(field: string, { positions }: AccountInput): string {
  if (leverField.test(field)) return leverId(field);
  return field === 'requirement' ? `rate-${positions[0]?.id ?? 'p1'}` : field;
}

/** The section in which the field of an id stands. */
export function sectionOf(id: string): Section {
  return id.startsWith(leverPrefix) && leverField.test(id.slice(leverPrefix.length)) ? 'what-if' : 'account';
}
