// What is typed and in no figure, in words: for whatever leaves the page without its fields.

/** Whole sentences; `row` is the number of the row that is no holding yet, `unread` how many entries could not be read. */
export function wordLeftOut(row: number | null, unread: number): readonly string[] {
  return [
    ...(row === null ? [] : [`Row ${row} is in no figure.`]),
    ...(unread === 0
      ? []
      : [unread === 1 ? '1 entry could not be read.' : `${unread} entries could not be read.`]),
  ];
}
