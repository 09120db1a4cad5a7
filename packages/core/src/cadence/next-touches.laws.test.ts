import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsArb, MONDAY, makeFact } from '../../test/support/facts.ts';
import { calendarOf, makeStep, NEW_YORK, NEW_YORK_HOURS, planOf, succeed } from '../../test/support/plan-context.ts';
import { type OpportunityHistory, opportunityHistory } from '../opportunity/opportunity-history.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import { defaultPlan } from '../plan/default-plan.ts';
import { STEP_ACTORS, STOP_EVENTS, type StepTiming } from '../plan/follow-up-plan.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import { HOUR, type Instant, MINUTE, plus } from '../spine/instant.ts';
import { ORIGINS } from '../spine/words.ts';
import { NEXT_TOUCH_CODES } from './decide-next-touch.ts';
import { dueTouches } from './due-touches.ts';
import { explainNextTouch, nextTouch, nextTouchOf } from './next-touch.ts';
import { type NextTouches, nextTouches } from './next-touches.ts';
import { encodeTouches, touchColumns } from './touch-columns.ts';
import { touchState } from './touch-state.ts';

it('says of each opportunity what the single call says', () => {
  fc.assert(
    fc.property(
      fc.array(historyArb, { maxLength: 8 }),
      planArb,
      calendarArb,
      minutesArb,
      (histories, plan, calendar, minutes) => {
        const now = plus(MONDAY, minutes * MINUTE);
        const next = nextTouches(touchColumns(histories, { plan, calendar }), now);
        expect(histories.map((_, i) => rowOf(next, i))).toEqual(
          histories.map((history) => singleRow(history, { plan, calendar, now })),
        );
      },
    ),
    { numRuns: 1500 },
  );
});

it('says it again at another hour, without encoding anew, into the same columns', () => {
  fc.assert(
    fc.property(fc.array(historyArb, { maxLength: 5 }), minutesArb, minutesArb, (histories, first, second) => {
      const plan = planOf();
      const columns = touchColumns(histories, { plan, calendar: NEW_YORK });
      const before = nextTouches(columns, plus(MONDAY, first * MINUTE));
      const now = plus(MONDAY, second * MINUTE);
      expect(nextTouches(columns, now, before)).toBe(before);
      expect(histories.map((_, i) => rowOf(before, i))).toEqual(
        histories.map((history) => singleRow(history, { plan, calendar: NEW_YORK, now })),
      );
    }),
    { numRuns: 200 },
  );
});

it('asks a state at any hour, and changes nothing of it', () => {
  fc.assert(
    fc.property(
      historyArb,
      planArb,
      calendarArb,
      fc.array(minutesArb, { maxLength: 4 }),
      (history, plan, calendar, hours) => {
        const state = touchState(history, { plan, calendar });
        const before = structuredClone({ ...state, rules: undefined });
        for (const minutes of hours) {
          const now = plus(MONDAY, minutes * MINUTE);
          const { step, from, deadline } = nextTouch(state, now) ?? {};
          expect([from, deadline, step]).toEqual(
            singleRow(history, { plan, calendar, now })
              .slice(0, 3)
              .map((each) => (Number.isNaN(each) ? undefined : each)),
          );
        }
        expect({ ...state, rules: undefined }).toEqual(before);
      },
    ),
    { numRuns: 200 },
  );
});

it('takes in what happens to one opportunity', () => {
  fc.assert(
    fc.property(historyArb, historyArb, minutesArb, (before, after, minutes) => {
      const plan = planOf();
      const columns = touchColumns([before, before], { plan, calendar: NEW_YORK });
      encodeTouches(columns, 1, after);
      const now = plus(MONDAY, minutes * MINUTE);
      const context = { plan, calendar: NEW_YORK, now };
      const next = nextTouches(columns, now);
      expect([rowOf(next, 0), rowOf(next, 1)]).toEqual([singleRow(before, context), singleRow(after, context)]);
    }),
    { numRuns: 200 },
  );
});

// Helpers

const minutesArb = fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -40_000, max: 150_000 }));

const historyArb: fc.Arbitrary<OpportunityHistory> = fc
  .record({
    origin: fc.constantFrom(...ORIGINS),
    hour: fc.integer({ min: -24 * 30, max: 24 * 7 }),
    facts: factsArb,
    opened: fc.boolean(),
    addresses: fc.record({ callable: fc.boolean(), mailable: fc.boolean() }),
    stopped: fc.integer({ min: 0, max: 24 * 20 }),
    stop: fc.constantFrom(undefined, 'replied', 'spoke'),
    named: fc.array(
      fc.record({
        step: fc.constantFrom('internet-call-first', 'internet-call-day1', 'phone-call-day1', 'first', 'step-7'),
        channel: fc.constantFrom('call' as const, 'text' as const),
        episode: fc.constantFrom(0, 1),
        sent: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    unnamed: fc.boolean(),
  })
  .map(({ named, unnamed, origin, hour, facts, opened, addresses, stopped, stop }) => {
    const since = plus(MONDAY, hour * HOUR);
    const begun = [
      makeFact('lead.received', { origin, ...addresses }, { id: 'the-lead', at: since }),
      makeFact('opportunity.opened', { origin }, { id: 'the-opening', at: since }),
    ];
    const about = { id: 'the-stop', at: plus(since, stopped * HOUR) };
    const ends =
      stop === undefined
        ? []
        : [
            stop === 'replied'
              ? makeFact('customer.replied', {}, about)
              : makeFact('activity.logged', { disposition: 'spoke' }, about),
          ];
    const acts = named.map(({ step, channel, episode, sent }, i) => {
      const touchId = id<'Touch'>(`opportunity-1:${step}:${(since + episode).toString(36)}`);
      const act = { id: `act-${i}`, at: plus(since, (i + 1) * HOUR) };
      return sent
        ? makeFact('message.sent', { channel, touchId }, act)
        : makeFact('activity.logged', { channel, touchId, disposition: 'noAnswer' }, act);
    });
    const more = unnamed ? facts : facts.filter(({ kind }) => kind !== 'activity.logged');
    return foldAll(opportunityHistory, [...(opened ? begun : begun.slice(0, 1)), ...more, ...acts, ...ends]);
  });

/** The default plan, which has no two steps of a channel at a time, and plans of steps that overlap in every way. */
const planArb: fc.Arbitrary<CompiledPlan> = fc.oneof(
  fc.constant(planOf()),
  fc
    .array(
      fc.record({
        due: fc.oneof(
          fc.record({
            unit: fc.constant('days' as const),
            after: fc.integer({ min: 0, max: 9 }),
            within: fc.integer({ min: 0, max: 3 }),
            at: fc.constant('opening' as const),
          }),
          fc.record({
            unit: fc.constant('minutes' as const),
            after: fc.constantFrom(0, 30, 3000),
            within: fc.constantFrom(5, 2000),
          }),
          fc.record({
            unit: fc.constant('openMinutes' as const),
            after: fc.constantFrom(0, 10, 660, 1500),
            within: fc.constantFrom(5, 660, 3000),
          }),
        ),
        who: fc.constantFrom(...STEP_ACTORS),
        channel: fc.constantFrom('call' as const, 'text' as const, 'email' as const, 'letter' as const),
        stopOn: fc.subarray([...STOP_EVENTS]),
      }),
      { minLength: 1, maxLength: 9 },
    )
    .map((steps) => {
      const first = makeStep({ id: 'first', due: { unit: 'openMinutes', after: 0, within: 5 } });
      const more = steps.map((step, i) => {
        const fit = step.who === 'automation' ? { channel: 'email' as const } : { due: openOrDays(step.due) };
        return makeStep({ ...step, ...fit, id: `step-${(i * 7) % 10}` });
      });
      return compilePlan({ ...defaultPlan(), actionPlans: [{ trigger: 'internet', steps: [first, ...more] }] });
    })
    // A plan has no two steps of one kind at a time.
    .filter((plan) => plan.ok)
    .map(succeed),
);

/** People's steps count in open minutes or in days. */
function openOrDays(due: StepTiming): StepTiming {
  return due.unit === 'minutes' ? { ...due, unit: 'openMinutes' } : due;
}

const calendarArb = fc.constantFrom(
  NEW_YORK,
  // Breaks at noon, three days a week.
  calendarOf({
    zone: 'America/Los_Angeles',
    weekly: Object.fromEntries(
      [1, 3, 6].map((d) => [
        d,
        [
          { opens: '09:00', closes: '12:00' },
          { opens: '13:00', closes: '18:00' },
        ],
      ]),
    ),
  }),
  // It ends while plans run.
  calendarOf(NEW_YORK_HOURS, '2026-01-01', '2026-11-24'),
);

type Row = readonly [from: number, deadline: number, step: string | undefined, codes: number];

function rowOf({ from, deadline, step, codes, steps }: NextTouches, i: number): Row {
  return [from[i] as number, deadline[i] as number, steps[step[i] as number], codes[i] as number];
}

function singleRow(
  history: OpportunityHistory,
  context: { plan: CompiledPlan; calendar: typeof NEW_YORK; now: Instant },
): Row {
  const touch = dueTouches(history, context).find(({ who }) => who !== 'automation');
  const state = touchState(history, context);
  const next = nextTouch(state, context.now);
  expect(explainNextTouch(state, context.now)).toEqual(touch);
  expect(nextTouchOf(history, context)).toEqual(touch);
  expect(next?.step).toEqual(touch?.step);
  if (touch === undefined || next === undefined) return [Number.NaN, Number.NaN, undefined, 0];
  const has = (code: string): boolean => touch.reasons.some((why) => why.code === code);
  const codes =
    (has('cadence.clockRunning') ? NEXT_TOUCH_CODES.clockRunning : 0) |
    (has('cadence.askedAgain') ? NEXT_TOUCH_CODES.askedAgain : 0) |
    (has('cadence.overdue') ? NEXT_TOUCH_CODES.overdue : 0);
  expect(next).toEqual({ step: touch.step, from: touch.window.from, deadline: touch.window.deadline, codes });
  return [touch.window.from, touch.window.deadline, touch.step, codes];
}
