// Following links: whose account is on show, how it is called, and the way back to one's own.
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeLink } from '@/io/share-link';
import { exampleDocument, setBalance, setHoldings } from '@/state/account-edits';
import { beginAutosave } from '@/state/autosave';
import { setMarketMove } from '@/state/lever-edits';
import { beginLinks, nameOfLinked, selectIsLinked, selectSavedBefore } from '@/state/open-link';
import { openAccount, saveHere } from '@/state/saved-accounts';
import type { Shelf } from '@/state/saved-copy';
import { documentToShare, findSharedPreset, linkOf } from '@/state/share';
import { commit, startDesk, undoStep, useDesk } from '@/state/store';

const link = readFileSync(new URL('../io/documents/version-1-least.link', import.meta.url), 'utf8').trim();
const shown = () => useDesk.getState().history.present;
const everything = { isRedacted: false, hasName: true, hasWhatIf: true, hasOthers: false, hasLabels: true };

/** As much of a window as is used; following another link is `follow`. */
function startPage(hash: string, shelf: Shelf | null = null) {
  const location = { hash, pathname: '/', search: '' };
  let listen = () => {};
  const page = {
    location,
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, address: string) => {
        location.hash = address.includes('#') ? address.slice(address.indexOf('#')) : '';
      },
    },
    addEventListener: (_type: string, listener: () => void) => {
      listen = listener;
    },
  };
  const follow = async (next: string) => {
    location.hash = next;
    listen();
    await expect.poll(() => location.hash).toBe('');
  };
  return { begun: beginLinks(page as unknown as Window, shelf), location, follow };
}

/** A browser's storage, as much of it as is used. */
function shelfWith(texts = new Map<string, string>()): Shelf {
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    key: (index) => [...texts.keys()][index] ?? null,
    get length() {
      return texts.size;
    },
  };
}

function typeOwn() {
  commit(setHoldings('58000', '2026-11-20'));
  commit(setBalance('marginLoan', '23400', '2026-11-20'));
}

beforeEach(() => useDesk.setState(startDesk()));

describe('an account that came by a link', () => {
  it('keeps a name of its own; one without is not called my account', async () => {
    const page = startPage(link);
    await page.begun;
    expect(shown().account.name).toBe('Only what must be there');
    typeOwn();
    const unnamed = { ...shown(), account: { ...shown().account, name: 'My account', cash: '7' } };
    await page.follow((await encodeLink(unnamed)) ?? '');
    expect(shown().account).toEqual({ ...unnamed.account, name: nameOfLinked });
    expect(selectIsLinked(useDesk.getState())).toBe(true);
  });

  it('puts own work aside once, however often the link is followed, and undo goes back to it', async () => {
    typeOwn();
    const own = shown();
    const page = startPage(link);
    await page.begun;
    await page.follow(link);
    expect(useDesk.getState().aside.map(({ document }) => document)).toEqual([own]);
    undoStep();
    expect(shown()).toBe(own);
    expect(selectIsLinked(useDesk.getState())).toBe(false);
  });

  it('is one’s own from the first figure that is changed; a what-if leaves it as it came', async () => {
    const page = startPage(link);
    await page.begun;
    commit(setMarketMove('-0.1'));
    expect(selectIsLinked(useDesk.getState())).toBe(true);
    commit(setBalance('marginLoan', '9000', '2026-11-20'));
    expect(selectIsLinked(useDesk.getState())).toBe(false);
  });

  it('one’s own link changes nothing, and neither does that of the example on show', async () => {
    const page = startPage((await encodeLink(exampleDocument)) ?? '');
    await page.begun;
    expect(shown()).toBe(exampleDocument);
    typeOwn();
    const own = shown();
    await page.follow((await encodeLink(own)) ?? '');
    expect(shown()).toBe(own);
    expect(useDesk.getState().aside).toEqual([]);
  });

  it('is known again after a reload, and only where it is what is on show', async () => {
    const texts = new Map<string, string>();
    const end = beginAutosave(shelfWith(texts));
    await startPage(link, shelfWith(texts)).begun;
    end();
    // What is kept when the page goes; the one that comes has it before it.
    const shelf = shelfWith(new Map(texts));
    const endAgain = beginAutosave(shelf);
    await startPage('', shelf).begun;
    expect(selectIsLinked(useDesk.getState())).toBe(true);
    commit(setBalance('marginLoan', '9000', '2026-11-20'));
    expect(shelf.getItem('headroom.linked')).toBeNull();
    endAgain();
  });

  it('leads back to the saved account that was on show, which is not put aside', async () => {
    const end = beginAutosave(shelfWith());
    typeOwn();
    saveHere('Broker one');
    const id = useDesk.getState().savedAs ?? '';
    await startPage(link).begun;
    expect(useDesk.getState().savedAs).toBeNull();
    expect(useDesk.getState().aside).toEqual([]);
    expect(selectSavedBefore(useDesk.getState())).toBe(id);
    openAccount(id);
    expect(shown().account.marginLoan).toBe('23400');
    end();
  });

  it('a broken link changes nothing and says why', async () => {
    typeOwn();
    const own = shown();
    const { begun, location } = startPage(link.slice(0, -1));
    await begun;
    expect(shown()).toBe(own);
    expect(useDesk.getState().linkNotice?.issues.map(({ code }) => code)).toEqual(['broken-link']);
    expect(location.hash).toBe('');
  });
});

describe('what a link to be sent carries', () => {
  it('the what-if on show, and none that is not', async () => {
    const scenario = (id: string) => ({
      id,
      name: id,
      changes: [{ type: 'moveMarket', ratio: '-0.1' } as const],
    });
    const document = { ...exampleDocument, scenarios: [scenario('s1'), scenario('s2')], shownScenario: 's2' };
    expect(documentToShare(document, everything)).toEqual({ ...document, scenarios: [scenario('s2')] });
    expect(documentToShare(document, { ...everything, hasWhatIf: false })).toEqual(exampleDocument);
  });

  it('no name of the account and no label where that is wished; that rows are left out is always told', () => {
    const excluded = [{ label: 'AAPL 12/18/2026 250 C', reason: 'option' }];
    const document = { ...exampleDocument, account: { ...exampleDocument.account, name: 'Jane', excluded } };
    const { account } = documentToShare(document, { ...everything, hasName: false, hasLabels: false });
    expect(account.name).toBe('My account');
    expect(account.excluded).toEqual([{ label: 'Row 1', reason: 'option' }]);
  });

  it('a published example goes by its name, and by all of it once its what-if is another', async () => {
    await startPage('#preset=m1-13000').begun;
    const shared = documentToShare(shown(), everything);
    expect(findSharedPreset(shared)?.id).toBe('m1-13000');
    expect(await linkOf(shared)).toBe('#preset=m1-13000');
    const without = documentToShare(shown(), { ...everything, hasWhatIf: false });
    expect(await linkOf(without)).toMatch(/^#1/);
    commit(setMarketMove('-0.5'));
    expect(await linkOf(documentToShare(shown(), everything))).toMatch(/^#1/);
  });
});
