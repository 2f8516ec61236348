// A document around an account of which only some figures matter.
import type { AccountInput } from '@/engine/account';
import type { SimulatorDocument } from '@/io/document';

/** The document; what is left out of the account is M1's rules and nothing. */
export function documentOf(account: Partial<AccountInput>): SimulatorDocument {
  const nothing = {
    name: 'Mine',
    ruleSet: 'm1',
    cash: '0',
    marginLoan: '0',
    shortCredit: '0',
    positions: [],
  };
  return { app: 'headroom', schemaVersion: 1, account: { ...nothing, ...account }, scenarios: [] };
}
