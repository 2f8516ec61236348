// Which term of the glossary a step of the math, or a figure of the row, is about.
import { type GlossaryEntry, glossary } from '@/presets/glossary';

const terms: Readonly<Record<string, GlossaryEntry>> = {
  longMarketValue: glossary.holdings,
  shortMarketValue: glossary.soldShort,
  equity: glossary.equity,
  each: glossary.rate,
  requirement: glossary.requirement,
  excess: glossary.excess,
  equityRatio: glossary.equityRatio,
  call: glossary.call,
  fall: glossary.callPoint,
  rise: glossary.callPoint,
};

/** The term of a step by its id; what is held has another name beside what is sold short. */
export function stepTerm(step: string, hasShorts: boolean): GlossaryEntry | undefined {
  return step === 'longMarketValue' && hasShorts ? glossary.heldLong : terms[step];
}
