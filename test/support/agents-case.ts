// The call that a support agent has to explain: 800 ACME at $78 with 40 % and $20,000 with 30 % against a loan of $52,000.
import type { AccountInput } from '@/engine/account';

/** The holding that fell. */
export const acme = {
  id: 'p1',
  symbol: 'ACME',
  side: 'long',
  shares: '800',
  price: '78',
  maintenanceRate: '0.4',
} as const;

/** Everything else that is held. */
export const rest = {
  id: 'p2',
  symbol: 'REST',
  side: 'long',
  marketValue: '20000',
  maintenanceRate: '0.3',
} as const;

/** The account: 30,400 against 30,960, a call of $560. */
export const agentsCase = {
  ruleSet: 'merrill',
  marginLoan: '52000',
  positions: [acme, rest],
} as const satisfies Partial<AccountInput>;
