// One what-if of the list: its name shows it, and behind "more" it is renamed, described, moved, doubled and deleted.
import { ArrowDown, ArrowUp, Copy, Ellipsis, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ScenarioInput } from '@/engine/scenario';
import { isUnnamed } from '@/state/lever-edits';
import {
  deleteScenario,
  describeScenario,
  duplicateScenario,
  mostLetters,
  moveScenario,
  nameScenario,
  showScenario,
} from '@/state/scenarios';
import { commit } from '@/state/store';
import { focusAgain } from '@/ui/focus-again';
import { ListEntry } from '@/ui/list-entry';
import styles from './scenarios.module.css';
import { TextLine } from './text-line';

/** What a row needs. */
export interface ScenarioRowProps {
  readonly scenario: ScenarioInput;
  readonly status: string;
  readonly isShown: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** The row that is left is no more: the focus needs another place. */
  readonly onGone: () => void;
}

/** The row. */
export function ScenarioRow(props: ScenarioRowProps) {
  const { scenario, status, isShown, isFirst, isLast, isOpen, onOpen, onGone } = props;
  const { id, name, description = '' } = scenario;
  return (
    <li data-shown={isShown || undefined}>
      <div className={styles.line}>
        <ShowButton isShown={isShown} onShow={() => commit(showScenario(id))} name={name} status={status}>
          {isUnnamed(scenario) && <span className="note">not kept under a name yet</span>}
          {description !== '' && <span className="note">{description}</span>}
        </ShowButton>
        <button
          type="button"
          className="button square"
          aria-label={`More about ${name}`}
          aria-expanded={isOpen}
          title="Rename, describe, move, double, delete"
          onClick={() => onOpen(!isOpen)}
        >
          <Ellipsis aria-hidden="true" size={16} />
        </button>
      </div>
      {isOpen && (
        <div className={styles.more}>
          <TextLine
            label={isUnnamed(scenario) ? 'Name to keep it under' : 'Name'}
            value={name}
            mostLetters={mostLetters.name}
            onText={(text) => {
              commit(nameScenario(id, text));
              // With its first name it is a kept one, in a row of its own.
              if (isUnnamed(scenario)) onGone();
            }}
          />
          <TextLine
            label="Description"
            value={description}
            mostLetters={mostLetters.description}
            onText={(text) => commit(describeScenario(id, text))}
          />
          <div className={styles.acts}>
            <Act name="Move up" of={name} isEnd={isFirst} onPress={() => commit(moveScenario(id, -1))}>
              <ArrowUp aria-hidden="true" size={16} />
            </Act>
            <Act name="Move down" of={name} isEnd={isLast} onPress={() => commit(moveScenario(id, 1))}>
              <ArrowDown aria-hidden="true" size={16} />
            </Act>
            <Act name="Duplicate" of={name} onPress={() => commit(duplicateScenario(id))}>
              <Copy aria-hidden="true" size={16} />
            </Act>
            <Act
              name="Delete"
              of={name}
              onPress={() => {
                commit(deleteScenario(id));
                onGone();
              }}
            >
              <Trash2 aria-hidden="true" size={16} />
            </Act>
          </div>
        </div>
      )}
    </li>
  );
}

/** The name that puts a what-if, or the account as it is, on show. */
export function ShowButton(props: {
  readonly name: string;
  readonly status: string;
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly children?: ReactNode;
}) {
  const { name, status, isShown, onShow, children } = props;
  return (
    <ListEntry name={name} isOnShow={isShown} aria-pressed={isShown} className={styles.show} onClick={onShow}>
      {status !== '' && (
        <span className="note" data-tells="">
          {status}
        </span>
      )}
      {children}
    </ListEntry>
  );
}

function Act(props: {
  readonly name: string;
  readonly of: string;
  readonly isEnd?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  const { name, of, isEnd = false, onPress, children } = props;
  return (
    <button
      type="button"
      className="button square"
      aria-label={`${name}: ${of}`}
      title={name}
      aria-disabled={isEnd}
      onClick={({ currentTarget }) => {
        if (isEnd) return;
        onPress();
        focusAgain(currentTarget);
      }}
    >
      {children}
    </button>
  );
}
