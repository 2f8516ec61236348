// Why a sale ends a call although it raises no equity, with the figures of the first sale that would do.
import type { Account } from '@/engine/account';
import type { Standing } from '@/state/verdict';
import type { Way } from '@/state/ways';
import { formatSum } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { cureAmount } from './way-words';

/** The answer; null where nothing has to be sold. Strong parts stand between two pairs of asterisks. Rules. */
export function wordSaleAnswer(way: Way, account: Account, { figures }: Standing): string | null {
  const isInCall = figures.excess.sign() < 0;
  const cure = isInCall ? way.enough : way.roomy;
  if (cure === null || cure.amount.sign() === 0) return null;
  const before = formatSum(figures);
  const after = formatSum({ equity: figures.equity, excess: cure.excessAfter });
  const name = way.position === null ? '' : nameHolding(way.position, account.positions, 'within');
  return `No. Selling ${name} (${cureAmount(cure)}) turns a holding into as much cash: equity is **${before.equity}** before and after. What falls is the requirement, from ${before.requirement} to **${after.requirement}**, as cash requires nothing.`;
}
