// What follows the two sliders on the map: where they stand, as two floats, and nothing else.
import type { FrontierPlaceSource } from '@/charts/frontier-chart';
import { selectFrontierPlace } from '@/state/frontier-on-show';
import { selectDocument, useDesk } from '@/state/store';

/** The live part of the map. */
export function makeFrontierLive(): FrontierPlaceSource {
  let last: ReturnType<FrontierPlaceSource['getPlace']> = null;
  return {
    subscribe: useDesk.subscribe,
    getPlace: () => {
      const place = selectFrontierPlace(selectDocument(useDesk.getState()));
      if (place === null) return null;
      const [x, y] = [place.move.toNumber(), place.points.toNumber()];
      // The same object while nothing moves: React asks often.
      if (last === null || last.x !== x || last.y !== y) last = { x, y };
      return last;
    },
  };
}
