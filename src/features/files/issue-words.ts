// What is wrong with an account from outside, in sentences that name the place in words.
import type { Issue } from '@/engine/result';
import { withTrueMinus } from '@/ui/format';

/** As many sentences as one reads; the last says how many more there are. */
export function wordIssues(issues: readonly Issue[], most = 6): readonly string[] {
  const all = [...new Set(issues.map(wordIssue))];
  const more = all.length - most;
  return more <= 0 ? all : [...all.slice(0, most), `${more} more like these.`];
}

/** One issue in a sentence. */
export function wordIssue({ code, path, figures }: Issue): string {
  const place = placeOf(path);
  const said = (key: string) => `“${withTrueMinus(figures[key] ?? '')}”`;
  switch (code) {
    case 'not-json':
      return 'It cannot be read: it is cut off, or was never saved by Headroom.';
    case 'not-a-headroom-document':
      return path === '' ? 'It is no account that Headroom saved.' : `${place} is none that Headroom saved.`;
    case 'unknown-version':
      return `${place}: it cannot be told which version of Headroom wrote it.`;
    case 'newer-version':
      return `A newer Headroom wrote it (version ${figures['version'] ?? ''} of the file; this page reads up to ${figures['newest'] ?? ''}). Reload the page to get the newer one.`;
    case 'no-accounts':
      return 'There is no account in it.';
    case 'duplicate-key':
      return `${place} stands there twice, and it cannot be told which one counts.`;
    case 'unknown-key':
      return `${place}: this page knows no such entry.`;
    case 'wrong-shape':
      return `${place} is missing, or is not ${kinds[figures['expected'] ?? ''] ?? figures['expected'] ?? 'what it has to be'}.`;
    case 'not-a-decimal':
      return `${place}: ${said('text')} is no plain number with at most ${figures['decimals'] ?? '18'} decimals.`;
    case 'out-of-range':
      return `${place}: ${withTrueMinus(figures['value'] ?? '')} is out of range; ${rangeOf(figures)}.`;
    case 'not-a-date':
      return `${place}: ${said('text')} is no day.`;
    case 'missing-shares':
      return `${place}: its shares are missing, or its value.`;
    case 'missing-price':
      return `${place}: its price is missing.`;
    case 'value-and-shares':
      return `${place} has both a value and shares or a price; one of them has to go.`;
    case 'duplicate-id':
      return `${place}: ${said('id')} is taken already.`;
    case 'unknown-rule-set':
      return `${place}: ${said('id')} is not known here.`;
    case 'unknown-scenario':
      return `The what-if on show, ${said('id')}, is not in it.`;
    case 'per-share-minimum-of-a-long':
      return `${place} is only for holdings sold short.`;
    case 'position-or-group':
      return `${place} has to name one holding or one group.`;
    case 'shares-or-amount':
      return `${place} has to say either shares or an amount.`;
    case 'days-out-of-order':
      return `${place}: the first day is after the last.`;
    case 'tiers-out-of-order':
      return `${place} has to begin above the row before it and require no less.`;
    case 'repeated-symbol':
      return `${figures['symbol'] ?? place} stands in more than one row.`;
    case 'rows-excluded':
      return figures['rows'] === '1'
        ? '1 imported row is in no figure: the totals are incomplete.'
        : `${figures['rows'] ?? ''} imported rows are in no figure: the totals are incomplete.`;
    case 'leverage-without-beta':
      return `${place}: leveraged ${withTrueMinus(figures['leverage'] ?? '')} times, but counted as moving 1\u00A0% for each 1\u00A0% of the market.`;
    case 'long-rate-above-one':
      return `${place}: a requirement above 100\u00A0% means that a rise can cause a margin call too.`;
    case 'per-share-minimum-not-applied':
      return `${figures['symbol'] ?? place} is known by its value only: the minimums a share are not applied.`;
    default:
      return `${place} cannot be read (${code}).`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  text: 'text between quotation marks',
  object: 'a group of entries',
  list: 'a list',
  integer: 'a whole number without quotation marks',
  boolean: 'true or false',
};

function rangeOf({ atLeast, above, atMost }: Issue['figures']): string {
  const ends = [
    ...(atLeast === undefined ? [] : [`at least ${withTrueMinus(atLeast)}`]),
    ...(above === undefined ? [] : [`above ${withTrueMinus(above)}`]),
    ...(atMost === undefined ? [] : [`at most ${withTrueMinus(atMost)}`]),
  ];
  return `it has to be ${ends.join(' and ')}`;
}

const names: Readonly<Record<string, string>> = {
  app: 'the mark “app”',
  schemaVersion: 'the version',
  account: 'the account',
  accounts: 'the list of accounts',
  name: 'name',
  enteredOn: 'day of the prices',
  ruleSet: 'broker’s rules',
  cash: 'cash',
  marginLoan: 'margin loan',
  shortCredit: 'credit from short sales',
  minimumCash: 'cash kept back',
  loanInterestRate: 'interest rate',
  dayCount: 'days of the year',
  positions: 'the holdings',
  excluded: 'the rows left out',
  symbol: 'symbol',
  side: 'side',
  shares: 'shares',
  price: 'price',
  marketValue: 'value',
  maintenanceRate: 'rate',
  perShareMinimum: 'minimum a share',
  beta: 'moves for 1 of the market',
  group: 'group',
  leverage: 'leverage',
  marginable: 'marginable or not',
  targetWeight: 'target share',
  scenarios: 'the what-ifs',
  changes: 'the changes',
  shownScenario: 'the what-if on show',
  ratio: 'move',
  amount: 'amount',
  points: 'points',
  rate: 'rate',
  days: 'days',
  type: 'kind of change',
  position: 'holding',
  longRate: 'rate for longs',
  shortRate: 'rate for shorts',
  concentration: 'rows for large holdings',
  asOf: 'day',
  businessDaysToMeetCall: 'days to meet a call',
};

const members: Readonly<Record<string, string>> = {
  accounts: 'account',
  positions: 'holding',
  excluded: 'left-out row',
  scenarios: 'what-if',
  changes: 'change',
  tiers: 'row for large holdings',
};

/** A JSON pointer in words: "/account/positions/2/price" is "Holding 3, price". */
function placeOf(path: string): string {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const words: string[] = [];
  steps.forEach((step, index) => {
    const before = steps[index - 1] ?? '';
    const member = /^\d+$/.test(step) ? members[before] : undefined;
    if (member !== undefined) {
      words.push(`${member} ${Number(step) + 1}`);
      return;
    }
    // The list itself is named only where it is what is meant, the account only where nothing is in it.
    const isLast = index === steps.length - 1;
    if (!isLast && (step === 'account' || step in members)) return;
    words.push(names[step] ?? `“${step.slice(0, 40)}”`);
  });
  const place = words.join(', ');
  return place === '' ? 'The file' : `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;
}
