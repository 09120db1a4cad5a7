import type { FactOf } from './fact.ts';
import type { Id } from './id.ts';
import type { Instant } from './instant.ts';
import type { Channel } from './words.ts';

/** The customer agreed to come in at a time: a new appointment, which takes the place of any earlier one. */
export type AppointmentSet = FactOf<
  'appointment.set',
  {
    readonly opportunityId: Id<'Opportunity'>;
    readonly customerId: Id<'Customer'>;
    readonly memberId: Id<'Member'>;
    readonly startsAt: Instant;
  }
>;

/** The standing appointment is at another time from now on; it has to be confirmed anew. */
export type AppointmentMoved = FactOf<
  'appointment.moved',
  { readonly opportunityId: Id<'Opportunity'>; readonly memberId: Id<'Member'>; readonly startsAt: Instant }
>;

/** The customer confirmed the standing appointment, to whom. */
export type AppointmentConfirmed = FactOf<
  'appointment.confirmed',
  { readonly opportunityId: Id<'Opportunity'>; readonly memberId: Id<'Member'> }
>;

/** The standing appointment was called off; `memberId` wrote it down. */
export type AppointmentCancelled = FactOf<
  'appointment.cancelled',
  { readonly opportunityId: Id<'Opportunity'>; readonly memberId: Id<'Member'> }
>;

/** The customer was promised a contact at a time: "call me on Thursday at ten". */
export type PromiseMade = FactOf<
  'promise.made',
  {
    readonly opportunityId: Id<'Opportunity'>;
    readonly customerId: Id<'Customer'>;
    readonly memberId: Id<'Member'>;
    readonly channel: Channel;
    readonly dueAt: Instant;
  }
>;
