import { compileStoreCalendar } from '../../src/calendar/compile-store-calendar.ts';
import type { OpenSpan, StoreCalendar, StoreHours } from '../../src/calendar/store-calendar.ts';
import { compilePlan } from '../../src/plan/compile-plan.ts';
import type { CompiledPlan } from '../../src/plan/compiled-plan.ts';
import type { Context } from '../../src/plan/context.ts';
import { defaultPlan } from '../../src/plan/default-plan.ts';
import type { FollowUpPlan, PlanStep, Trigger } from '../../src/plan/follow-up-plan.ts';
import { day } from '../../src/spine/day.ts';
import { id } from '../../src/spine/id.ts';
import { type Instant, instant } from '../../src/spine/instant.ts';
import type { Result } from '../../src/spine/result.ts';

const NINE_TO_EIGHT: readonly OpenSpan[] = [{ opens: '09:00', closes: '20:00' }];

/** Monday to Saturday nine to eight in New York, closed on Sundays and on Thanksgiving. */
export const NEW_YORK_HOURS: StoreHours = {
  zone: 'America/New_York',
  weekly: {
    1: NINE_TO_EIGHT,
    2: NINE_TO_EIGHT,
    3: NINE_TO_EIGHT,
    4: NINE_TO_EIGHT,
    5: NINE_TO_EIGHT,
    6: NINE_TO_EIGHT,
  },
  exceptions: [{ day: day('2026-11-26'), open: [], name: 'Thanksgiving' }],
};

export const NEW_YORK: StoreCalendar = calendarOf(NEW_YORK_HOURS);

export function calendarOf(hours: StoreHours, from = '2026-01-01', to = '2028-12-31'): StoreCalendar {
  return succeed(compileStoreCalendar(hours, { from: day(from), to: day(to) }));
}

/** The default plan, changed where the test says so. */
export function planOf(changes: Partial<FollowUpPlan> = {}): CompiledPlan {
  return succeed(compilePlan({ ...defaultPlan(), ...changes }));
}

/** The default plan with nothing but these steps. */
export function planOfSteps(trigger: Trigger, ...steps: readonly PlanStep[]): CompiledPlan {
  return planOf({ actionPlans: [{ trigger, steps }] });
}

/** A routine call one day after its trigger, changed where the test says so. */
export function makeStep(changes: Partial<Omit<PlanStep, 'id'>> & { readonly id?: string } = {}): PlanStep {
  return {
    channel: 'call',
    purpose: 'replyToInquiry',
    who: 'owner',
    due: { unit: 'days', after: 1, within: 0, at: 'triggerHour' },
    stopOn: [],
    ...changes,
    id: id<'Step'>(changes.id ?? 'step-1'),
  };
}

export function contextAt(now: Instant, changes: Partial<Context> = {}): Context {
  return { plan: changes.plan ?? planOf(), calendar: changes.calendar ?? NEW_YORK, now };
}

/** An instant of ISO 8601, `2026-11-16T10:00:00-05:00`. */
export function at(iso: string): Instant {
  return instant(Date.parse(iso));
}

export function iso(value: Instant): string {
  return new Date(value).toISOString();
}

/** The value of a result that must be one. */
export function succeed<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.refusals)}`);
  return result.value;
}
