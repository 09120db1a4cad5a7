import { areaCode } from './area-code.ts';
import { joinedPlace, statedPlace } from './joined-place.ts';
import type { LocationEvidence } from './location-evidence.ts';
import { type Place, placeOfPostalCode, placeOfRegion, regionAlone } from './place.ts';
import { parseRegion, type Region } from './regions.ts';

/**
 * Every zone that a customer may be in: of his area codes, of his address, united; a contact must be lawful in each.
 * A zone that he stated himself counts alone. An empty list means unknown, and `mayContact` then falls back to the
 * store's zone and hours that are safe from coast to coast.
 *
 * An area code is evidence, not truth: cell phones travel and numbers are ported, and rules speak of the called
 * party's location (47 CFR 64.1200(c)(1)).
 *
 * @example
 * candidateZones({ areaCodes: ['850'], postalCode: '10001' });
 * // ['America/Chicago', 'America/New_York']
 */
export function candidateZones(evidence: LocationEvidence): readonly string[] {
  return candidatePlace(evidence).zones;
}

/**
 * Every state or province whose rules may hold for a customer: of his area codes and of his address, united; the
 * strictest rule counts. Oklahoma's law presumes residence by area code (15 Okla. Stat. 775C), so a stated zone
 * takes none away. An empty list means unknown.
 *
 * @example
 * candidateRegions({ areaCodes: ['850'], region: 'GA' }); // ['FL', 'GA']
 */
export function candidateRegions(evidence: LocationEvidence): readonly Region[] {
  return candidatePlace(evidence).regions;
}

/** Regions and zones together: the very same object whenever the same pieces of evidence say it. */
export function candidatePlace(evidence: LocationEvidence): Place {
  const postal = evidence.postalCode === undefined ? undefined : placeOfPostalCode(evidence.postalCode);
  const region = evidence.region === undefined ? undefined : parseRegion(evidence.region);
  // A postal code says more of the zone than the state around it; of the states both count.
  const state = region && (postal ? regionAlone(region) : placeOfRegion(region));
  let place: Place = NOWHERE;
  for (const code of evidence.areaCodes) place = withPlace(place, areaCode(code));
  place = withPlace(withPlace(place, postal), state);
  return evidence.statedZone === undefined ? place : statedPlace(place, evidence.statedZone);
}

const NOWHERE: Place = { regions: [], zones: [] };

function withPlace(place: Place, more: Place | undefined): Place {
  if (more === undefined) return place;
  return place === NOWHERE ? more : joinedPlace(place, more);
}
