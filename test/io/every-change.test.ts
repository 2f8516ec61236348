// What-ifs with every kind of change, in any order and with any figures: through a file and a link they come back as they were.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PositionInput } from '@/engine/account';
import { known } from '@/engine/result';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { documentFile, readFileText } from '@/io/json-file';
import { encodeLink, readLink } from '@/io/share-link';
import { ruleSets } from '@/presets/rule-sets';
import { documentOf } from '../support/document-of';

const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${min},${max}}$`));
/** Dollars, shares and prices: up to 15 digits and 18 decimals. */
const figure = fc
  .tuple(digits(0, 14), fc.stringMatching(/^\d{0,17}[1-9]$/))
  .map(([whole, part]) => `${whole}.${part}`);
const ratio = fc.stringMatching(/^-?0\.\d{0,29}[1-9]$/);
const weight = fc.stringMatching(/^0\.\d{0,17}[1-9]$/);

const held = fc
  .record({
    symbol: fc.string({ unit: 'grapheme', maxLength: 12 }),
    size: fc.oneof(fc.record({ shares: figure, price: figure }), fc.record({ marketValue: figure })),
    terms: fc.record(
      {
        maintenanceRate: weight,
        targetWeight: weight,
        beta: ratio,
        group: fc.constantFrom('Chips', 'Énergie'),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ symbol, size, terms }) => ({ symbol, side: 'long', ...size, ...terms }) as const);

const position = (id: string) => held.map((rest): PositionInput => ({ id, ...rest }));
const tag = <T extends ChangeInput['type']>(type: T) => fc.constant(type);

/** One of each, those with two shapes twice. */
const everyChange: fc.Arbitrary<readonly ChangeInput[]> = fc
  .tuple(
    fc.record({ type: tag('moveMarket'), ratio }),
    fc.record({ type: tag('moveGroup'), group: fc.constant('Chips'), ratio }),
    fc.record({ type: tag('movePrice'), position: fc.constant('p1'), ratio }),
    fc.record({ type: tag('setPrice'), position: fc.constant('p1'), price: figure }),
    fc.record({ type: tag('switchRuleSet'), ruleSet: fc.constantFrom('merrill', 'fidelity') }),
    fc.record({ type: tag('shiftRequirement'), points: ratio }),
    fc.record({ type: tag('setRequirement'), position: fc.constant('p1'), rate: weight }),
    fc.record({ type: tag('setRequirement'), group: fc.constant('Chips'), rate: weight }),
    fc.record({ type: tag('deposit'), amount: figure }),
    fc.record({ type: tag('deposit'), amount: figure, invest: fc.boolean() }),
    fc.record({ type: tag('withdraw'), amount: figure }),
    fc.record({ type: tag('withdraw'), amount: figure, sell: fc.boolean() }),
    fc.record({ type: tag('borrow'), amount: figure }),
    fc.record({ type: tag('repay'), amount: figure }),
    fc.record({ type: tag('depositSecurities'), position: position('traded-1') }),
    fc.record({ type: tag('open'), position: position('traded-2') }),
    fc.record({ type: tag('trade'), position: fc.constant('p1'), shares: figure.map((each) => `-${each}`) }),
    fc.record({ type: tag('trade'), position: fc.constant('p1'), amount: figure }),
    fc.record({ type: tag('rebalance') }),
    fc.record({ type: tag('rebalance'), cashInvested: figure }),
    fc.record({ type: tag('removeSlice'), position: fc.constant('p1') }),
    fc.record({ type: tag('passDays'), days: fc.nat(3650) }),
  )
  .chain((all) => fc.shuffledSubarray<ChangeInput>([...all], { minLength: all.length }));

const anyDocument = fc
  .record({ changes: everyChange, first: position('p1'), minimumCash: figure, marginLoan: figure })
  .map(
    ({ changes, first, ...balances }): SimulatorDocument => ({
      ...documentOf({ ...balances, positions: [{ ...first, group: 'Chips' }] }),
      scenarios: [{ id: 's1', name: 'Everything', description: 'One of each', changes }],
      shownScenario: 's1',
    }),
  );

it('200 of them through a file and a link', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      expect(known(readFileText(documentFile(document), ruleSets))).toMatchObject({ document });
      const link = await encodeLink(document);
      const read = known(await readLink(link ?? '', ruleSets));
      expect(read?.kind === 'document' && read.document).toEqual(document);
    }),
    { numRuns: 200 },
  );
});
