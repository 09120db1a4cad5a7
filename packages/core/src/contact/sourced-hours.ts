import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { Reason } from '../spine/reason.ts';
import type { Channel } from '../spine/words.ts';
import { type CommonWeek, commonWeek, type HoursRule } from './calling-hours.ts';
import { COURTESY_HOURS, HOURS_LAWS, type HoursLaw, UNKNOWN_PLACE_HOURS } from './hours-laws.ts';
import type { Law } from './law.ts';

/** Hours with where they come from, for the reason. */
export type SourcedHours =
  | (HoursRule & { readonly by: 'law'; readonly law: HoursLaw })
  | (HoursRule & { readonly by: 'plan'; readonly plan: NonNullable<Reason['plan']> });

/** Rules that hold together, with what they leave open: one object for all places that have the same. */
export interface SharedHours {
  readonly rules: readonly SourcedHours[];
  readonly common: CommonWeek;
}

/** By channel and rules. There are few: most places have none but their country's. They go with the plan. */
const SHARED = new WeakMap<CompiledPlan, Map<string, SharedHours>>();

/** The laws' hours in these places, or without places those that courtesy asks for; then the plan's own. */
export function sharedHours(
  plan: CompiledPlan,
  channel: Channel,
  jurisdictions: readonly Law['in'][] | undefined,
): SharedHours {
  const laws = jurisdictions ? HOURS_LAWS.filter((row) => jurisdictions.includes(row.in)) : [COURTESY_HOURS];
  const ofPlan = SHARED.get(plan) ?? new Map<string, SharedHours>();
  SHARED.set(plan, ofPlan);
  const key = [channel, ...laws.map(({ rule }) => rule)].join(' ');
  const known = ofPlan.get(key);
  if (known !== undefined) return known;
  const made = together([...laws.map(byLaw), planHours(channel, plan)]);
  ofPlan.set(key, made);
  return made;
}

/** Where nothing tells where a customer is. */
export const UNKNOWN_PLACE: SharedHours = together([byLaw(UNKNOWN_PLACE_HOURS)]);

function together(rules: readonly SourcedHours[]): SharedHours {
  return { rules, common: commonWeek(rules) };
}

function byLaw(law: HoursLaw): SourcedHours {
  const { week, closedOnHolidays, effectiveDay } = law;
  return { by: 'law', law, week, closedOnHolidays, effectiveDay };
}

/** Days are counted from 1970-01-01: the plan's own hours hold on all of them. */
function planHours(channel: Channel, { contactPolicy, version }: CompiledPlan): SourcedHours {
  const { calls, texts, quietWeekdays } = contactPolicy;
  const hours = channel === 'call' ? calls : texts;
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => (quietWeekdays.includes(weekday) ? undefined : hours));
  return { by: 'plan', plan: { version }, week, closedOnHolidays: false, effectiveDay: 0 };
}
