// The menu named after the account on show: own work put aside at its top, the starter accounts by publisher, and what
// else the page puts into it. The browser's own popover closes it by Escape or a click elsewhere and gives the focus
// back.
import { ChevronDown, Ellipsis } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { type Preset, presets } from '@/presets/accounts';
import { isExample } from '@/state/account-edits';
import type { DroppedWork } from '@/state/drop-aside';
import { openPreset } from '@/state/open-account';
import { selectAccount, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { formatDay } from '@/ui/day';
import { AsideList } from './aside-list';
import styles from './presets.module.css';

const publishers = [...new Set(presets.map(({ publisher }) => publisher))];

/** What the menu is to hold besides, and whether its button has room for words. */
export interface AccountMenuProps {
  readonly isSmall: boolean;
  /** What stands above the examples: ways in and out. */
  readonly files?: ReactNode;
  readonly children: ReactNode;
}

/** The button and its menu. */
export function AccountMenu({ isSmall, files, children }: AccountMenuProps) {
  const popup = useRef<HTMLDivElement>(null);
  const [dropped, setDropped] = useState<readonly DroppedWork[]>([]);
  const choose = (open: () => void) => {
    popup.current?.hidePopover();
    open();
  };
  const focusFirst = () => popup.current?.querySelector<HTMLElement>(`.${styles.item}`)?.focus();
  const changeDropped = (next: readonly DroppedWork[]) => {
    setDropped(next);
    // The button that put work back is gone with its line.
    if (next.length < dropped.length) requestAnimationFrame(focusFirst);
  };
  return (
    <>
      <MenuButton isSmall={isSmall} />
      <div
        ref={popup}
        id="examples"
        popover="auto"
        role="group"
        aria-label="Examples"
        className={styles.popup}
        onToggle={({ newState }) => {
          if (newState === 'open') focusFirst();
          else setDropped([]);
        }}
      >
        <AsideList dropped={dropped} onDropped={changeDropped} onChoose={choose} onKeyDown={walk} />
        {files}
        {publishers.map((publisher) => (
          <div key={publisher} role="group" aria-label={publisher} className={styles.group}>
            <span className={styles.label} aria-hidden="true">
              {publisher}
            </span>
            {presets
              .filter((preset) => preset.publisher === publisher)
              .map((preset) => (
                <PresetItem
                  key={preset.id}
                  preset={preset}
                  onChoose={() => choose(() => openPreset(preset))}
                />
              ))}
          </div>
        ))}
        {children}
      </div>
    </>
  );
}

/** Says whose account is on show, and from what day its prices are. */
function MenuButton({ isSmall }: { readonly isSmall: boolean }) {
  const account = useDesk(selectAccount);
  const isFirst = isExample({ account });
  const name = isFirst || account.name.trim() === '' ? 'Examples' : account.name;
  const { enteredOn } = account;
  return (
    <button
      type="button"
      className={`button ${isSmall ? 'square' : styles.opener}`}
      popoverTarget="examples"
      aria-label={`${name}: files, examples, look, print`}
    >
      {isSmall ? (
        <Ellipsis aria-hidden="true" size={16} />
      ) : (
        <>
          <span className={styles.openerName}>{name}</span>
          {!isFirst && enteredOn !== undefined && (
            <span className={styles.small}>entered {formatDay(enteredOn, localDay())}</span>
          )}
          <ChevronDown aria-hidden="true" size={16} />
        </>
      )}
    </button>
  );
}

interface PresetItemProps {
  readonly preset: Preset;
  readonly onChoose: () => void;
}

function PresetItem({ preset: { shortName, description }, onChoose }: PresetItemProps) {
  return (
    <button type="button" className={styles.item} onKeyDown={walk} onClick={onChoose}>
      <span className={styles.name}>{shortName}</span>
      <span data-tells className={styles.description}>
        {description}
      </span>
    </button>
  );
}

/** The arrow keys go from one to the next, as Tab does; Home and End to the ends. */
function walk(event: KeyboardEvent<HTMLButtonElement>) {
  const items = [...(event.currentTarget.closest('[popover]')?.querySelectorAll('button') ?? [])];
  const at = items.findIndex((item) => item === document.activeElement);
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const goal = goals[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  items[goal]?.focus();
}
