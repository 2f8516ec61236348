/** The account as it is typed, seen without any what-if: what an explanation of a call speaks of. */
import type { AccountInput } from '@/engine/account';
import { selectView, type View } from '@/state/figures';

const views = new WeakMap<AccountInput, View>();

/** The view of an account as typed; made once for each. */
export function selectTypedView(account: AccountInput): View {
  const known = views.get(account);
  if (known !== undefined) return known;
  const view = selectView({ app: 'headroom', schemaVersion: 1, account, scenarios: [] });
  views.set(account, view);
  return view;
}
