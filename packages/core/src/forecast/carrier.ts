import type { StepActor, Trigger } from '../plan/follow-up-plan.ts';

/** Who carries steps, people first: those of a department, the managers, the server by itself. */
export const CARRIERS = ['sales', 'internet', 'bdc', 'manager', 'automation'] as const;
/** One of {@link CARRIERS}. */
export type Carrier = (typeof CARRIERS)[number];

/** A carrier whose day ends. */
export type PeopleCarrier = Exclude<Carrier, 'automation'>;

/** The carriers whose day ends. */
export const PEOPLE_CARRIERS = CARRIERS.filter((carrier) => carrier !== 'automation');

/**
 * Who carries a step. An owner's step after an Internet lead falls to the Internet department, after any other trigger
 * (an appointment too, which the floor receives) to the floor; a store without people in the Internet department has its leads followed up by the floor too.
 */
export function carrierOf(who: StepActor, trigger: Trigger, hasInternetPeople: boolean): Carrier {
  if (who !== 'owner') return who;
  return trigger === 'internet' && hasInternetPeople ? 'internet' : 'sales';
}

/** A value for each key: a record that is whole. */
export function recordOf<K extends string, V>(keys: readonly K[], of: (key: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}
