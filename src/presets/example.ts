/**
 * The account that the page shows until a person types their own: the one of M1's page on margin calls.
 */
import type { AccountInput } from '@/engine/account';

/** M1's example: $49,000 of securities and $1,000 of cash against a loan of $10,000, at 25 %. */
export const exampleAccount: AccountInput = {
  name: 'Example',
  ruleSet: 'm1',
  cash: '1000',
  marginLoan: '10000',
  shortCredit: '0',
  positions: [{ id: 'p1', symbol: 'Holdings', side: 'long', marketValue: '49000', maintenanceRate: '0.25' }],
};
