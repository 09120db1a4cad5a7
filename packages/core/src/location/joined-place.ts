import { type Place, union } from './place.ts';

/** Beyond so many combinations they are made anew: evidence comes from outside and must not fill the memory. */
const KEPT_AT_MOST = 20_000;

const PAIRS = new Map<Place, Map<Place, Place>>();
const STATED = new Map<Place, Map<string, Place>>();
let kept = 0;

/** Two places as one. The same two give the very same object, so that what holds there can be kept by it. */
export function joinedPlace(a: Place, b: Place): Place {
  if (a === b) return a;
  return (
    PAIRS.get(a)?.get(b) ??
    keep(PAIRS, a, b, { regions: union([a.regions, b.regions]), zones: union([a.zones, b.zones]) })
  );
}

/** The place of somebody who stated his zone: it replaces all guesses; the rules of the regions stay. */
export function statedPlace(place: Place, zone: string): Place {
  return STATED.get(place)?.get(zone) ?? keep(STATED, place, zone, { regions: place.regions, zones: [zone] });
}

function keep<K>(all: Map<Place, Map<K, Place>>, place: Place, key: K, made: Place): Place {
  if (kept++ >= KEPT_AT_MOST) {
    PAIRS.clear();
    STATED.clear();
    kept = 1;
  }
  const row = all.get(place) ?? new Map<K, Place>();
  all.set(place, row.set(key, made));
  return made;
}
