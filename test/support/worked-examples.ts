/** The published examples as typed rows. The file is kept as it was collected; its sources stand in it. */
import rows from '../engine/worked-examples.json';

export interface ExampleHolding {
  readonly symbol: string;
  readonly side: 'long' | 'short';
  readonly shares: number | null;
  readonly price: number | null;
  readonly marketValue: number;
  readonly maintenanceRate: number | null;
}

export interface Example {
  readonly id: string;
  readonly source: string;
  readonly status: string;
  readonly conflicts?: readonly string[];
  readonly inputs: {
    readonly holdings: readonly ExampleHolding[];
    readonly cash: number;
    readonly loan: number;
    readonly shortCredit: number;
  };
  readonly what_if?: {
    readonly marketValues?: Readonly<Record<string, number>>;
    readonly prices?: Readonly<Record<string, number>>;
    readonly maintenanceRates?: Readonly<Record<string, number>>;
    readonly sell?: { readonly amount: number; readonly maintenanceRate: number };
    readonly sellToMeet?: { readonly callAmount: number; readonly maintenanceRate: number };
  };
  readonly expected: Readonly<Record<string, number | boolean>>;
  readonly recomputed: Readonly<Record<string, number | boolean>>;
}

// Each row has some of the keys; the compiler sees a union of all the shapes that occur.
export const examples = rows as unknown as readonly Example[];
