/**
 * The verdict to send or to read out: a chat line, a paragraph for an e-mail, a table for a ticket, and a script. Made of
 * the sentences of the page, each number once; the last line says the day, the broker's rules, and that it is no advice.
 */
import type { Standing } from '@/state/verdict';
import type { Copied } from '@/ui/copy-button';
import { formatDayAndYear } from '@/ui/day';
import { formatCall, formatEquityRatio, formatSum, shortMoneyText } from '@/ui/format';
import { speak } from '@/ui/spoken';

/** The page's own two sentences of a verdict. */
export interface VerdictSentences {
  readonly headline: string;
  readonly second: string;
}

/** What is said, and what it rests on. */
export interface SayInput {
  readonly standing: Standing;
  readonly sentences: VerdictSentences;
  /** What differs from the account as typed, a sentence each without its full stop. */
  readonly changes: readonly string[];
  /** Why it came to this, whole sentences; none where nobody asked. */
  readonly reasons: readonly string[];
  /** What is typed and in no figure, whole sentences. */
  readonly leftOut: readonly string[];
  /** Days as YYYY-MM-DD; the day of the prices is null where it is not known. */
  readonly today: string;
  readonly pricesOf: string | null;
}

/** The same in three lengths, and to read out. */
export interface Said {
  readonly chat: Copied;
  readonly email: Copied;
  /** Name and value of each row, as plain text. */
  readonly rows: readonly (readonly [string, string])[];
  readonly ticket: Copied;
  readonly script: readonly string[];
}

/** All lengths at once. */
export function sayVerdict(input: SayInput): Said {
  const { standing, sentences, changes, reasons, leftOut } = input;
  const { headline } = sentences;
  const second = secondOf(input);
  const whatIf = changes.length === 0 ? [] : [`What if: ${changes.join('. ')}.`];
  const told = [...whatIf, headline, second, ...reasons].filter((each) => each !== '');
  const rest = figuresUnsaid(standing, told.join(' '));
  const figures = rest.length === 0 ? [] : [`Figures: ${rest.map(({ words }) => words).join('; ')}.`];
  const assumed = assumedWords(standing);
  const body = [...told, ...figures, ...assumed, ...leftOut];
  const closing = closingOf(input);
  const rows = ticketRows(input, second, rest);
  return {
    chat: lines([[...whatIf, headline, ...leftOut].join(' '), closing]),
    email: lines([body.join(' '), closing]),
    rows,
    ticket: {
      text: `${rows.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`,
      html: `<table>${rows.map(([name, value]) => `<tr><th align="left">${toHtml(name)}</th><td>${toHtml(value)}</td></tr>`).join('')}</table>`,
    },
    script: [...body, closing].map(speak),
  };
}

/** The second sentence: without what only the page can do, and without the call's amount where it was said before. */
function secondOf({ standing, sentences: { headline, second } }: SayInput): string {
  if (standing.kind === 'noLoan' && !standing.isLoanCovered) return '';
  const call = formatCall(standing.figures.excess.negated());
  if (standing.figures.excess.sign() >= 0 || !isSaid(headline, call)) return second;
  return second
    .replace(`. ${call} in cash`, '. That amount in cash')
    .replace(`${call} in cash`, (_, at: number) =>
      at === 0 ? 'That amount in cash' : 'that amount in cash',
    );
}

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly words: string;
}

/** Equity, requirement and what lies between, as far as no sentence has them. */
function figuresUnsaid({ figures }: Standing, said: string): readonly Figure[] {
  const { equity, requirement, excess } = formatSum(figures, shortMoneyText);
  const isBelow = figures.excess.sign() < 0;
  if (equity === requirement) {
    const both = {
      name: 'Equity and requirement',
      value: equity,
      words: `equity and requirement ${equity} each`,
    };
    return isSaid(said, equity) ? [] : [both];
  }
  const beyond = isBelow ? formatCall(figures.excess.negated()) : excess;
  const side = isBelow ? 'below' : 'above';
  return [
    { name: 'Equity', value: equity, words: `equity ${equity}` },
    { name: 'Required', value: requirement, words: `required ${requirement}` },
    {
      name: `${isBelow ? 'Below' : 'Above'} the requirement`,
      value: beyond,
      words: `${side} the requirement ${beyond}`,
    },
  ].filter(({ value }) => !isSaid(said, value));
}

/** Whether a figure stands in a text, and not only the beginning or the end of a longer one. */
function isSaid(text: string, figure: string): boolean {
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    if (!/^[.,]?\d/.test(text.slice(at + figure.length)) && !text.slice(0, at).endsWith('−')) return true;
  }
  return false;
}

function assumedWords({ assumedRates }: Standing): readonly string[] {
  if (assumedRates === 0) return [];
  return [
    assumedRates === 1
      ? '1 rate is taken from the broker’s rules.'
      : `${assumedRates} rates are taken from the broker’s rules.`,
  ];
}

function closingOf({ standing, today, pricesOf }: SayInput): string {
  const prices =
    pricesOf === null || pricesOf === today ? '' : ` with prices of ${formatDayAndYear(pricesOf)}`;
  return `${formatDayAndYear(today)}${prices}. Broker’s rules: ${standing.brokerName}. Educational, not advice.`;
}

function ticketRows(
  input: SayInput,
  second: string,
  figures: readonly Figure[],
): readonly (readonly [string, string])[] {
  const { standing, sentences, changes, reasons, leftOut } = input;
  const { equity, longMarketValue, shortMarketValue } = standing.figures;
  const gross = longMarketValue.plus(shortMarketValue);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['What if', changes],
    ['Verdict', [sentences.headline]],
    [secondName(standing), second === '' ? [] : [second]],
    ['Why', reasons],
    ...figures.map(({ name, value }) => [name, [value]] as const),
    ['Equity ratio', gross.sign() === 0 ? [] : [formatEquityRatio(equity.per(gross))]],
    ['Assumed', assumedWords(standing)],
    ['Left out', leftOut],
    ['As of', [closingOf(input)]],
  ];
  return rows.flatMap(([name, values]) =>
    values.length === 0 ? [] : [[name, plain(values.join(name === 'What if' ? '; ' : ' '))] as const],
  );
}

function secondName({ kind }: Standing): string {
  switch (kind) {
    case 'call':
    case 'belowZero':
      return 'What ends it';
    case 'fall':
    case 'riseOnly':
    case 'noMove':
      return 'Room';
    case 'exact':
    case 'noLoan':
      return 'Note';
  }
}

function lines(paragraphs: readonly string[]): Copied {
  return {
    text: `${paragraphs.map(plain).join('\n')}\n`,
    html: paragraphs.map((each) => `<p>${toHtml(each)}</p>`).join(''),
  };
}

/** Without the marks of what is strong, and with spaces that a search finds. */
function plain(words: string): string {
  return words.replaceAll('**', '').replaceAll('\u00A0', ' ');
}

function toHtml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00A0', ' ')
    .replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
}
