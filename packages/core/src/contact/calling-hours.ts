import { nextZoneDay, onZoneDay, zoneDayAt } from '../calendar/zone-day.ts';
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
}

/** A lawful stretch: from an instant (included) to an instant (excluded). */
export interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
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
      const stretch = nextStretch(zone, from as Instant);
      if (stretch === undefined) return undefined;
      if (stretch.from > latest) latest = stretch.from;
      if (stretch.until < until) until = stretch.until;
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

function nextStretch(zone: ZoneHours, at: Instant): Stretch | undefined {
  let day = zoneDayAt(zone.table, at);
  for (let i = 0; i <= SEARCH_DAYS; i++) {
    const hours = commonHours(zone, day.number);
    if (hours !== undefined) {
      const from = onZoneDay(day, hours.from);
      const until = onZoneDay(day, hours.until);
      if (from < until && at < until) return { from: at < from ? from : at, until };
    }
    day = nextZoneDay(day);
  }
  return undefined;
}

/** The week that rules leave open together, made once for all days. */
export function commonWeek(rules: readonly HoursRule[]): CommonWeek {
  const week = Array.from({ length: 7 }, (_, i) => intersection(rules.map((rule) => rule.week[i])));
  return {
    week,
    closedOnHolidays: rules.some((rule) => rule.closedOnHolidays),
    effectiveDay: Math.max(...rules.map((rule) => rule.effectiveDay)),
  };
}

function commonHours({ common, rules }: ZoneHours, day: number): Minutes | undefined {
  return day < common.effectiveDay ? intersection(rules.map((rule) => hoursOn(rule, day))) : hoursOn(common, day);
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
