// Explain a call: the account before and now, and all that an agent reads out – what, why, what ends it and by when.
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { glossary } from '@/presets/glossary';
import { isExample } from '@/state/account-edits';
import { type Explained, type Past, selectExplained } from '@/state/explained';
import { shownChanges } from '@/state/lever-edits';
import { closeExplanation } from '@/state/open-explanation';
import { selectAccount, useDesk } from '@/state/store';
import { focusInstead } from '@/ui/focus-again';
import { StrongText } from '@/ui/strong-text';
import { WordsAsked } from '@/ui/words-asked';
import { ByWhen } from './by-when';
import { wordSized } from './change-words';
import styles from './explain.module.css';
import { wordNow, wordSides, wordTogether, wordUnexplained, wordWithouts } from './explain-words';
import { Split } from './split';
import { countAsMoney, StoryFields } from './story-fields';
import { wordUnread } from './unread-words';
import { wordWays } from './way-words';
import { WhatTable } from './what-table';

/** The panel; `children` stand at its end, for what is to be done with its words. */
export function ExplainPanel({ children }: { readonly children?: ReactNode }) {
  const isEmpty = useDesk((desk) => {
    const account = selectAccount(desk);
    return isExample({ account }) || account.positions.length === 0;
  });
  const explained = useDesk(selectExplained);
  const hasChanges = useDesk(({ history }) => shownChanges(history.present).length > 0);
  const title = useRef<HTMLHeadingElement>(null);
  // Where a field is sought, that one takes the focus; it has it by the time effects run.
  const [takesFocus] = useState(() => useDesk.getState().sought === null);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  return (
    <section aria-labelledby="explain-title" className={styles.panel}>
      <div className={styles.head}>
        <h2 id="explain-title" ref={title} tabIndex={-1}>
          Explain a call
        </h2>
        <button
          type="button"
          className="button"
          onClick={() => {
            closeExplanation();
            // Back to what opened it: the door of the first page or the verdict's link.
            focusInstead(() => document.querySelector('[data-opens="explanation"]'));
          }}
        >
          <ArrowLeft aria-hidden="true" size={16} />
          Back to the account
        </button>
      </div>
      {isEmpty || explained === null ? (
        <p>
          {isEmpty
            ? 'First the account as it is now, under “What I have”: each holding with its requirement, and the loan. Then what happened to it, here.'
            : 'A figure of the account cannot be read: this waits for it.'}
        </p>
      ) : (
        <>
          <Part title="What happened">
            {hasChanges && <p className="note">Now is the account as typed, without the changes on show.</p>}
            <StoryFields explained={explained} />
          </Part>
          <div className={styles.told}>
            <Told explained={explained} />
            {children}
            <WordsAsked entries={words} />
          </div>
        </>
      )}
    </section>
  );
}

const { call, equity, requirement, rate, excess } = glossary;
/** The words that a customer asks about. */
const words = [call, equity, requirement, rate, excess];

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className={styles.part}>
      <h3 className="panel-title">{title}</h3>
      {children}
    </section>
  );
}

function Told({ explained }: { readonly explained: Explained }) {
  const ways = wordWays(explained);
  const { past } = explained;
  return (
    <>
      <Part title="What">
        <p className={styles.headline}>
          <StrongText text={wordNow(explained)} />
        </p>
        <WhatTable explained={explained} />
      </Part>
      <Part title={explained.now.isInCall ? 'Why did it come?' : 'Why did it change?'}>
        <Unread />
        {past === null || past.attribution.shares.length === 0 ? (
          <p className={styles.muted}>
            {past === null
              ? 'Tell what happened, above: this says what each part of it did.'
              : 'Nothing differs between before and now.'}
          </p>
        ) : (
          <Why past={past} />
        )}
      </Part>
      {ways !== null && (
        <Part title="What ends it">
          <p>{ways.intro}</p>
          <ul className={styles.list}>
            {ways.ways.map((way) => (
              <li key={way}>
                <StrongText text={way} />
              </li>
            ))}
          </ul>
          <p className="note">{ways.note}</p>
        </Part>
      )}
      {explained.now.isInCall && (
        <Part title="By when">
          <ByWhen explained={explained} />
        </Part>
      )}
    </>
  );
}

function Unread() {
  const text = useDesk(({ story }) => wordUnread(story));
  return text === '' ? null : <p className={styles.caution}>{text}</p>;
}

function Why({ past }: { readonly past: Past }) {
  const together = wordTogether(past);
  const unexplained = wordUnexplained(past);
  const sized = wordSized(past);
  return (
    <>
      {unexplained !== '' && (
        <p className={styles.caution}>
          <StrongText text={unexplained} />{' '}
          <button type="button" className="link" onClick={() => countAsMoney(past.unexplained)}>
            Count it as money {past.unexplained.sign() > 0 ? 'in' : 'out'}
          </button>
        </p>
      )}
      <ul className={styles.sentences}>
        {wordWithouts(past).map((sentence) => (
          <li key={sentence}>
            <StrongText text={sentence} />
          </li>
        ))}
      </ul>
      {together !== '' && <p>{together}</p>}
      {sized !== '' && <p>{sized}</p>}
      <Sides past={past} />
      <Split past={past} />
    </>
  );
}

/** Long and short looked at apart: what one side gives, the other may take. */
function Sides({ past }: { readonly past: Past }) {
  const sentences = wordSides(past);
  if (sentences.length === 0) return null;
  return (
    <>
      <p>
        A fall takes from what is held long and gives to what is sold short, so each side is looked at by
        itself:
      </p>
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <StrongText text={sentence} />
          </li>
        ))}
      </ul>
    </>
  );
}
