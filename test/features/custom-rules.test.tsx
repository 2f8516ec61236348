// Rules of one's own, typed into the real panel with the real store.
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { readDocumentText } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { setRuleSet } from '@/state/account-edits';
import { changeRows } from '@/state/holding-edits';
import { shownChanges } from '@/state/lever-edits';
import { rulesDraft } from '@/state/rules-draft';
import { commit, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { account, button, field, haveThree, press, steps } from '../support/account-panel';

vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => useDesk.setState(startDesk()));

const plain = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00A0', ' ');
const editor = () => screen.getByRole('form');

async function fill(label: string, text: string) {
  await userEvent.clear(field(label));
  if (text !== '') await userEvent.type(field(label), text);
}

async function open(rules = 'merrill') {
  render(<AccountPanel />);
  haveThree();
  act(() => commit(setRuleSet(rules)));
  await press('Copy and edit these rules');
}

describe('rules of one’s own', () => {
  it('are not offered before there is an account', () => {
    render(<AccountPanel />);
    expect(screen.queryByRole('button', { name: /edit these rules/ })).toBeNull();
  });

  it('a copy of Merrill’s with 35 %: one step, kept whole in the document, and read back the same', async () => {
    await open();
    const before = steps();
    await fill('Name of the rules', 'My desk');
    await fill('Required of what is held', '35');
    await fill('To', '4');
    // 24,000 at 25 %, 8,000 at 40 %, 7,000 at the rules' rate.
    expect(plain(editor())).toContain('Requires $11,650.00 of this account, now $11,300.00.');
    expect(steps()).toBe(before);
    await press('Use these rules');
    expect(account().ruleSet).toMatchObject({
      id: 'custom',
      name: 'My desk',
      longRate: '0.35',
      shortRate: '0.3',
      businessDaysToMeetCall: { from: 2, to: 4 },
    });
    expect(steps()).toBe(before + 1);
    expect(screen.getByLabelText('Broker’s rules')).toHaveDisplayValue('My desk');
    expect(screen.queryByRole('form')).toBeNull();
    expect(button('Edit these rules')).toHaveFocus();
    const document = selectDocument(useDesk.getState());
    const read = readDocumentText(JSON.stringify(document), ruleSets);
    expect(read.ok && read.value.document).toEqual(document);
    act(() => undoStep());
    expect(account().ruleSet).toBe('merrill');
  });

  it('an error stands at its field and nothing is used; Enter tries again once it is mended', async () => {
    await open();
    await fill('Required of what is held', '0.3');
    await press('Use these rules');
    expect(field('Required of what is held')).toBeInvalid();
    expect(field('Required of what is held')).toHaveFocus();
    expect(plain(editor())).toContain('Did you mean 30 %?');
    expect(account().ruleSet).toBe('merrill');
    await fill('Required of what is held', '40');
    expect(field('Required of what is held')).toBeValid();
    await userEvent.type(field('Required of what is held'), '{Enter}');
    expect(account().ruleSet).toMatchObject({ longRate: '0.4' });
  });

  it('Fidelity’s rows: one edited, one removed, one added; a fall of the points is refused', async () => {
    await open('fidelity');
    const row = (n: number) => within(screen.getByRole('group', { name: `Row ${n}` }));
    expect(screen.getAllByRole('group', { name: /^Row/ })).toHaveLength(5);
    await press('Remove row 5');
    await press('Add a row');
    await userEvent.type(row(5).getByLabelText('Share above'), '60');
    await userEvent.type(row(5).getByLabelText('Adds'), '15');
    await press('Use these rules');
    expect(plain(editor())).toContain('Never less as the share rises: at least 20 %.');
    await userEvent.clear(row(5).getByLabelText('Adds'));
    await userEvent.type(row(5).getByLabelText('Adds'), '25');
    await press('Use these rules');
    // The other side was 30 in the row before, and is not typed.
    expect(account().ruleSet).toMatchObject({
      concentration: {
        mode: 'add',
        tiers: [
          { above: '0.1' },
          { above: '0.2' },
          { above: '0.4' },
          { above: '0.5' },
          { above: '0.6', long: '0.25', short: '0.3' },
        ],
      },
    });
  });

  it('below 25 % is used as typed and warned of, in the editor and afterwards', async () => {
    await open();
    await fill('Required of what is held', '20');
    expect(plain(editor())).toContain(
      'Below FINRA’s minimum, which a broker may not go under: 20 % of what is held, not 25 %.',
    );
    await userEvent.click(screen.getByLabelText(/^Leveraged funds/));
    expect(plain(editor())).toContain('no higher rate for leveraged funds');
    await press('Use these rules');
    expect(account().ruleSet).toMatchObject({ longRate: '0.2', leverageRule: false });
    expect(screen.getByText(/which a broker may not go under/)).toBeVisible();
  });

  it('what is typed outlives closing, is in no figure and no account, and can be begun again', async () => {
    await open();
    await fill('Required of what is held', '3x');
    await press('Close');
    expect(button('Go on editing rules of my own')).toHaveFocus();
    expect(account().ruleSet).toBe('merrill');
    await press('Go on editing rules of my own');
    expect(field('Required of what is held')).toHaveValue('3x');
    await press('Begin again from Merrill');
    expect(field('Required of what is held')).toHaveValue('30');
    expect(useDesk.getState().texts[rulesDraft]).toBeUndefined();
    await press('Close');
    expect(button('Copy and edit these rules')).toBeVisible();
  });

  it('can be tried in the what-if, in one step that leaves the account alone', async () => {
    await open();
    await fill('Required of what is held', '45');
    await press('Try them in the what-if');
    expect(account().ruleSet).toBe('merrill');
    const document = selectDocument(useDesk.getState());
    expect(shownChanges(document)).toMatchObject([{ type: 'switchRuleSet', ruleSet: { longRate: '0.45' } }]);
    expect(readDocumentText(JSON.stringify(document), ruleSets).ok).toBe(true);
    act(() => undoStep());
    expect(shownChanges(selectDocument(useDesk.getState()))).toEqual([]);
  });

  it('tried and then used: one step, and no what-if is left of it; undo brings both back', async () => {
    await open();
    await fill('Required of what is held', '45');
    expect(plain(editor())).toContain('What you typed is kept, and in no figure yet.');
    await press('Try them in the what-if');
    expect(plain(editor())).toContain('What you typed is in the what-if, not in your account.');
    await fill('Required of what is held', '46');
    expect(plain(editor())).toContain('The what-if has rules that you tried before.');
    await press('Use these rules');
    expect(account().ruleSet).toMatchObject({ longRate: '0.46' });
    expect(shownChanges(selectDocument(useDesk.getState()))).toEqual([]);
    act(() => undoStep());
    expect(account().ruleSet).toBe('merrill');
    expect(shownChanges(selectDocument(useDesk.getState()))).toHaveLength(1);
  });

  it('a field that cannot be read says why nothing is worked out', async () => {
    await open();
    await fill('Required of what is held', '3x');
    expect(plain(editor())).not.toContain('Requires $');
    expect(plain(editor())).toContain('is worked out once every field can be read');
  });

  it('a long-only account reads nothing of the other side before it asks; with one it is there', async () => {
    await open('fidelity');
    expect(plain(editor())).not.toMatch(/short|beta|Reg T|credit/i);
    await press('Also for the other side, of which nothing is held');
    await fill('Required of what is sold short', '20');
    await userEvent.click(screen.getByLabelText(/^At least FINRA/));
    expect(plain(editor())).toContain(
      '20 % of what is sold short, not 30 %; no $2.50 and $5 a share for shorts',
    );
    await press('Use these rules');
    expect(account().ruleSet).toMatchObject({ shortRate: '0.2', shortPerShareMinimum: 'none' });
  });

  it('with a short its fields stand there at once', async () => {
    render(<AccountPanel />);
    const row = { id: 'p1', symbol: 'S', side: 'short', marketValue: '1000', maintenanceRate: null } as const;
    act(() => commit(changeRows([], [row], '2026-11-20')));
    await press('Copy and edit these rules');
    expect(field('Required of what is sold short')).toHaveValue('30');
  });
});
