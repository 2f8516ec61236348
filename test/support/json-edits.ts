/** Edits of plain JSON by JSON pointer, for documents that are wrong in one place. */

/** A copy with the value at each pointer replaced; undefined takes it out. A pointer to nothing adds. */
export function edited(document: unknown, edits: Readonly<Record<string, unknown>>): unknown {
  let copy: unknown = structuredClone(document);
  for (const [pointer, value] of Object.entries(edits)) {
    const keys = keysOf(pointer);
    const last = keys.pop();
    if (last === undefined) {
      copy = value;
      continue;
    }
    const parent = keys.reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), copy);
    if (!isNode(parent)) throw new Error(`nothing at ${pointer}`);
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else parent[last] = value;
  }
  return copy;
}

/** The pointer of every value in a document, the whole first. */
export function pointersOf(value: unknown, at = ''): string[] {
  if (!isNode(value)) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pointersOf(inner, `${at}/${key}`))];
}

function keysOf(pointer: string): string[] {
  return pointer.split('/').slice(1);
}

/** Objects and arrays alike: both are read and written by key. */
function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
