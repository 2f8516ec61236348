// A window over the page: each way of asking that it be closed, and what is no such thing.
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Dialog, DialogBody } from '@/ui/dialog';
import { showDialogs } from '../support/dialogs';

beforeAll(showDialogs);

function open() {
  const onClose = vi.fn<() => void>();
  render(
    <Dialog title="My accounts" onClose={onClose}>
      <DialogBody>
        <input aria-label="Name" data-rest="Roth" defaultValue="Roth" />
        <input aria-label="File" type="file" />
      </DialogBody>
    </Dialog>,
  );
  return { onClose, dialog: screen.getByRole<HTMLDialogElement>('dialog', { name: 'My accounts' }) };
}

describe('a dialog', () => {
  it('is open from the start, and its button asks that it be closed', async () => {
    const { onClose, dialog } = open();
    expect(dialog.open).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledOnce();
    // It is closed by whoever shows it.
    expect(dialog.open).toBe(true);
  });

  it('Escape asks too, but not while a field holds another text than before', async () => {
    const { onClose } = open();
    await userEvent.type(screen.getByLabelText('Name'), ' IRA{Escape}');
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.clear(screen.getByLabelText('Name'));
    await userEvent.type(screen.getByLabelText('Name'), 'Roth{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('a back gesture asks; a choice of a file that was given up does not', () => {
    const { onClose, dialog } = open();
    fireEvent(screen.getByLabelText('File'), new Event('cancel', { bubbles: true }));
    expect(onClose).not.toHaveBeenCalled();
    const gesture = new Event('cancel', { cancelable: true });
    fireEvent(dialog, gesture);
    expect(gesture.defaultPrevented).toBe(true);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('closed by the browser unasked it stands again until the question is answered', () => {
    const { onClose, dialog } = open();
    act(() => dialog.close());
    fireEvent(dialog, new Event('close'));
    expect(dialog.open).toBe(true);
    expect(onClose).toHaveBeenCalledOnce();
  });
});
