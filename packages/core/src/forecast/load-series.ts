import { plannedTouches } from '../cadence/planned-touch.ts';
import { addOpenTime, isOpenDay, openingOf } from '../calendar/open-time.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { dayNumberOf, dayOf, startOfDay } from '../calendar/wall-time.ts';
import type { Context } from '../plan/context.ts';
import { TRIGGERS, type Trigger } from '../plan/follow-up-plan.ts';
import { addDays, type Day, dayNumber, type Weekday, weekdayOfNumber } from '../spine/day.ts';
import { type Id, id } from '../spine/id.ts';
import { type Instant, instant } from '../spine/instant.ts';
import { askedShares, byTime, type TimedTouch } from './asked-shares.ts';
import { CARRIERS, type Carrier, carrierOf, recordOf } from './carrier.ts';
import { addTouches, divided, type LoadRange, NO_RANGE, summed } from './daily-load.ts';
import type { FollowUpRates } from './follow-up-rates.ts';
import type { LoadAssumptions } from './load-assumptions.ts';

/**
 * How far the series goes: 31 days in which the steps of the first 30 days set in one after the other, then two weeks
 * of every weekday's ordinary load.
 */
export const SERIES_DAYS = 45;

const MINUTES_OF_DAY = 24 * 60;
const MOST_CLOSED_DAYS = 4;

/** A day's leads stand at the middles of so many equal parts of its open time: one an hour on a usual day. */
const ARRIVALS_A_DAY = 12;

/** What is asked on one of the store's days. */
export interface DayLoad extends LoadRange {
  readonly day: Day;
}

/**
 * Each carrier's load day by day from the start day of `now` on, closed days included.
 *
 * Nothing is under the plan before. From the start on each open day brings as many leads, and as many appointments, as a
 * person's working day takes of a month, so that the series settles at the steady state whatever the store's week. A touch counts on the
 * day on which its window begins, as in the cadence; `atMost` keeps what closed hours merge, so it stays a bound.
 */
export function loadSeries(
  assumptions: LoadAssumptions,
  hasInternetPeople: boolean,
  context: Context,
): Readonly<Record<Carrier, readonly DayLoad[]>> {
  const { calendar, now } = context;
  const start = dayOf(calendar, now);
  const days = Array.from({ length: SERIES_DAYS }, (_, i) => addDays(start, i));
  const loads = new Map(CARRIERS.map((carrier) => [carrier, days.map(() => NO_RANGE)]));
  const known = new Map<string, readonly number[]>();
  const untilEnd = { ...context, now: startOfDay(calendar, addDays(start, SERIES_DAYS)) };
  const arrivals = days.flatMap((day) => arrivalsOn(day, calendar));
  const later = daysBeyond(start, context).flatMap((day) => arrivalsOn(day, calendar));
  for (const trigger of TRIGGERS) {
    const leads = assumptions.leadsAMonth[trigger] / assumptions.workingDaysAMonth / ARRIVALS_A_DAY;
    if (leads === 0) continue;
    for (const since of trigger === 'appointmentSet' ? [...arrivals, ...later] : arrivals) {
      const touches = touchesOf(trigger, since, untilEnd);
      const shares = sharesOf(touches, known, assumptions.rates);
      touches.forEach(({ step, day }, i) => {
        const ofCarrier = loads.get(carrierOf(step.who, trigger, hasInternetPeople));
        const load = ofCarrier?.[day - dayNumber(start)];
        if (ofCarrier === undefined || load === undefined) return;
        ofCarrier[day - dayNumber(start)] = addTouches(load, step.channel === 'call', leads, shares[i] ?? 0);
      });
    }
  }
  return recordOf(CARRIERS, (carrier) =>
    days.map((day, i): DayLoad => ({ day, ...(loads.get(carrier)?.[i] ?? NO_RANGE) })),
  );
}

/**
 * The mean load of each weekday: of its last two ordinary days in a series. A holiday is none, nor is the day after it,
 * which carries the holiday's steps as well.
 */
export function weekdayLoads(
  series: readonly DayLoad[],
  calendar: StoreCalendar,
): Readonly<Record<Weekday, LoadRange>> {
  const weekdayOf = ({ day }: DayLoad): Weekday => weekdayOfNumber(dayNumber(day));
  const opens = new Set(series.filter(({ day }) => isOpenDay(calendar, day)).map(weekdayOf));
  const isHoliday = (each: DayLoad | undefined): boolean =>
    each !== undefined && opens.has(weekdayOf(each)) && !isOpenDay(calendar, each.day);
  const ordinary = series.filter((each, i) => !isHoliday(each) && !isHoliday(series[i - 1]));
  const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
  return Object.fromEntries(
    weekdays.map((weekday) => {
      const mine = ordinary.filter((each) => weekdayOf(each) === weekday).slice(-2);
      return [weekday, divided(summed(mine), Math.max(1, mine.length))];
    }),
  ) as Record<Weekday, LoadRange>;
}

/** The days after the series whose appointments are prepared in it, as far as the calendar reaches. */
function daysBeyond(start: Day, { plan, calendar }: Context): readonly Day[] {
  const [first] = plan.actionPlans.appointmentSet;
  if (first === undefined) return [];
  // A closed weekend may move what comes before an appointment further ahead.
  const ahead = Math.ceil(Math.max(0, -first.nominalMinutes) / MINUTES_OF_DAY) + MOST_CLOSED_DAYS;
  const known = calendar.lastDay - dayNumber(start) - SERIES_DAYS + 1;
  return Array.from({ length: Math.max(0, Math.min(ahead, known)) }, (_, i) => addDays(start, SERIES_DAYS + i));
}

/** The shares depend on order and age alone: most weeks repeat each other, and are walked once. */
function sharesOf(
  touches: readonly TimedTouch[],
  known: Map<string, readonly number[]>,
  rates: FollowUpRates,
): readonly number[] {
  const key = touches
    .map(({ step, nominalMinutes, ageDays, from }, i) => {
      const together = touches[i - 1]?.from === from;
      return `${together ? '=' : '<'}${step.id}@${nominalMinutes}:${ageDays}`;
    })
    .join();
  const shares = known.get(key) ?? askedShares(touches, rates);
  known.set(key, shares);
  return shares;
}

/** An episode that stands for all of its trigger and instant. */
const ANY: Id<'Opportunity'> = id('forecast');
const ANY_FACT: Id<'Fact'> = id('forecast');
const LONG_AGO: Instant = instant(0);

function touchesOf(trigger: Trigger, since: Instant, context: Context) {
  const { calendar } = context;
  const arrival = dayNumberOf(calendar, since);
  const episode = { trigger, fact: ANY_FACT, repeat: false };
  // When an appointment was set plays no part: long before it.
  const begun = trigger === 'appointmentSet' ? { since: LONG_AGO, startsAt: since } : { since };
  return plannedTouches(ANY, { ...episode, ...begun }, context)
    .filter(({ window }) => window.from < context.now)
    .map(({ step, window, nominalMinutes }) => {
      const day = dayNumberOf(calendar, window.from);
      return { step, from: window.from, nominalMinutes, day, ageDays: day - arrival };
    })
    .sort(byTime);
}

function arrivalsOn(day: Day, calendar: StoreCalendar): readonly Instant[] {
  const spans = openingOf(calendar, day);
  const [first] = spans;
  if (first === undefined) return [];
  const open = spans.reduce((sum, { from, until }) => sum + until - from, 0);
  return Array.from({ length: ARRIVALS_A_DAY }, (_, i) =>
    addOpenTime(calendar, first.from, Math.round((open * (i + 0.5)) / ARRIVALS_A_DAY)),
  );
}
