/** Reads an import beside the page, so that typing and sliders stay quick; ending the worker is how it is cancelled. */
import { type ReadingReply, type ReadingRequest, readSourceHere } from '@/state/import-source';

const say = (reply: ReadingReply) => self.postMessage(reply);

self.addEventListener('message', ({ data }: MessageEvent<ReadingRequest>) => {
  // What goes wrong in a promise is no error of the worker that the page would hear.
  void readSourceHere(data, (stage) => say({ kind: 'stage', stage })).then(
    (reading) => say({ kind: 'done', reading }),
    () => say({ kind: 'failed' }),
  );
});
