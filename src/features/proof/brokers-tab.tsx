// The account under each broker's rules: what each requires, what is left, where its call begins and how long there is to
// meet it. A broker's name puts its rules into the what-if.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { CallPoints } from '@/engine/excess-curve';
import type { RuleSet } from '@/engine/rule-set';
import { ruleSets } from '@/presets/rule-sets';
import { type BrokerRow, selectBrokers } from '@/state/brokers';
import type { Explanation } from '@/state/explanation';
import { setOtherRules } from '@/state/lever-edits';
import type { Figures } from '@/state/scene';
import { commit } from '@/state/store';
import { formatCall, formatSum } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { ScrollRegion } from '@/ui/scroll-region';
import { callNote, comparedNotes, daysWords, leftOutWords, placeWords } from './broker-words';
import styles from './brokers.module.css';
import { RuleNotes } from './rule-notes';

/** The table, and what it leaves out. */
export const BrokersTab = memo(function BrokersTab({ explanation }: { readonly explanation: Explanation }) {
  const compared = selectBrokers(explanation);
  const { rows, asTyped } = compared;
  const { account, scene } = explanation;
  const { positions } = account;
  return (
    <div className={styles.brokers}>
      <p>
        The same account under each broker’s rules{explanation.isWhatIf && ', in the what-if'}. A name puts
        its rules into the what-if; requirements that you typed stay there.
      </p>
      <ScrollRegion label="Brokers side by side">
        <table className={styles.table}>
          <caption className="visually-hidden">The account under each broker’s rules</caption>
          <thead>
            <tr>
              <th scope="col">Rules of</th>
              <th scope="col">Required</th>
              <th scope="col">Above or below it</th>
              <th scope="col">Call beyond a move of</th>
              <th scope="col">Business days to meet it</th>
            </tr>
          </thead>
          <tbody>
            {asTyped !== null && (
              <tr>
                <th scope="row">
                  {asTyped.rules.name}
                  <span className={styles.note}>with what is typed: the figures above</span>
                </th>
                <Cells {...asTyped} />
              </tr>
            )}
            {rows.map((row) => (
              <tr key={row.isOwn ? 'own' : row.rules.id} data-shown={row.isShown || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    aria-pressed={row.isShown}
                    onClick={() => commit(setOtherRules(row.isOwn ? null : choiceOf(row.rules)))}
                  >
                    {row.rules.name}
                  </button>
                  <Mark row={row} />
                </th>
                <Cells rules={row.rules} figures={row.figures} points={row.points}>
                  <Rank rank={row.rank} />
                  {row.otherwise !== null && (
                    <span className={styles.note}>
                      or {formatCall(row.otherwise.requirement)}, by {row.otherwise.page}
                    </span>
                  )}
                  {row.unpublished.length > 0 && (
                    <span className={styles.note}>
                      rate unknown for{' '}
                      {row.unpublished.map((position) => nameHolding(position, positions)).join(', ')}
                    </span>
                  )}
                </Cells>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {leftOutWords(compared, positions).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ul className={styles.notes}>
        {comparedNotes(rows, scene.hasShorts).map(({ name, text }) => (
          <li key={text}>
            <strong>{name}.</strong> {text}
          </li>
        ))}
      </ul>
      <RuleNotes rules={['R-86']} ruleSet={account.ruleSet} />
    </div>
  );
});

/** The app's rules by id, rules of one's own whole. */
function choiceOf({ id, input }: RuleSet) {
  return ruleSets.has(id) ? id : input;
}

function Mark({ row: { isOwn, isShown } }: { readonly row: BrokerRow }) {
  if (!isOwn && !isShown) return null;
  return (
    <span className={styles.note}>{isOwn ? (isShown ? 'yours' : 'yours today') : 'in the what-if'}</span>
  );
}

function Rank({ rank }: Pick<BrokerRow, 'rank'>) {
  if (rank === null) return null;
  const Arrow = rank === 'highest' ? ArrowUp : ArrowDown;
  return (
    <span className={styles.rank}>
      <Arrow aria-hidden="true" size={12} /> {rank}
    </span>
  );
}

interface CellsProps {
  readonly rules: RuleSet;
  readonly figures: Figures;
  readonly points: CallPoints;
  /** What stands below the requirement. */
  readonly children?: ReactNode;
}

function Cells({ rules, figures, points, children }: CellsProps) {
  const words = formatSum(figures);
  const call = callNote(rules, figures.excess);
  return (
    <>
      <td>
        {words.requirement}
        {children}
      </td>
      <td data-result={call === null ? undefined : 'below'}>
        {words.excess}
        {call !== null && <span className={styles.note}>{call}</span>}
      </td>
      <td>
        {placeWords(points).map((place) => (
          <span key={place} className={styles.part}>
            {place}
          </span>
        ))}
      </td>
      <td>{daysWords(rules)}</td>
    </>
  );
}
