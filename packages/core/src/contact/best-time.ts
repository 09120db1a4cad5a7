import { isOpen } from '../calendar/open-time.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { dayNumberOf, localMinutes, wallInstant } from '../calendar/wall-time.ts';
import type { ZoneTable } from '../calendar/zone-table.ts';
import type { ContactHistory } from '../consent/contact-history.ts';
import { candidateZones } from '../location/candidates.ts';
import type { LocationEvidence } from '../location/location-evidence.ts';
import type { Context } from '../plan/context.ts';
import type { Instant } from '../spine/instant.ts';
import type { Reason } from '../spine/reason.ts';
import type { Attempt } from './attempt.ts';
import { type FullCap, fullCaps } from './attempt-caps.ts';
import { callableSpans, nearestIn } from './callable-spans.ts';
import { nextCommonStretch } from './calling-hours.ts';
import { type ContactRules, contactRules } from './contact-rules.ts';
import { customerZone } from './customer-zones.ts';
import { type HourGrounds, type HourWish, hourWish, isBusinessHour } from './hour-wish.ts';
import { contactReason } from './reason-texts.ts';
import { capReasons, quietReasons } from './verdict-reasons.ts';

/** From when a contact may be made, when the plan would make it, and from when on it is late. */
export interface ContactWindow {
  readonly from: Instant;
  readonly best: Instant;
  readonly deadline: Instant;
}

/** When a contact is best made, and why. */
export interface BestTime {
  readonly at: Instant;
  /** Who had better make it at that hour: the floor is busy then. */
  readonly by?: 'bdc';
  /** What speaks for the hour, then what moved it. None: the plan's own hour stands. */
  readonly reasons: readonly Reason[];
}

/**
 * When a contact is best made within its window: the customer's own answers beat the showroom's peak (for who came in),
 * that the hour at which the customer asked, that the plan's own hour. A work number that was given in business hours
 * is called at once.
 *
 * The hour is one on the customer's wall (of several possible zones the store's, if it is one of them; the peak's is on
 * the store's), so that summer time moves it not. It falls on the window's first day. Where the store is closed then,
 * a zone's law or the plan forbids it or a cap is full, it moves to the next moment of that day at which nothing does,
 * else to the last one before; and to a later day of the window where that day has none. The answer does not depend on
 * the time of asking. Whether there is a ground for contact at all is for `mayContact` to say.
 *
 * @param window - its calendar days must be compiled
 *
 * @example
 * const { at, reasons } = bestTime(attempt, touch.window, { answered: [], asked: lead }, customer, context);
 */
export function bestTime(
  attempt: Attempt,
  window: ContactWindow,
  grounds: HourGrounds,
  customer: ContactHistory,
  context: Context,
): BestTime {
  const { calendar } = context;
  const rules = contactRules(attempt, context);
  const capsAt = (at: Instant): readonly FullCap[] => fullCaps(rules, madeBy(customer, at), at);
  const { gaveWorkNumber } = grounds;
  if (gaveWorkNumber !== undefined && canCallWork(gaveWorkNumber.at, rules, capsAt, context)) {
    const { at, fact } = gaveWorkNumber;
    return { at, reasons: [contactReason('bestTime.workNumber', { given: at }, { facts: [fact] })] };
  }
  const wish = hourWish(grounds, homeZone(attempt.location, context), calendar) ?? planWish(window, context);
  const { code, data, facts, by } = wish;
  const first = dayNumberOf(calendar, code === undefined ? window.best : window.from);
  const wanted = wishOn(first, wish, calendar);
  const asked = Math.max(wanted, window.from) as Instant;
  const found = firstFree(wish, first, window, rules, capsAt, context);
  const at = found ?? window.best;
  const why = code && contactReason(code, { hour: wanted, ...data }, { facts: facts.map(({ fact }) => fact) });
  const moves =
    found === undefined
      ? [contactReason('bestTime.noneInWindow'), ...lawReasons(at, rules, capsAt, context)]
      : moveReasons(asked, found, rules, capsAt, context);
  const hint = by !== undefined && isNear(at, wish) && { by };
  return { at, ...hint, reasons: [...(why ? [why] : []), ...moves] };
}

type CapsAt = (at: Instant) => readonly FullCap[];

/** The wish on the first day, from `first` on, that has a moment for it. */
function firstFree(
  wish: HourWish,
  first: number,
  window: ContactWindow,
  rules: ContactRules,
  capsAt: CapsAt,
  { calendar }: Context,
): Instant | undefined {
  const within = { from: window.from, until: window.deadline };
  const last = dayNumberOf(calendar, (window.deadline - 1) as Instant);
  let notBefore = window.from;
  for (let day = first; day <= last; day++) {
    const spans = callableSpans(rules.zones, calendar, day, within);
    const wanted = wishOn(day, wish, calendar);
    for (let at = nearestIn(spans, wanted, notBefore); at !== undefined; at = nearestIn(spans, wanted, notBefore)) {
      const full = capsAt(at);
      if (full.length === 0) return at;
      notBefore = Math.max(...full.map((cap) => cap.freeAt)) as Instant;
    }
  }
  return undefined;
}

/** The hour on a day of the store; half a world away the customer's wall shows another date while the store is open. */
function wishOn(day: number, { table, minutesOn }: HourWish, calendar: StoreCalendar): Instant {
  const same = wallInstant(table, day, minutesOn(day));
  const isWithin = (at: Instant): boolean =>
    at >= calendar.from && at < calendar.until && dayNumberOf(calendar, at) === day && isOpen(calendar, at);
  if (isWithin(same)) return same;
  return [day - 1, day + 1].map((other) => wallInstant(table, other, minutesOn(other))).find(isWithin) ?? same;
}

/** Why it is not the hour that was wished for; none where it is. */
function moveReasons(
  hour: Instant,
  best: Instant,
  rules: ContactRules,
  capsAt: CapsAt,
  context: Context,
): readonly Reason[] {
  if (hour === best) return [];
  const { calendar } = context;
  const law = lawReasons(hour, rules, capsAt, context);
  const isShut = law.length === 0 || hour >= calendar.until || !isOpen(calendar, hour);
  const shut = isShut ? [contactReason('bestTime.storeClosed', { hour, best })] : [];
  return law.length === 0 ? shut : [...shut, contactReason('bestTime.notLawful', { hour, best }), ...law];
}

/** Every cap and every hour that forbids it at an instant. */
function lawReasons(at: Instant, rules: ContactRules, capsAt: CapsAt, context: Context): readonly Reason[] {
  const then = { ...context, now: at };
  const isLawful = nextCommonStretch(rules.zones, at)?.from === at;
  return [...capReasons(capsAt(at), then), ...(isLawful ? [] : quietReasons(rules, then))];
}

/** Whether it is still about the hour that was wished for, or the law has moved it away from there. */
function isNear(at: Instant, { table, minutesOn }: HourWish): boolean {
  return Math.abs(localMinutes(table, at) - minutesOn(dayNumberOf(table, at))) <= 60;
}

function canCallWork(at: Instant, rules: ContactRules, capsAt: CapsAt, { calendar }: Context): boolean {
  const tables = rules.zones.map(({ table }) => table);
  const isLawful = nextCommonStretch(rules.zones, at)?.from === at;
  return isLawful && capsAt(at).length === 0 && isBusinessHour(at, tables, calendar);
}

function planWish({ best }: ContactWindow, { calendar }: Context): HourWish {
  const minutes = localMinutes(calendar, best);
  return { table: calendar, minutesOn: () => minutes, data: {}, facts: [] };
}

/** The clock that the customer most likely lives by. */
function homeZone(location: LocationEvidence, { calendar }: Context): ZoneTable {
  const zones = candidateZones(location);
  const [zone = calendar.zone] = zones.includes(calendar.zone) ? [] : zones;
  return customerZone(zone, calendar);
}

/** The attempts that were made by an instant: what comes later fills no cap of it. */
function madeBy(customer: ContactHistory, at: Instant): ContactHistory {
  return { ...customer, attempts: customer.attempts.filter((attempt) => attempt.at <= at) };
}
