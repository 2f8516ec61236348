/** Whether two plain values say the same, whatever the order of their keys. */

/** Equal as JSON. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return a === b || sortedJson(a) === sortedJson(b);
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
