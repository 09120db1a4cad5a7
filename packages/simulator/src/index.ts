export { type Behaviour, behaviourOf, CLAIMS_TOO_MUCH, NOTABLE, SKIPS_CALLS } from './behaviour.ts';
export { type EpisodeOutcome, type EpisodeStart, liveEpisode } from './episode.ts';
export {
  type SimulatedDepartment,
  type SimulatedGroup,
  type SimulatedMember,
  type SimulatedStore,
  simulateStaff,
} from './group.ts';
export { inventedEmail, inventedPhone, type PersonName } from './people.ts';
export { PLACES, type Place } from './places.ts';
export { createRandom, type Random } from './random.ts';
export {
  type SimulatedCustomer,
  type SimulatedEpisode,
  type Simulation,
  type SimulationSettings,
  simulateGroup,
} from './simulate-group.ts';
export type { SimulatedVehicle } from './vehicles.ts';
