import type { Fraction } from './fraction';

/**
 * Every quantity whose sign has decided something, in the order of the decisions.
 * Between the zeros of these quantities nothing can bend or jump, so they are all the
 * candidates there are: no list of special prices has to be thought of beforehand.
 */
export type Decisions = Fraction[];

/** The sign of a quantity, remembered as a decision. */
export function decide(quantity: Fraction, decisions: Decisions): -1 | 0 | 1 {
  decisions.push(quantity);
  return quantity.sign();
}

export function larger(a: Fraction, b: Fraction, decisions: Decisions): Fraction {
  return decide(a.sub(b), decisions) >= 0 ? a : b;
}

export function smaller(a: Fraction, b: Fraction, decisions: Decisions): Fraction {
  return decide(a.sub(b), decisions) <= 0 ? a : b;
}
