/**
 * Turns a what-if into the account: what the changes leave, written back as a document. A figure that has no decimal
 * of the document's 18 places is rounded, never to the person's advantage – but for as little as keeps an account at
 * the requirement free of the call that rounding alone would make.
 */
import type { Account, AccountInput, Position, PositionInput } from '@/engine/account';
import { parseAccount } from '@/engine/account';
import { Quantity, ratio, sum, type Unit } from '@/engine/quantity';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import { blankAccount, type Edit, isExample } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { marginOf } from '@/state/known-figures';
import { backToToday, shownChanges } from '@/state/lever-edits';
import { positionsAlong } from '@/state/stages';
import { wholeShares } from '@/state/targets';

/** The account that a what-if leaves. */
export interface Adopted {
  readonly account: AccountInput;
  /** Whether a figure had to be rounded. */
  readonly isRounded: boolean;
  /** Whether cents would have decided about a call, so that as many decimals are kept as a document holds. */
  readonly isFine: boolean;
  /** Whether a shift of every requirement was written as each holding's own rate. */
  readonly hasShiftedRates: boolean;
}

/** The account that the what-if on show leaves; null where it is impossible or its figures are too long. */
export function findAdopted(document: SimulatorDocument): Adopted | null {
  const view = selectView(document);
  const after = view.ok ? view.scene.accountAt(view.move) : null;
  if (after === null) return null;
  const isCalled = isInCall(after);
  let coarsest: Adopted | null = null;
  for (const precision of precisions) {
    const adopted = new Writer(document, precision).write(after);
    const read = parseAccount(adopted.account, ruleSets, '/account');
    if (!read.ok) return null;
    if (isInCall(read.value) === isCalled) return adopted;
    coarsest ??= adopted;
  }
  return coarsest;
}

function isInCall(account: Account): boolean {
  return marginOf(account).excess.sign() < 0;
}

/** Makes the what-if on show the account, as of a day; nothing where that is impossible. */
export function adoptWhatIf(day: string): Edit {
  return (document) => {
    const adopted = findAdopted(document);
    if (adopted === null) return document;
    return { ...backToToday(document), shownScenario: null, account: { ...adopted.account, enteredOn: day } };
  };
}

/** How a figure is rounded that has to be. */
interface Precision {
  readonly decimals: { readonly money: number; readonly price: number; readonly ratio: number };
  readonly isInFavor: boolean;
}

const finest = { money: 18, price: 18, ratio: 30 } as const;
/** Tried in this order until a call stays a call and none stays none. */
const precisions: readonly Precision[] = [
  { decimals: { money: 2, price: 6, ratio: 30 }, isInFavor: false },
  { decimals: finest, isInFavor: false },
  { decimals: finest, isInFavor: true },
];
/** What a document takes as it is. */
const exactText = /^\d{1,15}(\.\d{1,18})?$/;
const exactRate = /^\d{1,15}(\.\d{1,30})?$/;

const opposite = { down: 'up', up: 'down' } as const;

class Writer {
  private isRounded = false;
  private hasShiftedRates = false;

  constructor(
    private readonly document: SimulatorDocument,
    private readonly precision: Precision,
  ) {}

  write(after: Account): Adopted {
    const { account } = this.document;
    const switched = shownChanges(this.document).findLast((change) => change.type === 'switchRuleSet');
    const rates = new Map(
      marginOf(after).positions.map(({ position, rate }) => [position.id, rate] as const),
    );
    const inputs = new Map(positionsAlong(this.document).map((input) => [input.id, input] as const));
    const targets = writtenTargets(after);
    const positions = after.positions.flatMap((position): PositionInput[] => {
      const input = inputs.get(position.id);
      if (position.isClosed || input === undefined) return [];
      const { maintenanceRate: _old, targetWeight: _target, ...rest } = this.held(input, position);
      const targetWeight = targets.get(position.id);
      const held = targetWeight === undefined ? rest : { ...rest, targetWeight };
      const isShifted = position.requirementShift.sign() !== 0;
      const rate = isShifted ? (rates.get(position.id) ?? null) : position.ownRate;
      this.hasShiftedRates ||= isShifted;
      if (rate === null) return [held];
      return [{ ...held, maintenanceRate: this.text(rate, 'ratio', 'up', exactRate) }];
    });
    const written: AccountInput = {
      ...account,
      name: isExample(this.document) ? blankAccount.name : account.name,
      ruleSet: switched?.ruleSet ?? account.ruleSet,
      cash: this.text(after.cash, 'money', 'down'),
      marginLoan: this.text(after.marginLoan, 'money', 'up'),
      shortCredit: this.text(after.shortCredit, 'money', 'down'),
      positions,
    };
    return {
      account: written,
      isRounded: this.isRounded,
      isFine: this.isRounded && this.precision.decimals === finest,
      hasShiftedRates: this.hasShiftedRates,
    };
  }

  /** Shares and price where they are known and can be written, else the value. */
  private held(input: PositionInput, { side, shares, price, marketValue }: Position): PositionInput {
    const { shares: _shares, price: _price, marketValue: _value, ...rest } = input;
    const rounding = side === 'long' ? 'down' : 'up';
    if (shares === null || price === null || !isExact(shares, exactText)) {
      return { ...rest, marketValue: this.text(marketValue, 'money', rounding) };
    }
    return { ...rest, shares: shares.toText(), price: this.text(price, 'price', rounding) };
  }

  private text<U extends keyof Precision['decimals']>(
    figure: Quantity<U>,
    unit: U,
    against: 'down' | 'up',
    pattern = exactText,
  ): string {
    if (isExact(figure, pattern)) return figure.toText();
    this.isRounded = true;
    const { decimals, isInFavor } = this.precision;
    const rounding = isInFavor ? opposite[against] : against;
    return figure.toFixed(decimals[unit], rounding).replace(/\.?0+$/, '');
  }
}

/** Targets as they are written: where one has no end, all with so many decimals that they make as much as before. */
function writtenTargets({ positions }: Account): ReadonlyMap<string, string> {
  const targets = positions.flatMap(({ id, targetWeight }) =>
    targetWeight === null ? [] : [{ id, targetWeight }],
  );
  const isWhole = sum(targets.map(({ targetWeight }) => targetWeight)).equals(ratio(1));
  const isWritable = targets.every(({ targetWeight }) => isExact(targetWeight, exactRate));
  const shares =
    isWritable || !isWhole ? null : wholeShares(targets.map(({ targetWeight }) => targetWeight.as<'bare'>()));
  return new Map(
    targets.map(({ id, targetWeight }, index) => [
      id,
      shares?.[index] ??
        (isExact(targetWeight, exactRate)
          ? targetWeight.toText()
          : targetWeight.toFixed(finest.ratio, 'down').replace(/\.?0+$/, '')),
    ]),
  );
}

/** Whether a figure's whole decimal is one that a document can hold. */
function isExact<U extends Unit>(figure: Quantity<U>, pattern: RegExp): boolean {
  const text = figure.toText();
  return pattern.test(text) && Quantity.of<U>(text).equals(figure);
}
