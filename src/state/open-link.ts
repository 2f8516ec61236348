/**
 * Opens what the end of the address leads to, at the start and whenever it changes, and takes it out of the address: a
 * reload then shows what was made of it, and not the link again. Own work is put aside; a link that cannot be read
 * changes nothing.
 */
import type { Issue } from '@/engine/result';
import { issue } from '@/engine/result';
import type { SimulatorDocument } from '@/io/document';
import { isSameJson } from '@/io/same-json';
import { type Link, readLink } from '@/io/share-link';
import { presets } from '@/presets/accounts';
import { ruleSets } from '@/presets/rule-sets';
import { blankAccount, exampleDocument } from '@/state/account-edits';
import type { Desk } from '@/state/desk';
import { openDocument, openPreset } from '@/state/open-account';
import { documentOfPreset } from '@/state/presets';
import type { Shelf } from '@/state/saved-copy';
import { selectAccount, useDesk } from '@/state/store';

/** Why the link followed last opened nothing. */
export interface LinkNotice {
  readonly issues: readonly Issue[];
}

/** What an account is called that came without a name of its own: it is not "my account". */
export const nameOfLinked = 'Account from a link';

const namesOfNobody = ['', blankAccount.name, 'Account'];

/** Follows the address from now on. Resolves once what it leads to now is open. */
export async function beginLinks(page: Window, shelf: Shelf | null): Promise<void> {
  keepLinked(shelf);
  const follow = async () => {
    const { hash } = page.location;
    const read = await readLink(hash, ruleSets);
    // Another address meanwhile: that one counts.
    if (page.location.hash !== hash) return;
    const link = read.ok ? read.value : null;
    if (read.ok && link === null) return;
    const issues = link === null ? (read.ok ? [] : read.issues) : openLink(link);
    page.history.replaceState(page.history.state, '', `${page.location.pathname}${page.location.search}`);
    if (issues.length > 0) useDesk.setState({ linkNotice: { issues } });
  };
  page.addEventListener('hashchange', () => void follow());
  await follow();
}

/** Opens a link that was read; gives what stands against it. */
function openLink(link: Link): readonly Issue[] {
  if (link.kind === 'document') {
    openLinked(link.document);
    return [];
  }
  const preset = link.kind === 'preset' ? presets.find(({ id }) => id === link.id) : undefined;
  if (preset === undefined) return [issue(`unknown-${link.kind}`, '', { id: link.id })];
  if (!isOnShow(documentOfPreset(preset))) openPreset(preset);
  return [];
}

function openLinked({ account, ...rest }: SimulatorDocument): void {
  const isFirst = isSameJson(account, exampleDocument.account);
  const name = namesOfNobody.includes(account.name.trim()) ? nameOfLinked : account.name;
  const document = { ...rest, account: isFirst ? exampleDocument.account : { ...account, name } };
  // One's own link, or the same one again: it is open already.
  if (isOnShow({ account, ...rest }) || isOnShow(document)) return;
  openDocument(document);
  if (!isFirst) useDesk.setState(({ linked }) => ({ linked: [...linked, document.account] }));
}

function isOnShow(document: SimulatorDocument): boolean {
  return isSameJson(useDesk.getState().history.present, document);
}

/** Whether the account on show came by a link and is as it came; its what-if may be another. */
export function selectIsLinked(desk: Desk): boolean {
  return desk.linked.includes(selectAccount(desk));
}

/** Closes the notice about a link. */
export function closeLinkNotice(): void {
  useDesk.setState({ linkNotice: null });
}

/** Takes the account on show for one's own: nothing says any longer that it came by a link. */
export function forgetLinked(): void {
  useDesk.setState((desk) => ({ linked: desk.linked.filter((account) => account !== selectAccount(desk)) }));
}

/** The saved account that was on show before the one on show was opened; null for none, and after a reload. */
export function selectSavedBefore({ openings, history }: Desk): string | null {
  const opening = openings.findLast(({ document }) => document.account === history.present.account);
  return opening?.from.savedAs ?? null;
}

const linkedKey = 'headroom.linked';

/** Longer ones are not remembered: the account itself is, and only the note is gone after a reload. */
const mostRemembered = 100_000;

/**
 * Remembers over a reload which account came by a link: as a whole, because another tab may show another account, and its
 * own is kept beside this one.
 */
function keepLinked(shelf: Shelf | null): void {
  const { present } = useDesk.getState().history;
  if (isSameJson(readLinked(shelf), present.account)) useDesk.setState({ linked: [present.account] });
  useDesk.subscribe((now, before) => {
    if (now.linked === before.linked && now.history.present === before.history.present) return;
    const { account } = now.history.present;
    const text = now.linked.includes(account) ? JSON.stringify(account) : null;
    const isKept = before.linked.includes(before.history.present.account);
    try {
      if (text !== null && text.length <= mostRemembered) shelf?.setItem(linkedKey, text);
      else if (isKept) shelf?.removeItem(linkedKey);
    } catch {
      // Storage is full or refused, which is said of the account itself.
    }
  });
}

function readLinked(shelf: Shelf | null): unknown {
  try {
    return JSON.parse(shelf?.getItem(linkedKey) ?? 'null');
  } catch {
    return null;
  }
}
