// The tabs of the proof, in the order they stand.

/** A tab's name within the program. */
export type ProofTab = 'math' | 'holdings' | 'lines' | 'map' | 'brokers' | 'assumptions';

/** Every tab and its title. */
export const proofTabs: readonly { readonly id: ProofTab; readonly title: string }[] = [
  { id: 'math', title: 'Math' },
  { id: 'holdings', title: 'Holdings' },
  { id: 'lines', title: 'Lines' },
  { id: 'map', title: 'Map' },
  { id: 'brokers', title: 'Brokers' },
  { id: 'assumptions', title: 'Assumptions' },
];
