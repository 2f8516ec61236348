/**
 * Applies a list of changes to an account, in order, and gives a new account or the reason why one of them is
 * impossible. Trades have a file of their own. Serves rules of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import { investDeposit, removeSlice, withdrawBySelling } from '@/engine/apply-flow';
import { moveIn, openPosition, rebalance, tradePosition } from '@/engine/apply-trade';
import { ChangeStep, type DecisionLog, Impossible } from '@/engine/change-step';
import { type Money, marketValueOf, type Price, type Ratio, ratio } from '@/engine/quantity';
import { failure, type Result, success } from '@/engine/result';
import type { Change, PlacedChange } from '@/engine/scenario';

const one = ratio(1);

/** The account after all changes; impossible ones are refused with the change's path and figures. */
export function applyChanges(
  account: Account,
  changes: readonly PlacedChange[],
  log: DecisionLog = () => {},
): Result<Account> {
  let current = account;
  for (const { change, path } of changes) {
    try {
      current = applyChange(new ChangeStep(current, path, log), change);
    } catch (error) {
      if (error instanceof Impossible) return failure([error.issue]);
      throw error;
    }
  }
  return success(current);
}

function applyChange(step: ChangeStep, change: Change): Account {
  const { account } = step;
  switch (change.type) {
    case 'moveMarket':
      // A market that stands still leaves the account the very one that it was.
      if (change.ratio.sign() === 0) return account;
      return step.mapPositions((position) => {
        const factor = one.plus(position.beta.times(change.ratio));
        return withPriceFactor(position, step.sign(factor) < 0 ? ratio(0) : factor);
      });
    case 'moveHolding': {
      const isMeant = step.targeted(change.target);
      const factor = one.plus(change.ratio);
      return step.mapPositions((position) =>
        isMeant(position) ? withPriceFactor(position, factor) : position,
      );
    }
    case 'setPrice': {
      const isMeant = step.targeted({ position: change.position });
      return step.mapPositions((position) =>
        isMeant(position) ? withPrice(position, change.price) : position,
      );
    }
    case 'switchRuleSet':
      return { ...account, ruleSet: change.ruleSet };
    case 'shiftRequirement':
      return step.mapPositions((position) => ({
        ...position,
        requirementShift: position.requirementShift.plus(change.points),
      }));
    case 'setRequirement': {
      const isMeant = step.targeted(change.target);
      return step.mapPositions((position) =>
        isMeant(position) ? { ...position, ownRate: change.rate, requirementShift: ratio(0) } : position,
      );
    }
    case 'deposit':
      return { ...account, cash: account.cash.plus(change.amount) };
    case 'withdraw':
      return { ...account, ...step.pay(account, change.amount) };
    case 'borrow':
      return {
        ...account,
        cash: account.cash.plus(change.amount),
        marginLoan: account.marginLoan.plus(change.amount),
      };
    case 'repay':
      return repay(step, change.amount);
    case 'trade':
      return tradePosition(step, change.position, change.size);
    case 'rebalance':
      return rebalance(step, change.cashInvested);
    case 'passDays':
      return passDays(step, change.days);
    case 'depositSecurities':
      return moveIn(step, change.position);
    case 'open':
      return openPosition(step, change.position);
    case 'depositInvested':
      return investDeposit(step, change.amount);
    case 'withdrawSelling':
      return withdrawBySelling(step, change.amount);
    case 'removeSlice':
      return removeSlice(step, change.position);
  }
}

function repay(step: ChangeStep, amount: Money): Account {
  const { cash, marginLoan } = step.account;
  const figures = { amount: amount.toText(), cash: cash.toText(), marginLoan: marginLoan.toText() };
  if (step.sign(cash.minus(amount)) < 0) step.refuse('repays-more-than-cash', figures);
  if (step.sign(marginLoan.minus(amount)) < 0) step.refuse('repays-more-than-loan', figures);
  return { ...step.account, cash: cash.minus(amount), marginLoan: marginLoan.minus(amount) };
}

function passDays(step: ChangeStep, days: number): Account {
  const { marginLoan, loanInterestRate, dayCount } = step.account;
  if (step.sign(marginLoan) === 0) return step.account;
  if (loanInterestRate === null) step.refuse('no-interest-rate', { marginLoan: marginLoan.toText() });
  return {
    ...step.account,
    marginLoan: marginLoan.plus(interestOn(marginLoan, loanInterestRate, days, dayCount)).reduced(),
  };
}
/** Simple interest: loan × yearly rate × days ÷ day count. */
export function interestOn(loan: Money, yearlyRate: Ratio, days: number, dayCount: number): Money {
  return loan.times(yearlyRate).times(ratio(days)).over(ratio(dayCount)).reduced();
}

function withPriceFactor(position: Position, factor: Ratio): Position {
  return {
    ...position,
    price: position.price?.times(factor) ?? null,
    marketValue: position.marketValue.times(factor),
  };
}

function withPrice(position: Position, price: Price): Position {
  if (position.shares === null) {
    // Nothing is left of a closed position: a value set for it stays 0.
    return position.isClosed ? position : { ...position, marketValue: price.as<'money'>() };
  }
  return { ...position, price, marketValue: marketValueOf(position.shares, price).reduced() };
}
