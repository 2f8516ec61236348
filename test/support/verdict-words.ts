// The verdict on an account in words, without the marks of what is strong.
import type { AccountInput, PositionInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { shortVerdict, wordVerdict } from '@/features/verdict/sentences';
import { selectView } from '@/state/figures';
import { localDay } from '@/state/today';
import { selectVerdict } from '@/state/verdict';
import { findDetails } from '@/state/ways-out';

const noFigures = { cash: '0', marginLoan: '0', shortCredit: '0' };

/** The words for an account and its changes, with a call of this day, and read on another where one is given. */
export function words(
  account: Partial<AccountInput>,
  changes: readonly ChangeInput[] = [],
  calledOn = localDay(),
  today = localDay(),
) {
  const view = selectView({
    app: 'headroom',
    schemaVersion: 1,
    account: { name: '', ruleSet: 'finra-minimum', ...noFigures, positions: [], ...account },
    scenarios: [{ id: 's', name: '', changes }],
    shownScenario: 's',
  });
  const found = wordVerdict(selectVerdict(view), findDetails(view), { calledOn, today });
  const plain = (text: string) => text.replaceAll('**', '').replaceAll('\u00A0', ' ');
  return {
    tone: found.tone,
    short: plain(shortVerdict(found)),
    headline: plain(found.headline),
    second: plain(found.second),
  };
}

/** A holding known by its value. */
export function long(
  marketValue: string,
  maintenanceRate?: string,
  more: Partial<PositionInput> = {},
): PositionInput {
  const rate = maintenanceRate === undefined ? {} : { maintenanceRate };
  return { id: 'p1', symbol: '', side: 'long', marketValue, ...rate, ...more };
}
