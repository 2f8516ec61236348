// Starting again asks first, and links lead to what is folded away on the example too.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { presets } from '@/presets/accounts';
import { isExample } from '@/state/account-edits';
import { openPreset } from '@/state/open-account';
import { goToField, startDesk, useDesk } from '@/state/store';
import { account, button, haveThree, positions, press, steps } from '../support/account-panel';

beforeEach(() => {
  useDesk.setState(startDesk());
  render(<AccountPanel />);
});

describe('starting again', () => {
  it('asks in place; Escape and Keep leave everything, with the focus back on the button', async () => {
    haveThree();
    const before = steps();
    for (const answer of ['{Escape}', '{Enter}']) {
      await press('Start again');
      expect(screen.getByText(/^Start again\? Your account is kept under Examples until/)).toBeVisible();
      expect(button('Keep')).toHaveFocus();
      await userEvent.keyboard(answer);
      expect(button('Start again')).toHaveFocus();
    }
    expect(positions()).toHaveLength(3);
    expect(steps()).toBe(before);
  });

  it('answered, puts the account aside in one step', async () => {
    haveThree();
    const before = steps();
    await press('Start again');
    await press('Start again');
    expect(isExample({ account: account() })).toBe(true);
    expect(steps()).toBe(before + 1);
    expect(useDesk.getState().aside[0]?.document.account.positions).toHaveLength(3);
  });

  it('from an untouched example asks nothing: nothing of one’s own is there', async () => {
    const [first] = presets;
    if (first === undefined) throw new Error('no example');
    act(() => openPreset(first));
    await press('Start again');
    expect(isExample({ account: account() })).toBe(true);
    expect(useDesk.getState().aside).toEqual([]);
  });
});

describe('on the example', () => {
  it.each(['interest', 'entered-on'])('a link to %s opens what it is folded in', (field) => {
    act(() => goToField(field));
    expect(document.getElementById(field)).toHaveFocus();
  });
});
