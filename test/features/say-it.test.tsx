// Say it, with the real store: where it is offered, what it copies, what it admits.
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { SayIt } from '@/features/say/say-it';
import { wordVerdict } from '@/features/verdict/sentences';
import { selectView } from '@/state/figures';
import { setMarketMove } from '@/state/lever-edits';
import { commit, selectDocument, startDesk, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

const m1 = documentOf({ cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] });

beforeEach(() => useDesk.setState(startDesk(m1)));

async function openPanel() {
  const user = userEvent.setup();
  render(<SayIt wordVerdict={wordVerdict} listChanges={() => ['The market moves']} />);
  await user.click(screen.getByRole('button', { name: 'Say it' }));
  return user;
}

const piece = (name: string) => within(screen.getByRole('region', { name }));

describe('Say it', () => {
  it('is not offered for the example, nor without a verdict', () => {
    useDesk.setState(startDesk());
    const { rerender } = render(<SayIt wordVerdict={wordVerdict} />);
    expect(screen.queryByRole('button')).toBeNull();
    useDesk.setState(startDesk(documentOf({})));
    rerender(<SayIt wordVerdict={wordVerdict} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is one closed button; open it shows three lengths and a script, long-only in their own words', async () => {
    const user = await openPanel();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Say it',
      'Copy chat line',
      'Copy e-mail',
      'Copy ticket',
      'Copy script',
    ]);
    expect(screen.getByRole('region', { name: 'Say it' })).not.toHaveTextContent(
      /\bshort|\bbeta|Reg T|\bcredit/i,
    );
    expect(
      piece('Ticket')
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Verdict', 'Room', 'Equity', 'Required', 'Equity ratio', 'As of']);
    await user.click(screen.getByRole('button', { name: 'Say it' }));
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('copies the ticket; without rich copying the text alone', async () => {
    const user = await openPanel();
    await user.click(screen.getByRole('button', { name: 'Copy ticket' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    const text = await navigator.clipboard.readText();
    expect(text).toContain('Equity: $40,000\nRequired: $12,250\n');
  });

  it('a what-if is named, and so is a row that is in no figure', async () => {
    commit(setMarketMove('-0.1'));
    useDesk.setState({ newRow: { ...useDesk.getState().newRow, symbol: 'VTI' } });
    await openPanel();
    expect(piece('E-mail').getByText(/^What if: The market moves\./)).toBeVisible();
    expect(piece('Chat line').getByText(/Row 2 is in no figure\./)).toBeVisible();
  });

  it('speaks of another account where one is handed over, and says why', async () => {
    const view = selectView(documentOf({ marginLoan: '60000', positions: [long('80000', '0.3')] }));
    const user = userEvent.setup();
    render(<SayIt wordVerdict={wordVerdict} view={view} reasons={['The market fell.']} />);
    await user.click(screen.getByRole('button', { name: 'Say it' }));
    // 80,000 − 60,000 = 20,000 against 24,000.
    expect(piece('Chat line').getByText(/Margin call: \$4,000\./)).toBeVisible();
    expect(piece('E-mail').getByText(/The market fell\./)).toBeVisible();
    expect(piece('Ticket').getByRole('rowheader', { name: 'Why' })).toBeVisible();
    expect(selectDocument(useDesk.getState())).toBe(m1);
  });

  it('names are letters in every length and in the answer of the clipboard, once that is wished', async () => {
    const positions = [
      {
        id: 'acme',
        symbol: 'ACME',
        side: 'long' as const,
        shares: '800',
        price: '78',
        maintenanceRate: '0.4',
      },
      { id: 'p2', symbol: 'REST', side: 'long' as const, marketValue: '20000', maintenanceRate: '0.3' },
    ];
    useDesk.setState(startDesk(documentOf({ name: 'Nora', marginLoan: '52000', positions })));
    const user = await openPanel();
    expect(screen.getByRole('region', { name: 'Say it' })).toHaveTextContent('selling 18 ACME ($1,404)');
    await user.click(screen.getByRole('checkbox', { name: 'Names as A, B, C' }));
    expect(screen.getByRole('region', { name: 'Say it' })).toHaveTextContent('selling 18 A ($1,404)');
    expect(screen.getByRole('region', { name: 'Say it' })).not.toHaveTextContent(/acme|rest\b|nora/i);
    await user.click(screen.getByRole('button', { name: 'Copy ticket' }));
    expect(await navigator.clipboard.readText()).not.toMatch(/acme|rest\b|nora/i);
    await user.click(screen.getByRole('checkbox', { name: 'Names as A, B, C' }));
    expect(screen.getByRole('region', { name: 'Say it' })).toHaveTextContent('ACME');
  });
});
