/**
 * Brings documents of older versions to the current one, one small pure step a version. Version 1 is the first, so
 * there is no step yet; a step for version n stands at index n − 1 and gives version n + 1.
 */

/** One step: a document of one version becomes one of the next. It must accept anything and never throw. */
export type Migration = (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;

const steps: readonly Migration[] = [];

/** A document of an older version as one of the current version; its shape is checked afterwards. */
export function migrate(
  document: Readonly<Record<string, unknown>>,
  version: number,
): Readonly<Record<string, unknown>> {
  return steps.slice(version - 1).reduce((current, step) => step(current), document);
}
