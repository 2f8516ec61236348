/** The one way to take an item that is known to be there from a list. */

/** The item at an index that the caller knows to be in the list. Throws when it is not. */
export function itemAt<T>(list: { readonly length: number; readonly [index: number]: T }, index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no item ${index} in a list of ${list.length}`);
  return item;
}
