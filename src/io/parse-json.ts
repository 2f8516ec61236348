/** JSON that may be none: what browsers keep can have been changed by anybody. */

/** The value that a text stands for, yet to be checked; null where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
