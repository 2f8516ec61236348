/**
 * Takes away what files carry and nobody sees: zero-width characters, unbreakable spaces, the marks with which spreadsheets
 * are told that a cell is text.
 */

/**
 * The text of a file without zero-width characters and byte-order marks, lines ending in one way, spaces ordinary. A zero byte
 * stays visible: what it stood for is lost, and the figures around it must not grow together.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll('\0', '\uFFFD')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\u00A0\u2007\u2009\u202F]/g, ' ')
    .replaceAll(/\r\n|\r|\u2028|\u2029/g, '\n');
}

/** A cell without the spaces around it, without an apostrophe that keeps it from being a formula, `="X"` as X. */
export function cleanCell(cell: string): string {
  const text = cell.trim();
  const quoted = /^="([^"]*)"$/.exec(text);
  if (quoted !== null) return (quoted[1] ?? '').trim();
  return /^'[=+\-@"'＝＋－＠]/u.test(text) ? text.slice(1) : text;
}
