import type { LoadRangeView, PlanVersionResult, Trigger } from '@beback/client';

type Version = Extract<NonNullable<PlanVersionResult['node']>, { readonly __typename: 'PlanVersion' }>;
type Load = NonNullable<Version['load']>;
type People = Load['people'][number];

export const TRIGGERS = ['internet', 'phoneUp', 'walkIn', 'sold', 'lost'] as const satisfies readonly Trigger[];
const START = Date.parse('2026-11-20T00:00:00Z');
const DAY = 86_400_000;

export function range(tasks: number, calls = 0, expected = 0.65): LoadRangeView {
  return { atMost: { tasks, calls }, expected: { tasks: tasks * expected, calls: calls * expected } };
}

/** So many days on which a step a day sets in, Sundays closed. */
function seriesOf(steady: number, touches: number): People['series'] {
  return Array.from({ length: 45 }, (_, index) => {
    const at = new Date(START + index * DAY);
    const open = at.getUTCDay() !== 0;
    return {
      day: at.toISOString().slice(0, 10),
      load: range(open ? (steady * Math.min(touches, index + 1)) / touches : 0),
    };
  });
}

export function makePeople(over: Partial<People> = {}): People {
  return {
    carrier: 'internet',
    people: 1,
    capacity: { tasks: 50, calls: 40 },
    load: range((20 * 70) / 22, 70 / 22),
    firstDayOver: '2026-12-08',
    firstDayOverInCalls: null,
    overSteps: [16, 17, 18, 19, 20].map((n) => `touch-${n}`),
    series: seriesOf((20 * 70) / 22, 20),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, load: range(weekday === 7 ? 0 : (20 * 70) / 22) })),
    ...over,
  };
}

/** Those of whom nothing is asked. */
export function makeIdle(carrier: People['carrier'], people = 2): People {
  return makePeople({
    carrier,
    people,
    load: range(0),
    firstDayOver: null,
    overSteps: [],
    series: seriesOf(0, 1),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, load: range(0) })),
  });
}

/** The load of 20 human touches for 70 Internet leads a month. */
export function makeLoad(over: Partial<Load> = {}): Load {
  return {
    fits: false,
    measured: false,
    refusals: [
      {
        code: 'forecast.tooManyTasks',
        text: 'Too many tasks (internet): up to 63.6 on a working day, 50 get done (first day over: Tue, Dec 8).',
        stepId: null,
      },
      ...[16, 17, 18, 19, 20].map((n) => ({
        code: 'forecast.overStep',
        text: 'This step is more than fits (internet): it brings up to 3.2 on a working day.',
        stepId: `touch-${n}`,
      })),
    ],
    leadsAMonth: TRIGGERS.map((trigger) => ({ trigger, count: trigger === 'internet' ? 70 : 0 })),
    atMost: { people: (20 * 70) / 22, managers: 1.25, automation: 12.7 },
    expected: { people: 41.4, managers: 0.8, automation: 8.3 },
    people: [makeIdle('sales'), makePeople(), makeIdle('bdc', 0), makeIdle('manager', 1)],
    ...over,
  };
}

/** The load of 10 human touches: 31.8 a day. */
export function makeFittingLoad(over: Partial<Load> = {}): Load {
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, load: range(weekday === 7 ? 0 : 31.8) }));
  const fitting = { load: range(700 / 22, 70 / 22), firstDayOver: null, overSteps: [], weekdays };
  return makeLoad({
    fits: true,
    refusals: [],
    people: [makeIdle('sales'), makePeople({ ...fitting, series: seriesOf(700 / 22, 10) }), makeIdle('manager', 1)],
    ...over,
  });
}

/** Everybody has signed whom it is about, and the reader is none of them. */
export function makeSignatures(over: Partial<Version['signatures']> = {}): Version['signatures'] {
  return { signed: 0, total: 0, mine: null, awaited: false, signedBy: [], missing: [], refusals: [], ...over };
}

/** A draft with 20 touches after an Internet lead and one after the delivery. */
export function makeVersion(over: Partial<Version> = {}): Version {
  return {
    __typename: 'PlanVersion',
    id: 'version-2',
    number: 2,
    name: 'Our plan',
    state: 'draft',
    store: { id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' },
    createdAt: '2026-11-20T21:30:00Z',
    draftedBy: { id: 'member-1', name: 'Max Roe' },
    activatedAt: null,
    activatedBy: null,
    loadOverride: null,
    retirement: null,
    revision: 1,
    unfinished: false,
    signatures: makeSignatures(),
    changes: null,
    policies: [
      { path: 'clock', text: 'A lead is called within 5 minutes while the store is open.' },
      { path: 'capacity.internet', text: 'Somebody of the Internet department gets 50 tasks done in a day.' },
    ],
    sentences: [
      ...Array.from({ length: 20 }, (_, index) => ({
        stepId: `touch-${index + 1}`,
        trigger: 'internet' as const,
        text: `On day ${index} after an Internet lead, best at opening, the customer’s salesperson e-mails the customer.`,
      })),
      { stepId: 'thanks', trigger: 'sold', text: 'On day 1 after the delivery, a manager calls the customer.' },
    ],
    load: makeLoad(),
    ...over,
  };
}

/** The version that was there first. */
export function makeActive(over: Partial<Version> = {}): Version {
  return makeVersion({
    id: 'version-1',
    number: 1,
    state: 'active',
    draftedBy: null,
    activatedAt: '2026-10-01T14:00:00Z',
    load: makeFittingLoad({ measured: true }),
    ...over,
  });
}
