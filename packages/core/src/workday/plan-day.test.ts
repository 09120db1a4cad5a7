import { expect, it } from 'vitest';
import { MONDAY } from '../../test/support/facts.ts';
import { contextAt } from '../../test/support/plan-context.ts';
import { ALLOWED, makeAgent, makePerson, makeTouch, NEVER, notBefore } from '../../test/support/workday.ts';
import type { Touch } from '../cadence/touch.ts';
import type { ContactVerdict } from '../contact/contact-verdict.ts';
import { day } from '../spine/day.ts';
import { id } from '../spine/id.ts';
import { DAY_24H, HOUR, MINUTE, plus } from '../spine/instant.ts';
import type { Capacity } from './capacity.ts';
import type { Placement } from './placement.ts';
import { planDay } from './plan-day.ts';

/** The end of Monday in New York. */
const MIDNIGHT = plus(MONDAY, 14 * HOUR);
const ANN = makePerson('ann', { tasks: 2, calls: 2 });

it('ranks by the chance to close that age leaves, then by deadline, after clocks and promises', () => {
  const due = [
    makeTouch('old', { ageDays: 20 }),
    makeTouch('fresh', { ageDays: 2 }),
    makeTouch('fresh-earlier', { ageDays: 1, window: { from: MONDAY, best: MONDAY, deadline: plus(MONDAY, HOUR) } }),
    makeTouch('promise', { urgency: 'promise', purpose: 'appointment', ageDays: 20 }),
    makeTouch('clock', { urgency: 'clock', ageDays: 20 }),
    makeTouch('week', { ageDays: 6 }),
  ];
  expect(listOf('ann', place(due, [makePerson('ann')]))).toEqual([
    ['clock', 1, 0.014],
    ['promise', 2, 0.014],
    ['fresh-earlier', 3, 0.124],
    ['fresh', 4, 0.124],
    ['week', 5, 0.023],
    ['old', 6, 0.014],
  ]);
});

it('ranks equals by the earlier deadline, then by the earlier best time', () => {
  const window = (best: number, deadline: number) => ({
    window: { from: MONDAY, best: plus(MONDAY, best * HOUR), deadline: plus(MONDAY, deadline * HOUR) },
  });
  const due = [makeTouch('a', window(1, 5)), makeTouch('b', window(2, 4)), makeTouch('c', window(1, 4))];
  expect(listOf('ann', place(due, [makePerson('ann')])).map(([name]) => name)).toEqual(['c', 'b', 'a']);
});

it('ends a list at what the person gets done, and hands the rest to the BDC with room', () => {
  const due = ['a', 'b', 'c', 'd'].map((name, i) => makeTouch(name, { ageDays: i * 4 }));
  const placements = place(due, [ANN, makeAgent('bea', { tasks: 1, calls: 1 })]);
  expect(listOf('ann', placements).map(([name]) => name)).toEqual(['a', 'b']);
  expect(listOf('bea', placements)).toEqual([['c', 1, 0.014]]);
  expect(placements.find(({ touch }) => touch.id === 'd')).toMatchObject({ kind: 'deferred', to: day('2026-11-17') });
  expect(codesOf(placements, 'c')).toEqual(['workday.ownerFull', 'workday.chanceToClose']);
});

it('bounds the calls within the tasks', () => {
  const due = [makeTouch('a'), makeTouch('b', { ageDays: 5 }), makeTouch('letter', { channel: 'letter', ageDays: 6 })];
  const placements = place(due, [makePerson('ann', { tasks: 5, calls: 1 })]);
  expect(kinds(placements)).toEqual({ a: 'listed', letter: 'listed', b: 'deferred' });
});

it('leaves the room of the BDC to its own work first', () => {
  const due = [makeTouch('over', { ageDays: 0, ownerId: id('nobody') }), makeTouch('own', { who: 'bdc', ageDays: 20 })];
  const placements = place(due, [makeAgent('bea', { tasks: 1, calls: 1 })]);
  expect(kinds(placements)).toEqual({ own: 'listed', over: 'deferred' });
});

it('spreads what is handed over to the least loaded agent', () => {
  const due = ['a', 'b', 'c'].map((name) => makeTouch(name, { ownerId: id('away') }));
  const placements = place(due, [
    makeAgent('bea'),
    makeAgent('bob', { tasks: 50 }),
    makePerson('away', { present: false }),
  ]);
  expect(placements.map((each) => [each.touch.id, 'to' in each && each.to])).toEqual([
    ['a', 'bea'],
    ['c', 'bea'],
    ['b', 'bob'],
  ]);
  expect(codesOf(placements, 'a')[0]).toBe('workday.ownerAway');
});

it('keeps all promises and waiting leads with the person whose they are, also when they alone exceed the day', () => {
  const promises = ['p1', 'p2', 'p3'].map((name) => makeTouch(name, { urgency: 'promise' }));
  const due = [makeTouch('fresh', { ageDays: 0 }), makeTouch('clock', { urgency: 'clock' }), ...promises];
  const placements = place(due, [ANN, makeAgent('bea', { present: false })]);
  expect(listOf('ann', placements).map(([name]) => name)).toEqual(['clock', 'p1', 'p2', 'p3']);
  expect(kinds(placements)).toMatchObject({ fresh: 'deferred' });
});

it('gives promises whose owner is away to the least loaded of all who are there, with room or without', () => {
  const away = makePerson('away', { present: false });
  const max = makePerson('max', { role: 'manager', taken: { tasks: 24, calls: 15 } });
  const full = makePerson('ann', { taken: { tasks: 30, calls: 15 } });
  const due = ['p1', 'p2', 'p3'].map((name) => makeTouch(name, { urgency: 'promise', ownerId: id('away') }));
  const placements = place(due, [away, full, max]);
  expect(listOf('max', placements).map(([name]) => name)).toEqual(['p1', 'p2', 'p3']);
  expect(codesOf(placements, 'p1')).toEqual(['workday.ownerAway', 'workday.promise']);
  const nobody = place(due, [away]);
  expect(kinds(nobody)).toEqual({ p1: 'deferred', p2: 'deferred', p3: 'deferred' });
  expect(codesOf(nobody, 'p1')).toEqual(['workday.nobodyThere']);
});

it('gives a recovery to the least loaded manager, however full, and to nobody who is none', () => {
  const due = [makeTouch('recovery', { who: 'manager', urgency: 'promise' })];
  const [mia, max] = [
    makePerson('mia', { role: 'manager', tasks: 1 }),
    makePerson('max', { role: 'manager', tasks: 1 }),
  ];
  const full = { taken: { tasks: 3, calls: 3 } };
  const people = [makePerson('ann'), { ...max, ...full }, { ...mia, taken: { tasks: 2, calls: 2 } }];
  expect(place(due, people)[0]).toMatchObject({ kind: 'listed', to: 'mia' });
  expect(kinds(place(due, [makePerson('ann'), makeAgent('bea')]))).toEqual({ recovery: 'deferred' });
});

it('counts what stands on the day already', () => {
  const due = ['a', 'b', 'c'].map((name) => makeTouch(name));
  const ann = makePerson('ann', { tasks: 10, calls: 4, taken: { tasks: 5, calls: 2 } });
  expect(kinds(place(due, [ann]))).toEqual({ a: 'listed', b: 'listed', c: 'deferred' });
});

it('keeps room for the leads of today, and lets none but them have it', () => {
  const ann = makePerson('ann', { tasks: 6, calls: 6, kept: { tasks: 1.5, calls: 1.5 } });
  const older = ['a', 'b', 'c', 'd', 'e'].map((name) => makeTouch(name));
  expect(kinds(place(older, [ann]))).toEqual({ a: 'listed', b: 'listed', c: 'listed', d: 'listed', e: 'deferred' });
  const today = ['t1', 't2', 't3'].map((name) => makeTouch(name, { ageDays: 0 }));
  expect(kinds(place([...older, ...today], [ann]))).toMatchObject({ t1: 'listed', t2: 'listed', t3: 'deferred' });
  expect(listOf('ann', place([...older, ...today], [ann]))).toHaveLength(6);
});

it('keeps at most half of the day, however many leads are expected', () => {
  const ann = makePerson('ann', { tasks: 6, calls: 6, kept: { tasks: 40, calls: 40 } });
  const older = ['a', 'b', 'c', 'd', 'e'].map((name) => makeTouch(name));
  expect(listOf('ann', place(older, [ann]))).toHaveLength(3);
});

it('weighs worth by what its person makes of it, and asks who makes more of it first', () => {
  const due = ['a', 'b'].map((name) => makeTouch(name, { ownerId: id('nobody') }));
  const agents = [
    makeAgent('bea', { accomplishes: 0.5 }),
    makeAgent('bob', { accomplishes: 0.8 }),
    makeAgent('zoe', { accomplishes: 0 }),
  ];
  const placements = place(due, agents);
  expect(listOf('bob', placements)).toEqual([['a', 1, 0.124 * 0.8]]);
  expect(listOf('bea', placements)).toEqual([['b', 1, 0.062]]);
  const own = place(
    [makeTouch('old', { ageDays: 9, ownerId: id('zoe') }), makeTouch('new', { ownerId: id('zoe') })],
    agents,
  );
  // Who makes nothing of calls so far still has an order on the list.
  expect(listOf('zoe', own)).toEqual([
    ['new', 1, 0.124 * 0.05],
    ['old', 2, 0.014 * 0.05],
  ]);
});

it('leaves an older touch without room to the message of the server that is to come, and a fresh one not', () => {
  const full = makePerson('ann', { tasks: 0, calls: 0 });
  const later = {
    from: plus(MONDAY, 3 * DAY_24H),
    best: plus(MONDAY, 3 * DAY_24H),
    deadline: plus(MONDAY, 4 * DAY_24H),
  };
  const mail = (name: string, of: string, changes: Partial<Touch> = {}) =>
    makeTouch(name, {
      opportunityId: id(`opportunity-${of}`),
      who: 'automation',
      channel: 'email',
      window: later,
      ...changes,
    });
  const past = { from: plus(MONDAY, -DAY_24H), best: plus(MONDAY, -DAY_24H), deadline: MONDAY };
  const due = [
    makeTouch('old', { ageDays: 5 }),
    mail('mail-old-b', 'old', { channel: 'text', window: { ...later, from: plus(later.from, DAY_24H) } }),
    mail('mail-old', 'old'),
    mail('mail-old-c', 'old', { channel: 'text' }),
    makeTouch('alone', { ageDays: 5 }),
    makeTouch('late', { ageDays: 5 }),
    mail('mail-late', 'late', { window: past }),
    makeTouch('forbidden', { ageDays: 5 }),
    mail('mail-forbidden', 'forbidden'),
    makeTouch('fresh', { ageDays: 2 }),
    mail('mail-fresh', 'fresh'),
    makeTouch('second-look', { ageDays: 5, who: 'manager' }),
    mail('mail-second-look', 'second-look'),
  ];
  const placements = place(due, [full], (touch) => (touch.id === 'mail-forbidden' ? NEVER : ALLOWED));
  expect(kinds(placements)).toMatchObject({
    old: 'automated',
    alone: 'deferred',
    late: 'deferred',
    forbidden: 'deferred',
    fresh: 'deferred',
    'second-look': 'deferred',
  });
  expect(placements.find(({ touch }) => touch.id === 'old')?.reasons).toMatchObject([
    { code: 'workday.leftToAutomation', data: { channel: 'email', day: '2026-11-19' } },
  ]);
});

it('turns to a manager with room for what is urgent or fresh, and for nothing older', () => {
  const manager = makePerson('max', { role: 'manager' });
  const due = [
    makeTouch('fresh', { ageDays: 3, ownerId: id('nobody') }),
    makeTouch('older', { ageDays: 4, ownerId: id('nobody') }),
    makeTouch('sold', { ageDays: 1, trigger: 'sold', ownerId: id('nobody') }),
    makeTouch('clock', { ageDays: 9, urgency: 'clock', ownerId: id('nobody') }),
  ];
  const placements = place(due, [manager]);
  expect(kinds(placements)).toEqual({ clock: 'handedOver', fresh: 'handedOver', older: 'deferred', sold: 'deferred' });
});

it('gives a step of the manager to a manager, and to nobody else', () => {
  const due = [makeTouch('second-look', { who: 'manager' })];
  const manager = makePerson('max', { role: 'manager' });
  expect(place(due, [makePerson('ann'), manager])[0]).toMatchObject({ kind: 'listed', to: 'max' });
  const full = makePerson('max', { role: 'manager', tasks: 0 });
  expect(kinds(place(due, [full, makeAgent('bea')]))).toEqual({ 'second-look': 'deferred' });
});

it('leaves automation its steps, also those that must wait until later today', () => {
  const due = [makeTouch('mail', { who: 'automation', channel: 'email' })];
  const placements = place(due, [ANN], () => notBefore(plus(MONDAY, HOUR)));
  expect(kinds(placements)).toEqual({ mail: 'automated' });
});

it('blocks what contact law forbids today, whoever would do it, and hands on the verdict', () => {
  const due = [makeTouch('a'), makeTouch('mail', { who: 'automation', channel: 'email' })];
  expect(place(due, [ANN], () => NEVER)).toMatchObject([
    { kind: 'blocked', verdict: NEVER, reasons: NEVER.reasons },
    { kind: 'blocked', verdict: NEVER },
  ]);
  const tomorrow = notBefore(MIDNIGHT);
  expect(kinds(place(due, [ANN], () => tomorrow))).toEqual({ a: 'blocked', mail: 'blocked' });
});

it('lists what is lawful later today, and says from when on', () => {
  const placements = place([makeTouch('a')], [ANN], () => notBefore(plus(MONDAY, HOUR)));
  expect(kinds(placements)).toEqual({ a: 'listed' });
  expect(codesOf(placements, 'a')).toEqual(['workday.chanceToClose', 'workday.lawfulFrom', 'contact.quietHours']);
});

it('defers what begins another day to that day', () => {
  const window = { from: MIDNIGHT, best: MIDNIGHT, deadline: plus(MIDNIGHT, HOUR) };
  const placements = place([makeTouch('a', { window })], [ANN]);
  expect(placements).toMatchObject([{ kind: 'deferred', to: day('2026-11-17') }]);
  expect(codesOf(placements, 'a')).toEqual(['workday.notYet']);
});

it('defers over a closed Sunday to Monday', () => {
  const saturday = plus(MONDAY, 5 * DAY_24H);
  const placements = planDay([makeTouch('a', { ownerId: id('nobody'), ageDays: 9 })], [], {
    ...contextAt(saturday),
    verdictOf: () => ALLOWED,
  });
  expect(placements).toMatchObject([{ kind: 'deferred', to: day('2026-11-23') }]);
});

it('still plans in the last minute of the day for that day', () => {
  const lastMinute = plus(MIDNIGHT, -MINUTE);
  const placements = planDay([makeTouch('a')], [ANN], { ...contextAt(lastMinute), verdictOf: () => ALLOWED });
  expect(kinds(placements)).toEqual({ a: 'listed' });
});

// Helpers

function place(
  due: readonly Touch[],
  people: readonly Capacity[],
  verdictOf: (touch: Touch) => ContactVerdict = () => ALLOWED,
): readonly Placement[] {
  return planDay(due, people, { ...contextAt(MONDAY), verdictOf });
}

function listOf(name: string, placements: readonly Placement[]) {
  return placements.flatMap((each) =>
    'rank' in each && each.to === name ? [[each.touch.id, each.rank, each.expectedValue] as const] : [],
  );
}

function kinds(placements: readonly Placement[]): Readonly<Record<string, Placement['kind']>> {
  return Object.fromEntries(placements.map((each) => [each.touch.id, each.kind]));
}

function codesOf(placements: readonly Placement[], touch: string): readonly string[] {
  return placements.find((each) => each.touch.id === touch)?.reasons.map(({ code }) => code) ?? [];
}
