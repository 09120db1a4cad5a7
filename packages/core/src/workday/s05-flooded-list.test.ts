import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MONDAY } from '../../test/support/facts.ts';
import { contextAt } from '../../test/support/plan-context.ts';
import { ALLOWED, makeAgent, makePerson, makeTouch } from '../../test/support/workday.ts';
import type { Touch } from '../cadence/touch.ts';
import { id } from '../spine/id.ts';
import { DAY_24H, plus } from '../spine/instant.ts';
import { LOCALES } from '../spine/reason-texts.ts';
import { createReasonRenderer } from '../spine/render-reason.ts';
import type { Placement } from './placement.ts';
import { planDay } from './plan-day.ts';
import { REASON_TEXTS } from './reason-texts.ts';

/** Ann gets 25 things done in a day, and one lead with four tasks is expected today. */
const ANN = makePerson('ann', { tasks: 25, calls: 25, kept: { tasks: 4, calls: 4 } });
const BEA = makeAgent('bea', { tasks: 30, calls: 30 });
const MAX = makePerson('max', { role: 'manager', tasks: 10, calls: 10 });

describe('S05 140 touches are due, and 25 fit into the day', () => {
  const due = [
    ...many(8, 'promise', { urgency: 'promise', purpose: 'appointment', ageDays: 12 }),
    ...many(60, 'fresh', { ageDays: 2 }),
    ...many(40, 'week', { ageDays: 6 }),
    ...many(32, 'old', { ageDays: 12 }),
  ];
  /** The plan sends an e-mail later to the customers of the week, and to those of the old leads none. */
  const later = {
    from: plus(MONDAY, 2 * DAY_24H),
    best: plus(MONDAY, 2 * DAY_24H),
    deadline: plus(MONDAY, 3 * DAY_24H),
  };
  const mails = many(40, 'week', { who: 'automation', channel: 'email', window: later }).map((mail, i) => ({
    ...mail,
    id: id<'Touch'>(`mail-${i}`),
  }));
  const placements = plan([...due, ...mails], [ANN, BEA, MAX]).filter(({ touch }) => touch.who !== 'automation');

  it('140 in, 140 out', () => {
    expect(due).toHaveLength(140);
    expect(placements.map(({ touch }) => touch.id).sort()).toEqual(due.map((touch) => touch.id).sort());
    expect(count(placements)).toEqual({
      'listed ann': 21,
      'handedOver bea': 30,
      'handedOver max': 10,
      automated: 40,
      deferred: 39,
    });
  });

  it('fills the list with promises first, then with the best expected value, and keeps room for today’s arrivals', () => {
    const list = listOf('ann', placements);
    expect(list.slice(0, 8).every((each) => each.touch.urgency === 'promise')).toBe(true);
    expect(list.slice(8).map(({ expectedValue }) => expectedValue)).toEqual(Array.from({ length: 13 }, () => 0.124));
    const arrived = many(4, 'arrived', { ageDays: 0 });
    const later = plan(arrived, [{ ...ANN, taken: { tasks: 21, calls: 21 } }, BEA, MAX]);
    expect(count(later)).toEqual({ 'listed ann': 4, automated: 0, deferred: 0 });
  });

  it('hands the rest to the BDC up to its capacity, fresh ones beyond that to the manager, with nothing older', () => {
    expect(listOf('bea', placements).every(({ touch }) => touch.id.startsWith('fresh'))).toBe(true);
    expect(listOf('max', placements).every(({ touch }) => touch.id.startsWith('fresh'))).toBe(true);
    const roomy = plan([...due, ...mails], [ANN, { ...BEA, tasks: 100, calls: 100 }, MAX]);
    expect(count(roomy.filter(({ touch }) => touch.who !== 'automation'))).toEqual({
      'listed ann': 21,
      'handedOver bea': 100,
      automated: 0,
      deferred: 19,
    });
  });

  it('leaves old ones to automation where a message of the server is to come, and defers the rest', () => {
    const names = (kind: Placement['kind']) =>
      [
        ...new Set(placements.filter((each) => each.kind === kind).map(({ touch }) => touch.id.replace(/-\d+$/, ''))),
      ].sort();
    expect(names('automated')).toEqual(['week']);
    expect(names('deferred')).toEqual(['fresh', 'old']);
  });

  it('gives each a reason that people can read', () => {
    const render = createReasonRenderer([REASON_TEXTS]);
    for (const { reasons } of placements) {
      for (const locale of LOCALES) {
        const text = render(reasons[0], locale, 'America/New_York');
        expect(text).not.toBe(reasons[0].code);
        expect(text).not.toContain('…');
      }
    }
  });

  it('conserves any flood, whatever room there is', () => {
    const arb = fc.record({
      promises: fc.nat({ max: 60 }),
      fresh: fc.nat({ max: 80 }),
      old: fc.nat({ max: 80 }),
      room: fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }), fc.nat({ max: 40 })),
    });
    fc.assert(
      fc.property(arb, ({ promises, fresh, old, room }) => {
        const flood = [
          ...many(promises, 'promise', { urgency: 'promise' }),
          ...many(fresh, 'fresh', { ageDays: 1 }),
          ...many(old, 'old', { ageDays: 9 }),
        ];
        const people = [ANN, BEA, MAX].map((person, i) => ({ ...person, tasks: room[i] ?? 0, calls: room[i] ?? 0 }));
        const placed = plan(flood, people);
        expect(new Set(placed.map(({ touch }) => touch))).toEqual(new Set(flood));
        expect(placed).toHaveLength(flood.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('S05 the promises alone exceed the day', () => {
  const promises = many(30, 'promise', { urgency: 'promise', purpose: 'appointment' });
  const due = [...promises, ...many(110, 'fresh', { ageDays: 1 })];
  const placements = plan(due, [ANN, BEA, MAX]);

  it('lists exactly those', () => {
    expect(new Set(listOf('ann', placements).map(({ touch }) => touch))).toEqual(new Set(promises));
    expect(placements).toHaveLength(140);
  });
});

// Helpers

function many(count: number, name: string, changes: Parameters<typeof makeTouch>[1]): readonly Touch[] {
  return Array.from({ length: count }, (_, i) => makeTouch(`${name}-${i}`, changes));
}

function plan(due: readonly Touch[], people: Parameters<typeof planDay>[1]): readonly Placement[] {
  return planDay(due, people, { ...contextAt(MONDAY), verdictOf: () => ALLOWED });
}

function listOf(name: string, placements: readonly Placement[]) {
  return placements.flatMap((each) => ('rank' in each && each.to === name ? [each] : []));
}

function count(placements: readonly Placement[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { automated: 0, deferred: 0 };
  for (const each of placements) {
    const key = 'rank' in each ? `${each.kind} ${each.to}` : each.kind;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
