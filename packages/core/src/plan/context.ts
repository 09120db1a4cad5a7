import type { StoreCalendar } from '../calendar/store-calendar.ts';
import type { Instant } from '../spine/instant.ts';
import type { CompiledPlan } from './compiled-plan.ts';

/** What every decision is made in: always the last parameter, never optional. Nothing in core reads a clock. */
export interface Context {
  readonly plan: CompiledPlan;
  readonly calendar: StoreCalendar;
  readonly now: Instant;
}
