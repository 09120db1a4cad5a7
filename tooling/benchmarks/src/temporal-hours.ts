import {
  COURTESY_HOURS,
  type Context,
  candidateZones,
  HOURS_LAWS,
  type HoursLaw,
  type LocationEvidence,
  type Minutes,
  type Reason,
  reason,
  UNKNOWN_PLACE_HOURS,
  UNKNOWN_PLACE_ZONE,
} from '@beback/core';
import { isHoliday } from './temporal-holidays.ts';
import { earlierOf, evidenceOf, isEffective, laterOf, type Places } from './temporal-laws.ts';

type Rule = HoursLaw | { readonly week: readonly (Minutes | undefined)[] };

export interface ZoneRules {
  readonly zone: string;
  readonly rules: readonly Rule[];
}

interface Stretch {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

const SEARCH_DAYS = 14;

/** Every zone where the customer may be, with the rules that hold there. */
export function zonesOf(
  channel: 'call' | 'text',
  solicits: boolean,
  location: LocationEvidence,
  places: Places,
  { plan, calendar }: Context,
): readonly ZoneRules[] {
  const { calls, texts, quietWeekdays } = plan.contactPolicy;
  const window = channel === 'call' ? calls : texts;
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => (quietWeekdays.includes(weekday) ? undefined : window));
  const laws = solicits ? HOURS_LAWS.filter((law) => places.includes(law.in)) : [COURTESY_HOURS];
  const rules = [...laws, { week }];
  const candidates = candidateZones(location);
  if (candidates.length > 0) return candidates.map((zone) => ({ zone, rules }));
  return [
    { zone: calendar.zone, rules },
    { zone: UNKNOWN_PLACE_ZONE, rules: [UNKNOWN_PLACE_HOURS] },
  ];
}

/** The first stretch that all zones allow. */
export function commonStretch(zones: readonly ZoneRules[], at: Temporal.Instant): Stretch | undefined {
  const end = at.add({ hours: SEARCH_DAYS * 24 });
  let from = at;
  while (Temporal.Instant.compare(from, end) <= 0) {
    let [latest, until] = [from, undefined as Temporal.Instant | undefined];
    for (const zone of zones) {
      const stretch = nextStretch(zone, from);
      if (stretch === undefined) return undefined;
      latest = laterOf(latest, stretch.from);
      until = until === undefined ? stretch.until : earlierOf(until, stretch.until);
    }
    if (until !== undefined && Temporal.Instant.compare(latest, until) < 0) return { from: latest, until };
    from = latest;
  }
  return undefined;
}

/** Every rule that forbids the hour, each once. */
export function quietReasons(zones: readonly ZoneRules[], now: Temporal.Instant, { plan }: Context): Reason[] {
  const found = new Map<Rule, Reason>();
  for (const { zone, rules } of zones) {
    const date = now.toZonedDateTimeISO(zone).toPlainDate();
    for (const rule of rules) {
      const open = hoursOn(rule, date);
      if (found.has(rule) || (open !== undefined && contains(stretchOn(date, open, zone), now))) continue;
      const clock = open === undefined ? {} : { from: clockText(open.from), until: clockText(open.until) };
      const data = { zone, day: date.toString(), ...clock };
      const what = open === undefined ? 'QuietDay' : 'QuietHours';
      found.set(
        rule,
        'rule' in rule
          ? reason(`contact.law${what}`, { ...data, ...evidenceOf(rule) })
          : reason(`contact.plan${what}`, data, { plan: { version: plan.version } }),
      );
    }
  }
  return [...found.values()];
}

/** The rule that closes first. */
export function openReason(zones: readonly ZoneRules[], now: Temporal.Instant, { plan }: Context): Reason {
  let first: { readonly rule: Rule; readonly until: Temporal.Instant; readonly zone: string } | undefined;
  for (const { zone, rules } of zones) {
    const date = now.toZonedDateTimeISO(zone).toPlainDate();
    for (const rule of rules) {
      const open = hoursOn(rule, date);
      if (open === undefined) continue;
      const { until } = stretchOn(date, open, zone);
      if (first === undefined || Temporal.Instant.compare(until, first.until) < 0) first = { rule, until, zone };
    }
  }
  if (first === undefined) throw new Error('no rule is open');
  const data = { zone: first.zone, until: first.until.epochMilliseconds };
  if ('rule' in first.rule) return reason('contact.lawWithinHours', { ...data, ...evidenceOf(first.rule) });
  return reason('contact.planWithinHours', data, { plan: { version: plan.version } });
}

function nextStretch({ zone, rules }: ZoneRules, at: Temporal.Instant): Stretch | undefined {
  let date = at.toZonedDateTimeISO(zone).toPlainDate();
  for (let i = 0; i <= SEARCH_DAYS; i++, date = date.add({ days: 1 })) {
    const common = commonHours(rules, date);
    if (common === undefined || common.until <= common.from) continue;
    const { from, until } = stretchOn(date, common, zone);
    if (Temporal.Instant.compare(at, until) < 0) return { from: laterOf(at, from), until };
  }
  return undefined;
}

function commonHours(rules: readonly Rule[], date: Temporal.PlainDate): Minutes | undefined {
  let [from, until] = [0, 24 * 60];
  for (const rule of rules) {
    const hours = hoursOn(rule, date);
    if (hours === undefined) return undefined;
    from = Math.max(from, hours.from);
    until = Math.min(until, hours.until);
  }
  return { from, until };
}

function hoursOn(rule: Rule, date: Temporal.PlainDate): Minutes | undefined {
  if ('rule' in rule) {
    if (!isEffective(rule, date)) return { from: 0, until: 24 * 60 };
    if (rule.closedOnHolidays && isHoliday(date)) return undefined;
  }
  return rule.week[date.dayOfWeek - 1];
}

function stretchOn(date: Temporal.PlainDate, { from, until }: Minutes, zone: string): Stretch {
  return { from: onClock(date, from, zone), until: onClock(date, until, zone) };
}

function contains({ from, until }: Stretch, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, until) < 0;
}

function onClock(date: Temporal.PlainDate, minutes: number, zone: string): Temporal.Instant {
  const [day, rest] = minutes === 24 * 60 ? [date.add({ days: 1 }), 0] : [date, minutes];
  return day.toZonedDateTime({ timeZone: zone, plainTime: timeOf(rest) }).toInstant();
}

function clockText(minutes: number): string {
  return minutes === 24 * 60 ? '24:00' : timeOf(minutes).toString({ smallestUnit: 'minute' });
}

function timeOf(minutes: number): Temporal.PlainTime {
  return new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60);
}
