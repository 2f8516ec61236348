// Files with the real store and the real notice: what is broken is refused with its place in words, and own work stays.
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileNotice } from '@/features/files/file-notice';
import { accountsFile, documentFile } from '@/io/json-file';
import { setHoldings } from '@/state/account-edits';
import { openFile, openFileInSlices, sayOfFile } from '@/state/open-file';
import { commit, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { workInSlices } from '@/ui/idle-work';
import { documentOf } from '../support/document-of';

const shown = () => selectDocument(useDesk.getState());
const file = (account: object) => documentFile(documentOf(account));

beforeEach(() => {
  useDesk.setState(startDesk());
  commit(setHoldings('58000', '2026-11-20'));
});
afterEach(() => useDesk.setState(startDesk()));

describe('a file that is opened', () => {
  it('takes the place of own work, which is put aside, in one step', () => {
    const own = shown();
    openFile(file({ name: 'From a file', cash: '7' }), 'a.json');
    expect(shown().account.cash).toBe('7');
    expect(useDesk.getState().aside.map(({ document }) => document)).toEqual([own]);
    render(<FileNotice />);
    expect(screen.getByRole('region', { name: 'File' })).toHaveTextContent(
      '“From a file” from “a.json” is open. What you had is put aside in the menu, and Undo goes back to it.',
    );
    expect(screen.getByRole('region', { name: 'File' })).toHaveFocus();
    undoStep();
    expect(shown()).toBe(own);
  });

  it('says what it warns of', () => {
    const held = { symbol: 'VTI', side: 'long', shares: '1', price: '2' };
    openFile(
      file({
        positions: [
          { id: 'a', ...held },
          { id: 'b', ...held },
        ],
        excluded: [{ label: 'x', reason: 'option' }],
      }),
    );
    render(<FileNotice />);
    expect(screen.getByText('VTI stands in more than one row.')).toBeInTheDocument();
    expect(
      screen.getByText('1 imported row is in no figure: the totals are incomplete.'),
    ).toBeInTheDocument();
  });
});

describe('a file of 600 holdings', () => {
  const positions = Array.from({ length: 600 }, (_, n) => ({
    id: `p${n}`,
    symbol: `S${n}`,
    side: 'long',
    shares: '10',
    price: '200',
  }));
  const text = file({ name: 'Many', positions });
  const notice = () => screen.getByRole('region', { name: 'File' });

  it('says that it is being opened, and then that it is; nothing is half there in between', async () => {
    const own = shown();
    render(<FileNotice />);
    act(() => openFileInSlices(workInSlices, text, 'many.json'));
    expect(notice()).toHaveTextContent('“many.json” is being opened…');
    expect(shown()).toBe(own);
    await waitFor(() => expect(notice()).toHaveTextContent('“Many” from “many.json” is open.'), {
      timeout: 10_000,
    });
    expect(shown().account.positions).toHaveLength(600);
    act(undoStep);
    expect(shown()).toBe(own);
  });

  it('Cancel leaves all as it was', () => {
    const own = shown();
    render(<FileNotice />);
    let work: Generator<void, unknown> | null = null;
    act(() =>
      openFileInSlices(
        (given) => {
          work = given;
        },
        text,
        'many.json',
      ),
    );
    const steps = work as unknown as Generator<void, unknown>;
    for (let step = 0; step < 5; step += 1) steps.next();
    act(() => screen.getByRole('button', { name: 'Cancel' }).click());
    expect(steps.next()).toEqual({ done: true, value: null });
    expect(screen.queryByRole('region', { name: 'File' })).not.toBeInTheDocument();
    expect(shown()).toBe(own);
  });

  it('what fails otherwise is said to be refused', () => {
    render(<FileNotice />);
    act(() => openFileInSlices((_work, _onDone, onFailed) => onFailed(), text, 'many.json'));
    expect(notice()).toHaveTextContent('“many.json” was not opened. Your own work is as it was.');
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['{"app":"headroom"', 'It cannot be read: it is cut off, or was never saved by Headroom.'],
    ['{}', 'It is no account that Headroom saved.'],
    [
      '{"app":"headroom","schemaVersion":7}',
      'A newer Headroom wrote it (version 7 of the file; this page reads up to 1). Reload the page to get the newer one.',
    ],
    [file({ cash: '1e5' }), 'Cash: “1e5” is no plain number with at most 18 decimals.'],
    [file({ cash: '-5' }), 'Cash: −5 is out of range; it has to be at least 0.'],
    [file({ cash: 5 }), 'Cash is missing, or is not text between quotation marks.'],
    [file({ extra: '5' }), '“extra”: this page knows no such entry.'],
    [
      file({ positions: [{ id: 'a', symbol: 'X', side: 'long', shares: '5' }] }),
      'Holding 1: its price is missing.',
    ],
    [
      file({ positions: [{ id: 'a', symbol: 'X', side: 'long', shares: '5', price: 'five' }] }),
      'Holding 1, price: “five” is no plain number with at most 18 decimals.',
    ],
    [file({ ruleSet: 'elsewhere' }), 'Broker’s rules: “elsewhere” is not known here.'],
    [file({ enteredOn: '2026-02-30' }), 'Day of the prices: “2026-02-30” is no day.'],
  ])('%s: %s', (text, sentence) => {
    const before = useDesk.getState();
    openFile(text, 'b.json');
    const { fileNotice: _said, ...rest } = useDesk.getState();
    const { fileNotice: _unsaid, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    render(<FileNotice />);
    expect(screen.getByText('“b.json” was not opened. Your own work is as it was.')).toBeInTheDocument();
    expect(screen.getByText(sentence)).toBeInTheDocument();
  });

  it('says of many issues the first few and how many more there are', () => {
    const positions = Array.from({ length: 20 }, (_, n) => ({
      id: `p${n}`,
      symbol: 'X',
      side: 'long',
      shares: 'x',
      price: '1',
    }));
    openFile(file({ positions }));
    render(<FileNotice />);
    expect(screen.getAllByRole('listitem')).toHaveLength(7);
    expect(screen.getByText('14 more like these.')).toBeInTheDocument();
  });

  it('and is huge is refused at once', () => {
    expect(openFile(' '.repeat(20_000_001)).kind).toBe('too-large');
  });
});

describe('a file of several accounts', () => {
  it('opens nothing by itself, and the one that is chosen', async () => {
    const own = shown();
    const several = accountsFile([
      documentOf({ name: 'First', cash: '1' }),
      documentOf({ name: 'Second', cash: '2' }),
      documentOf({ name: 'Third', cash: 'x' }),
    ]);
    openFile(several, 'all.json');
    expect(shown()).toBe(own);
    render(<FileNotice />);
    expect(screen.getByText('“all.json” holds 3 accounts. Nothing is opened yet.')).toBeInTheDocument();
    expect(screen.getByText(/^Account 3 cannot be read: Cash: “x”/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Open Second' }));
    expect(shown().account.name).toBe('Second');
    undoStep();
    expect(shown()).toBe(own);
  });

  it('is closed without a trace', () => {
    openFile('{', 'c.json');
    sayOfFile(null);
    const { container } = render(<FileNotice />);
    expect(container).toBeEmptyDOMElement();
  });
});
