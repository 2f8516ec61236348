// The account form's values: what stands in each field while it is typed or refused, null while it is at rest.

/** Raw text by field. */
export type RawTexts = Record<string, string | null>;

/** A field's name in the form, which gives a meaning to points and brackets; ids may hold any character. */
export function fieldName(field: string): string {
  return field.replaceAll(/[^\w-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`);
}
