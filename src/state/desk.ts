/** What the page remembers: the shape of the store. */
import type { AccountInput } from '@/engine/account';
import type { SimulatorDocument } from '@/io/document';
import type { Elsewhere } from '@/state/elsewhere';
import type { History } from '@/state/history';
import type { FileNotice } from '@/state/open-file';
import type { LinkNotice } from '@/state/open-link';
import type { Opening } from '@/state/openings';
import type { PlanSettings } from '@/state/plan';
import type { Run } from '@/state/run';
import type { NewRow, SavedCopyNotice, Work } from '@/state/saved-copy';
import type { Story } from '@/state/story';
import type { StorySteps } from '@/state/story-steps';

/** Everything the page remembers. Plain JSON. */
export interface Desk {
  readonly history: History<SimulatorDocument>;
  /** The document in mid-gesture; null between gestures. Nothing of it is kept until it is released. */
  readonly draft: SimulatorDocument | null;
  /** The field or slider that the gesture belongs to. */
  readonly gesture: string | null;
  /** The latest steps of one gesture, while another of its presses would still be part of them. */
  readonly run: Run | null;
  /** Counts commits, undo and redo: what is announced is announced once for each. */
  readonly commits: number;
  /** Counts how often another account was put on show. */
  readonly opened: number;
  /** The steps of the history that put another account on show. */
  readonly openings: readonly Opening[];
  /** Under which id the account on show is kept among the saved ones; null where it is not one of them. */
  readonly savedAs: string | null;
  /** What another tab did to the account on show; null for nothing. Never saved. */
  readonly elsewhere: Elsewhere | null;
  /** Text that a field refused, by field. */
  readonly texts: Readonly<Record<string, string>>;
  /** The row that is no holding yet. */
  readonly newRow: NewRow;
  /** The day of the margin call, YYYY-MM-DD; null counts as today. Not part of the document, and no step to undo. */
  readonly calledOn: string | null;
  /** What happened before the account came to what it is. Not part of the document. */
  readonly story: Story;
  /** Its own steps to undo, while it is on show. Never saved. */
  readonly storySteps: StorySteps;
  /** Whether holdings are typed one by one rather than as one number. */
  readonly isListing: boolean;
  /** The id of the field that a link leads to, until it is reached: it may be folded away or on another page. */
  readonly sought: string | null;
  readonly notice: SavedCopyNotice | null;
  /** What is to be said of the file opened last; never saved. */
  readonly fileNotice: FileNotice | null;
  /** What is to be said of the link followed last; never saved. */
  readonly linkNotice: LinkNotice | null;
  /** Accounts that came by a link, as they came. */
  readonly linked: readonly AccountInput[];
  /** Own work put aside while another account is on show, the first put aside first. */
  readonly aside: readonly Work[];
  /** What-if rows that were opened or folded by hand; any other is open while it differs from today. */
  readonly openLevers: Readonly<Record<string, boolean>>;
  /** Whether the two lines are on show, and so FINRA's beside the curve. Never saved. */
  readonly areLinesShown: boolean;
  /** Whether what-ifs are on show beside today. Never saved. */
  readonly isComparing: boolean;
  /** Whether verdict, figures and call points are covered, so that others can guess first. Never saved. */
  readonly isAnswerHidden: boolean;
  /** Whether what is copied has letters in place of names. Never saved. */
  readonly isRedacted: boolean;
  /** What is wished of a plan. Never saved. */
  readonly plan: PlanSettings;
}
