// A holding's own margin-call price, found after the page has answered what was typed.
import { createContext, memo, use } from 'react';
import type { Account } from '@/engine/account';
import { holdingsAlone } from '@/state/alone';
import { aloneWords } from './alone-words';
import styles from './holdings.module.css';

/** The account that the column is about; it lags behind while one types. Null for none. */
export const AloneAccount = createContext<Account | null>(null);

/** The price or move of one holding at which a call begins or ends; nothing for a row that is none yet. */
export const AloneCell = memo(function AloneCell({ id }: { readonly id: string }) {
  const account = use(AloneAccount);
  const position = account?.positions.find((each) => each.id === id);
  if (account === null || position === undefined) return null;
  const points = holdingsAlone(account).pointsOf(id);
  const { text, isNone } = aloneWords(position, points);
  return (
    <span className={isNone ? styles.none : undefined}>
      <span className={styles.aloneName}>{points?.isInCall === true ? 'Call ends: ' : 'Alone: '}</span>
      {text}
    </span>
  );
});
