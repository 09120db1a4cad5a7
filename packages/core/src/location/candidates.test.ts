import { expect, it } from 'vitest';
import { vectors } from '../../test/support/vectors.ts';
import { candidateRegions, candidateZones } from './candidates.ts';
import type { LocationEvidence } from './location-evidence.ts';

interface Row {
  readonly it: string;
  readonly evidence: LocationEvidence;
  readonly zones: readonly string[];
  readonly regions: readonly string[];
}

it.each(vectors<Row>('location', 'candidates'))('$it', ({ evidence, zones, regions }) => {
  expect(candidateZones(evidence)).toEqual(zones);
  expect(candidateRegions(evidence)).toEqual(regions);
});
