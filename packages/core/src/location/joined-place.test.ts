import { expect, it } from 'vitest';
import { candidatePlace } from './candidates.ts';
import { joinedPlace, statedPlace } from './joined-place.ts';
import type { LocationEvidence } from './location-evidence.ts';
import { type Place, placeOfRegion } from './place.ts';

const FLORIDA = placeOfRegion('FL');
const TEXAS = placeOfRegion('TX');

it.each<[string, LocationEvidence]>([
  ['an area code', { areaCodes: ['212'] }],
  ['several area codes', { areaCodes: ['212', '808', '850'] }],
  ['area code and address', { areaCodes: ['212'], postalCode: '33101', region: 'GA' }],
  ['a zone of the customer’s own', { areaCodes: ['212'], postalCode: '33101', statedZone: 'America/Denver' }],
])('gives the very same place whenever %s says it', (_, evidence) => {
  expect(candidatePlace({ ...evidence })).toBe(candidatePlace(evidence));
});

it('joins a place with itself to nothing new, and two to what holds in either', () => {
  expect(joinedPlace(FLORIDA, FLORIDA)).toBe(FLORIDA);
  expect(joinedPlace(FLORIDA, TEXAS)).toEqual({
    regions: ['FL', 'TX'],
    zones: ['America/New_York', 'America/Chicago', 'America/Denver'],
  });
  expect(joinedPlace(FLORIDA, TEXAS)).not.toBe(joinedPlace(TEXAS, FLORIDA));
});

it('keeps apart what customers of one place stated', () => {
  expect(statedPlace(FLORIDA, 'America/Denver')).toEqual({ regions: ['FL'], zones: ['America/Denver'] });
  expect(statedPlace(FLORIDA, 'America/Chicago')).toEqual({ regions: ['FL'], zones: ['America/Chicago'] });
  expect(statedPlace(TEXAS, 'America/Denver').regions).toEqual(['TX']);
});

it('does not fill the memory: of very many combinations it forgets the early ones, and says them again as before', () => {
  const [pair, stated] = [joinedPlace(TEXAS, FLORIDA), statedPlace(TEXAS, 'America/Denver')];
  sayManyZones(FLORIDA);
  const [again, statedAgain] = [joinedPlace(TEXAS, FLORIDA), statedPlace(TEXAS, 'America/Denver')];
  expect([again, statedAgain]).toEqual([pair, stated]);
  expect(again).not.toBe(pair);
  expect(statedAgain).not.toBe(stated);
  // And keeps what is asked from then on.
  expect(joinedPlace(TEXAS, FLORIDA)).toBe(again);
  expect(statedPlace(TEXAS, 'America/Denver')).toBe(statedAgain);
});

// Helpers

function sayManyZones(place: Place): void {
  for (let i = 0; i < 25_000; i++) statedPlace(place, `Zone/${i}`);
}
