import { candidateRegions, candidateZones } from '../location/candidates.ts';
import { countryOf } from '../location/regions.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { Context } from '../plan/context.ts';
import { DAY_24H } from '../spine/instant.ts';
import type { Channel, Purpose } from '../spine/words.ts';
import type { Attempt } from './attempt.ts';
import { ATTEMPT_LAWS, type AttemptLaw } from './attempt-laws.ts';
import type { HoursRule, ZoneHours } from './calling-hours.ts';
import { customerZone } from './customer-zones.ts';
import { COURTESY_HOURS, HOURS_LAWS, type HoursLaw, UNKNOWN_PLACE_HOURS, UNKNOWN_PLACE_ZONE } from './hours-laws.ts';
import { holds, type Law } from './law.ts';

type LawHours = HoursRule & { readonly by: 'law'; readonly law: HoursLaw };

/** Hours with where they come from, for the reason. */
export type SourcedHours = LawHours | (HoursRule & { readonly by: 'plan' });

/** Everything that holds for one attempt, gathered once. */
export interface ContactRules {
  /** Countries and states whose rules may hold. */
  readonly jurisdictions: readonly Law['in'][];
  /** False: nothing tells where the customer is. */
  readonly placeKnown: boolean;
  /** Empty for channels that know no hours: a letter, an e-mail. */
  readonly zones: readonly ZoneHours<SourcedHours>[];
  readonly attemptLaws: readonly AttemptLaw[];
  /** The plan's own cap, where it is about this channel. */
  readonly planCap?: number;
}

/** Channels that ring or buzz at the customer's. */
const TIMED_CHANNELS: readonly Channel[] = ['call', 'text'];

/**
 * Purposes that the laws on solicitation are kept for. A reply to an inquiry and a survey would often be outside the
 * law's words; a store that keeps the hours for them too has nothing to argue about.
 */
const SOLICITATIONS: readonly Purpose[] = ['marketing', 'replyToInquiry', 'survey'];

/** Hours by plan, then by what else decides them: the same few lists are asked for over and over. They go with the plan. */
const HOURS_OF = new WeakMap<CompiledPlan, Map<string, readonly SourcedHours[]>>();

const UNKNOWN_PLACE: readonly SourcedHours[] = [byLaw(UNKNOWN_PLACE_HOURS)];

export function contactRules(attempt: Attempt, context: Context): ContactRules {
  const regions = candidateRegions(attempt.location);
  // Nobody knows where: the federal rules of the country that most stores are in, and hours that are safe anywhere.
  const countries = regions.length === 0 ? (['USA'] as const) : [...new Set(regions.map(countryOf))];
  const jurisdictions = [...countries, ...regions];
  const candidates = candidateZones(attempt.location);
  const placeKnown = candidates.length > 0;
  if (!TIMED_CHANNELS.includes(attempt.channel)) return { jurisdictions, placeKnown, zones: [], attemptLaws: [] };

  const solicits = SOLICITATIONS.includes(attempt.purpose);
  const rules = hoursOf(context.plan, attempt.channel, solicits ? jurisdictions : undefined);
  const zones = (placeKnown ? candidates : [context.calendar.zone]).map((zone) => ({
    table: customerZone(zone, context.calendar),
    rules,
  }));
  const safe = { table: customerZone(UNKNOWN_PLACE_ZONE, context.calendar), rules: UNKNOWN_PLACE };
  const today = Math.floor(context.now / DAY_24H);
  return {
    jurisdictions,
    placeKnown,
    zones: placeKnown ? zones : [...zones, safe],
    attemptLaws: solicits ? ATTEMPT_LAWS.filter((row) => holds(row, jurisdictions, today)) : [],
    ...(attempt.channel === 'call' && { planCap: context.plan.contactPolicy.callAttemptsIn24Hours }),
  };
}

/** The laws' hours in these places, or without places those that courtesy asks for; then the plan's own. */
function hoursOf(
  plan: CompiledPlan,
  channel: Channel,
  jurisdictions: readonly Law['in'][] | undefined,
): readonly SourcedHours[] {
  let lists = HOURS_OF.get(plan);
  if (lists === undefined) {
    lists = new Map();
    HOURS_OF.set(plan, lists);
  }
  const key = `${channel} ${jurisdictions?.join(' ')}`;
  const known = lists.get(key);
  if (known !== undefined) return known;
  const laws = jurisdictions ? HOURS_LAWS.filter((row) => jurisdictions.includes(row.in)) : [COURTESY_HOURS];
  const hours = [...laws.map(byLaw), planHours(channel, plan)];
  lists.set(key, hours);
  return hours;
}

function byLaw(law: HoursLaw): LawHours {
  const { week, closedOnHolidays, effectiveDay } = law;
  return { by: 'law', law, week, closedOnHolidays, effectiveDay };
}

function planHours(channel: Channel, { contactPolicy }: CompiledPlan): SourcedHours {
  const { calls, texts, quietWeekdays } = contactPolicy;
  const hours = channel === 'call' ? calls : texts;
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => (quietWeekdays.includes(weekday) ? undefined : hours));
  return { by: 'plan', week, closedOnHolidays: false, effectiveDay: Number.NEGATIVE_INFINITY };
}
