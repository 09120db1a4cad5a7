import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MONDAY, reordered } from '../../test/support/facts.ts';
import { contextAt } from '../../test/support/plan-context.ts';
import { expectCompleteTexts, expectRenderable } from '../../test/support/texts.ts';
import { ALLOWED, makePerson, makeTouch, NEVER, notBefore } from '../../test/support/workday.ts';
import { type Touch, URGENCIES } from '../cadence/touch.ts';
import type { ContactVerdict } from '../contact/contact-verdict.ts';
import { STEP_ACTORS, TRIGGERS } from '../plan/follow-up-plan.ts';
import { id } from '../spine/id.ts';
import { DAY_24H, HOUR, plus } from '../spine/instant.ts';
import type { Capacity } from './capacity.ts';
import { chanceToClose } from './chance-to-close.ts';
import { planDay } from './plan-day.ts';
import { REASON_TEXTS } from './reason-texts.ts';

/*
 * The laws, for any touches and any people of a store:
 * - conservation: as many placements as touches, each touch exactly once
 * - capacity: nobody is asked for more than fits, unless all of it was promised
 * - order: the answer does not depend on the order of the arguments; ranks run from 1 without a gap
 * - law: what may not be done today stands on nobody's list, and only people who are present get any work
 */

it('places each touch exactly once', () => {
  holdsFor(({ due, placements }) => {
    expect(placements.map(({ touch }) => touch.id).sort()).toEqual(due.map((touch) => touch.id).sort());
  });
});

it('asks nobody for more than fits into the day, unless it was promised', () => {
  holdsFor(({ people, listOf }) => {
    for (const person of people) {
      const list = listOf(person);
      const calls = list.filter(({ touch }) => touch.channel === 'call');
      const promised = (entries: typeof list) => entries.every(({ touch }) => touch.urgency === 'promise');
      if (list.length > person.tasks) expect(promised(list)).toBe(true);
      if (calls.length > person.calls) expect(promised(calls)).toBe(true);
    }
  });
});

it('ranks each list from 1 without a gap, clocks and promises first, then by worth', () => {
  holdsFor(({ people, listOf }) => {
    for (const person of people) {
      const list = listOf(person);
      expect(list.map(({ rank }) => rank)).toEqual(list.map((_, i) => i + 1));
      list.slice(1).forEach((entry, i) => {
        const before = list[i] as typeof entry;
        const order = URGENCIES.indexOf(entry.touch.urgency) - URGENCIES.indexOf(before.touch.urgency);
        expect(order).toBeGreaterThanOrEqual(0);
        if (order === 0) expect(before.expectedValue).toBeGreaterThanOrEqual(entry.expectedValue);
      });
    }
  });
});

it('does not depend on the order of touches and people', () => {
  fc.assert(
    fc.property(
      scenarioArb.chain((each) => fc.tuple(fc.constant(each), shuffled(each.due), shuffled(each.people))),
      ([{ due, people, verdicts }, otherDue, otherPeople]) => {
        expect(planned(otherDue, otherPeople, verdicts)).toEqual(planned(due, people, verdicts));
      },
    ),
  );
});

it('gives work only to who is present, and only what may be done today', () => {
  holdsFor(({ people, placements, verdicts }) => {
    for (const each of placements) {
      const forbidden = verdicts.get(each.touch.id)?.kind === 'never';
      expect(each.kind === 'blocked').toBe(forbidden && each.touch.window !== TOMORROW);
      if ('rank' in each) expect(people.find(({ memberId }) => memberId === each.to)?.present).toBe(true);
    }
  });
});

it('defers nothing of a person who still has room for it', () => {
  holdsFor(({ people, placements, listOf }) => {
    for (const { kind, touch } of placements) {
      if (kind !== 'deferred' || touch.who !== 'owner' || touch.window === TOMORROW) continue;
      const owner = people.find(({ memberId, present }) => memberId === touch.ownerId && present);
      if (owner === undefined) continue;
      const list = listOf(owner);
      const calls = list.filter((each) => each.touch.channel === 'call').length;
      expect(list.length >= owner.tasks || (touch.channel === 'call' && calls >= owner.calls)).toBe(true);
    }
  });
});

it('says every reason in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
  const seen = new Set<string>();
  holdsFor(({ placements }) => {
    for (const reason of placements.flatMap((each) => each.reasons)) {
      if (!reason.code.startsWith('workday.')) continue; // A verdict's reasons are of its own folder.
      expectRenderable(REASON_TEXTS, reason);
      seen.add(reason.code);
    }
  });
  expect([...seen].sort()).toEqual(Object.keys(REASON_TEXTS).sort());
});

it('never values a lead higher for being older', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TRIGGERS), fc.nat({ max: 400 }), fc.nat({ max: 400 }), (trigger, age, more) => {
      expect(chanceToClose(trigger, age + more)).toBeLessThanOrEqual(chanceToClose(trigger, age));
      expect(chanceToClose(trigger, age)).toBeGreaterThan(0);
    }),
  );
});

it.each([
  [0, 0.124],
  [3, 0.124],
  [4, 0.023],
  [7, 0.023],
  [8, 0.014],
  [14, 0.014],
  [15, 0.01],
  [30, 0.01],
  [31, 0.006],
])('values a lead of day %i at %d', (ageDays, chance) => {
  expect(chanceToClose('internet', ageDays)).toBe(chance);
});

// Helpers

interface Scenario {
  readonly due: readonly Touch[];
  readonly people: readonly Capacity[];
  readonly verdicts: ReadonlyMap<string, ContactVerdict>;
}

const VERDICTS = [ALLOWED, ALLOWED, ALLOWED, notBefore(plus(MONDAY, HOUR)), NEVER] as const;
const TODAY = { from: MONDAY, best: MONDAY, deadline: plus(MONDAY, HOUR) };
const TOMORROW = { from: plus(MONDAY, DAY_24H), best: plus(MONDAY, DAY_24H), deadline: plus(MONDAY, 2 * DAY_24H) };
const NAMES = ['ann', 'bob', 'cat', 'dan', 'eve'] as const;

const scenarioArb: fc.Arbitrary<Scenario> = fc
  .record({
    touches: fc.array(
      fc.record({
        ageDays: fc.nat({ max: 40 }),
        who: fc.constantFrom(...STEP_ACTORS, 'owner' as const),
        ownerId: fc.constantFrom(...NAMES, 'nobody').map((name) => id<'Member'>(name)),
        channel: fc.constantFrom('call' as const, 'letter' as const),
        urgency: fc.constantFrom(...URGENCIES, 'routine' as const),
        trigger: fc.constantFrom(...TRIGGERS),
        verdict: fc.nat({ max: VERDICTS.length - 1 }),
        window: fc.constantFrom(TODAY, TODAY, TODAY, TOMORROW),
      }),
      { maxLength: 30 },
    ),
    people: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...NAMES),
        role: fc.constantFrom('salesperson' as const, 'bdcAgent' as const, 'manager' as const),
        present: fc.boolean(),
        tasks: fc.nat({ max: 6 }),
        calls: fc.nat({ max: 4 }),
      }),
      { selector: ({ name }) => name },
    ),
  })
  .map(({ touches, people }) => ({
    due: touches.map(({ verdict, ...changes }, i) => makeTouch(`touch-${i}`, changes)),
    people: people.map(({ name, ...changes }) => makePerson(name, changes)),
    verdicts: new Map(touches.map(({ verdict }, i) => [`touch-${i}`, VERDICTS[verdict] ?? ALLOWED])),
  }));

function holdsFor(
  law: (
    scenario: Scenario & {
      readonly placements: ReturnType<typeof planDay>;
      readonly listOf: (person: Capacity) => Extract<ReturnType<typeof planDay>[number], { rank: number }>[];
    },
  ) => void,
): void {
  fc.assert(
    fc.property(scenarioArb, (scenario) => {
      const placements = planned(scenario.due, scenario.people, scenario.verdicts);
      const listOf = (person: Capacity) =>
        placements.flatMap((each) => ('rank' in each && each.to === person.memberId ? [each] : []));
      law({ ...scenario, placements, listOf });
    }),
    // One seed, so that the test of all texts meets every reason each time.
    { numRuns: 300, seed: 20261116 },
  );
}

function planned(due: readonly Touch[], people: readonly Capacity[], verdicts: Scenario['verdicts']) {
  return planDay(due, people, { ...contextAt(MONDAY), verdictOf: (touch) => verdicts.get(touch.id) ?? ALLOWED });
}

/** The list in another order, each entry once. */
function shuffled<T>(list: readonly T[]): fc.Arbitrary<readonly T[]> {
  return reordered(list).map((again) => [...new Set(again)]);
}
