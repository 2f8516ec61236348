// The reading beside the page: where the worker cannot, the page reads the source itself, and what nobody can read is said.
import { afterEach, expect, it, vi } from 'vitest';
import type { ImportReading } from '@/io/import/import-types';
import { beginReading } from '@/state/import-reading';
import type { ImportSource, ReadingReply } from '@/state/import-source';

afterEach(() => vi.unstubAllGlobals());

/** A worker that answers as it is told. */
function workerThat(reply: ReadingReply) {
  return class extends EventTarget {
    postMessage() {
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: reply })));
    }
    terminate() {}
  };
}

function outcomeOf(source: ImportSource): Promise<ImportReading | 'failed'> {
  return new Promise((resolve) => {
    const request = { source, wishes: {}, isRebuilt: false };
    beginReading(request, { onStage() {}, onDone: resolve, onFailed: () => resolve('failed') });
  });
}

it('a worker that could not read leaves it to the page', async () => {
  vi.stubGlobal('Worker', workerThat({ kind: 'failed' }));
  const reading = await outcomeOf({ kind: 'text', text: 'AAPL 300 @ 228.40\n' });
  expect(reading).toMatchObject({ ok: true, found: { layout: 'lines' } });
});

it('a file that is gone by then is said to be unreadable, and not waited for', async () => {
  vi.stubGlobal('Worker', workerThat({ kind: 'failed' }));
  const unreadable = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const gone = Object.assign(new Blob(['x']), { arrayBuffer: unreadable });
  const file = Object.assign(new File(['x'], 'gone.csv'), { slice: () => gone });
  expect(await outcomeOf({ kind: 'file', file })).toBe('failed');
});

it('without workers the page reads by itself', async () => {
  vi.stubGlobal('Worker', undefined);
  expect(await outcomeOf({ kind: 'text', text: '' })).toEqual({ ok: false, refusal: 'empty', figures: {} });
});
