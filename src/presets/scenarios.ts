/**
 * Ready-made what-ifs as data: what each supposes, where that comes from, and the changes that say it of an account.
 * Moves and rates are ratios as decimal text. Each is of the account as typed, and one that needs what is not there
 * says what.
 */
import type { AccountInput, PositionInput } from '@/engine/account';
import { type Ratio, ratio } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';

/** What a ready-made what-if is made of. */
export interface ReadyFacts {
  readonly account: AccountInput;
  /** The rate in force of each holding today, by its id. */
  readonly rates: ReadonlyMap<string, Ratio>;
  /** The id of the holding that is chosen, where one is to be. */
  readonly chosen: string;
}

/** What an account lacks for a ready-made what-if. */
export type Lack = 'holding' | 'group' | 'loan' | 'rate' | 'lowerRate' | 'lowerThanFull';

/** The changes, or what they lack. */
export type ReadyChanges =
  | { readonly ok: true; readonly changes: readonly ChangeInput[] }
  | { readonly ok: false; readonly lack: Lack };

/** One ready-made what-if. */
export interface ReadyMade {
  readonly id: string;
  readonly name: string;
  /** What it supposes, in a sentence: it becomes the description of the one that is kept. */
  readonly about: string;
  /** Where a fact in it comes from. */
  readonly source?: string;
  /** Whether one holding has to be chosen. */
  readonly isOfOne?: boolean;
  readonly make: (facts: ReadyFacts) => ReadyChanges;
}

const lacks = (lack: Lack): ReadyChanges => ({ ok: false, lack });
const makes = (...changes: readonly ChangeInput[]): ReadyChanges => ({ ok: true, changes });

function marketMove(by: string): ReadyMade['make'] {
  return ({ account }) =>
    account.positions.length === 0 ? lacks('holding') : makes({ type: 'moveMarket', ratio: by });
}

const breakers = 'NYSE Rule 7.12';

/** The requirement that every holding is raised to. */
const raised = '0.4';

/**
 * Every holding below 40 % then requires 40 %; one that requires more stays. Set holding by holding, as rates that
 * differ cannot be raised to one figure by one shift.
 */
function raiseRates({ account, rates }: ReadyFacts): ReadyChanges {
  if (account.positions.length === 0) return lacks('holding');
  const isBelow = ({ id }: PositionInput) => rates.get(id)?.isBelow(ratio(raised)) === true;
  const below = account.positions.filter(isBelow);
  if (below.length === 0) return lacks('lowerRate');
  return makes(
    ...below.map(({ id }): ChangeInput => ({ type: 'setRequirement', position: id, rate: raised })),
  );
}

const technology = /^tech(nology)?$/i;

/** The group by its own move, every other group and holding by its: no move multiplies another. */
function splitByTechnology({ account }: ReadyFacts): ReadyChanges {
  const groups = [...new Set(account.positions.flatMap(({ group }) => group ?? []))];
  const isTech = (group: string) => technology.test(group.trim());
  if (!groups.some(isTech)) return lacks(account.positions.length === 0 ? 'holding' : 'group');
  return makes(
    ...groups.map(
      (group): ChangeInput => ({ type: 'moveGroup', group, ratio: isTech(group) ? '-0.3' : '-0.1' }),
    ),
    ...account.positions.flatMap(({ id, group }): ChangeInput[] =>
      group === undefined ? [{ type: 'movePrice', position: id, ratio: '-0.1' }] : [],
    ),
  );
}

/** The library, in the order in which it stands. */
export const readyMade: readonly ReadyMade[] = [
  {
    id: 'breaker-1',
    name: 'Circuit breaker 1: −7\u00A0%',
    about: 'A fall of 7\u00A0% in a day, after which trading halts for 15 minutes.',
    source: breakers,
    make: marketMove('-0.07'),
  },
  {
    id: 'breaker-2',
    name: 'Circuit breaker 2: −13\u00A0%',
    about: 'A fall of 13\u00A0% in a day, after which trading halts again.',
    source: breakers,
    make: marketMove('-0.13'),
  },
  {
    id: 'breaker-3',
    name: 'Circuit breaker 3: −20\u00A0%',
    about: 'A fall of 20\u00A0% in a day, after which trading ends for that day.',
    source: breakers,
    make: marketMove('-0.2'),
  },
  {
    id: 'october-1987',
    name: '19 October 1987: −20.5\u00A0%',
    about: 'The S&P 500’s fall on that one day, from 282.70 to 224.84.',
    source: 'CNNfn, The blackest of Mondays, 13 October 1997',
    make: marketMove('-0.205'),
  },
  {
    id: 'rates-40',
    name: 'Requirements to 40\u00A0%',
    about: 'The broker raises every requirement to 40\u00A0%; what already requires more stays.',
    make: raiseRates,
  },
  {
    id: 'technology',
    name: 'Technology −30\u00A0%, the rest −10\u00A0%',
    about:
      'Holdings in the group Technology fall by 30\u00A0%, all others by 10\u00A0%, whatever their beta.',
    make: splitByTechnology,
  },
  {
    id: 'one-in-full',
    name: '100\u00A0% on one holding',
    about: 'The broker no longer lends on one holding: it requires 100\u00A0%.',
    isOfOne: true,
    make: ({ account, rates, chosen }) => {
      if (!account.positions.some(({ id }) => id === chosen)) return lacks('holding');
      // A rate above 100 % would be lowered.
      return rates.get(chosen)?.isBelow(ratio('1')) === true
        ? makes({ type: 'setRequirement', position: chosen, rate: '1' })
        : lacks('lowerThanFull');
    },
  },
  {
    id: 'year-of-interest',
    name: 'A year of interest',
    about: '365 days at today’s prices, with simple interest on the loan.',
    make: ({ account }) => {
      if (!(Number(account.marginLoan) > 0)) return lacks('loan');
      return account.loanInterestRate === undefined ? lacks('rate') : makes({ type: 'passDays', days: 365 });
    },
  },
];
