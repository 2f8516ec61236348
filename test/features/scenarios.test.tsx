// Kept and ready-made what-ifs and the list of changes, used as a person uses them: the real panels, the real store.
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeInput } from '@/engine/scenario';
import { KeepIt } from '@/features/scenarios/keep-it';
import { Kept } from '@/features/scenarios/kept';
import { KeptState } from '@/features/scenarios/kept-row';
import { wordStanding } from '@/features/verdict/status-line';
import { ChangeList } from '@/features/what-if/change-list';
import { setMarketMove, shownChanges } from '@/state/lever-edits';
import { nameScenario } from '@/state/scenarios';
import { commit, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';

const start = documentOf({
  marginLoan: '10000',
  positions: [
    { id: 'p1', symbol: 'VTI', side: 'long', marketValue: '24000', maintenanceRate: '0.25' },
    { id: 'p2', symbol: 'NVDA', side: 'long', shares: '80', price: '100', maintenanceRate: '0.4' },
  ],
});
const now = () => selectDocument(useDesk.getState());
const names = () => now().scenarios.map(({ name }) => name);
const plain = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00A0', ' ');

function open(changes: readonly ChangeInput[] = []): UserEvent {
  const scenarios = changes.length === 0 ? [] : [{ id: 's1', name: 'Mine', changes }];
  useDesk.setState(startDesk({ ...start, scenarios, shownScenario: scenarios[0]?.id ?? null }), true);
  return userEvent.setup();
}

describe('kept under a name', () => {
  beforeEach(() => open());

  it('by its name and Enter; then it says that it follows the levers, and a copy can be gone on with', async () => {
    const user = userEvent.setup();
    commit(setMarketMove('-0.13'));
    render(<KeepIt />);
    await user.click(screen.getByRole('button', { name: 'Keep this what-if' }));
    await user.keyboard('A bad week{Enter}');
    expect(names()).toEqual(['A bad week']);
    expect(plain(document.body)).toContain('Kept as “A bad week”: what is changed here is changed in it.');
    await user.click(screen.getByRole('button', { name: 'Go on in a copy' }));
    expect(names()).toEqual(['A bad week', 'A bad week, copy']);
    expect(now().shownScenario).toBe('s2');
  });

  it('renamed, described, moved and deleted behind “more”, the focus never lost', async () => {
    const user = userEvent.setup();
    render(<Kept wordStanding={wordStanding} />);
    await user.click(screen.getByRole('button', { name: /^Show Circuit breaker 1/ }));
    await user.click(screen.getByRole('button', { name: /^Show Requirements to 40/ }));
    expect(names().map((name) => name.replaceAll('\u00A0', ' '))).toEqual([
      'Circuit breaker 1: −7 %',
      'Requirements to 40 %',
    ]);
    const list = within(screen.getByRole('list', { name: 'What-ifs that are kept' }));
    await user.click(list.getByRole('button', { name: /^More about Requirements/ }));
    const field = list.getByLabelText('Name');
    await user.clear(field);
    await user.type(field, 'Dearer{Enter}');
    await user.clear(list.getByLabelText('Description'));
    await user.type(list.getByLabelText('Description'), 'All of it{Enter}');
    expect(now().scenarios[1]).toMatchObject({ id: 's2', name: 'Dearer', description: 'All of it' });
    const up = list.getByRole('button', { name: 'Move up: Dearer' });
    await user.click(up);
    expect(names()[0]).toBe('Dearer');
    await waitFor(() => expect(document.activeElement).toBe(up));
    expect(up.getAttribute('aria-disabled')).toBe('true');
    await user.click(list.getByRole('button', { name: 'Delete: Dearer' }));
    expect(names()).toHaveLength(1);
    expect(now().shownScenario).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
  });

  it('a row says how its what-if stands, and its press shows it', async () => {
    const user = open([{ type: 'setRequirement', position: 'p1', rate: '1' }]);
    render(<Kept wordStanding={wordStanding} />);
    // Equity 22,000, required 24,000 + 3,200.
    const mine = screen.getByRole('button', { name: /^Mine/ });
    expect(plain(mine)).toBe('Mineon showMargin call · $5,200');
    await user.click(screen.getByRole('button', { name: /^Today, as it is/ }));
    expect(now().shownScenario).toBeNull();
    expect(mine.getAttribute('aria-pressed')).toBe('false');
  });

  it('where nothing is kept the ready-made ones stand open, and later at a press', async () => {
    const user = userEvent.setup();
    const { unmount } = render(<Kept wordStanding={wordStanding} />);
    expect(plain(document.body)).toContain('Nothing is kept yet.');
    await user.click(screen.getByRole('button', { name: /^Show Circuit breaker 1/ }));
    expect(plain(document.body)).not.toContain('Nothing is kept yet.');
    expect(screen.getByRole('list', { name: 'Ready-made what-ifs' })).toBeTruthy();
    unmount();
    render(<Kept wordStanding={wordStanding} />);
    expect(screen.queryByRole('list', { name: 'Ready-made what-ifs' })).toBeNull();
  });

  it('a fall has the distance of today, so what is left after it is said as well', async () => {
    const user = userEvent.setup();
    render(<Kept wordStanding={wordStanding} />);
    await user.click(screen.getByRole('button', { name: /^Show Circuit breaker 1/ }));
    // 32,000 less 9,200 required is 22,800 of today's prices, less the loan of 10,000; 22,800 × 0.93 = 21,204.
    expect(plain(screen.getByRole('button', { name: /^Today, as it is/ }))).toBe(
      'Today, as it isNo call · 56.1 % · $12,800 above the requirement',
    );
    const fall = screen.getByRole('button', { name: /^Circuit breaker 1/ });
    expect(plain(fall)).toContain('No call · 56.1 % · $11,204 above the requirement');
  });

  it('only what has a name counts as kept', () => {
    commit(setMarketMove('-0.13'));
    const { container } = render(<KeptState />);
    expect(plain(container)).toBe('');
    act(() => commit(nameScenario('what-if', 'A bad week')));
    expect(plain(container)).toBe('1 kept');
  });

  it('what a ready-made one lacks is said in its row, with the way there', async () => {
    const user = userEvent.setup();
    render(<Kept wordStanding={wordStanding} />);
    const rows = within(screen.getByRole('list', { name: 'Ready-made what-ifs' })).getAllByRole('listitem');
    const row = (name: string) => plain(rows.find((each) => plain(each).startsWith(name)) ?? null);
    expect(row('Technology')).toContain('It needs holdings in a group named Technology');
    expect(row('A year of interest')).toContain('It needs to know what the loan costs a year.');
    await user.click(screen.getByRole('button', { name: 'Type its yearly rate' }));
    expect(useDesk.getState().sought).toBe('interest');
  });

  it('100 % on the holding that is chosen', async () => {
    const user = userEvent.setup();
    render(<Kept wordStanding={wordStanding} />);
    await user.selectOptions(screen.getByLabelText('Which holding'), 'NVDA');
    await user.click(screen.getByRole('button', { name: /^Show 100.% on NVDA$/ }));
    expect(shownChanges(now())).toEqual([{ type: 'setRequirement', position: 'p2', rate: '1' }]);
  });
});

describe('changes edited where they stand', () => {
  const three: readonly ChangeInput[] = [
    { type: 'trade', position: 'p2', shares: '-10' },
    { type: 'moveMarket', ratio: '-0.13' },
    { type: 'repay', amount: '900' },
  ];

  async function edit(user: UserEvent, name: RegExp, label: string, text: string) {
    await user.click(screen.getByRole('button', { name }));
    const field = screen.getByLabelText(label);
    await user.clear(field);
    await user.type(field, `${text}{Enter}`);
  }

  it('a figure is another figure, one step, and undo gives the old one back', async () => {
    const user = open(three);
    render(<ChangeList />);
    await edit(user, /^Edit: The market/, 'Move in percent', '-20.5');
    expect(shownChanges(now())[1]).toEqual({ type: 'moveMarket', ratio: '-0.205' });
    undoStep();
    expect(shownChanges(now())).toEqual(three);
  });

  it('what is sold stays sold, and the row stays open', async () => {
    const user = open(three);
    render(<ChangeList />);
    await edit(user, /^Edit: Sell 10 NVDA/, 'Shares', '12.5');
    expect(shownChanges(now())[0]).toEqual({ type: 'trade', position: 'p2', shares: '-12.5' });
    expect(screen.getByLabelText('Shares')).toHaveProperty('value', '12.5');
  });

  it('a text that is none is said at the field, and the figure still counts', async () => {
    const user = open(three);
    render(<ChangeList />);
    await edit(user, /^Edit: Sell 10 NVDA/, 'Shares', 'ten');
    expect(shownChanges(now())).toEqual(three);
    expect(screen.getByLabelText('Shares').getAttribute('aria-invalid')).toBe('true');
    expect(plain(document.body)).toContain('The figures still use 10.');
  });

  it('moved by its arrows; what is impossible there says why in its row, and nothing is lost', async () => {
    const user = open(three);
    render(<ChangeList />);
    // $1,000 come in by the sale; the repayment before it has none.
    await user.click(screen.getByRole('button', { name: /^Edit: \$900 of the loan/ }));
    const earlier = screen.getByRole('button', { name: /^Earlier:/ });
    await user.click(earlier);
    await user.click(earlier);
    expect(shownChanges(now()).map(({ type }) => type)).toEqual(['repay', 'trade', 'moveMarket']);
    const [first] = screen.getAllByRole('listitem');
    expect(plain(first ?? null)).toContain('Not possible: there is less cash than that.');
    expect(earlier.getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('button', { name: /^Later:/ }));
    expect(plain(document.body)).not.toContain('Not possible');
  });

  it('a figure of nothing takes the change away, as a lever does', async () => {
    const user = open(three);
    render(<ChangeList />);
    await edit(user, /^Edit: The market/, 'Move in percent', '0');
    expect(shownChanges(now()).some(({ type }) => type === 'trade')).toBe(true);
    expect(plain(screen.getByRole('list'))).not.toContain('The market');
  });

  it('every kind of change with a figure has a field for it, and takes it back unchanged', async () => {
    const position = { id: 'n', symbol: 'BND', side: 'long', shares: '10', price: '72.5' } as const;
    const every: readonly ChangeInput[] = [
      { type: 'moveMarket', ratio: '-0.13' },
      { type: 'movePrice', position: 'p1', ratio: '-0.225' },
      { type: 'setPrice', position: 'p2', price: '180' },
      { type: 'shiftRequirement', points: '0.05' },
      { type: 'setRequirement', position: 'p1', rate: '1' },
      { type: 'deposit', amount: '5000' },
      { type: 'withdraw', amount: '500' },
      { type: 'borrow', amount: '1000' },
      { type: 'repay', amount: '1000' },
      { type: 'depositSecurities', position },
      { type: 'open', position: { ...position, id: 'm' } },
      { type: 'trade', position: 'p2', amount: '-200' },
      { type: 'passDays', days: 90 },
    ];
    for (const change of every) {
      const user = open([change]);
      const { unmount } = render(<ChangeList />);
      await user.click(screen.getByRole('button', { name: /^Edit:/ }));
      const field = screen.getByRole<HTMLInputElement>('textbox');
      const { value } = field;
      await user.clear(field);
      await user.type(field, `${value}{Enter}`);
      expect([change.type, shownChanges(now())]).toEqual([change.type, [change]]);
      unmount();
    }
  });
});
