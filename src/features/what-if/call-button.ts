/** What the buttons are called that take a lever to where a margin call begins or ends. */
import { isLiquidating } from '@/state/liquidation';
import type { Scene } from '@/state/scene';

/** "To the call at $61.20"; a broker that makes no call has its requirement there. */
export function callButton({ ruleSet }: Scene, isEnd: boolean, figure: string): string {
  if (isLiquidating(ruleSet)) return `To the requirement at ${figure}`;
  return `${isEnd ? 'To the end of the call' : 'To the call'} at ${figure}`;
}
