/** Starts the reading of an import beside the page, or on it where a browser refuses workers, and ends it on request. */
import type { ImportReading } from '@/io/import/import-types';
import {
  type ReadingReply,
  type ReadingRequest,
  type ReadingStage,
  readSourceHere,
} from '@/state/import-source';

/** What is told while a source is read; `onFailed` where even the page could not. */
export interface ReadingListener {
  readonly onStage: (stage: ReadingStage) => void;
  readonly onDone: (reading: ImportReading) => void;
  readonly onFailed: () => void;
}

/** Begins to read and returns what cancels it: nothing is told after that. */
export function beginReading(request: ReadingRequest, listener: ReadingListener): () => void {
  let isOver = false;
  let worker: Worker | null = null;
  const end = () => {
    isOver = true;
    worker?.terminate();
  };
  const take = (reply: ReadingReply) => {
    if (isOver) return;
    if (reply.kind === 'stage') return listener.onStage(reply.stage);
    if (reply.kind === 'failed') return readHere();
    end();
    listener.onDone(reply.reading);
  };
  const readHere = () => {
    worker?.terminate();
    worker = null;
    readSourceHere(request, (stage) => take({ kind: 'stage', stage })).then(
      (reading) => take({ kind: 'done', reading }),
      () => {
        if (isOver) return;
        end();
        listener.onFailed();
      },
    );
  };
  try {
    worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    readHere();
    return end;
  }
  worker.addEventListener('message', ({ data }: MessageEvent<ReadingReply>) => take(data));
  // It could not be loaded, or broke: the page reads the source itself, once.
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    if (!isOver) readHere();
  });
  worker.postMessage(request);
  return end;
}
