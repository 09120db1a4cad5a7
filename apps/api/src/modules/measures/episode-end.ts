import { type Instant, instant, type OpportunityHistory } from '@beback/core';
import { livesOf } from './trace-appointments.ts';
import { stretchesOf } from './trace-episodes.ts';

/**
 * When what a touch belonged to ended: the plan that ran, or the appointment that stood, when it arose. Undefined: it lasts
 * to this day.
 *
 * @param since - when the touch arose
 */
export function episodeEnd(history: OpportunityHistory, since: Instant): Instant | undefined {
  const ends = [...stretchesOf(history), ...livesOf(history)].flatMap(({ from, until }) =>
    until !== undefined && from <= since && since < until ? [until] : [],
  );
  return ends.length === 0 ? undefined : instant(Math.min(...ends));
}
