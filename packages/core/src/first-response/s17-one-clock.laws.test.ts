import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFact } from '../../test/support/facts.ts';
import { at, calendarOf, contextAt, NEW_YORK, planOf } from '../../test/support/plan-context.ts';
import type { CustomerEvidence } from '../cadence/with-best-times.ts';
import { isOpen } from '../calendar/open-time.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import { callingWindow } from '../contact/calling-window.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { HOUR, type Instant, MINUTE, plus } from '../spine/instant.ts';
import { type FirstResponse, firstResponse } from './first-response.ts';
import { RESPONSE_STAGES } from './response-stages.ts';

/** Open over the night in which the clocks change, in a zone that changes them. */
const AROUND_THE_CLOCK = calendarOf({
  zone: 'America/Chicago',
  weekly: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ opens: '00:00', closes: '24:00' }]])),
});
const CALENDARS = [NEW_YORK, AROUND_THE_CLOCK];
const PLAN = planOf();

describe('S17 one clock: laws', () => {
  it('only ever moves on, and into the next stage exactly when it said', () => {
    fc.assert(
      fc.property(caseArb, ({ of, calendar, since, waited }) => {
        const now = plus(since, waited * MINUTE);
        const response = runningAt(now, since, of, calendar);
        const earlier = runningAt(plus(since, Math.floor(waited / 2) * MINUTE), since, of, calendar);
        expect(order(earlier)).toBeLessThanOrEqual(order(response));
        expect(earlier.time.open).toBeLessThanOrEqual(response.time.open);
        expect(response.time.open).toBeLessThanOrEqual(response.time.wall);
        if (response.next === undefined) return;
        expect(response.next.at).toBeGreaterThan(now);
        expect(order(runningAt(plus(response.next.at, -1), since, of, calendar))).toBe(order(response));
        expect(runningAt(response.next.at, since, of, calendar).stage).toBe(response.next.stage);
      }),
    );
  });

  it('never escalates while it waits, and waits exactly until it counts again', () => {
    fc.assert(
      fc.property(caseArb, ({ of, calendar, since, waited }) => {
        const now = plus(since, waited * MINUTE);
        const response = runningAt(now, since, of, calendar);
        expect(response.waits === undefined).toBe(counts(now, of, calendar));
        const until = response.waits?.until;
        if (until === undefined) return;
        expect(counts(until, of, calendar)).toBe(true);
        expect(counts(plus(until, -1), of, calendar)).toBe(false);
        expect(runningAt(until, since, of, calendar).stage).toBe(response.stage);
      }),
    );
  });

  it('counts every minute that is open and lawful and no other, through changes of the clocks', () => {
    fc.assert(
      fc.property(caseArb, ({ of, calendar, since }) => {
        const begins: Instant[] = [];
        let counted = 0;
        for (let now = since; begins.length < 3; now = plus(now, MINUTE)) {
          if ([5, 15, 30].includes(counted) && begins.length === [5, 15, 30].indexOf(counted)) begins.push(now);
          if (counts(now, of, calendar)) counted += 1;
        }
        const told: Instant[] = [];
        let response = runningAt(since, since, of, calendar);
        while (response.next !== undefined) {
          told.push(response.next.at);
          response = runningAt(response.next.at, since, of, calendar);
        }
        expect(told).toEqual(begins);
      }),
      { numRuns: 40 },
    );
  });

  it('stands the same whatever else is told, as long as nobody answers', () => {
    fc.assert(
      fc.property(
        caseArb,
        fc.array(fc.nat({ max: 600 }), { maxLength: 4 }),
        ({ of, calendar, since, waited }, noise) => {
          const now = plus(since, waited * MINUTE);
          const sends = noise.map((minutes, i) =>
            makeFact('message.sent', { channel: 'email' }, { id: `send-${i}`, at: plus(since, minutes * MINUTE) }),
          );
          const quiet = runningAt(now, since, of, calendar);
          expect({ ...runningAt(now, since, of, calendar, sends), passedBy: [] }).toEqual({ ...quiet, passedBy: [] });
        },
      ),
    );
  });
});

// Helpers

type Running = Extract<FirstResponse, { kind: 'running' }>;

/** A customer of an area code, a store, the minute of a lead, and how long it has waited. */
const caseArb = fc.record({
  of: fc
    .constantFrom('212', '213', '808', '305', '605')
    .map((areaCode): CustomerEvidence => ({ history: contactHistory.empty, location: { areaCodes: [areaCode] } })),
  calendar: fc.constantFrom(...CALENDARS),
  since: fc
    .record({
      // Around both changes of the clocks of 2026, and anywhere in the year.
      begin: fc.constantFrom('2026-03-07T12:00:00Z', '2026-10-31T12:00:00Z', '2026-06-01T00:00:00Z'),
      minutes: fc.nat({ max: 60 * 24 * 3 }),
    })
    .map(({ begin, minutes }) => plus(at(begin), minutes * MINUTE)),
  waited: fc.nat({ max: 60 * 24 * 2 }),
});

function runningAt(
  now: Instant,
  since: Instant,
  of: CustomerEvidence,
  calendar: typeof NEW_YORK,
  more: readonly Fact[] = [],
): Running {
  const facts = [makeFact('lead.received', {}, { id: 'lead', at: since }), ...more];
  const context = contextAt(now, { plan: PLAN, calendar });
  const response = firstResponse(foldAll(opportunityHistory, facts), of, context);
  if (response.kind !== 'running') throw new Error(response.kind);
  return response;
}

/** Whether a minute counts: asked of the store's hours and of the law one by one. */
function counts(now: Instant, { history, location }: CustomerEvidence, calendar: typeof NEW_YORK): boolean {
  const attempt = { channel: 'call', purpose: 'replyToInquiry', automated: false, location } as const;
  return isOpen(calendar, now) && callingWindow(history, attempt, contextAt(now, { plan: PLAN, calendar })).open;
}

function order({ stage }: Running): number {
  return RESPONSE_STAGES.indexOf(stage);
}

it('has hours of law that do not reach into every hour of every store', () => {
  const [hawaii] = [{ history: contactHistory.empty, location: { areaCodes: ['808'] } }];
  expect(counts(plus(at('2026-06-01T13:00:00-04:00'), 0), hawaii, NEW_YORK)).toBe(false);
  expect(counts(plus(at('2026-06-01T13:00:00-04:00'), HOUR), hawaii, NEW_YORK)).toBe(true);
});
