// The account form's values: what stands in each field while it is typed or refused, null while it is at rest.
import { rowField } from '@/state/holding-edits';

/** Raw text by field. */
export type RawTexts = Record<string, string | null>;

/** A field's name in the form, which gives a meaning to points and brackets; ids may hold any character. */
export function fieldName(field: string): string {
  return field.replaceAll(/[^\w-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`);
}

/** The texts of one row under another's id, and null for each under its own. */
export function textsMoved(
  texts: Readonly<Record<string, string>>,
  from: string,
  to: string,
): Record<string, string | null> {
  const own = Object.entries(texts).filter(([field]) => rowField.test(field) && field.endsWith(`-${from}`));
  return Object.fromEntries(
    own.flatMap(([field, text]) => [
      [field, null],
      [`${field.slice(0, field.indexOf('-'))}-${to}`, text],
    ]),
  );
}
