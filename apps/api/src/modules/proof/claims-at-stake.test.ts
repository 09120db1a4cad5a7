import {
  type ActivityLogged,
  type CallRecorded,
  compilePlan,
  compileStoreCalendar,
  day,
  defaultPlan,
  HOUR,
  type Id,
  type Instant,
  instant,
  MINUTE,
  plus,
  proveCalls,
  RECORD_WINDOW,
} from '@beback/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ClaimRange, widened } from './claim-ranges.ts';
import { claimsAtStake } from './claims-at-stake.ts';

const NOON = instant(Date.UTC(2026, 10, 24, 18));
const MARKS = [{ source: 'pbx', until: plus(NOON, 1000 * HOUR) }];

it('finds every claim whose outcome what happened in the range changes', () => {
  let changes = 0;
  fc.assert(
    fc.property(
      daysArb,
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 0, max: 60 }),
      (events, minutes, length) => {
        const range = { from: plus(NOON, minutes * MINUTE), until: plus(NOON, (minutes + length) * MINUTE) };
        const before = outcomesOf(events.filter(({ at }) => at < range.from || at > range.until));
        const stake = atStake(events, range);
        for (const [claim, outcome] of outcomesOf(events)) {
          if (before.get(claim) === outcome) continue;
          if (before.has(claim)) changes++;
          expect([...stake]).toContain(claim);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(changes).toBeGreaterThan(20);
});

it('has loaded all that speaks for or against those claims once it is complete', () => {
  fc.assert(
    fc.property(daysArb, fc.nat(600), (events, minutes) => {
      const at = plus(NOON, minutes * MINUTE);
      const range = { from: at, until: at };
      const all = outcomesOf(events);
      for (let reach = 15 * MINUTE; reach < 64 * HOUR; reach *= 2) {
        const loaded = around(events, widened(range, reach));
        const stake = claimsAtStake(loaded.claims, loaded.records, range, widened(range, reach));
        if (!stake.complete) continue;
        const outcomes = outcomesOf([...loaded.claims, ...loaded.records]);
        for (const claim of stake.claims) expect(outcomes.get(claim)).toBe(all.get(claim));
      }
    }),
    { numRuns: 500 },
  );
});

it('stays with the numbers that hang together, however busy the store is', () => {
  const others = Array.from({ length: 100 }, (_, i) => [claimOf(i, [`other ${i}`]), recordOf(i, `other ${i}`)]);
  const ours = [recordOf(39.5, 'home'), claimOf(40, ['home', 'work']), recordOf(49, 'work'), claimOf(50, ['work'])];
  const at = plus(NOON, 39.5 * MINUTE);
  expect([...atStake([...others.flat(), ...ours], { from: at, until: at })]).toEqual([
    'claim 40 home,work',
    'claim 50 work',
  ]);
});

// Helpers

type Event = ActivityLogged | CallRecorded;

/** All claims at stake, with everything loaded. */
function atStake(events: readonly Event[], range: ClaimRange): ReadonlySet<Id<'Fact'>> {
  const loaded = widened(range, 1000 * HOUR);
  const { claims, records } = around(events, loaded);
  const stake = claimsAtStake(claims, records, range, loaded);
  expect(stake.complete).toBe(true);
  return stake.claims;
}

/** What the database answers of a stretch: its claims, and the records that may be of them. */
function around(events: readonly Event[], { from, until }: ClaimRange) {
  const isIn = (at: Instant, first: Instant, last: Instant) => first <= at && at <= last;
  const [earliest, latest] = [plus(from, -RECORD_WINDOW.before), plus(until, RECORD_WINDOW.after)];
  return {
    claims: events.filter((event) => event.kind === 'activity.logged').filter(({ at }) => isIn(at, from, until)),
    records: events.filter((event) => event.kind === 'call.recorded').filter(({ at }) => isIn(at, earliest, latest)),
  };
}

function outcomesOf(events: readonly Event[]): ReadonlyMap<Id<'Fact'>, string> {
  const claims = events.filter(({ kind }) => kind === 'activity.logged');
  const records = events.filter(({ kind }) => kind === 'call.recorded');
  const outcomes = proveCalls(claims, records, MARKS, CONTEXT);
  return new Map(outcomes.map((outcome) => [outcome.claim, JSON.stringify(outcome)]));
}

function claimOf(minutes: number, phones: readonly string[]): ActivityLogged {
  return fact('activity.logged', `claim ${minutes} ${phones}`, minutes, {
    memberId: 'ann',
    channel: 'call',
    disposition: 'spoke',
    phones,
  }) as ActivityLogged;
}

function recordOf(minutes: number, phone: string, call = `${minutes} ${phone}`, seconds = 60): CallRecorded {
  return fact('call.recorded', `record ${minutes} ${phone} ${call} ${seconds}`, minutes, {
    source: 'pbx',
    externalId: call,
    direction: 'outbound',
    customerPhone: phone,
    totalSeconds: seconds,
    outcome: 'connected',
  }) as CallRecorded;
}

function fact(kind: string, id: string, minutes: number, data: object): unknown {
  const at = plus(NOON, minutes * MINUTE);
  return { kind, id, storeId: 'ford', at, recordedAt: at, data };
}

const minutesArb = fc.nat(600);
const phoneArb = fc.constantFrom('a', 'b', 'c');

/** Ten hours of calls to three numbers, some of the calls told twice, a little otherwise. */
const daysArb: fc.Arbitrary<readonly Event[]> = fc
  .tuple(
    fc.array(fc.tuple(minutesArb, fc.subarray(['a', 'b', 'c'])), { minLength: 5, maxLength: 30 }),
    fc.array(fc.tuple(minutesArb, phoneArb, fc.nat(2), fc.constantFrom(5, 60)), { minLength: 5, maxLength: 30 }),
  )
  .map(([claims, records]) => {
    const events: readonly Event[] = [
      ...claims.map(([minutes, phones]) => claimOf(minutes, phones)),
      ...records.flatMap(([minutes, phone, later, seconds]) => {
        const call = `call of ${minutes}`;
        const first = recordOf(minutes, phone, call, 10);
        return later === 0 ? [first] : [first, recordOf(minutes + later, phone, call, seconds)];
      }),
    ];
    return [...new Map(events.map((event) => [event.id, event])).values()];
  });

const CONTEXT = (() => {
  const calendar = compileStoreCalendar(
    { zone: 'America/Chicago', weekly: { 2: [{ opens: '08:00', closes: '20:00' }] } },
    { from: day('2026-11-01'), to: day('2026-12-01') },
  );
  const plan = compilePlan(defaultPlan());
  if (!calendar.ok || !plan.ok) throw new Error('a valid calendar and plan');
  return { calendar: calendar.value, plan: plan.value, now: plus(NOON, 100 * HOUR) };
})();
