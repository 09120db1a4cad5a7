import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Context } from '../plan/context.ts';
import { byWindow, touchOf } from './due-touches.ts';
import { appointmentEpisode } from './episode.ts';
import type { Touch } from './touch.ts';
import { type TouchTrace, traceEpisode } from './trace-touches.ts';

/**
 * What the plan asks for about the appointment that an opportunity stands under: the call to confirm it, the reminder,
 * the calls to who did not come. It runs beside the action plan of the episode, of which those steps go on that no
 * appointment stops. A moved appointment begins it anew; one that was called off, kept, or followed by a sale ends it.
 *
 * @param context - with the plan version in force when the appointment was set
 * @returns as `dueTouches`: a person's day is planned from both
 *
 * @example
 * const touches = [...dueTouches(history, context), ...appointmentTouches(history, context)];
 */
export function appointmentTouches(history: OpportunityHistory, context: Context): readonly Touch[] {
  const episode = appointmentEpisode(history);
  const { opportunityId, ownerId } = history;
  if (episode === undefined || opportunityId === undefined) return [];
  return traceEpisode(history, episode, context)
    .flatMap((trace) => {
      const step = context.plan.steps.get(trace.step);
      if (trace.kind !== 'open' || step === undefined) return [];
      return [touchOf(trace, step, false, episode, opportunityId, ownerId, context)];
    })
    .sort(byWindow);
}

/**
 * Every step that the plan has for the standing appointment, with what became of it, by the beginning of its window.
 *
 * @example
 * traceAppointment(history, context).filter(({ kind }) => kind === 'missed').length;
 */
export function traceAppointment(history: OpportunityHistory, context: Context): readonly TouchTrace[] {
  return traceEpisode(history, appointmentEpisode(history), context);
}
