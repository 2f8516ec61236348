/**
 * Opens the copy that this browser keeps and goes on keeping it: after every step, never in mid-gesture. A saved account
 * is kept under its own key, any other in one place for all tabs; nothing that another tab wrote is written over. The
 * example is no account: it leaves no copy.
 */

import { parseJson } from '@/io/parse-json';
import { isSameJson } from '@/io/same-json';
import { isExample } from '@/state/account-edits';
import { isOwn, isWorthKeeping } from '@/state/aside';
import type { Desk } from '@/state/desk';
import { type Keeper, type Kept, startKeeper } from '@/state/keeper';
import { isListed } from '@/state/listing';
import { keepCopy, listenElsewhere, mergeAside, readSlot, slotHoldsOther } from '@/state/other-tabs';
import { findUnreadable, keyOfAccount, noteSavedChange, readSaved } from '@/state/saved-accounts';
import {
  documentKey,
  ownWorkKey,
  readOwnWork,
  readSavedCopy,
  type SavedCopy,
  type Shelf,
  type Unfinished,
  unfinishedKey,
  workText,
} from '@/state/saved-copy';
import { here, startDesk, useDesk } from '@/state/store';

/** Which saved account was on show last: of this tab in its session, of any tab in the storage. */
const shownKey = 'headroom.shown';

/** What a page begins with, and the id of the saved account that it is. */
interface Start extends SavedCopy {
  readonly savedAs: string | null;
}

/** Opens the saved copy and begins to save. `session` is what only this tab remembers. Returns what ends it. */
export function beginAutosave(shelf: Shelf | null, session: Shelf | null = null): () => void {
  const keeper = startKeeper(shelf);
  const { document, unfinished, notice, canSave, savedAs } = readStart(keeper, session);
  const desk = startDesk(document ?? undefined);
  const opened = { ...desk, ...unfinished };
  const isListing = isListed({ ...opened, document: desk.history.present });
  useDesk.setState({ ...opened, notice, isListing, savedAs, aside: readOwnWork(shelf) });
  for (const key of [documentKey, unfinishedKey, ownWorkKey]) keeper.read(key);
  if (shelf === null || !canSave) return () => {};
  const deaf = listenElsewhere(keeper);
  const end = useDesk.subscribe((now, before) => {
    // First, and what it is to save from is only written over when it succeeds.
    let kept = now.aside === before.aside ? 'kept' : mergeAside(keeper, now.aside, before.aside);
    if (kept === 'kept' && isElse(now, before)) {
      kept = now.savedAs === null ? keepSlot(keeper, now, before) : keepAccount(keeper, now.savedAs, before);
    }
    if (kept === 'kept' && now.savedAs !== before.savedAs) keeper.overwrite(shownKey, now.savedAs);
    if (isElse(now, before)) remember(session, now.savedAs);
    if (kept === 'changed') keepCopy(keeper);
    else say(kept, now, before);
  });
  if (savedAs !== null) {
    remember(session, savedAs);
    putSlotAside(keeper);
  }
  return () => {
    end();
    deaf();
  };
}

function readStart(keeper: Keeper, session: Shelf | null): Start {
  const id = readPointer(session) ?? readPointer(keeper.shelf) ?? '';
  const work = id === '' ? null : readSaved(id, keeper);
  if (work === null) {
    const copy = readSavedCopy(keeper.shelf);
    const broken = findUnreadable(id, keeper);
    const notice = broken === null ? null : ({ ...broken, kind: 'unreadable' } as const);
    return { ...copy, notice: copy.notice ?? notice, savedAs: null };
  }
  const { document, ...unfinished } = work;
  return { document, unfinished, notice: null, canSave: true, savedAs: id };
}

function readPointer(shelf: Shelf | null): string | null {
  try {
    return shelf?.getItem(shownKey) ?? null;
  } catch {
    return null;
  }
}

/** A tab that shows no saved account says so to itself, or a reload would open the one of another tab. */
function remember(session: Shelf | null, id: string | null): void {
  if (session === null || readPointer(session) === (id ?? '')) return;
  try {
    session.setItem(shownKey, id ?? '');
  } catch {
    // The next start then opens what any tab showed last.
  }
}

/** A page that begins with a saved account: other work that was on show last, in another tab perhaps, waits in the menu. */
function putSlotAside(keeper: Keeper): void {
  const work = readSlot(keeper);
  if (work === null || !isWorthKeeping(work)) return;
  const { aside } = useDesk.getState();
  if (!aside.some((each) => isSameJson(each.document, work.document))) {
    useDesk.setState({ aside: [...aside, work] });
    if (!keeper.look(ownWorkKey)?.includes(JSON.stringify(work.document))) return;
  }
  keeper.overwrite(documentKey, null);
  keeper.overwrite(unfinishedKey, null);
}

const parts = ['texts', 'newRow', 'calledOn', 'story'] as const;

function isElse(now: Desk, before: Desk): boolean {
  return (
    now.history.present !== before.history.present ||
    now.savedAs !== before.savedAs ||
    parts.some((part) => now[part] !== before[part])
  );
}

/** The account on show, where it is no saved one. */
function keepSlot(keeper: Keeper, now: Desk, before: Desk): Kept {
  const { present } = now.history;
  const isOther = now.savedAs !== before.savedAs;
  if (slotHoldsOther(keeper)) {
    // Where nothing of one's own is to be kept, what the other tab has there stays.
    return isOwn(present) ? 'changed' : 'kept';
  }
  let kept: Kept = 'kept';
  if (isOther || present !== before.history.present) {
    kept = keeper.overwrite(documentKey, isExample(present) ? null : JSON.stringify(present));
  }
  const { texts, newRow, calledOn, story } = now;
  if (!isOther && parts.every((part) => now[part] === before[part])) return kept;
  const unfinished: Unfinished = { texts, newRow, calledOn, story };
  const also = keeper.overwrite(unfinishedKey, JSON.stringify(unfinished));
  return kept === 'kept' ? also : kept;
}

/** A saved account on show. What stood in the place of the others leaves it once the account is kept. */
function keepAccount(keeper: Keeper, id: string, before: Desk): Kept {
  const text = workText(here());
  const key = keyOfAccount(id);
  const there = keeper.look(key);
  if (text === there && keeper.isCurrent(key)) return leaveSlot(keeper, before);
  const isSame = there !== null && isSameJson(parseJson(there), parseJson(text));
  const kept = isSame ? keeper.overwrite(key, text) : keeper.write(key, text);
  noteSavedChange();
  return kept === 'kept' ? leaveSlot(keeper, before) : kept;
}

function leaveSlot(keeper: Keeper, before: Desk): Kept {
  if (before.savedAs === null && !slotHoldsOther(keeper)) {
    keeper.overwrite(documentKey, null);
    keeper.overwrite(unfinishedKey, null);
  }
  return 'kept';
}

/** Says what is not kept, and no longer once it is. */
function say(kept: Kept, now: Desk, before: Desk): void {
  if (kept === 'full' || kept === 'refused') {
    const kind = kept === 'full' ? 'full' : 'not-saved';
    if (now.notice === null) useDesk.setState({ notice: { kind } });
  } else if (now.notice?.kind === 'full' && isElse(now, before)) {
    useDesk.setState({ notice: null });
  }
}
