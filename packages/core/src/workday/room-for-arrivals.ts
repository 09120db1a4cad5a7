import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { DailyCapacity, Trigger } from '../plan/follow-up-plan.ts';

const MINUTES_OF_DAY = 24 * 60;

/**
 * The room that the leads of a day ask of their owner on that very day: expected leads times the owner's steps of the
 * first day. Nothing of it is stopped: who keeps room keeps enough.
 *
 * @param leads - that a person is still to get today, by trigger; fractions are averages
 * @returns tasks, and the calls among them; fractions where the leads are
 *
 * @example
 * const kept = roomForArrivals({ internet: 70 / 22 }, plan); // 12.7 tasks by the default plan, all of them calls
 */
export function roomForArrivals(leads: Readonly<Partial<Record<Trigger, number>>>, plan: CompiledPlan): DailyCapacity {
  let [tasks, calls] = [0, 0];
  for (const step of plan.steps.values()) {
    if (step.who !== 'owner' || step.nominalMinutes >= MINUTES_OF_DAY) continue;
    const expected = leads[step.trigger] ?? 0;
    tasks += expected;
    if (step.channel === 'call') calls += expected;
  }
  return { tasks, calls };
}
