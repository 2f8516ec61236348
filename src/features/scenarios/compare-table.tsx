// Every figure of today and of each what-if side by side. Of a slider let go only the cells that it changed are written.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo } from 'react';
import { LineSwatch } from '@/charts/line-swatch';
import type { Issue } from '@/engine/result';
import type { Compared } from '@/state/compared';
import { showScenario } from '@/state/scenarios';
import { commit } from '@/state/store';
import { ScrollRegion } from '@/ui/scroll-region';
import styles from './compare.module.css';
import { letters } from './compare-lines';
import { listRows, type Rank, wordRank } from './compare-words';

/** Why a what-if is impossible is worded by another panel, and handed over by the page. */
export type WordRefusal = (issue: Issue) => string;

/** What stands in it, and which what-if is on show in the page. */
export interface FiguresTableProps {
  readonly compared: readonly Compared[];
  readonly shown: string | null;
  readonly wordRefusal: WordRefusal;
}

/** The table: a column each. */
export const FiguresTable = memo(function FiguresTable(props: FiguresTableProps) {
  const { compared, shown, wordRefusal } = props;
  return (
    <ScrollRegion label="Every figure side by side">
      <table className={styles.table}>
        <caption className="visually-hidden">Every figure of today and of each what-if</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {compared.map(({ id, name, refusal }, index) => (
              <Heading
                key={id ?? 'today'}
                {...{ id, name, index }}
                refusal={refusal === null ? null : wordRefusal(refusal)}
                isShown={id === shown}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {listRows(compared).map((row) => (
            <tr key={row.name}>
              <RowName name={row.name} isAlike={row.isAlike} />
              {row.cells.map(({ words, rank }, index) => (
                <Figure
                  key={compared[index]?.id ?? 'today'}
                  words={words}
                  place={rank?.place ?? null}
                  rank={rank === null ? '' : wordRank(rank, row.ends)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
});

interface HeadingProps {
  readonly id: string | null;
  readonly name: string;
  readonly index: number;
  readonly refusal: string | null;
  readonly isShown: boolean;
}

const Heading = memo(function Heading({ id, name, index, refusal, isShown }: HeadingProps) {
  return (
    <th scope="col" data-shown={isShown || undefined}>
      <LineSwatch style={index} letter={letters[index] ?? ''} />
      <button type="button" className="link" aria-pressed={isShown} onClick={() => commit(showScenario(id))}>
        {name}
      </button>
      {isShown && <span className={styles.note}>on show</span>}
      {refusal !== null && <span className={styles.refusal}>{refusal}</span>}
    </th>
  );
});

const RowName = memo(function RowName(props: { readonly name: string; readonly isAlike: boolean }) {
  return (
    <th scope="row">
      {props.name}
      {props.isAlike && <span className={styles.note}>all alike</span>}
    </th>
  );
});

interface FigureProps {
  readonly words: string;
  readonly place: Rank['place'] | null;
  /** The word for its place in the row. */
  readonly rank: string;
}

const Figure = memo(function Figure({ words, place, rank }: FigureProps) {
  const Arrow = place === 'highest' ? ArrowUp : ArrowDown;
  return (
    <td>
      {words}
      {place !== null && (
        <span className={styles.note}>
          <Arrow aria-hidden="true" size={12} /> {rank}
        </span>
      )}
    </td>
  );
});
