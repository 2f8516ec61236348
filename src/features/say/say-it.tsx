// The verdict to send or to read out, behind one quiet button: three lengths and a script, each with its own copy button.
import { memo, useState } from 'react';
import { isExample } from '@/state/account-edits';
import { selectCallDay } from '@/state/call-day';
import { selectExcluded } from '@/state/excluded';
import { selectView, type View } from '@/state/figures';
import { selectUnreadEntries } from '@/state/left-out';
import { selectSpoken } from '@/state/redacted';
import { selectAccount, selectDocument, setRedacted, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { selectUnfinishedRow } from '@/state/unfinished-row';
import { isStanding, selectVerdict, type Verdict } from '@/state/verdict';
import { type Details, findDetails } from '@/state/ways-out';
import { CopyButton } from '@/ui/copy-button';
import { Fold } from '@/ui/fold';
import { wordLeftOut } from '@/ui/left-out-words';
import { LettersChoice } from '@/ui/letters-choice';
import { useStill } from '@/ui/still';
import styles from './say.module.css';
import { type SayInput, sayVerdict, type VerdictSentences } from './say-words';

/** Where the sentences come from: other panels have them, and the page hands them over. */
export interface SayItProps {
  readonly wordVerdict: (
    verdict: Verdict,
    details: Details | null,
    day: { readonly calledOn: string; readonly today: string },
  ) => VerdictSentences;
  /** The what-if's changes in words; left out where there is none to speak of. */
  readonly listChanges?: () => readonly string[];
  /** Why it came to this, in whole sentences: put into the paragraph, the table and the script. */
  readonly reasons?: readonly string[];
  /** What else is typed and in no figure, whole sentences; left out where the panel has no entries of its own. */
  readonly leftOut?: readonly string[];
  /** What it speaks of; left out for what is on show. */
  readonly view?: View;
}

/** One button, and below it the words while it is open. Nothing for an example or without a verdict. */
export function SayIt(props: SayItProps) {
  const [isOpen, setOpen] = useState(false);
  const isThere = useDesk((desk) => {
    const document = selectDocument(desk);
    return !isExample(document) && isStanding(selectVerdict(props.view ?? selectView(document)));
  });
  if (!isThere) return null;
  return (
    <section aria-label="Say it" data-screen="">
      <Fold title="Say it" isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
        {(id) => <Words id={id} {...props} />}
      </Fold>
    </section>
  );
}

const none: readonly string[] = [];

function Words({
  id,
  wordVerdict,
  listChanges,
  reasons = none,
  leftOut: alsoLeftOut = none,
  view: given,
}: SayItProps & { readonly id: string }) {
  const shown = useDesk((desk) => selectView(selectSpoken(desk)));
  const view = given ?? shown;
  const still = useStill(
    view,
    useDesk(({ draft }) => draft !== null),
  );
  const calledOn = useDesk(selectCallDay);
  const pricesOf = useDesk((desk) => selectAccount(desk).enteredOn ?? null);
  const leftOut = useLeftOut();
  const isRedacted = useDesk((desk) => desk.isRedacted);
  const verdict = selectVerdict(view);
  if (!isStanding(verdict)) return null;
  const today = localDay();
  const said = sayVerdict({
    standing: verdict,
    sentences: wordVerdict(verdict, still === null ? null : findDetails(still), { calledOn, today }),
    changes: verdict.isWhatIf ? (listChanges?.() ?? none) : none,
    reasons,
    leftOut: [...leftOut, ...alsoLeftOut],
    today,
    pricesOf,
  });
  return (
    <div id={id} className={styles.words}>
      <LettersChoice isOn={isRedacted} onChange={setRedacted} className={styles.names} />
      <Piece title="Chat line" label="Copy chat line" text={said.chat.text} html={said.chat.html} />
      <Piece title="E-mail" label="Copy e-mail" text={said.email.text} html={said.email.html} />
      <section className={styles.piece} aria-label="Ticket">
        <h3>Ticket</h3>
        <table className={styles.ticket}>
          <tbody>
            {said.rows.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <CopyButton label="Copy ticket" copy={() => said.ticket} />
      </section>
      <Piece title="To read out, rounded" label="Copy script" text={said.script.join('\n')} />
    </div>
  );
}

const Piece = memo(function Piece(props: {
  readonly title: string;
  readonly label: string;
  readonly text: string;
  readonly html?: string | undefined;
}) {
  const { title, label, text, html } = props;
  return (
    <section className={styles.piece} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.text}>{text}</p>
      <CopyButton label={label} copy={() => (html === undefined ? { text } : { text, html })} />
    </section>
  );
});

/** What is typed and in no figure: words that leave the page must say so too. */
function useLeftOut(): SayInput['leftOut'] {
  const entries = useDesk(selectUnreadEntries);
  const row = useDesk(selectUnfinishedRow);
  const excluded = useDesk((desk) => selectExcluded(desk).length);
  const imported =
    excluded === 1
      ? ['1 imported row is in no figure: the totals are incomplete.']
      : excluded > 1
        ? [`${excluded} imported rows are in no figure: the totals are incomplete.`]
        : [];
  return [...wordLeftOut(row, entries), ...imported];
}
