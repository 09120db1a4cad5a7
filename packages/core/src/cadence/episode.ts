import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import { opportunityStatus } from '../opportunity/opportunity-status.ts';
import type { Trigger } from '../plan/follow-up-plan.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import type { Origin } from '../spine/words.ts';

/** Which action plan an opportunity is under, and since when. A repeat lead begins the plan anew. */
export interface Episode {
  readonly trigger: Trigger;
  readonly since: Instant;
  /** What triggered it: the lead, the opening, the delivery or the loss. */
  readonly fact: Id<'Fact'>;
  /** An earlier lead of the same opportunity was there already. */
  readonly repeat: boolean;
}

/**
 * The action plan that an origin begins. Who comes by referral, service or lease end has not been spoken with, as a
 * customer from the Internet; a be-back stands in the showroom, as a walk-in.
 */
export const TRIGGER_OF_ORIGIN: Readonly<Record<Origin, Trigger>> = {
  internet: 'internet',
  phoneUp: 'phoneUp',
  walkIn: 'walkIn',
  referral: 'internet',
  service: 'internet',
  leaseEnd: 'internet',
  beBack: 'walkIn',
};

/** The running episode, or undefined when nothing is asked of anybody: not opened yet, or the deal was unwound. */
export function episodeOf(history: OpportunityHistory): Episode | undefined {
  const opening = history.openings[0];
  if (opening === undefined) return undefined;
  const turn = history.turns.at(-1);
  switch (opportunityStatus(history)) {
    case 'unwound':
      return undefined;
    case 'delivered':
      return turn && { trigger: 'sold', since: turn.at, fact: turn.fact, repeat: false };
    case 'lost':
      return turn && { trigger: 'lost', since: turn.at, fact: turn.fact, repeat: false };
    case 'open': {
      const { origin, at, fact } = history.leads.at(-1) ?? opening;
      return { trigger: TRIGGER_OF_ORIGIN[origin], since: at, fact, repeat: history.leadCount > 1 };
    }
  }
}
