import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { at, contextAt, NEW_YORK, planOf } from '../../test/support/plan-context.ts';
import type { AttemptMade, ContactHistory } from '../consent/contact-history.ts';
import { AREA_CODES } from '../location/area-code.ts';
import { candidateRegions, candidateZones } from '../location/candidates.ts';
import { countryOf } from '../location/regions.ts';
import type { Context } from '../plan/context.ts';
import { day, dayNumber } from '../spine/day.ts';
import { id } from '../spine/id.ts';
import { DAY_24H, HOUR, type Instant, instant, MINUTE } from '../spine/instant.ts';
import type { Attempt } from './attempt.ts';
import { ATTEMPT_COUNTS_FOR } from './attempt-caps.ts';
import { isFederalHoliday } from './holidays.ts';
import { HOURS_LAWS } from './hours-laws.ts';
import { mayContact } from './may-contact.ts';

it('never allows an hour that any rule forbids in any zone where the customer may be', () => {
  each(({ history, attempt, context }) => {
    const verdict = mayContact(history, attempt, context);
    const lawful = withinHours(attempt, context) && underCaps(history, attempt, context);
    expect(verdict.kind === 'allowed').toBe(lawful);
  });
});

it('allows until an instant after now, and no longer', () => {
  each(({ history, attempt, context }) => {
    const verdict = mayContact(history, attempt, context);
    if (verdict.kind !== 'allowed') return;
    expect(verdict.until).toBeGreaterThan(context.now);
    expect(mayContact(history, attempt, { ...context, now: instant(verdict.until - 1) }).kind).toBe('allowed');
    expect(mayContact(history, attempt, { ...context, now: verdict.until }).kind).not.toBe('allowed');
  });
});

it('names a next instant after now that is itself allowed, and the first', () => {
  each(({ history, attempt, context }) => {
    const verdict = mayContact(history, attempt, context);
    if (verdict.kind !== 'notNow') return;
    expect(verdict.next).toBeGreaterThan(context.now);
    expect(mayContact(history, attempt, { ...context, now: verdict.next }).kind).toBe('allowed');
    const before = mayContact(history, attempt, { ...context, now: instant(verdict.next - 1) });
    expect(before).toMatchObject({ kind: 'notNow', next: verdict.next });
  });
});

it('never moves the next lawful instant back as time goes on', () => {
  fc.assert(
    fc.property(caseArb, fc.integer({ min: 0, max: 3 * DAY_24H }), ({ history, attempt, context }, later) => {
      const next = lawfulFrom(history, attempt, context);
      const afterwards = lawfulFrom(history, attempt, { ...context, now: instant(context.now + later) });
      expect(afterwards).toBeGreaterThanOrEqual(next);
    }),
    { numRuns: 400 },
  );
});

it('takes no notice of claims older than it says', () => {
  each(({ history, attempt, context }) => {
    const claims = history.attempts.filter(({ by }) => by === 'claim');
    const counting = claims.filter(({ at: when }) => when >= context.now - ATTEMPT_COUNTS_FOR);
    expect(mayContact({ ...history, attempts: counting }, attempt, context)).toEqual(
      mayContact({ ...history, attempts: claims }, attempt, context),
    );
  });
});

it('gives a reason for each answer, with rule, source and date of effect where a law speaks', () => {
  each(({ history, attempt, context }) => {
    const { reasons } = mayContact(history, attempt, context);
    expect(reasons.length).toBeGreaterThan(0);
    for (const { code, data } of reasons) {
      if (!code.startsWith('contact.law') && code !== 'contact.attemptCap') continue;
      expect(data).toMatchObject({ rule: expect.any(String), source: expect.any(String), table: expect.any(String) });
      expect(data).toMatchObject({ effectiveFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    }
  });
});

// Helpers

interface Case {
  readonly history: ContactHistory;
  readonly attempt: Attempt;
  readonly context: Context;
}

const DEFAULT = planOf().document.contactPolicy;
const PLANS = [
  planOf(),
  planOf({ contactPolicy: { ...DEFAULT, calls: { from: '10:00', until: '18:30' }, quietWeekdays: [7] } }),
  planOf({ contactPolicy: { ...DEFAULT, texts: { from: '12:00', until: '13:00' }, callAttemptsIn24Hours: 1 } }),
  planOf({ contactPolicy: { ...DEFAULT, quietWeekdays: [1, 3, 5, 6, 7] } }),
];

/** Places of one and of several zones, strict states, Canada, nowhere. */
const locationArb = fc.oneof(
  fc.constantFrom(...AREA_CODES).map((code) => ({ areaCodes: [code] })),
  fc
    .constantFrom('850', '407', '405', '410', '205', '504', '214', '401', '270', '250', '709')
    .map((code) => ({ areaCodes: [code] })),
  fc
    .tuple(fc.constantFrom(...AREA_CODES), fc.constantFrom('33101', '90012', '79801', '86501', 'V5K 0A1', 'A1A 1A1'))
    .map(([code, postalCode]) => ({ areaCodes: [code], postalCode })),
  fc.constantFrom({ areaCodes: ['800'] }, { areaCodes: [] }, { areaCodes: ['212'], statedZone: 'Europe/Paris' }),
);

const caseArb: fc.Arbitrary<Case> = fc
  .record({
    location: locationArb,
    channel: fc.constantFrom('call' as const, 'text' as const),
    purpose: fc.constantFrom('marketing' as const, 'replyToInquiry' as const, 'survey' as const),
    plan: fc.constantFrom(...PLANS),
    now: fc.oneof(
      fc.integer({ min: at('2026-01-02T00:00:00Z'), max: at('2028-12-20T00:00:00Z') }),
      // around changes of the clock and holidays
      fc
        .tuple(
          fc.constantFrom('2026-03-08', '2026-11-01', '2026-11-26', '2027-07-05'),
          fc.integer({ min: -DAY_24H, max: 2 * DAY_24H }),
        )
        .map(([date, offset]) => Date.parse(date) + offset),
    ),
    ages: fc.array(fc.integer({ min: 0, max: 30 * HOUR }), { maxLength: 5 }),
    by: fc.constantFrom('claim' as const, 'record' as const),
  })
  .map(({ location, channel, purpose, plan, now, ages, by }) => ({
    history: historyOf(ages.map((age) => now - age).map(instant), channel, by),
    attempt: { channel, purpose, automated: false, location },
    context: contextAt(instant(now), { plan, calendar: NEW_YORK }),
  }));

function each(law: (one: Case) => void): void {
  fc.assert(fc.property(caseArb, law), { numRuns: 500 });
}

function historyOf(times: readonly Instant[], channel: 'call' | 'text', by: AttemptMade['by']): ContactHistory {
  const early = at('2020-01-01T00:00:00Z');
  const consent = { fact: id<'Fact'>('c'), at: early, act: 'given', channel: 'all', purpose: 'all' } as const;
  const attempts = times.map((time, i) => ({ fact: id<'Fact'>(`a${i}`), at: time, channel, by }));
  return {
    acts: [{ ...consent, written: true, scopeChosen: true }],
    attempts: attempts.sort((a, b) => a.at - b.at),
    ...{ inquiries: [], purchases: [], unwound: [], corrected: [] },
  };
}

function lawfulFrom(history: ContactHistory, attempt: Attempt, context: Context): number {
  const verdict = mayContact(history, attempt, context);
  if (verdict.kind === 'allowed') return context.now;
  return verdict.kind === 'notNow' ? verdict.next : Number.POSITIVE_INFINITY;
}

/** The hours again, rule by rule, on Temporal's clock. */
function withinHours(attempt: Attempt, context: Context): boolean {
  const zones = candidateZones(attempt.location);
  const regions = candidateRegions(attempt.location);
  const places = regions.length === 0 ? ['USA'] : [...regions, ...regions.map(countryOf)];
  const { calls, texts, quietWeekdays } = context.plan.contactPolicy;
  const own = attempt.channel === 'call' ? calls : texts;
  const laws = HOURS_LAWS.filter((row) => places.includes(row.in));
  const local = (zone: string) => Temporal.Instant.fromEpochMilliseconds(context.now).toZonedDateTimeISO(zone);
  const inside = (hours: { from: number; until: number } | undefined, wall: Temporal.ZonedDateTime) =>
    hours !== undefined && hours.from <= minuteOf(wall) && minuteOf(wall) < hours.until;

  const allZones = (zones.length > 0 ? zones : [context.calendar.zone]).every((zone) => {
    const wall = local(zone);
    if (quietWeekdays.includes(wall.dayOfWeek) || !inside(own, wall)) return false;
    return laws.every((row) => {
      const date = day(wall.toPlainDate().toString());
      if (date < row.effectiveFrom) return true;
      if (row.closedOnHolidays && isFederalHoliday(dayNumber(date))) return false;
      return inside(row.week[wall.dayOfWeek - 1], wall);
    });
  });
  return allZones && (zones.length > 0 || inside({ from: 11 * 60, until: 20 * 60 }, local('America/New_York')));
}

function minuteOf(wall: Temporal.ZonedDateTime): number {
  return wall.hour * 60 + wall.minute;
}

/** The caps again, by counting. All attempts of a case have one channel, and claims or records only. */
function underCaps(history: ContactHistory, attempt: Attempt, context: Context): boolean {
  const count = history.attempts.filter((made) => Math.ceil(made.at / MINUTE) * MINUTE + DAY_24H > context.now).length;
  const capped = candidateRegions(attempt.location).some((region) => ['FL', 'OK', 'MD'].includes(region));
  if (capped && count >= 3) return false;
  return attempt.channel === 'text' || count < context.plan.contactPolicy.callAttemptsIn24Hours;
}
