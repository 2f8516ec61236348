// How rebalancing causes a call, on the example that M1 publishes: with the cash left as cash, and with it invested.
import { presets } from '@/presets/accounts';
import { openPreset } from '@/state/open-account';
import { Question } from '@/ui/question';
import { StrongText } from '@/ui/strong-text';
import styles from './trades.module.css';

const readings = [
  { id: 'm1-rebalanced', title: 'Open it: the cash stays' },
  { id: 'm1-rebalanced-invested', title: 'Open it: the cash is invested' },
] as const;

const sentences = [
  'The account of M1’s help page holds $49,000 of securities required at 25\u00A0% and $1,000 of cash, against a loan of $10,000: equity of $40,000, of which $12,250 is required.',
  'All of it is moved into volatile stocks required at 100\u00A0%. Equity stays $40,000, but $49,000 is required now: **a call of $9,000**. No price has moved.',
  'Where the $1,000 of cash is invested too, $50,000 is required: **a call of $10,000**, which is the figure that M1 prints.',
  'An invested deposit meets only (1 − rate) of a call: with M1’s holdings down to $11,000 the call is $750, and $750 invested at 25\u00A0% leaves **$187.50** of it; $1,000 invested, or $750 as cash, ends it. At 100\u00A0% an invested deposit meets nothing.',
];

/** The question, and its answer once it is asked. */
export function M1Question() {
  return (
    <Question question="How can rebalancing cause a call?">
      {() => (
        <div className={styles.trade}>
          {sentences.map((sentence) => (
            <p key={sentence}>
              <StrongText text={sentence} />
            </p>
          ))}
          <div className={styles.doors}>
            {readings.map(({ id, title }) => {
              const preset = presets.find((each) => each.id === id);
              return preset === undefined ? null : (
                <button key={id} type="button" className="button" onClick={() => openPreset(preset)}>
                  {title}
                </button>
              );
            })}
          </div>
          <p className="note">Your own account is put aside, and comes back from the menu with its name.</p>
        </div>
      )}
    </Question>
  );
}
