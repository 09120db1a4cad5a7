import type { Id } from '../spine/id.ts';
import { HOUR, type Instant } from '../spine/instant.ts';
import type { Mark } from '../spine/mark.ts';
import type { OpportunityHistory } from './opportunity-history.ts';

/** The appointment that holds: still to come, or over. */
export interface StandingAppointment {
  readonly startsAt: Instant;
  /** The setting, or the latest move, that fixed this time. */
  readonly fixed: Mark;
  readonly setBy: Id<'Member'>;
  /** The customer said that this very time stands. */
  readonly confirmed?: Mark & { readonly memberId: Id<'Member'> };
  /** The visit that came of it. */
  readonly shown?: Mark;
}

/** Who comes a little early has come: a visit counts from so long before the appointment. Ours. */
export const SHOWN_FROM = HOUR;

/**
 * The appointment that an episode stands under, or undefined: none was set, or the latest was called off. A new one
 * takes the place of any earlier one, and a moved one has to be confirmed anew.
 *
 * The customer has come when somebody notes a meeting in person, from {@link SHOWN_FROM} before its time on.
 *
 * @example
 * const waits = standingAppointment(history)?.confirmed === undefined;
 */
export function standingAppointment(history: OpportunityHistory): StandingAppointment | undefined {
  let standing: StandingAppointment | undefined;
  for (const mark of history.appointments ?? []) {
    const { fact, at, memberId } = mark;
    switch (mark.did) {
      case 'set':
        standing = { startsAt: mark.startsAt, fixed: { fact, at }, setBy: memberId };
        break;
      case 'moved':
        // A move of which the setting is not known tells a time all the same.
        standing = { startsAt: mark.startsAt, fixed: { fact, at }, setBy: standing?.setBy ?? memberId };
        break;
      case 'confirmed':
        standing = standing && { ...standing, confirmed: { fact, at, memberId } };
        break;
      case 'cancelled':
        standing = undefined;
    }
  }
  const shown = standing && visitOf(standing, history);
  return standing && shown ? { ...standing, shown } : standing;
}

function visitOf({ startsAt, fixed }: StandingAppointment, history: OpportunityHistory): Mark | undefined {
  const visit = history.attempts.find(
    ({ at, channel, disposition }) =>
      channel === 'inPerson' && disposition !== 'noAnswer' && at >= startsAt - SHOWN_FROM && at >= fixed.at,
  );
  return visit && { fact: visit.fact, at: visit.at };
}
