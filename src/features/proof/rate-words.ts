// Why a holding's requirement is what it is, in a few words: where the rate comes from and what binds.
import type { PositionStep, RateLink } from '@/engine/explain-position';
import { moneyWords, numberWords, percentWords } from './exact-words';

/** Where rates come from: the broker's rules by name, and the what-if where it sets one. */
export interface RateOrigin {
  readonly rules: string;
  readonly isSetByWhatIf: boolean;
}

/** "typed", "M1", "25 % × 3 leverage = 75 %", "$5.00 a share × 100". */
export function rateWhy(step: PositionStep, origin: RateOrigin): string {
  const floor = step.floors.find(({ kind }) => kind === step.binds);
  if (floor !== undefined && step.position.shares !== null) {
    const amount = `${moneyWords(floor.perShare).text} a share × ${numberWords(step.position.shares).text}`;
    return floor.kind === 'own' ? `${amount}, typed` : amount;
  }
  const [first = '', ...others] = step.chain.map((link) => linkWhy(link, origin));
  return others.length === 0 ? first : `${first}: ${others.join('; ')}`;
}

function linkWhy(link: RateLink, { rules, isSetByWhatIf }: RateOrigin): string {
  const output = percentWords(link.output).text;
  switch (link.kind) {
    case 'own':
      return isSetByWhatIf ? 'set in the what-if' : 'typed';
    case 'rules':
      return rules;
    case 'leverage':
      return `${percentWords(link.input).text} × ${numberWords(link.leverage).text} leverage = ${output}`;
    case 'added':
      return `${percentWords(link.input).text} + ${pointsText(link)} points = ${output}, being ${shareText(link)}`;
    case 'atLeast':
      return `at least ${percentWords(link.points).text}, being ${shareText(link)}`;
    case 'notMarginable':
      return 'not marginable';
    case 'shift':
      return shiftText(link);
  }
}

/** "from 25 % to 30 % in the what-if". */
export function shiftText({ input, output }: RateLink & { readonly kind: 'shift' }): string {
  return `from ${percentWords(input).text} to ${percentWords(output).text} in the what-if`;
}

type Tiered = RateLink & { readonly kind: 'added' | 'atLeast' };

function pointsText({ points }: Tiered): string {
  return percentWords(points).text.replace('\u00A0%', '');
}

/** "41 % of the account, above 40 %". */
export function shareText({ share, above }: Tiered): string {
  return `${percentWords(share, 'down').text} of the account, above ${percentWords(above).text}`;
}
