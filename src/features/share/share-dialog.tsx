// The dialog that makes a link: first what would be in it, then what to leave out, then the link itself.
import { QrCode as QrIcon, Share2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useState } from 'react';
import { blankAccount, isExample } from '@/state/account-edits';
import { shownScenario } from '@/state/lever-edits';
import { findPreset } from '@/state/presets';
import { documentToShare, linkOf, type ShareChoices } from '@/state/share';
import { setRedacted, useDesk } from '@/state/store';
import { CopyButton } from '@/ui/copy-button';
import { Dialog, DialogBody } from '@/ui/dialog';
import { LettersChoice } from '@/ui/letters-choice';
import styles from './share.module.css';
import { findPersonal, listContents } from './share-contents';
import { quoted } from './share-words';

/** The dialog; it is open as long as it is there. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Share link" onClose={onClose}>
      <DialogBody>
        <p>
          The link itself is the account: <strong>everyone who has it can read what is in it</strong>, and it
          cannot be called back. Making it sends nothing anywhere.
        </p>
        <Sharing />
      </DialogBody>
    </Dialog>
  );
}

function Sharing() {
  const document = useDesk(({ history }) => history.present);
  const isRedacted = useDesk((desk) => desk.isRedacted);
  const { account } = document;
  const shown = shownScenario(document);
  const others = document.scenarios.length - (shown === undefined ? 0 : 1);
  const isOwnName =
    account.name !== blankAccount.name && !isExample(document) && findPreset(account) === null;
  const personal = isOwnName ? findPersonal(account.name) : null;
  const [rest, setRest] = useState<Omit<ShareChoices, 'isRedacted'>>({
    hasName: personal === null,
    hasWhatIf: true,
    hasOthers: false,
    hasLabels: true,
  });
  const choices = useMemo(() => ({ ...rest, isRedacted }), [rest, isRedacted]);
  const shared = useMemo(() => documentToShare(document, choices), [document, choices]);
  const listTitle = useId();
  return (
    <>
      <section aria-labelledby={listTitle} className={styles.part}>
        <h3 id={listTitle}>In the link</h3>
        <ul className={styles.contents}>
          {listContents(shared, choices).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="note">
          Not in it: what is half typed, what was told of a call, other accounts and what was put aside.
        </p>
      </section>
      <div role="group" aria-label="What goes into it" className={styles.choices}>
        <LettersChoice isOn={isRedacted} onChange={setRedacted} />
        {isOwnName && !isRedacted && (
          <Choice isOn={rest.hasName} onChange={(hasName) => setRest({ ...rest, hasName })}>
            The account’s name
          </Choice>
        )}
        {shown !== undefined && (
          <Choice isOn={rest.hasWhatIf} onChange={(hasWhatIf) => setRest({ ...rest, hasWhatIf })}>
            The what-if
          </Choice>
        )}
        {others > 0 && (
          <Choice isOn={rest.hasOthers} onChange={(hasOthers) => setRest({ ...rest, hasOthers })}>
            {shown === undefined ? 'What is kept: ' : 'The others that are kept: '}
            {others === 1 ? '1 what-if' : `${others} what-ifs`}
          </Choice>
        )}
        {(account.excluded?.length ?? 0) > 0 && !isRedacted && (
          <Choice isOn={rest.hasLabels} onChange={(hasLabels) => setRest({ ...rest, hasLabels })}>
            The names of rows left out
          </Choice>
        )}
      </div>
      {personal !== null && !isRedacted && (
        <p className={styles.warning}>
          {quoted(account.name)} {personal}.{' '}
          {rest.hasName ? 'Everyone who has the link can read it.' : 'It is left out of the link.'}
        </p>
      )}
      <LinkItself document={shared} />
    </>
  );
}

interface ChoiceProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

function Choice({ isOn, onChange, children }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {children}
    </label>
  );
}

/** An address that leads every computer to itself. */
const isLocal = /^(?:localhost|127\.[\d.]+|\[::1\]|)$/.test(window.location.hostname);

/** What most programs take without cutting it. */
const mostForPrograms = 2000;

/** The code's painter, loaded when it is wanted. */
const QrCode = lazy(() => import('./qr-code').then(({ QrCode: code }) => ({ default: code })));

/** As many characters as a phone still reads from a screen. */
const mostForQr = 1000;

function LinkItself({ document }: { readonly document: Parameters<typeof linkOf>[0] }) {
  const link = useLink(document);
  const [isCodeShown, setCodeShown] = useState(false);
  const field = useId();
  if (link === null) {
    return (
      <p className={styles.warning}>
        No link can carry all of this account. A file can: “Save” in the same menu.
      </p>
    );
  }
  const isTooLong = link !== undefined && link.length > mostForQr;
  return (
    <div className={styles.part} inert={link === undefined}>
      <div className="labeled">
        <label htmlFor={field}>Link, {(link?.length ?? 0).toLocaleString('en-US')} characters</label>
        <textarea
          id={field}
          readOnly
          rows={3}
          className={`control ${styles.link}`}
          value={link ?? ''}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </div>
      {link !== undefined && link.length > mostForPrograms && (
        <p className="note">Some programs cut links as long as this. A file is whole: “Save” in the menu.</p>
      )}
      <div className={styles.buttons}>
        <CopyButton key={link} label="Copy link" copy={() => ({ text: link ?? '' })} />
        {typeof navigator.share === 'function' && (
          <button type="button" className="button" onClick={() => void send(link ?? '')}>
            <Share2 aria-hidden="true" size={16} />
            Send…
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-expanded={isCodeShown}
          onClick={() => setCodeShown(!isCodeShown)}
        >
          <QrIcon aria-hidden="true" size={16} />
          {isCodeShown ? 'Hide QR code' : 'Show QR code'}
        </button>
      </div>
      {isLocal && (
        <p className="note">
          This page runs on your own computer: the link opens only where Headroom runs at the same address.
        </p>
      )}
      {isCodeShown && isTooLong && (
        <p className="note">
          The link is too long for a QR code that a phone reads from a screen: at most{' '}
          {mostForQr.toLocaleString('en-US')} characters fit.
        </p>
      )}
      {isCodeShown && link !== undefined && !isTooLong && (
        <Suspense>
          <QrCode text={link} />
        </Suspense>
      )}
    </div>
  );
}

/** The whole link of a document; undefined until it is made, null where there is none. */
function useLink(document: Parameters<typeof linkOf>[0]): string | null | undefined {
  const [made, setMade] = useState<{ readonly of: unknown; readonly link: string | null }>();
  useEffect(() => {
    let isWanted = true;
    const make = async () => {
      const end = await linkOf(document);
      const link = end === null ? null : `${window.location.href.replace(/[?#].*$/, '')}${end}`;
      if (isWanted) setMade({ of: document, link });
    };
    void make();
    return () => {
      isWanted = false;
    };
  }, [document]);
  // Until the next is made there is none: the one before may hold a name that is to be left out.
  return made?.of === document ? made.link : undefined;
}

async function send(url: string): Promise<void> {
  try {
    await navigator.share({ title: 'Headroom', url });
  } catch {
    // The person thought better of it, or the system has nowhere to send to: the copy button is beside it.
  }
}
