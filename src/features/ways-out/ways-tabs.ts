// The tabs of the ways out, in the order they stand; a new one is its file and a line here.
import type { ComponentType } from 'react';
import type { SimulatorDocument } from '@/io/document';
import type { View } from '@/state/figures';
import type { Standing } from '@/state/verdict';
import { ByWhenTab } from './by-when-tab';
import { EachWay } from './each-way';
import { NothingDoneTab } from './nothing-done-tab';
import { PlanTab } from './plan-tab';

/** What every tab is handed: the account on show at rest, what-if included, and how it stands. */
export interface WaysTabProps {
  readonly document: SimulatorDocument;
  readonly view: View;
  readonly standing: Standing;
  /** The further move that there is to be room for, as a ratio in decimal text: one for all tabs. */
  readonly room: string;
}

interface WaysTab {
  readonly id: string;
  readonly title: string;
  /** Says nothing where there is no call. */
  readonly onlyInCall: boolean;
  readonly Content: ComponentType<WaysTabProps>;
}

/** Every tab there is. */
export const waysTabs: readonly WaysTab[] = [
  { id: 'each', title: 'Each way', onlyInCall: false, Content: EachWay },
  { id: 'plan', title: 'A plan', onlyInCall: false, Content: PlanTab },
  { id: 'nothing', title: 'If nothing is done', onlyInCall: true, Content: NothingDoneTab },
  { id: 'when', title: 'By when', onlyInCall: true, Content: ByWhenTab },
];
