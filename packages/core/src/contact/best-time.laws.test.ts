import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at, calendarOf, contextAt } from '../../test/support/plan-context.ts';
import { isOpen, openDayFrom } from '../calendar/open-time.ts';
import type { OpenSpan, StoreCalendar } from '../calendar/store-calendar.ts';
import { dayNumberOf, localMinutes, wallInstant } from '../calendar/wall-time.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import { candidateZones } from '../location/candidates.ts';
import type { LocationEvidence } from '../location/location-evidence.ts';
import type { Context } from '../plan/context.ts';
import { id } from '../spine/id.ts';
import { DAY_24H, type Instant, instant } from '../spine/instant.ts';
import type { Mark } from '../spine/mark.ts';
import type { Attempt } from './attempt.ts';
import { bestTime, type ContactWindow } from './best-time.ts';
import { customerZone } from './customer-zones.ts';
import type { HourGrounds } from './hour-wish.ts';
import { mayContact } from './may-contact.ts';

/*
 * The laws, for any customer, store, window and grounds.
 * - The best time lies within the window (before it only for a work number), while the store is open.
 * - It is lawful in every zone where the customer may be; or the reasons say that no moment of the window is.
 * - A later window never has an earlier best day; the moment of asking changes nothing.
 * - Where nothing moves it, the wall clock of the customer shows the same hour on any day, also of 23 and 25 hours.
 */

it('lies within the window, while the store is open', () => {
  each(({ window, found, context }) => {
    expect(found.at).toBeGreaterThanOrEqual(window.from);
    expect(found.at).toBeLessThanOrEqual(window.deadline);
    expect(isOpen(context.calendar, found.at)).toBe(true);
  });
});

it('is lawful wherever the customer may be, or says that no moment of the window is', () => {
  each(({ attempt, window, found, context }) => {
    const none = found.reasons.some(({ code }) => code === 'bestTime.noneInWindow');
    if (!none) {
      expect(verdictAt(found.at, attempt, context)).toBe('allowed');
      return;
    }
    for (let time = window.from; time < window.deadline; time = instant(time + STEP)) {
      if (isOpen(context.calendar, time)) expect(verdictAt(time, attempt, context)).not.toBe('allowed');
    }
  });
});

it('gives a reason where it is not the hour that speaks for itself', () => {
  each(({ found, grounds }) => {
    const [first] = found.reasons;
    if (grounds.asked !== undefined) expect(first?.code).toMatch(/^bestTime\.(leadHour|ownAnswers|showroomPeak)$/);
    const hour = first?.data['hour'];
    if (typeof hour === 'number' && hour !== found.at && found.reasons.length === 1)
      expect(hour).toBeLessThan(found.at);
  });
});

it('never has an earlier day for a later window, and never another for a later question', () => {
  fc.assert(
    fc.property(caseArb, fc.integer({ min: 1, max: 20 }), fc.integer({ min: -5, max: 30 }), (one, more, days) => {
      const { calendar } = one.context;
      const next = windowOf(calendar, dayNumberOf(calendar, one.window.from) + more, one.span);
      if (next === undefined) return;
      const [a, b] = [one.window, next].map((window) => ask({ ...one, window }).at) as [Instant, Instant];
      expect(dayNumberOf(calendar, b)).toBeGreaterThanOrEqual(dayNumberOf(calendar, a));
      const later = { ...one.context, now: instant(one.context.now + days * DAY_24H) };
      expect(ask({ ...one, context: later })).toEqual(ask(one));
    }),
    { numRuns: 300 },
  );
});

const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Halifax',
  'America/St_Johns',
  'America/Regina',
  'America/Puerto_Rico',
  'Europe/London',
  'Australia/Lord_Howe',
];

it.each(ZONES)('keeps the hour on the wall of %s over every change of its clock and of the store’s', (zone) => {
  for (const store of ['America/New_York', zone]) {
    const calendar = calendarOf({ zone: store, weekly: allDay(), exceptions: [] });
    const table = customerZone(zone, calendar);
    const changes = [...calendar.changes, ...table.changes].filter((time) => time > calendar.from);
    expect(store === zone || changes.length > 0).toBe(true);
    for (const change of changes) {
      if (change > at('2028-12-01T00:00:00Z')) continue;
      const asked = mark(wallInstant(table, dayNumberOf(table, instant(change)) - 3, 13 * 60 + 30));
      for (let day = -1; day <= 1; day++) {
        const window = windowOf(calendar, dayNumberOf(calendar, instant(change)) + day, 0);
        if (window === undefined) throw new Error('the store never closes');
        const attempt = attemptOf({ areaCodes: ['212'], statedZone: zone });
        const context = contextAt(window.from, { calendar });
        const found = bestTime(attempt, window, { answered: [], asked }, contactHistory.empty, context);
        expect(found.reasons.map(({ code }) => code)).toEqual(['bestTime.leadHour']);
        expect(localMinutes(table, found.at)).toBe(13 * 60 + 30);
      }
    }
  }
});

// Helpers

const STEP = 15 * 60 * 1000;

interface Case {
  readonly attempt: Attempt;
  readonly window: ContactWindow;
  readonly span: number;
  readonly grounds: HourGrounds;
  readonly context: Context;
}

const CALENDARS: readonly StoreCalendar[] = [
  calendarOf({ zone: 'America/New_York', weekly: weekOf([{ opens: '09:00', closes: '20:00' }], 6) }),
  calendarOf({
    zone: 'America/Los_Angeles',
    weekly: weekOf(
      [
        { opens: '08:30', closes: '12:00' },
        { opens: '13:15', closes: '21:00' },
      ],
      7,
    ),
  }),
  calendarOf({ zone: 'America/Chicago', weekly: allDay() }),
];

const locationArb: fc.Arbitrary<LocationEvidence> = fc.oneof(
  fc
    .uniqueArray(fc.constantFrom('850', '407', '405', '205', '504', '214', '401', '270', '808', '907', '709', '415'), {
      maxLength: 2,
    })
    .map((areaCodes) => ({ areaCodes })),
  fc.constantFrom(...ZONES.slice(0, 11)).map((statedZone) => ({ areaCodes: ['212'], statedZone })),
);

const timeArb = fc.oneof(
  fc.integer({ min: at('2026-02-01T00:00:00Z'), max: at('2028-11-20T00:00:00Z') }),
  // around changes of the clock and holidays
  fc
    .tuple(
      fc.constantFrom('2026-03-08', '2026-11-01', '2026-11-26', '2027-07-05'),
      fc.integer({ min: -DAY_24H, max: 2 * DAY_24H }),
    )
    .map(([date, offset]) => Date.parse(date) + offset),
);

const caseArb: fc.Arbitrary<Case> = fc
  .record({
    calendar: fc.constantFrom(...CALENDARS),
    location: locationArb,
    purpose: fc.constantFrom('marketing' as const, 'transaction' as const),
    asked: timeArb,
    days: fc.integer({ min: 0, max: 14 }),
    span: fc.integer({ min: 0, max: 2 }),
    visited: fc.boolean(),
    answered: fc.array(fc.integer({ min: 0, max: 12 * DAY_24H }), { maxLength: 4 }),
  })
  .map(({ calendar, location, purpose, asked, days, span, visited, answered }) => {
    const lead = mark(instant(asked));
    const window = windowOf(calendar, dayNumberOf(calendar, lead.at) + days, span);
    if (window === undefined) throw new Error('every week has an open day');
    return {
      attempt: { ...attemptOf(location), purpose },
      window,
      span,
      grounds: {
        answered: answered.map((age) => mark(instant(asked + age))),
        asked: lead,
        ...(visited && { visited: lead }),
      },
      context: contextAt(window.from, { calendar }),
    };
  });

function each(law: (one: Case & { readonly found: ReturnType<typeof bestTime> }) => void): void {
  fc.assert(
    fc.property(caseArb, (one) => law({ ...one, found: ask(one) })),
    { numRuns: 400 },
  );
}

/** A customer who consented to everything, so that only hours are at stake. */
const CONSENTING = {
  ...contactHistory.empty,
  acts: [
    {
      ...mark(at('2020-01-01T00:00:00Z')),
      ...({ act: 'given', channel: 'all', purpose: 'all', written: true, scopeChosen: true } as const),
    },
  ],
};

function ask({ attempt, window, grounds, context }: Case): ReturnType<typeof bestTime> {
  return bestTime(attempt, window, grounds, CONSENTING, context);
}

function verdictAt(now: Instant, attempt: Attempt, context: Context): string {
  return mayContact(CONSENTING, attempt, { ...context, now }).kind;
}

function attemptOf(location: LocationEvidence): Attempt {
  expect(candidateZones(location).length).toBeLessThan(9);
  return { channel: 'call', purpose: 'transaction', automated: false, location };
}

/** From the opening of the first open day to the closing of the open day so many days later. */
function windowOf(calendar: StoreCalendar, day: number, span: number): ContactWindow | undefined {
  const first = openDayFrom(calendar, day);
  const last = first && openDayFrom(calendar, first.number + span);
  return first && last && { from: first.opens, best: first.opens, deadline: last.closes };
}

function mark(time: Instant): Mark {
  return { fact: id<'Fact'>(`f${time}`), at: time };
}

function allDay() {
  return weekOf([{ opens: '00:00', closes: '24:00' }], 7);
}

function weekOf(spans: readonly OpenSpan[], days: number) {
  return Object.fromEntries([1, 2, 3, 4, 5, 6, 7].slice(0, days).map((weekday) => [weekday, spans]));
}
