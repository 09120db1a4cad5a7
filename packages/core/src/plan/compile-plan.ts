import { parseTimeOfDay } from '../calendar/time-of-day.ts';
import type { Id } from '../spine/id.ts';
import { ok, type Result } from '../spine/result.ts';
import type { CompiledPlan, CompiledStep, MinuteWindow } from './compiled-plan.ts';
import { type DailyWindow, type FollowUpPlan, TRIGGERS, type Trigger } from './follow-up-plan.ts';
import { nominalMinutes } from './nominal-minutes.ts';
import { parsePlan } from './parse-plan.ts';
import type { PlanRefusal } from './plan-refusal.ts';
import { STANDS_IN_FOR } from './trigger-of-origin.ts';

/**
 * Prepares a follow-up plan for decisions: once for each version, however many decisions follow.
 *
 * @param document - a parsed JSON value of unknown origin; it is validated as by {@link parsePlan}
 *
 * @example
 * const compiled = compilePlan(defaultPlan());
 * if (compiled.ok) dueTouches(history, { plan: compiled.value, calendar, now });
 */
export function compilePlan(document: unknown): Result<CompiledPlan, PlanRefusal> {
  const parsed = parsePlan(document);
  if (!parsed.ok) return parsed;
  const plan = parsed.value;
  const { version, name, clock, standards, capacity, survey, contactPolicy } = plan;
  const actionPlans = Object.fromEntries(TRIGGERS.map((trigger) => [trigger, stepsFor(plan, trigger)])) as Record<
    Trigger,
    readonly CompiledStep[]
  >;
  const steps = new Map<Id<'Step'>, CompiledStep>();
  for (const trigger of TRIGGERS) for (const step of actionPlans[trigger]) steps.set(step.id, step);
  return ok({
    version,
    name,
    clock,
    standards,
    capacity,
    survey,
    document: plan,
    contactPolicy: {
      ...contactPolicy,
      calls: minutesOf(contactPolicy.calls),
      texts: minutesOf(contactPolicy.texts),
    },
    actionPlans,
    followedBy: Object.fromEntries(TRIGGERS.map((trigger) => [trigger, followedBy(plan, trigger)])) as Record<
      Trigger,
      Trigger
    >,
    steps,
  });
}

function stepsFor(plan: FollowUpPlan, trigger: Trigger): readonly CompiledStep[] {
  const steps = plan.actionPlans.find((each) => each.trigger === trigger)?.steps ?? [];
  return steps
    .toSorted((a, b) => nominalMinutes(a.due) - nominalMinutes(b.due))
    .map((step, order) => ({ ...step, trigger, order, nominalMinutes: nominalMinutes(step.due) }));
}

function followedBy({ actionPlans }: FollowUpPlan, trigger: Trigger): Trigger {
  return actionPlans.some((each) => each.trigger === trigger) ? trigger : (STANDS_IN_FOR[trigger] ?? trigger);
}

function minutesOf(window: DailyWindow): MinuteWindow {
  return { from: minutes(window.from), until: minutes(window.until) };
}

function minutes(time: string): number {
  const value = parseTimeOfDay(time);
  if (value === undefined) throw new Error(`compilePlan: the plan's shape let ${time} pass as a time of day`);
  return value;
}
