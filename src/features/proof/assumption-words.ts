// The assumptions in words, and the field that each one leads to by its id.
import type { AboutHolding, Assumption } from '@/state/assumptions';
import type { Explanation } from '@/state/explanation';
import { formatDayAndYear } from '@/ui/day';
import { formatMoneyShort } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { numberWords, percentWords } from './exact-words';

/** A way to a field of the account. */
export interface FieldLink {
  /** The field's id on the page; null for a holding that only the what-if brings, which has none. */
  readonly field: string | null;
  readonly text: string;
}

/** An assumption as a sentence with the fields it leads to. */
export interface AssumptionWords {
  readonly text: string;
  readonly links: readonly FieldLink[];
}

/** One assumption in words. */
export function wordAssumption(assumption: Assumption, { account, scene }: Explanation): AssumptionWords {
  const typed = new Set(scene.account.positions.map(({ id }) => id));
  const linksTo = (
    holdings: readonly AboutHolding[],
    field: string,
    word: (holding: AboutHolding) => string = () => '',
  ): readonly FieldLink[] =>
    holdings.map((holding) => ({
      field: typed.has(holding.position.id) ? `${field}-${holding.position.id}` : null,
      text: `${nameHolding(holding.position, account.positions)} ${word(holding)}`.trim(),
    }));
  const rules: FieldLink = { field: 'rule-set', text: 'Broker’s rules' };
  switch (assumption.kind) {
    case 'rates': {
      const { holdings } = assumption;
      const count = holdings.length === 1 ? '1 rate' : `${holdings.length} rates`;
      return {
        text: `${count} assumed, by the rules “${assumption.rules}”:`,
        links: linksTo(holdings, 'rate', ({ figure }) => percentWords(figure).text),
      };
    }
    case 'moves':
      return {
        text:
          assumption.holdings.length === account.positions.length
            ? 'Every holding moves exactly as far as the market.'
            : `${assumption.holdings.length} of ${account.positions.length} holdings move exactly as far as the market:`,
        // A single number for all holdings has no such field.
        links: account.positions.length === 1 ? [] : linksTo(assumption.holdings, 'beta'),
      };
    case 'leverage':
      return {
        text: 'Leverage is taken as the beta, how far a holding moves for each move of the market:',
        links: linksTo(assumption.holdings, 'beta', ({ figure }) => numberWords(figure).text),
      };
    case 'unmoved':
      return {
        text: 'Leverage raises the requirement but moves no price: these still move only as far as the market:',
        links: linksTo(
          assumption.holdings,
          'leverage',
          ({ figure }) => `leverage ${numberWords(figure).text}`,
        ),
      };
    case 'tableNotApplied':
      return {
        text: 'FINRA’s $2.50 and $5.00 a share are not applied to shorts whose shares are not known:',
        links: linksTo(assumption.holdings, 'value'),
      };
    case 'noShortCredit':
      return {
        text: 'The credit from short sales is counted as $0, as it is not typed.',
        links: [{ field: 'shortCredit', text: 'Credit from short sales' }],
      };
    case 'interestUnknown':
      return {
        text: 'What the loan costs a year is not told: no interest is added.',
        links: [{ field: 'interest', text: 'Interest rate' }],
      };
    case 'simpleInterest':
      return {
        text: `Interest is simple, ${percentWords(assumption.rate).text} a year over ${assumption.dayCount} days, and added only where days pass.`,
        links: [{ field: 'interest', text: 'Interest rate' }],
      };
    case 'concentration':
      return {
        text: `Shares of the account, by which ${assumption.rules} raises rates, are judged by the values on this page${
          assumption.from === null ? '' : `, from a loan of ${formatMoneyShort(assumption.from)} on`
        }; the broker’s own may differ.`,
        links: [rules],
      };
    case 'unpublished':
      return {
        text: 'SoFi asks a higher rate of holdings this large, and does not publish it: rate unknown, not in the figures:',
        links: linksTo(assumption.holdings, 'rate'),
      };
    case 'rules': {
      const date = assumption.asOf === null ? 'without a date' : `as of ${formatDayAndYear(assumption.asOf)}`;
      const source = assumption.source === null ? 'as typed' : `${assumption.source}, ${date}`;
      return { text: `The rules “${assumption.name}” are in force: ${source}.`, links: [rules] };
    }
    case 'prices':
      return {
        text:
          assumption.enteredOn === null
            ? 'Prices and values are as typed, of an unknown day.'
            : `Prices and values are those typed on ${formatDayAndYear(assumption.enteredOn)}.`,
        links: [{ field: 'entered-on', text: 'Date of the figures' }],
      };
    case 'excluded': {
      const rows = assumption.rows.map(({ label, reason }) => `${label} (${reason})`).join(', ');
      const count = assumption.rows.length === 1 ? '1 row is' : `${assumption.rows.length} rows are`;
      return { text: `${count} in no figure: ${rows}.`, links: [] };
    }
  }
}
