import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MONDAY, reordered } from '../../test/support/facts.ts';
import { contextAt, succeed } from '../../test/support/plan-context.ts';
import { expectCompleteTexts, expectRenderable } from '../../test/support/texts.ts';
import { id } from '../spine/id.ts';
import { HOUR, type Instant, plus } from '../spine/instant.ts';
import type { Candidate } from './candidate.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { routeLead } from './route-lead.ts';

const context = contextAt(MONDAY);

it('leaves a known customer with the owner, however full the owner is', () => {
  expect(route(candidate('ann', { knowsCustomer: true, tasks: 25 }), candidate('bob'))).toEqual([
    'ann',
    undefined,
    ['routing.knownOwner'],
  ]);
});

it('has a present person cover the clock while the owner is away, and leaves the customer with the owner', () => {
  expect(route(candidate('ann', { knowsCustomer: true, present: false }), candidate('bob'))).toEqual([
    'ann',
    'bob',
    ['routing.knownOwner', 'routing.ownerAway', 'routing.mostRoom'],
  ]);
});

it('says why it is this one of several who covers the clock', () => {
  const owner = candidate('ann', { knowsCustomer: true, present: false });
  const [bob, cat] = [candidate('bob', { accomplishes: 0.5 }), candidate('cat', { accomplishes: 0.9 })];
  expect(route(owner, bob, cat)).toEqual([
    'ann',
    'cat',
    ['routing.knownOwner', 'routing.ownerAway', 'routing.mostRoom', 'routing.documents'],
  ]);
});

it('names with every reason the plan by which it was decided', () => {
  const away = candidate('ann', { knowsCustomer: true, present: false });
  for (const people of [[away, candidate('bob'), candidate('cat')], [candidate('bob')], [away]]) {
    const { reasons } = succeed(routeLead(people, context));
    expect(reasons.map(({ plan }) => plan)).toEqual(reasons.map(() => ({ version: context.plan.version })));
  }
});

it('waits with the owner when nobody is present', () => {
  const away = { present: false };
  expect(route(candidate('ann', { ...away, knowsCustomer: true }), candidate('bob', away))).toEqual([
    'ann',
    undefined,
    ['routing.knownOwner', 'routing.nobodyPresent'],
  ]);
});

it('gives a new customer to who has the most room for the size of the day', () => {
  // Ten of fifty is less than six of twenty-five.
  const bigger = candidate('bob', { tasks: 10, capacity: 50 });
  expect(route(candidate('ann', { tasks: 6 }), bigger)).toEqual(['bob', undefined, ['routing.mostRoom']]);
});

it('takes turns among equals: who has waited longest, who never had one first', () => {
  const [early, late] = [{ lastLeadAt: plus(MONDAY, -2 * HOUR) }, { lastLeadAt: plus(MONDAY, -HOUR) }];
  expect(route(candidate('ann', late), candidate('bob', early))[0]).toBe('bob');
  expect(route(candidate('ann', late), candidate('bob', early), candidate('cat'))[0]).toBe('cat');
});

it('gives nothing to who is at capacity while another has room, and to the least loaded when nobody has', () => {
  const full = candidate('ann', { tasks: 1, capacity: 1 });
  expect(route(full, candidate('bob', { tasks: 24 }))[0]).toBe('bob');
  expect(route(candidate('ann', { capacity: 0 }), candidate('bob', { tasks: 24 }))[0]).toBe('bob');
  expect(route(candidate('ann', { tasks: 30 }), candidate('bob', { tasks: 26 }))).toEqual([
    'bob',
    undefined,
    ['routing.allFull'],
  ]);
});

it('prefers who is present, and otherwise lets the lead wait with whose turn it is', () => {
  expect(route(candidate('ann', { present: false }), candidate('bob', { tasks: 25 }))[0]).toBe('bob');
  expect(route(candidate('ann', { present: false }))).toEqual(['ann', undefined, ['routing.nobodyPresent']]);
});

it('refuses when there is nobody', () => {
  const result = routeLead([], context);
  expect(!result.ok && result.refusals[0].code).toBe('routing.nobody');
});

it('depends on the candidates, not on their order, and never gives more to the full while a present one has room', () => {
  fc.assert(
    fc.property(
      candidatesArb.chain((list) => fc.tuple(fc.constant(list), reordered(list))),
      ([candidates, again]) => {
        const chosen = succeed(routeLead(candidates, context));
        expect(succeed(routeLead(again, context))).toEqual(chosen);
        const known = candidates.some((each) => each.knowsCustomer);
        const doer = candidates.find((each) => each.memberId === (chosen.cover ?? chosen.owner));
        const room = candidates.some((each) => each.present && each.tasks < each.capacity);
        if (!known && room) expect(doer?.present === true && doer.tasks < doer.capacity).toBe(true);
        if (chosen.cover !== undefined) expect(doer?.present).toBe(true);
        for (const reason of chosen.reasons) expectRenderable(REASON_TEXTS, reason);
      },
    ),
  );
});

it('says every reason in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
});

// Helpers

function candidate(name: string, changes: Partial<Candidate> = {}): Candidate {
  return { memberId: id<'Member'>(name), knowsCustomer: false, present: true, tasks: 0, capacity: 25, ...changes };
}

function route(...candidates: readonly Candidate[]) {
  const { owner, cover, reasons } = succeed(routeLead(candidates, context));
  return [owner, cover, reasons.map(({ code }) => code)];
}

const candidatesArb = fc.uniqueArray(
  fc
    .record({
      name: fc.constantFrom('ann', 'bob', 'cat', 'dan'),
      knowsCustomer: fc.boolean(),
      present: fc.boolean(),
      tasks: fc.nat({ max: 4 }),
      capacity: fc.nat({ max: 4 }),
      lastLeadAt: fc.option(fc.nat({ max: 2 }), { nil: undefined }),
    })
    .map(({ name, lastLeadAt, ...rest }) =>
      candidate(name, { ...rest, ...(lastLeadAt !== undefined && { lastLeadAt: lastLeadAt as Instant }) }),
    ),
  { selector: (each) => each.memberId, minLength: 1 },
);
