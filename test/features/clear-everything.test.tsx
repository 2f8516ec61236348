// "Clear everything" at the storage itself: nothing of the page is left, and nothing of others is touched.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PageTools } from '@/features/look/page-tools';
import { presets } from '@/presets/accounts';
import { isExample, setHoldings } from '@/state/account-edits';
import { beginAutosave } from '@/state/autosave';
import { clearEverything } from '@/state/clear-everything';
import { openPreset } from '@/state/open-account';
import { commit, keepText, setAnswerHidden, setCalledOn, startDesk, useDesk } from '@/state/store';
import { writeTheme } from '@/state/theme';

afterEach(() => {
  cleanup();
  localStorage.clear();
  useDesk.setState(startDesk());
});

const keys = () => Object.keys(localStorage).toSorted();

describe('clear everything', () => {
  it('leaves no account, no work put aside, no text, no step and no look behind, and goes on saving', () => {
    const end = beginAutosave(localStorage);
    localStorage.setItem('another.page', 'kept');
    localStorage.setItem('headroom.kept-aside.1', '{"account":');
    writeTheme(localStorage, 'dark');
    commit(setHoldings('58000', '2026-06-03'));
    const [preset] = presets;
    if (preset !== undefined) openPreset(preset);
    commit(setHoldings('61000', '2026-06-03'));
    keepText('loan', '23x');
    setCalledOn('2026-06-03');
    setAnswerHidden(true);
    expect(keys()).toEqual([
      'another.page',
      'headroom.document',
      'headroom.kept-aside.1',
      'headroom.put-aside',
      'headroom.theme',
      'headroom.unfinished',
    ]);

    expect(clearEverything(localStorage)).toBe(true);
    expect(keys()).toEqual(['another.page']);
    const desk = useDesk.getState();
    expect(isExample(desk.history.present)).toBe(true);
    expect(desk.history.past).toEqual([]);
    expect(desk.history.future).toEqual([]);
    expect([desk.aside, desk.texts, desk.calledOn, desk.isAnswerHidden]).toEqual([[], {}, null, false]);

    commit(setHoldings('1000', '2026-06-03'));
    expect(keys()).toContain('headroom.document');
    end();
  });

  it('asks first, can be taken back, and then says what is gone', async () => {
    commit(setHoldings('58000', '2026-06-03'));
    localStorage.setItem('headroom.theme', 'dark');
    render(<PageTools />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Clear everything' }));
    expect(screen.getByRole('button', { name: 'Keep' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Clear everything' })).toHaveFocus();
    expect(useDesk.getState().history.past).toHaveLength(1);

    await user.click(screen.getByRole('button', { name: 'Clear everything' }));
    await user.click(screen.getByRole('button', { name: 'Clear everything' }));
    const said = screen.getByText(/^Gone from this browser/);
    expect(said).toHaveFocus();
    expect(said).toHaveTextContent(
      'Gone from this browser: your account, every what-if, all steps to undo and the chosen look.',
    );
    expect(keys()).toEqual([]);
    expect(screen.getByRole('radio', { name: 'System' })).toBeChecked();
  });

  it('says so where the browser does not let go', () => {
    localStorage.setItem('headroom.document', '{}');
    const refusing = vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => {
      throw new Error('refused');
    });
    expect(clearEverything(localStorage)).toBe(false);
    refusing.mockRestore();
  });
});
