import type { Random } from './random.ts';

/** The vehicle that a shopper asks for. */
export interface SimulatedVehicle {
  readonly status: 'new' | 'used';
  readonly year: number;
  readonly make: string;
  readonly model: string;
}

/** Makes and models that no maker sells. */
const MODELS = [
  ['Arbor', 'Aspen'],
  ['Arbor', 'Cedar'],
  ['Arbor', 'Juniper'],
  ['Corvid', 'Jay'],
  ['Corvid', 'Magpie'],
  ['Corvid', 'Raven XL'],
  ['Meridian', 'Atlas'],
  ['Meridian', 'Compass'],
  ['Meridian', 'Sextant'],
  ['Tern', 'Arctic'],
  ['Tern', 'Sandwich'],
  ['Tern', 'Little'],
] as const;

/** A vehicle of invented make. */
export function inventedVehicle(random: Random): SimulatedVehicle {
  const [make, model] = random.pick(MODELS);
  const status = random.weighted([
    ['new', 45],
    ['used', 55],
  ]);
  return { status, year: status === 'new' ? random.between(2026, 2027) : random.between(2015, 2025), make, model };
}
