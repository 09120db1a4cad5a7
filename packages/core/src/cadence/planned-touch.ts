import type { CompiledStep } from '../plan/compiled-plan.ts';
import type { Context } from '../plan/context.ts';
import { type Id, id } from '../spine/id.ts';
import { appointmentWindow } from './appointment-window.ts';
import type { Episode } from './episode.ts';
import type { TouchWindow } from './touch.ts';
import { touchWindow } from './touch-window.ts';

/** A step of the running plan with its window, whatever has become of it. */
export interface PlannedTouch {
  readonly id: Id<'Touch'>;
  readonly step: CompiledStep;
  /** Which coming round of the step: 0 is the first. */
  readonly round: number;
  readonly window: TouchWindow;
  /** Minutes from the trigger, or the appointment, if the store never closed: the plan's own order. */
  readonly nominalMinutes: number;
}

/**
 * All touches that an episode asks for, by the beginning of their windows. A step that comes round again is there with
 * every round that has begun and the next one; what lies beyond the calendar's days is not there yet.
 */
export function plannedTouches(
  opportunityId: Id<'Opportunity'>,
  episode: Episode,
  { plan, calendar, now }: Context,
): readonly PlannedTouch[] {
  const planned: PlannedTouch[] = [];
  const { since, startsAt } = episode;
  const occurrence = since.toString(36);
  for (const step of plan.actionPlans[episode.trigger]) {
    for (let round = 0; ; round++) {
      const window =
        startsAt === undefined
          ? touchWindow(step, round, since, calendar)
          : appointmentWindow(step, { since, startsAt }, calendar);
      if (window === undefined) break;
      const nominalMinutes = step.nominalMinutes + round * (step.everyDays ?? 0) * 24 * 60;
      const id = touchId(opportunityId, step.id, occurrence, round);
      planned.push({ id, step, round, window, nominalMinutes });
      if (step.everyDays === undefined || window.from > now) break;
    }
  }
  return planned.sort((a, b) => a.window.from - b.window.from || a.step.order - b.step.order);
}

/**
 * `opportunity:step:occurrence`. The occurrence is named by its trigger's instant, in base 36, and not by a running number: a
 * lead that is learned of late would shift the numbers, and what was done would fall due again.
 */
export function touchId(
  opportunityId: Id<'Opportunity'>,
  step: Id<'Step'>,
  occurrence: string,
  round: number,
): Id<'Touch'> {
  return id(`${opportunityId}:${step}:${occurrence}${round === 0 ? '' : `.${round}`}`);
}
