// The sentences of the import: what can be read, what was found, what was refused, and what it would come to.
import type { ImportFound, ImportLayout, ImportRefusal } from '@/io/import/import-types';
import type { ImportChoices } from '@/state/import-choices';
import type { ImportOutcome } from '@/state/import-outcome';
import type { PriceUpdate } from '@/state/import-prices';
import { isCreditInCash } from '@/state/import-silence';
import type { ReadingStage } from '@/state/import-source';
import { formatDayAndYear } from '@/ui/day';
import { formatMoney } from '@/ui/format';

/** What is read, by broker: where its export comes from, and what it does not say. */
export const knownFormats: readonly (readonly [name: string, where: string])[] = [
  ['Schwab', 'Positions › Export. A negative cash row is the margin loan.'],
  [
    'Fidelity',
    'Portfolio_Positions_….csv, one account or several. The margin debit is not in it: you are asked.',
  ],
  ['Interactive Brokers', 'the activity statement as CSV, or a Flex query with open positions.'],
  ['E*TRADE', 'PortfolioDownload.csv.'],
  ['M1', 'Holdings-….csv. No prices, cash or loan in it: prices are value ÷ shares, the rest you are asked.'],
  ['Vanguard', 'OfxDownload.csv. Trades below the holdings are passed over.'],
  ['thinkorswim', 'the position statement as CSV.'],
  ['Robinhood', 'has no file of positions; its activity report can be added up, with a warning.'],
  ['Any other', 'a table with headings such as Symbol, Shares and Price, from a CSV file or a spreadsheet.'],
  ['Typed lines', '“AAPL 300 @ 228.40”, “short 50 TSLA at 321.60”, “margin loan 61,240.55”.'],
];

/** What a layout is called. */
export const layoutNames: Readonly<Record<ImportLayout, string>> = {
  schwab: 'Schwab positions',
  fidelity: 'Fidelity positions',
  'ibkr-activity': 'Interactive Brokers statement',
  'ibkr-flex': 'Interactive Brokers Flex query',
  etrade: 'E*TRADE portfolio',
  m1: 'M1 holdings',
  vanguard: 'Vanguard download',
  thinkorswim: 'thinkorswim statement',
  'robinhood-activity': 'Robinhood activity, added up',
  table: 'A table',
  lines: 'Typed lines',
};

/** Why nothing was read. */
export function wordRefusal(refusal: ImportRefusal): string {
  switch (refusal) {
    case 'empty':
      return 'There is nothing in it.';
    case 'too-large':
      return 'This is too large to be a list of holdings.';
    case 'binary':
      return 'This is no text. A spreadsheet or a PDF cannot be read: save it as CSV, or copy its cells and paste them.';
    case 'activity-only':
      return 'This is a report of activity: it lists trades and holds no positions.';
    case 'no-header':
      return 'No headings such as Symbol, Shares, Price or Value were found, and no lines such as “AAPL 300 @ 228.40”.';
    case 'no-rows':
      return 'Headings were found, but no row below them.';
    case 'lots-only':
      return 'These are tax lots, not positions: export the positions instead.';
    case 'is-a-document':
      return 'This is an account saved by Headroom, no broker’s file: drop it on the page to open it.';
  }
}

/** What is added to every refusal. */
export const untouchedWords = 'Your account is as it was.';

/** What adding up a report of activity cannot know. */
export const rebuildWarning =
  'Its purchases and sales can be added up, but what was bought before its first day is missing, prices are those of the last trade, and loan and cash are not in it. More certain: copy or type the positions that your broker’s page shows.';

/** What stands above a preview that was added up. */
export const rebuiltWords =
  'Added up from trades: compare each holding with your broker’s page. What was bought before the report’s first day is missing, and each price is that of the last trade.';

/** How far the reading is. */
export function wordStage(stage: ReadingStage | null): string {
  if (stage === null) return 'Reading…';
  if (stage.kind === 'reading')
    return `Reading ${stage.lines.toLocaleString('en-US')} ${stage.lines === 1 ? 'line' : 'lines'}…`;
  const size = (bytes: number) => (bytes / 1_000_000).toFixed(1);
  return `Opening the file: ${size(stage.bytes * stage.share)} of ${size(stage.bytes)} MB`;
}

/** So many of something: "1 row", "4 holdings". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

/** What was found, for the head of the preview. */
export function wordFound({ layout }: ImportFound, { holdings, leftOut, open }: ImportOutcome): string {
  const parts = [count(holdings.length, 'holding')];
  if (leftOut.length > 0) parts.push(`${leftOut.length.toLocaleString('en-US')} left out`);
  if (open.length > 0) parts.push(`${open.length.toLocaleString('en-US')} not understood`);
  return `${layoutNames[layout]}: ${parts.join(', ')}`;
}

/** What the account would be once the import is applied, in one line. */
export function wordResult(outcome: ImportOutcome, choices: ImportChoices, rules: string): string {
  const { holdings, cash, marginLoan, shortCredit, equity, leftOut, unanswered } = outcome;
  const parts = [
    count(holdings.length, 'holding'),
    unanswered.includes('cash') ? 'cash not told yet' : `cash ${formatMoney(cash)}`,
    unanswered.includes('loan') ? 'loan not told yet' : `loan ${formatMoney(marginLoan)}`,
    ...(outcome.silence.hasShort && shortCredit.sign() > 0 ? [`credit ${formatMoney(shortCredit)}`] : []),
  ];
  const joined =
    outcome.joined.length === 0
      ? ''
      : ` Rows of ${nameSome(outcome.joined)} are added up to one holding${outcome.joined.length > 1 ? ' each' : ''}.`;
  if (choices.mode === 'add') return `Adds ${parts.join(', ')}: ${formatMoney(equity)} of equity.${joined}`;
  const out = leftOut.length === 0 ? '' : ` Incomplete: ${count(leftOut.length, 'row')} in no figure.`;
  // A credit inside the cash leaves equity as it is, whatever it is.
  const isKnown = unanswered.length === 0 || (isCreditInCash(outcome.silence) && unanswered[0] === 'credit');
  const equityWords = isKnown ? `equity ${formatMoney(equity)}` : 'equity not known yet';
  return `The account will be: ${parts.join(', ')}, ${equityWords}; broker’s rules: ${rules}; prices of ${formatDayAndYear(choices.asOf)}.${joined}${out}`;
}

/** What taking over prices only would do. */
export function wordPrices({ prices, missing, byValue, twofold }: PriceUpdate, day: string): string {
  const sentences = [
    `${count(prices.size, 'holding')} ${prices.size === 1 ? 'gets its' : 'get their'} new price; shares, rates and groups stay.`,
  ];
  if (missing.length > 0)
    sentences.push(
      `${nameSome(missing.map(({ symbol }) => symbol))} ${missing.length === 1 ? 'keeps its' : 'keep their'} price.`,
    );
  if (byValue.length > 0)
    sentences.push(`${nameSome(byValue.map(({ symbol }) => symbol))}: known by value only, not changed.`);
  if (twofold.length > 0) sentences.push(`${nameSome(twofold)}: two different prices here, not changed.`);
  sentences.push(`The figures are then of ${formatDayAndYear(day)}.`);
  return sentences.join(' ');
}

/** The first three of some names, and how many more there are. */
export function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => (name === '' ? 'a holding without a symbol' : name));
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest.toLocaleString('en-US')} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** What the shorts are worth, to offer as the credit. */
export function wordCreditOffer(outcome: ImportOutcome): string {
  return `Use what they are worth: ${formatMoney(outcome.shortValue)}`;
}

/** What the last button does, and the same while it is being done. */
export function wordApply(
  mode: ImportChoices['mode'],
  holdings: number,
  prices: number,
): { readonly press: string; readonly doing: string } {
  switch (mode) {
    case 'replace':
      return { press: `Open ${count(holdings, 'holding')}`, doing: `Opening ${count(holdings, 'holding')}…` };
    case 'add':
      return { press: `Add ${count(holdings, 'holding')}`, doing: `Adding ${count(holdings, 'holding')}…` };
    case 'prices':
      return { press: `Update ${count(prices, 'price')}`, doing: `Updating ${count(prices, 'price')}…` };
  }
}
