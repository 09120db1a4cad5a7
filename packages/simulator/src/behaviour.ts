import type { Channel, DepartmentKind } from '@beback/core';
import type { Random } from './random.ts';

/** How a department's people keep to the plan, and what their phone system says of it. Shares run from 0 to 1. */
export interface Behaviour {
  /** Share of a channel's steps that are done at all. */
  readonly does: Readonly<Record<'call' | 'other', number>>;
  /** Share of claimed calls that the phone system has a record of. */
  readonly documented: number;
  /** Share of the done steps that are done after their deadline. */
  readonly late: number;
}

/** The Internet department that writes its e-mails and leaves its calls out. */
export const SKIPS_CALLS: Behaviour = { does: { call: 0.08, other: 0.97 }, documented: 0.9, late: 0.1 };

/** A store whose claims go far beyond its records (the case told: 62 %). */
export const CLAIMS_TOO_MUCH: Behaviour = { does: { call: 0.95, other: 0.95 }, documented: 0.62, late: 0.1 };

/** Everybody else misses 2 to 10 % and documents 97 to 100 % of the calls. */
export function ordinary(random: Random): Behaviour {
  return {
    does: { call: 1 - random.between(2, 10) / 100, other: 1 - random.between(2, 8) / 100 },
    documented: random.between(97, 100) / 100,
    late: random.between(2, 12) / 100,
  };
}

/** Whether this person does a step of this channel. */
export function doesStep(behaviour: Behaviour, channel: Channel, random: Random): boolean {
  return random.chance(channel === 'call' ? behaviour.does.call : behaviour.does.other);
}

/** Which store stands out, by its place in the list. */
export const NOTABLE = {
  skipsCalls: { store: 16, department: 'internet' },
  claimsTooMuch: { store: 40 },
} as const satisfies Record<string, { store: number; department?: DepartmentKind }>;

/**
 * The behaviour of a department of the `storeIndex`-th store.
 *
 * @example
 * const behaviour = behaviourOf(0, 'internet', random.fork('internet'));
 */
export function behaviourOf(storeIndex: number, kind: DepartmentKind, random: Random): Behaviour {
  if (storeIndex === NOTABLE.skipsCalls.store && kind === NOTABLE.skipsCalls.department) return SKIPS_CALLS;
  if (storeIndex === NOTABLE.claimsTooMuch.store) return CLAIMS_TOO_MUCH;
  return ordinary(random);
}
