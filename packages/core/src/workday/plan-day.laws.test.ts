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
 * - capacity: nobody is asked for more than fits, unless all of it is urgent; no urgent touch leaves its owner's day
 * - order: the answer does not depend on the order of the arguments; ranks run from 1 without a gap
 * - law: what may not be done today stands on nobody's list, and only people who are present get any work
 */

it('places each touch exactly once', () => {
  holdsFor(({ due, placements }) => {
    expect(placements.map(({ touch }) => touch.id).sort()).toEqual(due.map((touch) => touch.id).sort());
  });
});

it('asks nobody for more than fits into the day, unless all of it is urgent', () => {
  holdsFor(({ people, listOf }) => {
    for (const person of people) {
      const list = listOf(person);
      const calls = list.filter(({ touch }) => touch.channel === 'call');
      const urgent = (entries: typeof list) => entries.every(({ touch }) => touch.urgency !== 'routine');
      const taken = person.taken ?? { tasks: 0, calls: 0 };
      if (list.length > Math.max(0, person.tasks - taken.tasks)) expect(urgent(list)).toBe(true);
      if (calls.length > Math.max(0, person.calls - taken.calls)) expect(urgent(calls)).toBe(true);
    }
  });
});

it('leaves every promise and every waiting lead on the day of its owner who is there', () => {
  holdsFor(({ people, placements, verdicts }) => {
    for (const each of placements) {
      const { id: touchId, urgency, who, ownerId, window } = each.touch;
      const owner = people.find(({ memberId, present }) => memberId === ownerId && present);
      if (urgency === 'routine' || who !== 'owner' || owner === undefined || window === TOMORROW) continue;
      if (verdicts.get(touchId)?.kind !== 'never') expect(each).toMatchObject({ kind: 'listed', to: ownerId });
    }
  });
});

it('puts off nothing urgent while anybody is there who may do it', () => {
  holdsFor(({ people, placements }) => {
    if (!people.some(({ present, role }) => present && role === 'manager')) return;
    for (const { kind, touch } of placements) {
      if (touch.urgency !== 'routine' && touch.window !== TOMORROW && touch.who !== 'automation') {
        expect(kind).not.toBe('deferred');
      }
    }
  });
});

it('leaves the room that is kept to the leads of today', () => {
  holdsFor(({ people, listOf }) => {
    for (const person of people) {
      const list = listOf(person);
      if (!list.some(({ touch }) => touch.urgency === 'routine' && (touch.since < MIDNIGHT || isAfterDeal(touch))))
        continue;
      // The last one that had to leave room did so: what came after it came today.
      const older = list.filter(
        ({ touch }) => touch.urgency !== 'routine' || touch.since < MIDNIGHT || isAfterDeal(touch),
      );
      const kept = Math.min(person.kept?.tasks ?? 0, person.tasks / 2);
      expect(older.length + (person.taken?.tasks ?? 0) + kept).toBeLessThanOrEqual(person.tasks);
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

it('leaves a call of the busy floor with its owner only where the BDC has no room for it', () => {
  holdsFor(({ people, placements, listOf }) => {
    for (const each of placements) {
      const { touch } = each;
      if (touch.by === undefined || touch.urgency !== 'routine' || each.kind !== 'listed') continue;
      const owner = people.find(({ memberId }) => memberId === each.to);
      if (owner?.role === 'bdcAgent') continue;
      const codes = each.reasons.map(({ code }) => code);
      const agents = people.filter(({ role, present }) => role === 'bdcAgent' && present);
      expect(codes).toContain(agents.length === 0 ? 'workday.noBdc' : 'workday.bdcFull');
      for (const agent of agents) {
        const gone = listOf(agent).length + (agent.taken?.tasks ?? 0);
        const calls =
          listOf(agent).filter((entry) => entry.touch.channel === 'call').length + (agent.taken?.calls ?? 0);
        const kept = (figure: 'tasks' | 'calls') => Math.min(agent.kept?.[figure] ?? 0, agent[figure] / 2);
        const full = gone + 1 + kept('tasks') > agent.tasks;
        expect(full || (touch.channel === 'call' && calls + 1 + kept('calls') > agent.calls)).toBe(true);
      }
    }
  });
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
      const { tasks: gone, calls: called } = owner.taken ?? { tasks: 0, calls: 0 };
      const calls = list.filter((each) => each.touch.channel === 'call').length + called;
      const kept = (figure: 'tasks' | 'calls') => Math.min(owner.kept?.[figure] ?? 0, owner[figure] / 2);
      const full = list.length + gone + 1 + kept('tasks') > owner.tasks;
      expect(full || (touch.channel === 'call' && calls + 1 + kept('calls') > owner.calls)).toBe(true);
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
])('values a phone-up of day %i at %d', (ageDays, chance) => {
  expect(chanceToClose('phoneUp', ageDays)).toBe(chance);
});

it('gives visits and Internet leads the curves that are published of them', () => {
  const curve = (trigger: Parameters<typeof chanceToClose>[0]) =>
    [3, 7, 14, 30, 31].map((age) => chanceToClose(trigger, age));
  expect(curve('walkIn')).toEqual([0.142, 0.014, 0.0085, 0.006, 0.004]);
  expect(curve('internet')).toEqual([0.124, 0.023, 0.014, 0.014, 0.006]);
  expect(curve('sold')).toEqual([0.01, 0.01, 0.01, 0.01, 0.01]);
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
/** The beginning of Monday in New York. */
const MIDNIGHT = plus(MONDAY, -10 * HOUR);
const isAfterDeal = ({ trigger }: Touch) => trigger === 'sold' || trigger === 'lost';
const NAMES = ['ann', 'bob', 'cat', 'dan', 'eve'] as const;

const loadArb = fc
  .tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }))
  .map(([tasks, calls]) => ({ tasks, calls: Math.min(tasks, calls) }));

const scenarioArb: fc.Arbitrary<Scenario> = fc
  .record({
    touches: fc.array(
      fc.record({
        ageDays: fc.nat({ max: 40 }),
        // Of few customers, so that messages of the server stand beside calls to the same one.
        opportunityId: fc.nat({ max: 5 }).map((n) => id<'Opportunity'>(`opportunity-${n}`)),
        who: fc.constantFrom(...STEP_ACTORS, 'owner' as const),
        ownerId: fc.constantFrom(...NAMES, 'nobody').map((name) => id<'Member'>(name)),
        channel: fc.constantFrom('call' as const, 'letter' as const),
        urgency: fc.constantFrom(...URGENCIES, 'routine' as const),
        trigger: fc.constantFrom(...TRIGGERS),
        by: fc.constantFrom(undefined, undefined, 'bdc' as const),
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
        taken: loadArb,
        kept: loadArb,
        accomplishes: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { selector: ({ name }) => name },
    ),
  })
  .map(({ touches, people }) => ({
    due: touches.map(({ verdict, by, ...changes }, i) =>
      makeTouch(`touch-${i}`, { ...changes, ...(by !== undefined && changes.who === 'owner' && { by }) }),
    ),
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
