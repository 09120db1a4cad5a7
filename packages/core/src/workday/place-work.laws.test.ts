import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MONDAY } from '../../test/support/facts.ts';
import { plainDay } from '../../test/support/plain-day.ts';
import { contextAt } from '../../test/support/plan-context.ts';
import { ALLOWED, makePerson, makeTouch, NEVER, notBefore } from '../../test/support/workday.ts';
import { type Touch, URGENCIES } from '../cadence/touch.ts';
import type { ContactVerdict } from '../contact/contact-verdict.ts';
import { STEP_ACTORS, TRIGGERS } from '../plan/follow-up-plan.ts';
import { id } from '../spine/id.ts';
import { DAY_24H, HOUR, type Instant, plus } from '../spine/instant.ts';
import { DEPARTMENT_KINDS, ROLES } from '../spine/words.ts';
import type { Capacity } from './capacity.ts';
import { explainPlace } from './explain-place.ts';
import { PLACE_CODES } from './place-code.ts';
import { type PlacedWork, placeWork } from './place-work.ts';
import type { Placement } from './placement.ts';
import { planDay } from './plan-day.ts';
import { judgeWork, workColumns } from './work-columns.ts';

it('says of each touch what the rules say one after the other', () => {
  fc.assert(
    fc.property(storeArb, fc.integer({ min: 0, max: 60 }), ({ due, people, verdicts }, hours) => {
      const now = plus(MONDAY, hours * HOUR);
      const placed = placedAt(now, due, people, verdicts);
      const { places, lists } = plainDay(due, people, contextOf(now, verdicts));
      for (const [i, touch] of due.entries()) {
        const { kind, why } = PLACE_CODES[placed.code[i] as number] ?? {};
        const to = (placed.rank[i] as number) > 0 ? placed.people[placed.to[i] as number]?.memberId : undefined;
        const [plainKind, plainWhy, plainTo] = places.get(touch.id) ?? [];
        expect([touch.id, kind, why, to]).toEqual([touch.id, plainKind, plainWhy, plainTo]);
      }
      expect(placed.lists.map((list) => list.map((i) => due[i]?.id))).toEqual(lists);
    }),
    { numRuns: 500 },
  );
});

it('is what the plan of the day explains', () => {
  fc.assert(
    fc.property(storeArb, ({ due, people, verdicts }) => {
      expect(explained(placedAt(MONDAY, due, people, verdicts))).toEqual(plannedAt(MONDAY, due, people, verdicts));
    }),
    { numRuns: 50 },
  );
});

it('lists, hands over, automates, defers or blocks each touch exactly once', () => {
  fc.assert(
    fc.property(storeArb, ({ due, people, verdicts }) => {
      const { code, rank, to, lists } = placedAt(MONDAY, due, people, verdicts);
      const onLists = lists.flatMap((list, seat) => list.map((touch, k) => [touch, seat, k + 1]));
      const ranked = due.flatMap((_, i) => ((rank[i] as number) > 0 ? [[i, to[i] as number, rank[i] as number]] : []));
      expect(onLists.sort(([a = 0], [b = 0]) => a - b)).toEqual(ranked);
      for (const [i] of due.entries()) {
        const kind = PLACE_CODES[code[i] as number]?.kind;
        expect(kind === 'listed' || kind === 'handedOver').toBe((rank[i] as number) > 0);
      }
    }),
  );
});

it('places the same columns again at another hour, by other verdicts and people, into the same arrays', () => {
  fc.assert(
    fc.property(storeArb, storeArb, fc.integer({ min: 0, max: 60 }), ({ due, people, verdicts }, other, hours) => {
      const columns = workColumns(due, contextAt(MONDAY));
      judgeWork(columns, contextOf(MONDAY, verdicts).verdictOf);
      const first = placeWork(columns, people, MONDAY);
      const now = plus(MONDAY, hours * HOUR);
      judgeWork(columns, contextOf(now, other.verdicts).verdictOf);
      const again = placeWork(columns, other.people, now, first);
      expect(again.code).toBe(first.code);
      expect(explained(again)).toEqual(plannedAt(now, due, other.people, other.verdicts));
    }),
    { numRuns: 100 },
  );
});

it('refuses touches about which contact law was not asked', () => {
  const columns = workColumns([makeTouch('unasked')], contextAt(MONDAY));
  expect(() => placeWork(columns, [], MONDAY)).toThrow('contact law was not asked about touch unasked');
});

it('asks for the age of what people are to do only', () => {
  const since = plus(MONDAY, -4000 * DAY_24H);
  const [mail, call] = [makeTouch('mail', { since, who: 'automation' }), makeTouch('call', { since })];
  expect(explained(placedAt(MONDAY, [mail], [], new Map()))[0]?.kind).toBe('automated');
  expect(() => placedAt(MONDAY, [call], [], new Map())).toThrow('outside the compiled days');
});

it('refuses to explain a place that no touch has', () => {
  const placed = placedAt(MONDAY, [makeTouch('only')], [], new Map());
  expect(() => explainPlace(placed, 1)).toThrow('expected a place below 1, got 1');
});

// Helpers

interface Store {
  readonly due: readonly Touch[];
  readonly people: readonly Capacity[];
  readonly verdicts: Verdicts;
}

type Verdicts = ReadonlyMap<string, ContactVerdict>;

const VERDICTS = [
  ...[ALLOWED, ALLOWED, ALLOWED, ALLOWED],
  notBefore(plus(MONDAY, HOUR)),
  notBefore(plus(MONDAY, 3 * DAY_24H)),
  NEVER,
];
const NAMES = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal'] as const;

const loadArb = fc
  .tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }))
  .map(([tasks, calls]) => ({ tasks, calls: Math.min(tasks, calls) }));

const touchArb = fc.record({
  ageDays: fc.integer({ min: -1, max: 40 }),
  // Of few customers, so that messages of the server stand beside calls to the same one.
  opportunityId: fc.nat({ max: 8 }).map((n) => id<'Opportunity'>(`opportunity-${n}`)),
  who: fc.constantFrom(...STEP_ACTORS, 'owner' as const, 'owner' as const),
  ownerId: fc.constantFrom(...NAMES, 'nobody').map((name) => id<'Member'>(name)),
  channel: fc.constantFrom('call' as const, 'letter' as const),
  urgency: fc.constantFrom(...URGENCIES, 'routine' as const, 'routine' as const),
  trigger: fc.constantFrom(...TRIGGERS),
  by: fc.constantFrom(undefined, undefined, 'bdc' as const),
  owned: fc.constantFrom(true, true, true, false),
  verdict: fc.constantFrom(...VERDICTS),
  window: fc.tuple(fc.constantFrom(0, 0, 0, -30, 5, 14, 26), fc.nat({ max: 2 }), fc.nat({ max: 3 })),
});

const personArb = fc.record({
  name: fc.constantFrom(...NAMES),
  role: fc.constantFrom(...ROLES, ...(['salesperson', 'salesperson', 'bdcAgent', 'manager'] as const)),
  department: fc.constantFrom(...DEPARTMENT_KINDS, 'sales' as const),
  present: fc.constantFrom(true, true, false),
  tasks: fc.nat({ max: 8 }),
  calls: fc.nat({ max: 6 }),
  taken: loadArb,
  kept: loadArb,
  accomplishes: fc.constantFrom(0, 0.5, 1),
});

const storeArb: fc.Arbitrary<Store> = fc
  .record({
    touches: fc.array(touchArb, { maxLength: 50, size: 'max' }),
    people: fc.uniqueArray(personArb, { selector: ({ name }) => name, maxLength: NAMES.length, size: 'max' }),
  })
  .map(({ touches, people }) => ({
    due: touches.map(({ verdict, by, owned, ownerId, window: [from, best, deadline], ...changes }, i) => {
      const at = (hours: number) => plus(MONDAY, hours * HOUR);
      const window = { from: at(from), best: at(from + best), deadline: at(from + best + deadline) };
      // In an order of their ids that is not that of the list.
      const { ownerId: _, ...touch } = makeTouch(`touch-${(i * 37) % 101}`, { ...changes, window });
      return { ...touch, ...(owned && { ownerId }), ...(by !== undefined && { by }) };
    }),
    people: people.map(({ name, ...changes }) => makePerson(name, changes)),
    verdicts: new Map(touches.map(({ verdict }, i) => [`touch-${(i * 37) % 101}`, verdict])),
  }));

function contextOf(now: Instant, verdicts: Verdicts) {
  return { ...contextAt(now), verdictOf: (touch: Touch) => verdicts.get(touch.id) ?? ALLOWED };
}

function placedAt(now: Instant, due: readonly Touch[], people: readonly Capacity[], verdicts: Verdicts): PlacedWork {
  const columns = workColumns(due, contextAt(now));
  judgeWork(columns, contextOf(now, verdicts).verdictOf);
  return placeWork(columns, people, now);
}

function plannedAt(now: Instant, due: readonly Touch[], people: readonly Capacity[], verdicts: Verdicts) {
  return planDay(due, people, contextOf(now, verdicts));
}

/** All placements in the order of `planDay`. */
function explained(placed: PlacedWork): readonly Placement[] {
  const others = placed.columns.touches.flatMap((_, i) => (placed.rank[i] === 0 ? [explainPlace(placed, i)] : []));
  return [
    ...placed.lists.flatMap((list) => list.map((i) => explainPlace(placed, i))),
    ...others.sort((a, b) => (a.touch.id < b.touch.id ? -1 : 1)),
  ];
}
