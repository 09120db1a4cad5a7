import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsArb, MONDAY, makeFact, reordered } from '../../test/support/facts.ts';
import { calendarOf, contextAt, NEW_YORK, NEW_YORK_HOURS, planOf } from '../../test/support/plan-context.ts';
import { isOpen } from '../calendar/open-time.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { type OpportunityHistory, opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { DAY_24H, HOUR, type Instant, MINUTE, plus } from '../spine/instant.ts';
import { ORIGINS } from '../spine/words.ts';
import { dueTouches, isOverdue } from './due-touches.ts';
import { nextTouchOf } from './next-touch.ts';
import { traceTouches } from './trace-touches.ts';

/*
 * The laws, for any facts of one opportunity. "To come" is every touch that is not overdue.
 * - A window begins at or after its trigger, is best within itself, ends after it began.
 * - What is to come has its deadline ahead; what a person does is done while the store is open.
 * - The same facts give the same touches, in any order, however often each arrives, and however often one asks.
 * - Time alone only takes away: no touch appears, or comes back, because it got later.
 * - What was done is not due again, and the plan goes on after it.
 * - What stops the plan leaves none of the marketing touches.
 */

it('begins no window before its trigger', () => {
  holdsFor(({ touches }) => {
    for (const { window, since } of touches) {
      expect(window.from).toBeGreaterThanOrEqual(since);
      expect(window.best).toBeGreaterThanOrEqual(window.from);
      expect(window.deadline).toBeGreaterThanOrEqual(window.best);
      expect(window.deadline).toBeGreaterThan(window.from);
    }
  });
});

it('asks of people only what can begin while the store is open', () => {
  holdsFor(({ touches, calendar }) => {
    for (const { who, window } of touches) {
      if (who === 'automation') continue;
      expect(isOpen(calendar, window.from)).toBe(true);
      expect(isOpen(calendar, window.best)).toBe(true);
    }
  });
});

it('has the deadline of everything to come ahead of it, and at most one overdue touch of a kind', () => {
  holdsFor(({ touches, now }) => {
    for (const touch of touches) if (!isOverdue(touch, now)) expect(touch.window.deadline).toBeGreaterThan(now);
    const overdue = touches.filter((touch) => isOverdue(touch, now));
    const kinds = overdue.map(({ channel, who }) => `${channel} ${who === 'automation'}`);
    // The first call is never stopped by a reply; what is, leaves it alone on the list.
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});

it('gives the same touches at each re-plan, from the same facts in any order', () => {
  fc.assert(
    fc.property(
      scenarioArb.chain((scenario) => fc.tuple(fc.constant(scenario), reordered(scenario.facts))),
      ([{ facts, now, calendar }, again]) => {
        const context = contextAt(now, { calendar });
        const touches = dueTouches(historyOf(facts), context);
        expect(dueTouches(historyOf(facts), context)).toEqual(touches);
        expect(dueTouches(historyOf(again), context)).toEqual(touches);
        expect(new Set(touches.map((touch) => touch.id)).size).toBe(touches.length);
      },
    ),
  );
});

it('adds no touch, and brings none back, because it got later', () => {
  fc.assert(
    fc.property(scenarioArb, fc.integer({ min: 0, max: 40 * 24 * 60 }), ({ facts, now, calendar }, minutes) => {
      const history = historyOf(facts);
      const before = dueTouches(history, contextAt(now, { calendar })).map((touch) => touch.id);
      const later = dueTouches(history, contextAt(plus(now, minutes * MINUTE), { calendar })).map((touch) => touch.id);
      expect(before).toEqual(expect.arrayContaining(later));
    }),
  );
});

it('does not ask again for what was done, and goes on with the rest', () => {
  holdsFor(({ history, facts, now, calendar }) => {
    const context = contextAt(now, { calendar });
    const next = nextTouchOf(history, context);
    if (next === undefined) return;
    const act = makeFact(
      'activity.logged',
      { touchId: next.id, channel: next.channel, disposition: 'noAnswer' },
      { id: 'the-act', at: now },
    );
    if (now < next.since) return;
    const after = dueTouches(historyOf([...facts, act]), context);
    const before = dueTouches(history, context);
    expect(after.map((touch) => touch.id)).toEqual(before.map((touch) => touch.id).filter((each) => each !== next.id));
    expect(traceTouches(historyOf([...facts, act]), context).find(({ id: each }) => each === next.id)?.kind).toBe(
      'done',
    );
  });
});

it.each([
  ['the reply of the customer', makeFact('customer.replied', {}, stopAbout('replied'))],
  ['an appointment', makeFact('activity.logged', { disposition: 'appointmentSet' }, stopAbout('appointment'))],
  ['a refusal', makeFact('activity.logged', { disposition: 'notInterested' }, stopAbout('refusal'))],
  ['a sale', makeFact('opportunity.delivered', {}, stopAbout('sale'))],
  ['a loss', makeFact('opportunity.lost', {}, stopAbout('loss'))],
] as const)('ends all marketing of a lead by %s', (_, stop) => {
  holdsFor(({ facts, now, calendar }) => {
    const history = historyOf([...facts, stop]);
    const later = Math.max(now, stop.at) as Instant;
    const touches = dueTouches(history, contextAt(later, { calendar }));
    expect(
      touches.filter(({ trigger, purpose }) => trigger !== 'sold' && trigger !== 'lost' && purpose === 'marketing'),
    ).toEqual([]);
  });
});

it('gives every step of the running plan exactly one end', () => {
  const plan = planOf();
  holdsFor(({ history, now, calendar, touches }) => {
    const traces = traceTouches(history, contextAt(now, { calendar, plan }));
    const open = traces.filter((trace) => trace.kind === 'open').map((trace) => trace.id);
    expect([...open].sort()).toEqual(touches.map((touch) => touch.id).sort());
    const trigger = touches[0]?.trigger;
    if (trigger === undefined) return;
    const steps = new Set(traces.map((trace) => trace.step));
    expect([...steps].sort()).toEqual(plan.actionPlans[trigger].map((step) => step.id).sort());
  });
});

// Helpers

interface Scenario {
  readonly facts: readonly Fact[];
  readonly now: Instant;
  readonly calendar: StoreCalendar;
}

const CALENDARS: readonly StoreCalendar[] = [
  NEW_YORK,
  // Summer time ends within the plan's days; breaks at noon; three days a week.
  calendarOf({ zone: 'America/Los_Angeles', weekly: Object.fromEntries([1, 3, 6].map((d) => [d, split()])) }),
  // Never closed.
  calendarOf({
    ...NEW_YORK_HOURS,
    zone: 'Pacific/Auckland',
    weekly: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, [{ opens: '00:00', closes: '24:00' }]])),
  }),
];

/** An opened opportunity of any origin at any hour, what happened to it in its first hour, and a moment to plan at. */
const scenarioArb: fc.Arbitrary<Scenario> = fc
  .record({
    origin: fc.constantFrom(...ORIGINS),
    hour: fc.integer({ min: -24 * 30, max: 24 * 7 }),
    facts: factsArb,
    minutes: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 100 * 24 * 60 })),
    calendar: fc.constantFrom(...CALENDARS),
  })
  .map(({ origin, hour, facts, minutes, calendar }) => {
    const since = plus(MONDAY, hour * HOUR);
    const begun = [
      makeFact('lead.received', { origin }, { id: 'the-lead', at: since }),
      makeFact('opportunity.opened', { origin }, { id: 'the-opening', at: since }),
    ];
    return { facts: [...begun, ...facts], now: plus(since, minutes * MINUTE), calendar };
  });

function holdsFor(
  law: (scenario: Scenario & { history: OpportunityHistory; touches: ReturnType<typeof dueTouches> }) => void,
): void {
  fc.assert(
    fc.property(scenarioArb, (scenario) => {
      const history = historyOf(scenario.facts);
      const touches = dueTouches(history, contextAt(scenario.now, { calendar: scenario.calendar }));
      law({ ...scenario, history, touches });
    }),
    { numRuns: 200 },
  );
}

function historyOf(facts: readonly Fact[]): OpportunityHistory {
  return foldAll(opportunityHistory, facts);
}

/** After every fact that a scenario holds. */
function stopAbout(name: string) {
  return { id: `the-${name}`, at: plus(MONDAY, 8 * DAY_24H) };
}

function split() {
  return [
    { opens: '09:00', closes: '12:00' },
    { opens: '13:00', closes: '18:00' },
  ];
}
