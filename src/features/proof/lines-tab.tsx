// The account's own line and FINRA's minimum: two requirements, two distances, and what happens below each.
import { memo, useEffect } from 'react';
import { isBelowMinimumEquity } from '@/engine/minimum-equity';
import { brokerNotes } from '@/presets/brokers';
import { glossary } from '@/presets/glossary';
import type { Explanation } from '@/state/explanation';
import { type Line, selectLines } from '@/state/lines';
import { isLiquidating } from '@/state/liquidation';
import type { Reaches } from '@/state/reach';
import type { Scene } from '@/state/scene';
import { setLinesShown } from '@/state/store';
import { formatSum } from '@/ui/format';
import { ScrollRegion } from '@/ui/scroll-region';
import { Term } from '@/ui/term';
import { BuyingPart } from './buying';
import styles from './lines.module.css';
import { listReaches } from './reach-words';
import { RuleNotes } from './rule-notes';

/** Both lines as a table, then in sentences. */
export const LinesTab = memo(function LinesTab({ explanation }: { readonly explanation: Explanation }) {
  // The chart draws FINRA's line too while they are looked at.
  useEffect(() => {
    setLinesShown(true);
    return () => setLinesShown(false);
  }, []);
  const lines = selectLines(explanation);
  if (lines === null) return <p>FINRA’s minimum has no figures in this what-if.</p>;
  const { house, exchange, rules, isSame, isTooLow } = lines;
  const { hasShorts } = explanation.scene;
  const isPoor = isBelowMinimumEquity(explanation.account, explanation.margin.equity);
  const [own, floor] = [formatSum(house.figures), formatSum(exchange.figures)];
  const isOfMinimum = rules.id === 'finra-minimum';
  const hasLeverage = explanation.account.positions.some(({ leverage }) => leverage !== null);
  const hasTyped = explanation.account.positions.some(({ ownRate }) => ownRate !== null);
  const excessName = brokerNotes[rules.id]?.excessName;
  return (
    <div className={styles.lines}>
      <ScrollRegion label="Two lines side by side">
        <table className={styles.table}>
          <caption className="visually-hidden">Your account’s line beside FINRA’s minimum</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">
                Your account’s rates ({hasTyped && 'typed and '}
                {isOfMinimum ? 'FINRA' : rules.name}’s)
              </th>
              <th scope="col">FINRA’s minimum, whatever is typed</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <Term entry={glossary.requirement} text="Required" />
              </th>
              <td>{own.requirement}</td>
              <td>{floor.requirement}</td>
            </tr>
            <tr>
              <th scope="row">
                <Term entry={glossary.excess} text="Above or below it" />
              </th>
              <Above line={house} words={own.excess} />
              <Above line={exchange} words={floor.excess} />
            </tr>
            {distanceRows(house.reaches, exchange.reaches, explanation.scene).map(({ name, values }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, index) => (
                  <td key={index === 0 ? 'house' : 'exchange'}>
                    {value.split(' · ').map((part) => (
                      <span key={part} className={styles.part}>
                        {part}
                      </span>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {isTooLow && (
        <p>
          The rates of this account ask less than FINRA’s minimum, which no broker may. Look at the rates that
          are typed.
        </p>
      )}
      {isSame && <p>Your rules are FINRA’s minimum, so both lines are one. A broker may ask more.</p>}
      <p>
        <strong>
          <Term entry={glossary.houseLine} />.
        </strong>{' '}
        {houseSentence(rules.name, isLiquidating(rules))}
        {excessName !== undefined && ` ${rules.name} calls what is above its line “${excessName}”.`}
      </p>
      <p>
        <strong>
          <Term entry={glossary.exchangeLine} />.
        </strong>{' '}
        The least that any broker may ask of what is held as it is typed: 25&nbsp;% of what is held
        {hasShorts && ', 30\u00A0% and its table of dollars a share of what is sold short'}. It leaves out
        every rate
        {hasShorts && ' and minimum a share'} typed for a single holding and every change of requirements, but
        not leverage and not what is 100&nbsp;% because it is not marginable. Below it there is a call
        whatever the broker’s own rules say.{' '}
        {!hasLeverage && 'A leveraged fund needs its leverage typed: without it this line asks too little.'}
      </p>
      {isPoor && (
        <p>
          <strong>$2,000.</strong> Equity is below $2,000: brokers may not lend more then. After a fall of the
          market that alone is no call, though some brokers call for it.
        </p>
      )}
      <RuleNotes rules={isPoor ? ['R-67', 'R-27'] : ['R-67']} ruleSet={rules} />
      <BuyingPart explanation={explanation} />
    </div>
  );
});

function Above({ line, words }: { readonly line: Line; readonly words: string }) {
  return <td data-result={line.figures.excess.sign() < 0 ? 'below' : undefined}>{words}</td>;
}

function houseSentence(name: string, isLiquidated: boolean): string {
  return isLiquidated
    ? `Below it ${name} makes no call: it may sell at once.`
    : `Below it the broker makes a margin call, and it may sell without notice. It may move its line at any time.`;
}

/** Each distance once, where either line has it. */
function distanceRows(house: Reaches | null, exchange: Reaches | null, scene: Scene) {
  const [own, floor] = [house, exchange].map((reaches) => listReaches(reaches, null, scene));
  const names = new Set([...(own ?? []), ...(floor ?? [])].map(({ name }) => name));
  return [...names].map((name) => ({
    name,
    values: [own, floor].map((all) => all?.find((each) => each.name === name)?.now ?? 'none'),
  }));
}
