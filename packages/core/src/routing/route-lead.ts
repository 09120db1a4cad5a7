import type { Context } from '../plan/context.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { type NonEmpty, ok, type Result, refuse } from '../spine/result.ts';

/** Somebody who could get a lead. */
export interface Candidate {
  readonly memberId: Id<'Member'>;
  /** The customer is already this person's. */
  readonly knowsCustomer: boolean;
  /** At work now. */
  readonly present: boolean;
  /** Open tasks of today, and how many this person gets done in a day. */
  readonly tasks: number;
  readonly capacity: number;
  /** When this person last got a lead; absent: never. */
  readonly lastLeadAt?: Instant;
}

/** Whose the lead is, and who answers it now when that is somebody else. */
export interface Route {
  readonly owner: Id<'Member'>;
  /** The owner is away: a present person covers the clock, and the owner stays the owner. */
  readonly cover?: Id<'Member'>;
  readonly reasons: NonEmpty<Reason>;
}

/** Why nobody gets a lead: the store has nobody who could. */
export type RouteRefusal = 'routing.nobody';

/**
 * Who gets a lead. A known customer stays with the owner; if the owner is away, a present person covers the clock.
 * A new customer goes to who is present and has the most room (tasks against capacity), among equals to who has waited
 * longest for a lead. Nobody at capacity gets more while another has room; if nobody has, the least loaded gets it, and
 * if nobody is present, it waits with the one whose turn it is.
 *
 * @example
 * const route = routeLead(candidates, context);
 * if (route.ok) assign(route.value.owner);
 */
export function routeLead(candidates: readonly Candidate[], { plan }: Context): Result<Route, RouteRefusal> {
  const because = (code: string, data: Reason['data'] = {}) => reason(code, data, { plan: { version: plan.version } });
  const best = candidates.toSorted(byRoom)[0];
  if (best === undefined) return refuse(reason('routing.nobody'));

  const owner = candidates.filter((each) => each.knowsCustomer).toSorted(byRoom)[0];
  if (owner === undefined) {
    const load = { tasks: best.tasks, capacity: best.capacity };
    const reasons: NonEmpty<Reason> = best.present
      ? [because(best.tasks < best.capacity ? 'routing.mostRoom' : 'routing.allFull', load)]
      : [because('routing.nobodyPresent')];
    return ok({ owner: best.memberId, reasons });
  }
  if (owner.present) return ok({ owner: owner.memberId, reasons: [because('routing.knownOwner')] });
  if (!best.present) {
    return ok({ owner: owner.memberId, reasons: [because('routing.knownOwner'), because('routing.nobodyPresent')] });
  }
  const reasons: NonEmpty<Reason> = [because('routing.knownOwner'), because('routing.ownerAway')];
  return ok({ owner: owner.memberId, cover: best.memberId, reasons });
}

/** Present before absent, least load (below 1 there is room), longest wait for a lead; ids last, so that no order is left open. */
function byRoom(a: Candidate, b: Candidate): number {
  return (
    Number(b.present) - Number(a.present) ||
    load(a) - load(b) ||
    waitedSince(a) - waitedSince(b) ||
    (a.memberId < b.memberId ? -1 : 1)
  );
}

function load({ tasks, capacity }: Candidate): number {
  return capacity === 0 ? Number.MAX_VALUE : tasks / capacity;
}

function waitedSince({ lastLeadAt }: Candidate): number {
  return lastLeadAt ?? -Number.MAX_VALUE;
}
