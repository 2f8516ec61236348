/** The headings of Headroom's own table of positions: written by one module, read back by another. */
import type { ImportColumn } from './import-types';

/** Headings and what stands below them, in the order in which they are written. */
export const ownHeadings = [
  ['Symbol', 'symbol'],
  ['Side', 'side'],
  ['Shares', 'quantity'],
  ['Price', 'price'],
  ['Value', 'value'],
  ['Rate', 'rate'],
  ['Minimum per share', 'perShareMinimum'],
  ['Beta', 'beta'],
  ['Group', 'group'],
  ['Leverage', 'leverage'],
  ['Marginable', 'marginable'],
  ['Target weight', 'targetWeight'],
] as const satisfies readonly (readonly [string, ImportColumn])[];
