// The explanation as it stands on the page: the story typed, another account compared with, and what is read out.
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { ExplainDoor } from '@/features/explain/explain-door';
import { ExplainPanel } from '@/features/explain/explain-panel';
import { setHoldings } from '@/state/account-edits';
import { blankRow } from '@/state/aside';
import { beginAutosave } from '@/state/autosave';
import { saveAll } from '@/state/saved-accounts';
import { commit, redoStep, startDesk, undoStep, useDesk } from '@/state/store';
import { blankStory } from '@/state/story';
import { acme, agentsCase } from '../support/agents-case';
import { documentOf } from '../support/document-of';
import { makeShelf } from '../support/shelf';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T12:00:00') }));
afterEach(() => {
  vi.useRealTimers();
  act(() => useDesk.setState(startDesk(), true));
});

function show(account: Partial<AccountInput>) {
  act(() => useDesk.setState(startDesk(documentOf(account)), true));
  render(<ExplainPanel>the copy row</ExplainPanel>);
  return userEvent.setup();
}

const said = () => (document.body.textContent ?? '').replaceAll('\u00A0', ' ');
const field = (holding: RegExp, label: string | RegExp) =>
  within(screen.getByRole('group', { name: holding })).getByLabelText(label);

describe('the agent’s case', () => {
  it('is told as it is typed, with a place for what is done with the words', async () => {
    const user = show(agentsCase);
    expect(said()).toContain('Tell what happened, above: this says what each part of it did.');
    await user.type(field(/^ACME/, 'Fell by %, or price before $'), '22');
    await user.type(field(/^ACME/, 'Requirement was, %'), '30{Enter}');
    expect(said()).toContain(
      'Without the higher requirement: $5,680 above.Without the fall: $10,000 above.Together: $560 below.',
    );
    // 560 ÷ 0.4 ÷ 78 = 17.9; 560 ÷ 0.3 = 1,866.67; 560 ÷ 0.7 = 800.
    expect(said()).toContain('$560 in cash' + 'Selling 18 ACME ($1,404)' + 'Selling $1,866.67 of REST');
    expect(said()).toContain('Due by Wednesday, November 25, 2 business days after Monday, November 23');
    expect(said()).toContain('the copy row');
    expect(screen.getByRole('row', { name: /^Equity/ }).textContent).toBe('Equity$48,000.00$30,400.00');
  });

  it('a refused text leaves what was told before it, with its reason beside the field; clearing takes all back', async () => {
    const user = show(agentsCase);
    const fall = field(/^ACME/, 'Fell by %, or price before $');
    await user.type(fall, '22{Enter}');
    await user.clear(fall);
    await user.type(fall, '120{Enter}');
    expect(said()).toContain('Nothing falls by more than 100 %. For a price before, type $120.');
    expect(said()).toContain('The figures still use 22 %.');
    expect(said()).toContain('One entry could not be read: the figures still count the one before it.');
    expect(useDesk.getState().story.holdings).toEqual({ p1: { fall: '0.22' } });
    const flow = screen.getByLabelText('Money in, or with a minus out');
    await user.type(flow, '-5000{Enter}');
    await user.clear(flow);
    await user.type(flow, '5 %{Enter}');
    expect(said()).toContain('Type dollars here, not a percentage. The figures still use −$5,000.');
    expect(said()).toContain('2 entries could not be read: the figures still count those before them.');
    await user.type(screen.getByLabelText('Interest added to the loan'), 'x{Enter}');
    expect(said()).toContain(
      '3 entries could not be read: the figures count those before them, where there was one.',
    );
    await user.click(screen.getByRole('button', { name: 'Clear what happened' }));
    expect(useDesk.getState().story).toEqual(blankStory);
    expect((fall as HTMLInputElement).value).toBe('');
    await user.click(screen.getByRole('button', { name: 'Bring it back' }));
    expect(useDesk.getState().story.holdings).toEqual({ p1: { fall: '0.22' } });
    expect(useDesk.getState().story.moneyIn).toBe('-5000');
    expect((fall as HTMLInputElement).value).toBe('22\u00A0%');
    await user.click(screen.getByRole('button', { name: 'Clear what happened' }));
    await user.type(field(/^REST/, 'Requirement was, %'), '25{Enter}');
    expect(screen.queryByRole('button', { name: 'Bring it back' })).toBeNull();
  });

  it('undo takes back what was told last, the account’s step only where that came later', async () => {
    const user = show(agentsCase);
    act(() => useDesk.setState(({ story }) => ({ story: { ...story, isOpen: true } })));
    const { account } = useDesk.getState().history.present;
    const fall = field(/^ACME/, 'Fell by %, or price before $') as HTMLInputElement;
    await user.type(fall, '22{Enter}');
    await user.clear(fall);
    await user.type(fall, '30{Enter}');
    act(() => commit(setHoldings('90000', '2026-11-23')));
    act(() => undoStep());
    expect(useDesk.getState().history.present.account).toBe(account);
    expect(fall.value).toBe('30\u00A0%');
    act(() => undoStep());
    expect(fall.value).toBe('22\u00A0%');
    act(() => undoStep());
    expect(fall.value).toBe('');
    expect(useDesk.getState().history.present.account).toBe(account);
    act(() => redoStep());
    expect(fall.value).toBe('22\u00A0%');
    // Where it is not on show, nothing of it is taken back unseen.
    act(() => useDesk.setState(({ story }) => ({ story: { ...story, isOpen: false } })));
    act(() => undoStep());
    expect(fall.value).toBe('22\u00A0%');
  });

  it('a row that is empty shows what counts for it: what is said of every holding', async () => {
    show(agentsCase);
    const user = userEvent.setup();
    const fall = field(/^ACME/, 'Fell by %, or price before $');
    const rate = field(/^ACME/, 'Requirement was, %');
    expect(fall).toHaveAttribute('placeholder', 'e.g. 22 or $100');
    await user.type(field(/^Every holding/, 'Fell by, %'), '22{Enter}');
    await user.type(field(/^Every holding/, 'Requirement was, %'), '30{Enter}');
    expect(fall).toHaveAttribute('placeholder', '22\u00A0% for all');
    expect(rate).toHaveAttribute('placeholder', '30\u00A0% for all');
  });

  it('imported rows that no figure includes: each total is incomplete', () => {
    show({ ...agentsCase, excluded: [{ label: 'AAPL 250 C', reason: 'option' }] });
    const names = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
    expect(names).toEqual([
      'Equity, incomplete',
      'Required, incomplete',
      'Above the requirement, or below (−), incomplete',
    ]);
  });

  it('a broker that makes no call may sell at once, and has no day', () => {
    show({ ...agentsCase, ruleSet: 'interactive-brokers' });
    expect(said()).toContain('$560 below the requirement. Equity of $30,400 is below the $30,960 required.');
    expect(said()).toContain('No day: Interactive Brokers gives no time, and may sell at once.');
    expect(screen.queryByLabelText('Day of the call')).toBeNull();
  });

  it('a day that cannot be counted from is said with the one that still counts; a Saturday, that Monday begins', async () => {
    show(agentsCase);
    const day = screen.getByLabelText<HTMLInputElement>('Day of the call');
    expect(said()).toContain('Today, until you say otherwise.');
    fireEvent.change(day, { target: { value: '1999-11-20' } });
    expect(said()).toContain(
      'Type a day that exists, from January 1, 2000 to December 31, 2100. The figures still use November 23, 2026.',
    );
    // Monday, Tuesday.
    fireEvent.change(day, { target: { value: '2026-11-21' } });
    expect(said()).toContain('Tuesday, November 24, 2 business days after Saturday, November 21');
    expect(said()).toContain('No trading on that day: the count begins with the next trading day.');
  });

  it('many holdings: only those told of have a row, any other is a choice away', async () => {
    const positions = Array.from({ length: 12 }, (_, n) => ({
      ...acme,
      id: `p${n + 1}`,
      symbol: `SYM${n + 1}`,
    }));
    const user = show({ ...agentsCase, positions });
    expect(screen.getAllByRole('group')).toHaveLength(1);
    await user.selectOptions(screen.getByLabelText('One holding by itself'), 'SYM7');
    await user.type(field(/^SYM7/, 'Shares before'), '900{Enter}');
    // 100 shares at $78.
    const brought = screen.getByLabelText<HTMLInputElement>('Those trades brought');
    expect(brought.placeholder).toBe('7,800');
    expect(said()).toContain('Without the trades');
  });
});

describe('without a call, and with another account', () => {
  // 100,000 − 40,000 − 30,000 = 30,000 above; at 90,000: 23,000.
  it('says why there is less above than there was', async () => {
    const user = show({
      ruleSet: 'merrill',
      marginLoan: '40000',
      positions: [{ id: 'p1', symbol: 'VTI', side: 'long', marketValue: '90000' }],
    });
    await user.type(field(/^VTI/, 'Fell by %, or value before $'), '$100000{Enter}');
    expect(screen.getByRole('region', { name: 'Why did it change?' })).toBeTruthy();
    expect(said()).toContain('Without the fall: $30,000 above, as before.With it: $23,000 above.');
    expect(said()).not.toContain('By when');
  });

  // Before 200 OLD at $100 and 100 KO at $100, 30 % each, and a loan of 17,000: 13,000 − 9,000 = 4,000 above. OLD all sold
  // at $90 brings 18,000: 17,000 repaid and 1,000 of cash; 11,000 − 3,000 = 8,000 above.
  it('a saved account: a holding that was sold out whole since then', async () => {
    const held = (symbol: string, shares: string) =>
      ({ id: symbol, symbol, side: 'long', shares, price: '100', maintenanceRate: '0.3' }) as const;
    const before = {
      ruleSet: 'merrill',
      marginLoan: '17000',
      positions: [held('KO', '100'), held('OLD', '200')],
    };
    const end = beginAutosave(makeShelf().shelf);
    saveAll([documentOf({ ...before, name: 'Last week' })]);
    const user = show({ ruleSet: 'merrill', cash: '1000', marginLoan: '0', positions: [held('KO', '100')] });
    await user.selectOptions(screen.getByLabelText('Before was'), 'Last week');
    expect(said()).toContain('Without the trades: $4,000 above, as before.With them: $8,000 above.');
    await user.click(screen.getByText('What each did, exactly'));
    expect(said()).toContain('The trades added $4,000. OLD from 200 to 0 shares.');
    end();
  });

  it('of two accounts of one name the one that was chosen stays chosen, and says when it is another by now', async () => {
    const user = show(agentsCase);
    const putAside = (...loans: readonly string[]) =>
      act(() =>
        useDesk.setState({
          aside: loans.map((marginLoan) => ({
            document: documentOf({ ...agentsCase, name: 'March', marginLoan }),
            texts: {},
            newRow: blankRow,
            calledOn: null,
          })),
        }),
      );
    putAside('40000', '50000');
    const before = screen.getByLabelText<HTMLSelectElement>('Before was');
    const names = () =>
      [...before.options].flatMap(({ textContent }) =>
        textContent.startsWith('March') ? [textContent] : [],
      );
    await user.selectOptions(before, '1');
    expect([before.value, ...names()]).toEqual(['1', 'March', 'March']);
    expect(said()).toContain('$2,000 more went out than this explains');
    putAside('40000', '51000');
    expect(names().slice(1)).toEqual(['March', 'March, as it was when chosen']);
    expect(before.selectedOptions[0]?.textContent).toBe('March, as it was when chosen');
    expect(said()).toContain('$2,000 more went out than this explains');
  });

  it('another account: what went out unexplained is asked for, and counted at a press', async () => {
    const before = documentOf({ ...agentsCase, name: 'Last week', marginLoan: '50000' });
    const user = show(agentsCase);
    act(() =>
      useDesk.setState({ aside: [{ document: before, texts: {}, newRow: blankRow, calledOn: null }] }),
    );
    await user.selectOptions(screen.getByLabelText('Before was'), 'Last week');
    expect(said()).toContain(
      '$2,000 more went out than this explains: was money taken out, or interest added?',
    );
    await user.click(screen.getByRole('button', { name: 'Count it as money out' }));
    expect(useDesk.getState().story.moneyIn).toBe('-2000');
    expect(said()).not.toContain('than this explains');
    expect(said()).toContain('Without the money taken out: $1,440 above, as before.With it: $560 below.');
  });
});

describe('the door and the kept copy', () => {
  it('the door stands where nothing is typed, and leads to typing holdings', async () => {
    act(() => useDesk.setState(startDesk(), true));
    render(<ExplainDoor />);
    await userEvent.click(screen.getByRole('button', { name: 'Explain a call' }));
    const { story, isListing, sought } = useDesk.getState();
    expect([story.isOpen, isListing, sought]).toEqual([true, true, 'symbol-p1']);
  });

  it('what is told is kept over a reload', () => {
    const kept = new Map<string, string>();
    const shelf = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    };
    const story = { ...blankStory, isOpen: true, holdings: { p1: { fall: '0.22', rate: '0.3' } } };
    const end = beginAutosave(shelf);
    useDesk.setState({ story });
    end();
    useDesk.setState(startDesk(), true);
    beginAutosave(shelf)();
    expect(useDesk.getState().story).toEqual(story);
  });
});
