// What a link to be sent contains, in plain words, told from the very document that it carries.
import type { PositionInput } from '@/engine/account';
import { ratio } from '@/engine/quantity';
import type { ScenarioInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import { blankAccount } from '@/state/account-edits';
import { shownScenario } from '@/state/lever-edits';
import { findSharedPreset, type ShareChoices } from '@/state/share';
import { formatDayAndYear } from '@/ui/day';
import { formatMoneyText, formatRate } from '@/ui/format';
import { quoted } from './share-words';

/** One line for each kind of thing. */
export function listContents(document: SimulatorDocument, choices: ShareChoices): readonly string[] {
  const preset = findSharedPreset(document);
  if (preset !== null) {
    return [`Only that it is the example ${quoted(preset.name)}: its figures are in the page itself`];
  }
  const { account, scenarios } = document;
  const { isRedacted } = choices;
  const shown = shownScenario(document);
  const others = scenarios.filter((scenario) => scenario !== shown);
  const { name, enteredOn, excluded = [] } = account;
  return [
    ...(isRedacted || name === blankAccount.name ? [] : [`The account’s name, ${quoted(name)}`]),
    wordHoldings(account.positions, isRedacted),
    wordMoney(account),
    wordRules(account.ruleSet, isRedacted),
    ...(enteredOn === undefined ? [] : [`The day of the prices, ${formatDayAndYear(enteredOn)}`]),
    ...(shown === undefined ? [] : [wordWhatIf(shown, 'The what-if on show', isRedacted)]),
    ...others.map((other) => wordWhatIf(other, 'A what-if that is kept', isRedacted)),
    ...(excluded.length === 0
      ? []
      : [
          `That ${counted(excluded.length, 'row is', 'rows are')} in no figure${isRedacted || !choices.hasLabels ? '' : excluded.length === 1 ? ', and its name' : ', and their names'}`,
        ]),
  ];
}

function wordHoldings(positions: readonly PositionInput[], isRedacted: boolean): string {
  if (positions.length === 0) return 'No holdings';
  const has = (test: (position: PositionInput) => boolean) => positions.some(test);
  const shorts = positions.filter(({ side }) => side === 'short').length;
  const parts = [
    ...(has(({ symbol }) => symbol.trim() !== '')
      ? [isRedacted ? 'letters in place of symbols' : 'symbols']
      : []),
    ...(has(({ shares }) => shares !== undefined) ? ['shares', 'prices'] : []),
    ...(has(({ marketValue }) => marketValue !== undefined) ? ['values'] : []),
    ...(has(({ maintenanceRate }) => maintenanceRate !== undefined) ? ['rates'] : []),
    ...(has(({ group }) => group !== undefined)
      ? [isRedacted ? 'numbers in place of groups' : 'groups']
      : []),
    ...(has(isDetailed) ? ['what else is typed of them'] : []),
  ];
  const soldShort = shorts === 0 ? '' : ` (${shorts} short)`;
  return `${counted(positions.length, 'holding', 'holdings')}${soldShort}: ${listed(parts)}`;
}

function isDetailed({ beta, leverage, perShareMinimum, marginable, targetWeight }: PositionInput): boolean {
  return [beta, leverage, perShareMinimum, marginable, targetWeight].some((each) => each !== undefined);
}

function wordMoney(account: SimulatorDocument['account']): string {
  const { cash, marginLoan, shortCredit, loanInterestRate, minimumCash } = account;
  const isSome = (amount: string) => /[1-9]/.test(amount);
  const interest = loanInterestRate === undefined ? '' : ` at ${formatRate(ratio(loanInterestRate))} a year`;
  const parts = [
    ...(isSome(cash) ? [`cash of ${formatMoneyText(cash)}`] : []),
    ...(isSome(marginLoan) ? [`a loan of ${formatMoneyText(marginLoan)}${interest}`] : []),
    ...(isSome(shortCredit) ? [`a credit from short sales of ${formatMoneyText(shortCredit)}`] : []),
    ...(minimumCash !== undefined && isSome(minimumCash)
      ? [`cash kept back of ${formatMoneyText(minimumCash)}`]
      : []),
  ];
  const words = parts.length === 0 ? 'no cash and no loan' : listed(parts);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function wordRules(rules: SimulatorDocument['account']['ruleSet'], isRedacted: boolean): string {
  if (typeof rules === 'string') return `The broker’s rules, ${ruleSets.get(rules)?.input.name ?? rules}`;
  return isRedacted
    ? 'Your own rules, without their name and source'
    : `Your own rules, ${quoted(rules.name)}${rules.source === undefined ? '' : ', with their source'}`;
}

function wordWhatIf(
  { name, description = '', changes }: ScenarioInput,
  what: string,
  isRedacted: boolean,
): string {
  const called = isRedacted || name === 'What if' || name === '' ? '' : ` ${quoted(name)}`;
  const described = description === '' ? '' : ' and its description';
  const told = changes.length === 0 ? 'no changes' : counted(changes.length, 'change', 'changes');
  return `${what}${called}: ${told}${described}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** Words that name a kind of account or a broker, not a person. */
const kinds = new Set(
  'account brokerage margin cash joint individual personal taxable retirement roth traditional rollover ira trust long short stocks etf funds fund growth income dividend test example copy main old new fidelity schwab merrill vanguard robinhood sofi firstrade interactive brokers trade invest portfolio a b c my our the and of in with'.split(
    ' ',
  ),
);

/** Why a name may tell who its owner is; null where nothing in it looks like that. */
export function findPersonal(name: string): string | null {
  if (/\d[\d -]{2,}\d/.test(name)) return 'looks as if it held an account number';
  if (name.includes('@')) return 'looks like an e-mail address';
  const words = name.split(/[^\p{L}’'.-]+/u).filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  const unknown = words.filter((word) => !kinds.has(word.toLowerCase()));
  const isOwned = /\p{L}[’']s?(?:\s|$)/u.test(name);
  return unknown.length > 1 || (isOwned && unknown.length > 0) ? 'looks like a person’s name' : null;
}
