// The choice to copy without names: where words or figures leave the page, each copy button has it beside it.
import styles from '@/ui/letters-choice.module.css';

/** Whether it is on, and what a press asks for. */
export interface LettersChoiceProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly className?: string | undefined;
}

/** One box to tick. */
export function LettersChoice({ isOn, onChange, className = '' }: LettersChoiceProps) {
  return (
    <label className={`${styles.choice} ${className}`}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      Names as A, B, C
    </label>
  );
}
