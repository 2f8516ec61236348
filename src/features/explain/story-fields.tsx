// What happened, typed: of every holding, of one holding, and of the money; or another account to compare with.
import { useState } from 'react';
import type { Position } from '@/engine/account';
import { type Money, money } from '@/engine/quantity';
import { isSameJson } from '@/io/same-json';
import { type Explained, listComparables } from '@/state/explained';
import { useSavedChanges } from '@/state/saved-accounts';
import { tellStory, useDesk } from '@/state/store';
import {
  blankStory,
  type HoldingStory,
  hasToldTrades,
  isTold,
  type Story,
  tradesAtPriceNow,
  withHolding,
} from '@/state/story';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { percentForField } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { readRate } from '@/ui/typed-figures';
import styles from './explain.module.css';
import { wordHolding } from './explain-words';
import {
  readBefore,
  readFall,
  readFlow,
  readInterest,
  readSharesBefore,
  type TypedBefore,
} from './read-story';
import { StoryField } from './story-field';

/** Up to so many holdings each have their row; of more only those of which something is told or asked for. */
const mostRows = 4;

/** The fields. */
export function StoryFields({ explained }: { readonly explained: Explained }) {
  const story = useDesk((desk) => desk.story);
  return (
    <div className={styles.story} data-screen="">
      <CompareWith story={story} />
      {story.compared === null && <Holdings explained={explained} story={story} />}
      <div className={styles.money}>
        <StoryField
          field="moneyIn"
          label="Money in, or with a minus out"
          prefix="$"
          hasSignButton
          value={flowText(story.moneyIn)}
          read={readFlow}
          tell={(told, moneyIn) => ({ ...told, moneyIn })}
        />
        <StoryField
          field="interest"
          label="Interest added to the loan"
          prefix="$"
          value={flowText(story.interest)}
          read={readInterest}
          tell={(told, interest) => ({ ...told, interest })}
        />
        {story.compared === null && hasToldTrades(story, explained.account) && (
          <StoryField
            field="tradeCash"
            label="Those trades brought"
            prefix="$"
            hasSignButton
            value={flowText(story.tradeCash)}
            placeholder={flowText(tradesAtPriceNow(story, explained.account).toText())}
            hint={
              story.tradeCash === null
                ? 'Counted at the price now; with a minus what they cost.'
                : 'With a minus what they cost.'
            }
            read={readFlow}
            tell={(told, tradeCash) => ({ ...told, tradeCash })}
          />
        )}
      </div>
      <ClearOrBack story={story} />
    </div>
  );
}

/** Takes away all that is told; until the next entry the same button brings it back. */
function ClearOrBack({ story }: { readonly story: Story }) {
  const before = useDesk(({ storySteps }) => storySteps.past.at(-1)?.story ?? null);
  const hasEntries = hasAny(story);
  if (!hasEntries && (before === null || !hasAny(before))) return null;
  const next = hasEntries || before === null ? blankStory : before;
  return (
    <button
      type="button"
      className="button plain"
      onClick={() => tellStory(({ isOpen }) => ({ ...next, isOpen }))}
    >
      {hasEntries ? 'Clear what happened' : 'Bring it back'}
    </button>
  );
}

/** Whether there is an entry, be it one that could not be read. */
function hasAny(story: Story): boolean {
  return isTold(story) || Object.keys(story.refused).length > 0;
}

/** The choice between telling what happened and another account; nothing without one. */
function CompareWith({ story }: { readonly story: Story }) {
  const aside = useDesk((desk) => desk.aside);
  const history = useDesk((desk) => desk.history);
  const savedChanges = useSavedChanges(({ count }) => count);
  const listNow = () => ({ aside, history, savedChanges, list: listComparables(useDesk.getState()) });
  const [others, setOthers] = useState(listNow);
  if (others.aside !== aside || others.history !== history || others.savedChanges !== savedChanges) {
    setOthers(listNow());
  }
  const { compared } = story;
  // An account that is another by now stays what it was when it was chosen, and says so.
  const found = others.list.findIndex((each) => isSameJson(each, compared));
  const list =
    compared === null || found >= 0
      ? others.list
      : [...others.list, { ...compared, name: `${compared.name}, as it was when chosen` }];
  if (list.length === 0) return null;
  const value = compared === null ? '' : String(found >= 0 ? found : list.length - 1);
  return (
    <label className={`labeled ${styles.compare}`}>
      <span>Before was</span>
      <select
        className="control"
        value={value}
        onChange={({ currentTarget }) => {
          const next = currentTarget.value === '' ? null : (others.list[Number(currentTarget.value)] ?? null);
          tellStory((told) => ({ ...told, compared: next }));
        }}
      >
        <option value="">what I tell here</option>
        {list.map(({ name }, index) => (
          // Two accounts may have one name: their places tell them apart.
          <option key={`${index} ${name}`} value={index}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Holdings({ explained, story }: { readonly explained: Explained; readonly story: Story }) {
  const { positions } = explained.account;
  const [asked, setAsked] = useState<readonly string[]>([]);
  const isShort = positions.length <= mostRows;
  const rows = positions.filter(
    ({ id }) => isShort || story.holdings[id] !== undefined || asked.includes(id),
  );
  const others = positions.filter((position) => !rows.includes(position));
  return (
    <>
      {positions.length !== 1 && <Every story={story} />}
      {rows.map((position) => (
        <OneHolding key={position.id} position={position} explained={explained} story={story} />
      ))}
      {others.length > 0 && (
        <label className={`labeled ${styles.compare}`}>
          <span>One holding by itself</span>
          <select
            className="control"
            value=""
            onChange={({ currentTarget }) => setAsked([...asked, currentTarget.value])}
          >
            <option value="">choose it …</option>
            {others.map((position) => (
              <option key={position.id} value={position.id}>
                {nameHolding(position, positions)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

function Every({ story }: { readonly story: Story }) {
  return (
    <fieldset className={styles.row}>
      <legend>Every holding</legend>
      <StoryField
        field="fall"
        label="Fell by, %"
        placeholder="e.g. 22"
        value={percentText(story.fall)}
        read={readFall}
        tell={(told, fall) => ({ ...told, fall })}
      />
      <StoryField
        field="rate"
        label="Requirement was, %"
        placeholder="e.g. 30"
        value={percentText(story.rate)}
        read={readRate}
        tell={(told, rate) => ({ ...told, rate })}
      />
    </fieldset>
  );
}

interface OneHoldingProps {
  readonly position: Position;
  readonly explained: Explained;
  readonly story: Story;
}

function OneHolding({ position, explained: { account, now }, story }: OneHoldingProps) {
  const { id } = position;
  const told: HoldingStory | undefined = story.holdings[id];
  const isCounted = position.shares !== null;
  const before = (was: Story, value: TypedBefore | null) =>
    withHolding(was, id, {
      fall: value?.kind === 'fall' ? value.ratio : undefined,
      price: value?.kind === 'price' ? value.dollars : undefined,
    });
  return (
    <fieldset className={styles.row}>
      <legend>{wordHolding(position, account, now)}</legend>
      <StoryField
        field={`fall-${id}`}
        label={isCounted ? 'Fell by %, or price before $' : 'Fell by %, or value before $'}
        placeholder={forAll(story.fall) ?? 'e.g. 22 or $100'}
        value={
          told?.price === undefined
            ? percentText(told?.fall ?? null)
            : `$${groupThousands(trimZeros(told.price))}`
        }
        read={readBefore}
        tell={before}
      />
      <StoryField
        field={`rate-${id}`}
        label="Requirement was, %"
        placeholder={forAll(story.rate) ?? 'e.g. 30'}
        value={percentText(told?.rate ?? null)}
        read={readRate}
        tell={(was, rate) => withHolding(was, id, { rate: rate ?? undefined })}
      />
      {position.shares !== null && (
        <StoryField
          field={`shares-${id}`}
          label="Shares before"
          placeholder={groupThousands(trimZeros(position.shares.toText()))}
          value={told?.shares === undefined ? '' : groupThousands(trimZeros(told.shares))}
          read={readSharesBefore}
          tell={(was, shares) => withHolding(was, id, { shares: shares ?? undefined })}
        />
      )}
    </fieldset>
  );
}

/** What counts for a holding that says nothing itself: what is said of all. */
function forAll(ratio: string | null): string | null {
  return ratio === null ? null : `${percentText(ratio)} for all`;
}

function percentText(ratio: string | null): string {
  return ratio === null ? '' : `${percentForField(trimZeros(ratio))}\u00A0%`;
}

function flowText(amount: string | null): string {
  return amount === null ? '' : groupThousands(trimZeros(amount)).replace('-', '−');
}

/** The amount that nothing explains, counted as money in or out. */
export function countAsMoney(amount: Money): void {
  tellStory((story) => ({ ...story, moneyIn: amount.plus(money(story.moneyIn ?? '0')).toText() }));
}
