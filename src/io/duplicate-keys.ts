/**
 * Keys that stand twice in one object of a JSON text: the language's own reader keeps the last of them in silence, so
 * that a second "marginLoan" would take the place of the first. The text is known to be JSON: only strings and brackets
 * matter.
 */

interface Open {
  /** The keys met so far; null in a list. */
  readonly keys: Set<string> | null;
  /** The key, or the place in the list, that is being read; null where a key comes next. */
  at: string | number | null;
}

/** The path of each key that stood in its object before, in the order of the text. */
export function findDuplicateKeys(json: string): readonly (readonly (string | number)[])[] {
  const found: (string | number)[][] = [];
  const open: Open[] = [];
  for (let index = 0; index < json.length; index += 1) {
    const inner = open.at(-1);
    switch (json.charAt(index)) {
      case '{':
        open.push({ keys: new Set(), at: null });
        break;
      case '[':
        open.push({ keys: null, at: 0 });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (inner !== undefined) inner.at = typeof inner.at === 'number' ? inner.at + 1 : null;
        break;
      case '"': {
        const end = endOfString(json, index);
        if (inner !== undefined && inner.keys !== null && inner.at === null) {
          const key = String(JSON.parse(json.slice(index, end + 1)));
          inner.at = key;
          if (inner.keys.has(key)) found.push(open.flatMap(({ at }) => (at === null ? [] : [at])));
          inner.keys.add(key);
        }
        index = end;
        break;
      }
      default:
        break;
    }
  }
  return found;
}

/** The place of the quotation mark that ends the string begun at another. */
function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end;
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(json: string, place: number): boolean {
  let before = place;
  while (json[before - 1] === '\\') before -= 1;
  return (place - before) % 2 === 1;
}
