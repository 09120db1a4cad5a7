import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import { opportunityStatus } from '../opportunity/opportunity-status.ts';
import { standingAppointment } from '../opportunity/standing-appointment.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { Trigger } from '../plan/follow-up-plan.ts';
import { TRIGGER_OF_ORIGIN } from '../plan/trigger-of-origin.ts';
import type { Id } from '../spine/id.ts';
import { type Instant, plus } from '../spine/instant.ts';
import type { Origin } from '../spine/words.ts';

/** Which action plan an opportunity is under, and since when. A repeat lead begins the plan anew. */
export interface Episode {
  readonly trigger: Trigger;
  readonly since: Instant;
  /** What triggered it: the lead, the opening, the appointment that was set or moved, the delivery or the loss. */
  readonly fact: Id<'Fact'>;
  /** An earlier lead of the same opportunity was there already. */
  readonly repeat: boolean;
  /** Of an appointment: its time, from which its steps count. */
  readonly startsAt?: Instant;
}

/**
 * The running episode, or undefined when nothing is asked of anybody: not opened yet, or the deal was unwound. An
 * appointment runs beside it: {@link appointmentEpisode}.
 *
 * @param plan - it says by which action plan each origin is followed up
 */
export function episodeOf(
  history: OpportunityHistory,
  { followedBy }: Pick<CompiledPlan, 'followedBy'>,
): Episode | undefined {
  const running = runningOf(history);
  if (running === undefined) return undefined;
  const { origin, since, fact, repeat } = running;
  const trigger = origin === 'sold' || origin === 'lost' ? origin : followedBy[TRIGGER_OF_ORIGIN[origin]];
  return { since, fact, repeat, trigger };
}

/**
 * Since when the running episode runs: the plan version of that instant holds for it.
 *
 * @example
 * const plan = planAt(timeline, episodeSince(history) ?? now);
 */
export function episodeSince(history: OpportunityHistory): Instant | undefined {
  return runningOf(history)?.since;
}

type Running = Omit<Episode, 'trigger'> & { readonly origin: Origin | 'sold' | 'lost' };

function runningOf(history: OpportunityHistory): Running | undefined {
  const opening = history.openings[0];
  if (opening === undefined) return undefined;
  const turn = history.turns.at(-1);
  switch (opportunityStatus(history)) {
    case 'unwound':
      return undefined;
    case 'delivered':
      return turn && { origin: 'sold', since: turn.at, fact: turn.fact, repeat: false };
    case 'lost':
      return turn && { origin: 'lost', since: turn.at, fact: turn.fact, repeat: false };
    case 'open': {
      const { origin, at, fact } = history.leads.at(-1) ?? opening;
      return { origin, since: at, fact, repeat: history.leadCount > 1 };
    }
  }
}

/**
 * The episode of the appointment that an open opportunity stands under; a moved one begins anew. A sale or a loss ends it
 * for good.
 */
export function appointmentEpisode(history: OpportunityHistory): Episode | undefined {
  if (history.appointments === undefined || history.openings.length === 0) return undefined;
  const standing = standingAppointment(history);
  if (standing === undefined || opportunityStatus(history) !== 'open') return undefined;
  const { startsAt, fixed } = standing;
  if (history.turns.some((turn) => turn.at >= fixed.at)) return undefined;
  return { trigger: 'appointmentSet', since: fixed.at, fact: fixed.fact, repeat: false, startsAt };
}

/** From when on an act or event is about an episode: what set an appointment does nothing of what it asks for. */
export function actsFrom({ since, startsAt }: Episode): Instant {
  return startsAt === undefined ? since : plus(since, 1);
}
