// A field that goes out of sight while one types in it: a figure is kept as one step, a refused text stays with its field.
import { act, fireEvent, render } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { startDesk, undoStep, useDesk } from '@/state/store';
import { DecimalField } from '@/ui/decimal-field';
import { account, field, haveThree, positions, steps } from '../support/account-panel';

beforeEach(() => useDesk.setState(startDesk()));

const typeInto = (label: string, text: string) => fireEvent.change(field(label), { target: { value: text } });

describe('an account field that goes out of sight', () => {
  it('keeps the figure typed in it', () => {
    const { unmount } = render(<AccountPanel />);
    haveThree();
    const before = steps();
    typeInto('I owe the broker', '25000');
    unmount();
    expect(useDesk.getState().draft).toBeNull();
    expect(steps()).toBe(before + 1);
    expect(account().marginLoan).toBe('25000');
  });

  it('keeps a text that is refused, and shows it where it comes back', () => {
    const { unmount } = render(<AccountPanel />);
    haveThree();
    typeInto('I owe the broker', '12k');
    unmount();
    expect(account().marginLoan).toBe('23400');
    expect(useDesk.getState().texts).toEqual({ loan: '12k' });
    render(<AccountPanel />);
    expect(field('I owe the broker')).toHaveValue('12k');
  });

  it('keeps a symbol and a name', () => {
    const { unmount } = render(<AccountPanel />);
    haveThree();
    typeInto('Symbol, row 1', 'VTI');
    unmount();
    expect(useDesk.getState().draft).toBeNull();
    expect(positions()[0]?.symbol).toBe('VTI');
  });

  it('keeps nothing of a row that is gone', () => {
    render(<AccountPanel />);
    haveThree();
    typeInto('Requirement of row 3 in percent', 'abc');
    act(undoStep);
    act(undoStep);
    expect(positions().map(({ symbol }) => symbol)).toEqual(['Holdings']);
    expect(useDesk.getState().texts).toEqual({});
  });
});

describe('a lever’s field that goes out of sight', () => {
  it.each([
    ['-10', 'kept'],
    ['ten', 'refused: ten'],
  ])('%s is %s', (text, what) => {
    const told: string[] = [];
    const { unmount } = render(
      <DecimalField
        label="Move"
        value="0"
        refused={undefined}
        read={(typed) => (typed === 'ten' ? { ok: false, message: 'No.' } : { ok: true, show: () => {} })}
        onRefuse={(typed) => told.push(`refused: ${typed}`)}
        onCommit={() => told.push('kept')}
        onCancel={() => {}}
      />,
    );
    typeInto('Move', text);
    unmount();
    expect(told.at(-1)).toBe(what);
  });
});
