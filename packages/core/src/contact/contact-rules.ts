import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { candidatePlace } from '../location/candidates.ts';
import type { Place } from '../location/place.ts';
import { countryOf } from '../location/regions.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { Context } from '../plan/context.ts';
import { type Channel, PURPOSES, type Purpose } from '../spine/words.ts';
import type { Attempt } from './attempt.ts';
import { ATTEMPT_LAWS, type AttemptLaw } from './attempt-laws.ts';
import { BASIS_LAWS, type BasisLaw } from './basis-laws.ts';
import { basisLawsAt } from './basis-laws-at.ts';
import type { ZoneHours } from './calling-hours.ts';
import { customerZone } from './customer-zones.ts';
import { HOURS_LAWS, UNKNOWN_PLACE_ZONE } from './hours-laws.ts';
import { type SharedHours, type SourcedHours, sharedHours, UNKNOWN_PLACE } from './sourced-hours.ts';
import { utcDayOf } from './utc-day.ts';

/** Everything that holds for one attempt, gathered once. */
export interface ContactRules {
  /** Of every country and state whose rules may hold, from whatever day on: about the purpose, and about marketing. */
  readonly basisLaws: readonly BasisLaw[];
  readonly marketingLaws: readonly BasisLaw[];
  /** False: nothing tells where the customer is. */
  readonly placeKnown: boolean;
  /** Empty for channels that know no hours: a letter, an e-mail. */
  readonly zones: readonly ZoneHours<SourcedHours>[];
  readonly attemptLaws: readonly AttemptLaw[];
  /** From this day on (days since 1970-01-01) all of them hold. */
  readonly attemptLawsSince: number;
  /** The plan's own cap, where it is about this channel. */
  readonly planCap: number | undefined;
  /** Fewer recent attempts than this fill no cap. */
  readonly leastCap: number;
}

/** Channels that ring or buzz at the customer's. */
const TIMED_CHANNELS: readonly Channel[] = ['call', 'text'];

/**
 * Purposes that the laws on solicitation are kept for. A reply to an inquiry and a survey would often be outside the
 * law's words; a store that keeps the hours for them too has nothing to argue about.
 */
const SOLICITATIONS: readonly Purpose[] = ['marketing', 'replyToInquiry', 'survey'];

/** Rules by plan, calendar and place: the same few are asked for over and over. They go with the plan or the calendar. */
const RULES_OF = new WeakMap<CompiledPlan, WeakMap<StoreCalendar, KnownRules>>();

/** So many places are kept for each plan and calendar: far more than a store's customers live in. */
const PLACES_KEPT = 8192;

export function contactRules(attempt: Attempt, context: Context): ContactRules {
  const place = candidatePlace(attempt.location);
  const { channel, purpose, automated } = attempt;
  const kept = rulesAt(place, context);
  const slot = (channelPlace(channel) * PURPOSES.length + purposePlace(purpose)) * 2 + (automated ? 1 : 0);
  const known = kept[slot] ?? gatherRules(place, attempt, context);
  kept[slot] = known;
  return inForce(known, utcDayOf(context.now));
}

function inForce(rules: ContactRules, today: number): ContactRules {
  if (today >= rules.attemptLawsSince) return rules;
  const attemptLaws = rules.attemptLaws.filter((row) => row.effectiveDay <= today);
  return { ...rules, attemptLaws, ...capsOf(attemptLaws, rules.planCap) };
}

/** What is known of a place so far: its slots fill as they are asked for. */
function rulesAt(place: Place, { plan, calendar }: Context): RulesBySlot {
  if (plan !== latestPlan || calendar !== latestCalendar) turnTo(plan, calendar);
  const { byPlace, byKind } = latest;
  const known = byPlace.get(place);
  if (known !== undefined) return known;
  if (byPlace.size >= PLACES_KEPT) {
    byPlace.clear();
    byKind.clear();
  }
  const kind = kindOf(place);
  const rules = byKind.get(kind) ?? [];
  byKind.set(kind, rules);
  byPlace.set(place, rules);
  return rules;
}

/** Places of the same zones under the same laws are one to us: most places are of a few kinds. */
function kindOf({ zones, regions }: Place): string {
  const withLaws = regions.filter((region) => REGIONS_WITH_LAWS.has(region)).sort();
  return [...zones, ...new Set(regions.map(countryOf)), ...withLaws].join(' ');
}

const REGIONS_WITH_LAWS: ReadonlySet<string> = new Set(
  [...HOURS_LAWS, ...ATTEMPT_LAWS, ...BASIS_LAWS].map((row) => row.in),
);

type RulesBySlot = ContactRules[];

interface KnownRules {
  readonly byPlace: Map<Place, RulesBySlot>;
  readonly byKind: Map<string, RulesBySlot>;
}

/** Most questions are asked of the store that the last one was of. */
let latestPlan: CompiledPlan | undefined;
let latestCalendar: StoreCalendar | undefined;
let latest: KnownRules = { byPlace: new Map(), byKind: new Map() };

function turnTo(plan: CompiledPlan, calendar: StoreCalendar): void {
  const ofPlan = RULES_OF.get(plan) ?? new WeakMap<StoreCalendar, KnownRules>();
  RULES_OF.set(plan, ofPlan);
  latest = ofPlan.get(calendar) ?? { byPlace: new Map(), byKind: new Map() };
  ofPlan.set(calendar, latest);
  latestPlan = plan;
  latestCalendar = calendar;
}

/** All that holds at a place, whatever the day. */
function gatherRules(
  place: Place,
  { channel, purpose, automated }: Attempt,
  { plan, calendar }: Context,
): ContactRules {
  const { regions, zones: candidates } = place;
  // Nobody knows where: the federal rules of the country that most stores are in, and hours that are safe anywhere.
  const countries = regions.length === 0 ? (['USA'] as const) : [...new Set(regions.map(countryOf))];
  const jurisdictions = [...countries, ...regions];
  const placeKnown = candidates.length > 0;
  const basisLaws = basisLawsAt(jurisdictions, channel, purpose, automated);
  const marketingLaws = basisLawsAt(jurisdictions, channel, 'marketing', automated);
  const solicits = SOLICITATIONS.includes(purpose);
  const isTimed = TIMED_CHANNELS.includes(channel);
  const attemptLaws = isTimed && solicits ? ATTEMPT_LAWS.filter((row) => jurisdictions.includes(row.in)) : [];
  const planCap = channel === 'call' ? plan.contactPolicy.callAttemptsIn24Hours : undefined;
  const hours = isTimed ? sharedHours(plan, channel, solicits ? jurisdictions : undefined) : undefined;
  const zones = hours === undefined ? [] : zonesOf(candidates, hours, calendar);
  const caps = capsOf(attemptLaws, planCap);
  return { basisLaws, marketingLaws, placeKnown, zones, attemptLaws, planCap, ...caps };
}

/** Hours in every zone where the customer may be; unknown where: the store's, with hours that are safe anywhere. */
function zonesOf(
  candidates: readonly string[],
  hours: SharedHours,
  calendar: StoreCalendar,
): readonly ZoneHours<SourcedHours>[] {
  const inZone = (zone: string, { rules, common }: SharedHours) => ({
    table: customerZone(zone, calendar),
    rules,
    common,
  });
  if (candidates.length > 0) return candidates.map((zone) => inZone(zone, hours));
  return [inZone(calendar.zone, hours), inZone(UNKNOWN_PLACE_ZONE, UNKNOWN_PLACE)];
}

function capsOf(
  laws: readonly AttemptLaw[],
  planCap: number | undefined,
): Pick<ContactRules, 'attemptLawsSince' | 'leastCap'> {
  return {
    attemptLawsSince: Math.max(0, ...laws.map(({ effectiveDay }) => effectiveDay)),
    leastCap: Math.min(planCap ?? Number.POSITIVE_INFINITY, ...laws.map(({ attemptsIn24Hours }) => attemptsIn24Hours)),
  };
}

/** Written out, as the next: they are asked for at each question, and texts of a table are compared one by one. */
function channelPlace(channel: Channel): number {
  switch (channel) {
    case 'call':
      return 0;
    case 'text':
      return 1;
    case 'email':
      return 2;
    case 'video':
      return 3;
    case 'letter':
      return 4;
    case 'inPerson':
      return 5;
  }
}

function purposePlace(purpose: Purpose): number {
  switch (purpose) {
    case 'replyToInquiry':
      return 0;
    case 'marketing':
      return 1;
    case 'appointment':
      return 2;
    case 'transaction':
      return 3;
    case 'survey':
      return 4;
  }
}
