// What the what-if brings is worth the same warnings as what is typed, and is counted among the rates assumed.
import { act, render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { ChangeInput } from '@/engine/scenario';
import { AccountWarnings } from '@/features/account/account-warnings';
import { VerdictPanel } from '@/features/verdict/verdict-panel';
import { commit, startDesk, undoStep, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';
import { documentOf } from '../support/document-of';

const positions = [
  { id: 'p1', symbol: 'ACME', side: 'long', marketValue: '20000', maintenanceRate: '0.3' },
] as const;

beforeEach(() => act(() => useDesk.setState(startDesk(documentOf({ marginLoan: '5000', positions })), true)));

const brought = (more: object): ChangeInput => ({
  type: 'depositSecurities',
  position: { id: 'n', symbol: 'TQQQ', side: 'long', marketValue: '1000', ...more },
});

it('leverage without a beta and a rate above 100 %, for as long as they are in the what-if', () => {
  render(<AccountWarnings />);
  expect(screen.queryByRole('list')).toBeNull();
  act(() => commit(takeActions([brought({ leverage: '3', maintenanceRate: '1.2' })])));
  expect(screen.getByText(/^TQQQ is leveraged 3 times, but counted as moving 1/)).toBeInTheDocument();
  expect(screen.getByText(/^A requirement above 100/)).toBeInTheDocument();
  act(() => undoStep());
  expect(screen.queryByRole('list')).toBeNull();
});

it('a rate that is the broker’s is said beside the verdict, though there is no field to lead to', () => {
  render(<VerdictPanel />);
  expect(screen.queryByText(/assumed/)).toBeNull();
  act(() => commit(takeActions([brought({})])));
  expect(screen.getByText('1 rate assumed')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '1 rate assumed' })).toBeNull();
});
