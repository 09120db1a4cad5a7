import { dayNumberOf, wallInstant } from '../calendar/wall-time.ts';
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
  let from = at;
  // Each round moves to the latest opening that any zone asks for, until none asks for more.
  while (from <= at + SEARCH_DAYS * DAY_24H) {
    const stretches = zones.map((zone) => nextStretch(zone, from));
    const known = stretches.filter((stretch) => stretch !== undefined);
    if (known.length < stretches.length) return undefined;
    const latest = Math.max(...known.map((stretch) => stretch.from)) as Instant;
    if (latest === from) return { from, until: Math.min(...known.map((stretch) => stretch.until)) as Instant };
    from = latest;
  }
  return undefined;
}

/** The stretch that one rule leaves open on the zone's day of an instant; undefined when it leaves none. */
export function stretchAround(rule: HoursRule, table: ZoneTable, at: Instant): Stretch | undefined {
  const day = dayNumberOf(table, at);
  return stretchOn(table, day, hoursOn(rule, day));
}

/** The hours that a rule leaves open on a day, or undefined when it leaves none. */
export function hoursOn(rule: HoursRule, day: number): Minutes | undefined {
  if (day < rule.effectiveDay) return ALL_DAY;
  if (rule.closedOnHolidays && isFederalHoliday(day)) return undefined;
  return rule.week[weekdayOfNumber(day) - 1];
}

const ALL_DAY: Minutes = { from: 0, until: 24 * 60 };

function nextStretch(zone: ZoneHours, at: Instant): Stretch | undefined {
  const first = dayNumberOf(zone.table, at);
  for (let day = first; day <= first + SEARCH_DAYS; day++) {
    const stretch = stretchOn(zone.table, day, commonHours(zone.rules, day));
    if (stretch !== undefined && at < stretch.until) {
      return at < stretch.from ? stretch : { from: at, until: stretch.until };
    }
  }
  return undefined;
}

function commonHours(rules: readonly HoursRule[], day: number): Minutes | undefined {
  let { from, until } = ALL_DAY;
  for (const rule of rules) {
    const hours = hoursOn(rule, day);
    if (hours === undefined) return undefined;
    from = Math.max(from, hours.from);
    until = Math.min(until, hours.until);
  }
  return { from, until };
}

function stretchOn(table: ZoneTable, day: number, hours: Minutes | undefined): Stretch | undefined {
  if (hours === undefined) return undefined;
  const from = wallInstant(table, day, hours.from);
  const until = wallInstant(table, day, hours.until);
  return from < until ? { from, until } : undefined;
}
