/** Brokers that make no margin call: below the requirement they may sell at once, so the words speak of that line. */
import type { RuleSet } from '@/engine/rule-set';

/** Whether under these rules there is no time to meet a call, and so no call. */
export function isLiquidating({ input }: RuleSet): boolean {
  return input.businessDaysToMeetCall?.to === 0;
}
