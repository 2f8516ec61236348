/**
 * A value, or the reasons why there is none. Issues carry a code, a place and figures; sentences are made elsewhere.
 */

/** What is wrong or worth knowing: a stable code, a JSON pointer to the place, and the figures that explain it. */
export interface Issue {
  readonly code: string;
  readonly path: string;
  readonly figures: Readonly<Record<string, string>>;
}

/** Either a value with warnings, or the issues that prevent one. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A value, with warnings where there are any. */
export function success<T>(value: T, warnings: readonly Issue[] = []): Result<T> {
  return { ok: true, value, warnings };
}

/** No value, and why. */
export function failure(issues: readonly Issue[]): {
  readonly ok: false;
  readonly issues: readonly Issue[];
} {
  return { ok: false, issues };
}

/** One issue; figures may be left out. */
export function issue(code: string, path: string, figures: Readonly<Record<string, string>> = {}): Issue {
  return { code, path, figures };
}

/** The value of a result that the caller knows to have one. Throws with the first issue's code where there is none. */
export function known<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`no value: ${result.issues.map(({ code }) => code).join()}`);
}
