import { type OpenTable, openTable } from '../calendar/open-table.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import { type StepColumns, stepColumns } from './step-columns.ts';

/** What holds for every opportunity of a store under one plan, prepared for many questions. */
export interface TouchRules {
  readonly plan: CompiledPlan;
  readonly calendar: StoreCalendar;
  readonly table: OpenTable;
  /** In the order of `TRIGGERS`. */
  readonly byTrigger: readonly StepColumns[];
}

/** They go when the plan goes, or the calendar. */
const RULES = new WeakMap<CompiledPlan, WeakMap<StoreCalendar, TouchRules>>();

/** The very same object for the same plan and calendar. */
export function touchRules({
  plan,
  calendar,
}: {
  readonly plan: CompiledPlan;
  readonly calendar: StoreCalendar;
}): TouchRules {
  const ofPlan = RULES.get(plan) ?? new WeakMap<StoreCalendar, TouchRules>();
  const known = ofPlan.get(calendar);
  if (known !== undefined) return known;
  const rules = { plan, calendar, table: openTable(calendar), byTrigger: stepColumns(plan) };
  RULES.set(plan, ofPlan.set(calendar, rules));
  return rules;
}
