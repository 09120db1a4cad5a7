import type { Origin } from '../spine/words.ts';
import type { Trigger } from './follow-up-plan.ts';

/**
 * The action plan that an origin begins. Who comes by referral has not been spoken with, as a customer from the
 * Internet; a be-back stands in the showroom, as a walk-in.
 */
export const TRIGGER_OF_ORIGIN: Readonly<Record<Origin, Trigger>> = {
  internet: 'internet',
  phoneUp: 'phoneUp',
  walkIn: 'walkIn',
  referral: 'internet',
  service: 'service',
  leaseEnd: 'leaseEnd',
  beBack: 'walkIn',
};

/** What follows up in a document that has no action plan for a trigger, as those written before there were any. */
export const STANDS_IN_FOR: Readonly<Partial<Record<Trigger, Trigger>>> = { leaseEnd: 'internet', service: 'internet' };
