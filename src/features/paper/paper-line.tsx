// Whose figures these are, of what day and by which rules, and lines to write on: at the top of every print.
import { isExample } from '@/state/account-edits';
import { selectAccount, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { selectTypedView } from '@/state/typed-view';
import { formatDay } from '@/ui/day';
import styles from './paper.module.css';

/** The line and the blanks; not on the screen, where the menu and the account say it. */
export function PaperLine() {
  const account = useDesk(selectAccount);
  const view = selectTypedView(account);
  const { name, enteredOn } = account;
  return (
    <div className={styles.line}>
      <p>
        {isExample({ account }) ? 'Example' : name}
        {enteredOn !== undefined && `, entered ${formatDay(enteredOn, localDay())}`}, printed{' '}
        {formatDay(localDay(), '')}
        {view.ok && `. Broker’s rules: ${view.scene.account.ruleSet.name}`}
      </p>
      <p className={styles.blank}>Name</p>
      <p className={styles.blank}>Reference</p>
    </div>
  );
}
