import { describe, expect, it } from 'vitest';
import { ANN, BOB, DEPARTMENT, MONDAY, STORE } from '../../test/support/facts.ts';
import { contextAt } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import { ALLOWED, makePerson, makeTouch } from '../../test/support/workday.ts';
import { DAY_24H, plus } from '../spine/instant.ts';
import { planDay } from '../workday/plan-day.ts';
import { findOverloads, type PromisedLoad } from './find-overloads.ts';
import { REASON_TEXTS } from './reason-texts.ts';

const load = (changes: Partial<PromisedLoad>): PromisedLoad => ({
  memberId: ANN,
  departmentId: DEPARTMENT,
  capacity: { tasks: 25, calls: 15 },
  promised: { tasks: 0, calls: 0 },
  ...changes,
});
const find = (...loads: readonly PromisedLoad[]) => findOverloads(STORE, loads, contextAt(MONDAY));

it('says of whom the promises of a day are more than fits into it, to the manager, with the figures', () => {
  const [finding] = find(load({ promised: { tasks: 30, calls: 10 } }));
  expect(finding).toMatchObject({
    key: `overload:${ANN}:${STORE}:2026-11-16`,
    kind: 'overload',
    storeId: STORE,
    departmentId: DEPARTMENT,
    memberId: ANN,
    since: '2026-11-16',
    tell: [{ role: 'manager', how: 'notice' }],
    evidence: { promised: 30, calls: 10, capacity: 25, callCapacity: 15 },
  });
  if (finding !== undefined) expectRenderable(REASON_TEXTS, finding.reasons[0]);
});

it.each([
  ['a full day of promises', { promised: { tasks: 25, calls: 15 } }, 0],
  ['one promise more', { promised: { tasks: 26, calls: 15 } }, 1],
  ['one call more', { promised: { tasks: 16, calls: 16 } }, 1],
] as const)('finds %s: %#', (_what, changes, found) => {
  expect(find(load(changes))).toHaveLength(found);
});

it('names each person once, in the order of ids, and another day anew', () => {
  const much = { promised: { tasks: 40, calls: 0 } };
  const people = find(load({ memberId: BOB, ...much }), load({ ...much }));
  expect(people.map(({ memberId }) => memberId)).toEqual([ANN, BOB]);
  const tomorrow = findOverloads(STORE, [load(much)], contextAt(plus(MONDAY, DAY_24H)));
  expect(tomorrow[0]?.key).not.toBe(people[0]?.key);
});

describe('S05 the promises alone exceed the day', () => {
  it('finds an overload beside the list of exactly those promises', () => {
    const ann = makePerson('ann', { tasks: 25, calls: 25 });
    const due = Array.from({ length: 140 }, (_, i) => makeTouch(`t${i}`, i < 30 ? { urgency: 'promise' } : {}));
    const placements = planDay(due, [ann], { ...contextAt(MONDAY), verdictOf: () => ALLOWED });
    const list = placements.filter(({ kind }) => kind === 'listed');
    expect(list.map(({ touch }) => touch.urgency)).toEqual(Array.from({ length: 30 }, () => 'promise'));
    const promised = { tasks: list.length, calls: list.length };
    expect(find(load({ memberId: ann.memberId, capacity: ann, promised }))).toMatchObject([
      { kind: 'overload', memberId: 'ann', evidence: { promised: 30, capacity: 25 } },
    ]);
  });
});
