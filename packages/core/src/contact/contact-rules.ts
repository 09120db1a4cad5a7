import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { candidatePlace } from '../location/candidates.ts';
import type { Place } from '../location/place.ts';
import { countryOf } from '../location/regions.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { Context } from '../plan/context.ts';
import { DAY_24H } from '../spine/instant.ts';
import { CHANNELS, type Channel, type Purpose } from '../spine/words.ts';
import type { Attempt } from './attempt.ts';
import { ATTEMPT_LAWS, type AttemptLaw } from './attempt-laws.ts';
import { type BasisLawsByPurpose, basisLawsAt } from './basis-laws-at.ts';
import { commonWeek, type HoursRule, type ZoneHours } from './calling-hours.ts';
import { customerZone } from './customer-zones.ts';
import { COURTESY_HOURS, HOURS_LAWS, type HoursLaw, UNKNOWN_PLACE_HOURS, UNKNOWN_PLACE_ZONE } from './hours-laws.ts';
import type { Law } from './law.ts';

type LawHours = HoursRule & { readonly by: 'law'; readonly law: HoursLaw };

/** Hours with where they come from, for the reason. */
export type SourcedHours = LawHours | (HoursRule & { readonly by: 'plan' });

/** Everything that holds for one attempt, gathered once. */
export interface ContactRules {
  /** Of every country and state whose rules may hold, from whatever day on. */
  readonly basisLaws: BasisLawsByPurpose;
  /** False: nothing tells where the customer is. */
  readonly placeKnown: boolean;
  /** Empty for channels that know no hours: a letter, an e-mail. */
  readonly zones: readonly ZoneHours<SourcedHours>[];
  readonly attemptLaws: readonly AttemptLaw[];
  /** The plan's own cap, where it is about this channel. */
  readonly planCap: number | undefined;
}

/** Channels that ring or buzz at the customer's. */
const TIMED_CHANNELS: readonly Channel[] = ['call', 'text'];

/**
 * Purposes that the laws on solicitation are kept for. A reply to an inquiry and a survey would often be outside the
 * law's words; a store that keeps the hours for them too has nothing to argue about.
 */
const SOLICITATIONS: readonly Purpose[] = ['marketing', 'replyToInquiry', 'survey'];

/** Rules by plan, calendar and place: the same few are asked for over and over. They go with the plan or the calendar. */
const RULES_OF = new WeakMap<CompiledPlan, WeakMap<StoreCalendar, RulesByPlace>>();

/** So many places are kept for each plan and calendar: far more than a store's customers live in. */
const PLACES_KEPT = 8192;

const UNKNOWN_PLACE: readonly SourcedHours[] = [byLaw(UNKNOWN_PLACE_HOURS)];
const UNKNOWN_PLACE_WEEK = commonWeek(UNKNOWN_PLACE);

export function contactRules(attempt: Attempt, context: Context): ContactRules {
  const place = candidatePlace(attempt.location);
  const { channel, purpose, automated } = attempt;
  const solicits = SOLICITATIONS.includes(purpose);
  const kept = rulesAt(place, context);
  const slot = (CHANNELS.indexOf(channel) * 2 + (solicits ? 1 : 0)) * 2 + (automated ? 1 : 0);
  const known = kept[slot] ?? gatherRules(place, attempt, solicits, context);
  kept[slot] = known;
  return inForce(known, Math.floor(context.now / DAY_24H));
}

function inForce(rules: ContactRules, today: number): ContactRules {
  for (const { effectiveDay } of rules.attemptLaws) {
    if (effectiveDay <= today) continue;
    return { ...rules, attemptLaws: rules.attemptLaws.filter((row) => row.effectiveDay <= today) };
  }
  return rules;
}

/** What is known of a place so far: its slots fill as they are asked for. */
function rulesAt(place: Place, { plan, calendar }: Context): ContactRules[] {
  const places = calendar === latest.calendar && plan === latest.plan ? latest.places : placesOf(plan, calendar);
  const known = places.get(place);
  if (known !== undefined) return known;
  if (places.size >= PLACES_KEPT) places.clear();
  const made: ContactRules[] = [];
  places.set(place, made);
  return made;
}

type RulesByPlace = Map<Place, ContactRules[]>;

/** Most questions are asked of the store that the last one was of. */
let latest: { readonly plan?: CompiledPlan; readonly calendar?: StoreCalendar; readonly places: RulesByPlace } = {
  places: new Map(),
};

function placesOf(plan: CompiledPlan, calendar: StoreCalendar): RulesByPlace {
  const ofPlan = RULES_OF.get(plan) ?? new WeakMap<StoreCalendar, RulesByPlace>();
  RULES_OF.set(plan, ofPlan);
  const places = ofPlan.get(calendar) ?? new Map();
  ofPlan.set(calendar, places);
  latest = { plan, calendar, places };
  return places;
}

/** All that holds at a place, whatever the day. */
function gatherRules(
  place: Place,
  { channel, automated }: Attempt,
  solicits: boolean,
  { plan, calendar }: Context,
): ContactRules {
  const { regions, zones: candidates } = place;
  // Nobody knows where: the federal rules of the country that most stores are in, and hours that are safe anywhere.
  const countries = regions.length === 0 ? (['USA'] as const) : [...new Set(regions.map(countryOf))];
  const jurisdictions = [...countries, ...regions];
  const placeKnown = candidates.length > 0;
  const basisLaws = basisLawsAt(jurisdictions, channel, automated);
  if (!TIMED_CHANNELS.includes(channel)) {
    return { basisLaws, placeKnown, zones: [], attemptLaws: [], planCap: undefined };
  }

  const rules = hoursOf(plan, channel, solicits ? jurisdictions : undefined);
  const common = commonWeek(rules);
  const tableOf = (zone: string) => customerZone(zone, calendar);
  const zones = (placeKnown ? candidates : [calendar.zone]).map((zone) => ({ table: tableOf(zone), rules, common }));
  const safe = { table: tableOf(UNKNOWN_PLACE_ZONE), rules: UNKNOWN_PLACE, common: UNKNOWN_PLACE_WEEK };
  return {
    basisLaws,
    placeKnown,
    zones: placeKnown ? zones : [...zones, safe],
    attemptLaws: solicits ? ATTEMPT_LAWS.filter((row) => jurisdictions.includes(row.in)) : [],
    planCap: channel === 'call' ? plan.contactPolicy.callAttemptsIn24Hours : undefined,
  };
}

/** The laws' hours in these places, or without places those that courtesy asks for; then the plan's own. */
function hoursOf(
  plan: CompiledPlan,
  channel: Channel,
  jurisdictions: readonly Law['in'][] | undefined,
): readonly SourcedHours[] {
  const laws = jurisdictions ? HOURS_LAWS.filter((row) => jurisdictions.includes(row.in)) : [COURTESY_HOURS];
  return [...laws.map(byLaw), planHours(channel, plan)];
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
