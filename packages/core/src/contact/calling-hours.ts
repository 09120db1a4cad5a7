import { dayIn, midnightOf, onWall, stretchAt } from '../calendar/zone-day.ts';
import type { ZoneTable } from '../calendar/zone-table.ts';
import { weekdayOfNumber } from '../spine/day.ts';
import { DAY_24H, type Instant } from '../spine/instant.ts';
import { isFederalHoliday } from './holidays.ts';
import type { Minutes } from './hours-laws.ts';

/** Hours that hold in a zone: by a law, or by the store's own plan. */
export interface HoursRule {
  /** Monday first; undefined: not at all on that weekday. */
  readonly week: readonly (Minutes | undefined)[];
  readonly closedOnHolidays: boolean;
  /** First day on which the rule holds, as days since 1970-01-01. */
  readonly effectiveDay: number;
}

/** A zone with the hours that hold in it, all together. */
export interface ZoneHours<R extends HoursRule = HoursRule> {
  readonly table: ZoneTable;
  readonly rules: readonly R[];
  readonly common: CommonWeek;
}

/** What several rules leave open together. */
export interface CommonWeek extends HoursRule {
  /** From this day on all of the rules hold. */
  readonly effectiveDay: number;
  /** By weekday, Monday first: the place of the rule that closes first, where all are open. */
  readonly closing: readonly number[];
}

/** That every zone is open: until when, and the rule that closes first, with the zone where it does. */
export interface Opening<R extends HoursRule> {
  readonly until: Instant;
  readonly rule: R;
  readonly zone: string;
}

/** A lawful stretch: from an instant (included) to an instant (excluded). */
export interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
}

/** What the zones' rules leave open at this very moment, or undefined when any of them is closed. */
export function openingAt<R extends HoursRule>(zones: readonly ZoneHours<R>[], at: Instant): Opening<R> | undefined {
  let until = Number.POSITIVE_INFINITY;
  let rule: R | undefined;
  let zone = '';
  for (const { table, rules, common } of zones) {
    const stretch = stretchAt(table, at);
    const day = dayIn(table, stretch, at);
    const midnight = midnightOf(table, stretch, day);
    const hours = commonHours(rules, common, day);
    if (hours === undefined || at < onWall(table, day, midnight, hours.from)) return undefined;
    const closes = onWall(table, day, midnight, hours.until);
    if (at >= closes) return undefined;
    if (closes >= until) continue;
    until = closes;
    rule = firstToClose(rules, common, day);
    zone = table.zone;
  }
  return rule && { until: until as Instant, rule, zone };
}

/** If two weeks hold no common hour, no later ones will: every rule repeats weekly, but for single holidays. */
const SEARCH_DAYS = 14;

/** The first stretch from `at` on that every zone allows, or undefined when there is none within two weeks. */
export function nextCommonStretch(zones: readonly ZoneHours[], at: Instant): Stretch | undefined {
  let from: number = at;
  // Each round moves to the latest opening that any zone asks for, until none asks for more.
  const end = at + SEARCH_DAYS * DAY_24H;
  while (from <= end) {
    let latest = Number.NEGATIVE_INFINITY;
    let until = Number.POSITIVE_INFINITY;
    for (const zone of zones) {
      if (!findStretch(zone, from)) return undefined;
      if ((FOUND[0] as number) > latest) latest = FOUND[0] as number;
      if ((FOUND[1] as number) < until) until = FOUND[1] as number;
    }
    // Every zone's stretch holds this moment.
    if (latest < until && latest <= end) return { from: latest as Instant, until: until as Instant };
    from = latest;
  }
  return undefined;
}

/** The hours that a rule leaves open on a day, or undefined when it leaves none. */
export function hoursOn(rule: HoursRule, day: number): Minutes | undefined {
  if (day < rule.effectiveDay) return ALL_DAY;
  if (rule.closedOnHolidays && isFederalHoliday(day)) return undefined;
  return rule.week[weekdayOfNumber(day) - 1];
}

const ALL_DAY: Minutes = { from: 0, until: 24 * 60 };

/** From and until of the stretch that was found last: each is asked for in the innermost loop, and read at once. */
const FOUND = new Float64Array(2);

/** Finds the first stretch of a zone from an instant on; false: there is none within two weeks. */
function findStretch({ table, rules, common }: ZoneHours, at: number): boolean {
  const stretch = stretchAt(table, at);
  const first = dayIn(table, stretch, at);
  for (let day = first; day <= first + SEARCH_DAYS; day++) {
    const hours = commonHours(rules, common, day);
    if (hours === undefined) continue;
    const midnight = midnightOf(table, stretch, day);
    const from = onWall(table, day, midnight, hours.from);
    const until = onWall(table, day, midnight, hours.until);
    if (from >= until || at >= until) continue;
    FOUND[0] = Math.max(at, from);
    FOUND[1] = until;
    return true;
  }
  return false;
}

/** The week that rules leave open together, made once for all days. */
export function commonWeek(rules: readonly HoursRule[]): CommonWeek {
  const week = Array.from({ length: 7 }, (_, i) => intersection(rules.map((rule) => rule.week[i])));
  return {
    week,
    closedOnHolidays: rules.some((rule) => rule.closedOnHolidays),
    effectiveDay: Math.max(...rules.map((rule) => rule.effectiveDay)),
    closing: Array.from({ length: 7 }, (_, i) => firstEnd(rules.map((rule) => rule.week[i]))),
  };
}

function commonHours(rules: readonly HoursRule[], common: CommonWeek, day: number): Minutes | undefined {
  return day < common.effectiveDay ? intersection(rules.map((rule) => hoursOn(rule, day))) : hoursOn(common, day);
}

/** Of rules that are all open on a day the first that closes. */
function firstToClose<R extends HoursRule>(rules: readonly R[], common: CommonWeek, day: number): R | undefined {
  if (day >= common.effectiveDay) return rules[common.closing[weekdayOfNumber(day) - 1] as number];
  return rules[firstEnd(rules.map((rule) => hoursOn(rule, day)))];
}

/** The place of the hours that end first; of several the first. */
function firstEnd(hours: readonly (Minutes | undefined)[]): number {
  const ends = hours.map((each) => each?.until ?? Number.POSITIVE_INFINITY);
  return ends.indexOf(Math.min(...ends));
}

function intersection(hours: readonly (Minutes | undefined)[]): Minutes | undefined {
  let { from, until } = ALL_DAY;
  for (const each of hours) {
    if (each === undefined) return undefined;
    from = Math.max(from, each.from);
    until = Math.min(until, each.until);
  }
  return { from, until };
}
