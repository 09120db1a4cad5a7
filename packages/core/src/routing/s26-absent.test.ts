import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANN, BOB, MONDAY, makeFact, reordered } from '../../test/support/facts.ts';
import { contextAt, succeed } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import { ALLOWED, makeAgent, makePerson, makeTouch } from '../../test/support/workday.ts';
import { URGENCIES } from '../cadence/touch.ts';
import { addDays, type Day, day } from '../spine/day.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import { HOUR, plus } from '../spine/instant.ts';
import type { Capacity } from '../workday/capacity.ts';
import { planDay } from '../workday/plan-day.ts';
import { type Absence, absenceHistory, absencesIn, absentOn, toCatchUpOn } from './absence.ts';
import { catchUp, endAbsence, markAbsent } from './decide-absence.ts';
import { REASON_TEXTS } from './reason-texts.ts';

const TODAY = day('2026-11-16');
const MOMENT = { now: MONDAY, today: TODAY };
const wish = { memberId: ANN, from: TODAY, byId: BOB };

describe('S26 A person is absent: what is said', () => {
  it('lasts from the first to the last day, or until somebody says that the person is back', () => {
    const [said] = absencesOf(marked({ until: day('2026-11-17') }));
    expect(awayOn(said)).toEqual(['2026-11-16', '2026-11-17']);
    const [open] = absencesOf(marked());
    expect(awayOn(open)).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19']);
    expect(open?.backOn).toBeUndefined();
    const [ended] = absencesOf(marked(), back('2026-11-18'), back('2026-11-19', 'later'));
    expect(awayOn(ended)).toEqual(['2026-11-16', '2026-11-17']);
  });

  it('never lasts longer for an end that was noted after the last day', () => {
    const [said] = absencesOf(marked({ until: day('2026-11-16') }), back('2026-11-19'));
    expect(awayOn(said)).toEqual(['2026-11-16']);
  });

  it('is the same whatever order the facts come in, and however often', () => {
    const facts = [marked(), back('2026-11-18'), makeFact('absence.caughtUp', { absenceId: id('away') })];
    fc.assert(
      fc.property(reordered(facts), (again) => {
        expect(absencesOf(...again)).toEqual(absencesOf(...facts));
      }),
    );
  });

  it('is refused for a day that is over, backwards, and twice on one day', () => {
    const known = absencesOf(marked({ until: day('2026-11-18') }));
    const refusals = [
      markAbsent([], { ...wish, from: day('2026-11-15') }, MOMENT),
      markAbsent([], { ...wish, until: day('2026-11-15') }, MOMENT),
      markAbsent(known, { ...wish, from: day('2026-11-18') }, MOMENT),
      markAbsent(
        known,
        { ...wish, from: day('2026-11-10'), until: day('2026-11-16') },
        { ...MOMENT, today: day('2026-11-10') },
      ),
      markAbsent(absencesOf(marked()), { ...wish, from: day('2027-01-01') }, MOMENT),
      endAbsence(known, id('unknown'), BOB, MOMENT),
      endAbsence(known, id('away'), BOB, { ...MOMENT, today: day('2026-11-19') }),
    ].flatMap((result) => (result.ok ? [] : [...result.refusals]));
    expect(refusals.map(({ code }) => code)).toEqual([
      'absence.past',
      'absence.backwards',
      'absence.overlaps',
      'absence.overlaps',
      'absence.overlaps',
      'absence.unknown',
      'absence.over',
    ]);
    for (const refusal of refusals) expectRenderable(REASON_TEXTS, refusal);
    expect(markAbsent(known, { ...wish, from: day('2026-11-19') }, MOMENT).ok).toBe(true);
  });

  it('can be called off before it begins, and then stands in nobody’s way', () => {
    const later = absencesOf(marked({ from: day('2026-11-18') }));
    const draft = succeed(endAbsence(later, id('away'), BOB, MOMENT));
    expect(draft).toMatchObject({ kind: 'absence.ended', data: { backOn: TODAY } });
    const off = absencesOf(marked({ from: day('2026-11-18') }), back('2026-11-16'));
    expect(absentOn(off, day('2026-11-18'))).toBeUndefined();
    expect(toCatchUpOn(off, day('2026-11-20'))).toBeUndefined();
    expect(markAbsent(off, { ...wish, from: day('2026-11-18') }, MOMENT).ok).toBe(true);
  });

  it('is told to who is back until it was looked at, also on the very day', () => {
    const said = absencesOf(marked({ until: day('2026-11-17') }));
    expect(toCatchUpOn(said, day('2026-11-17'))).toBeUndefined();
    expect(toCatchUpOn(said, day('2026-11-18'))?.absenceId).toBe('away');
    expect(catchUp(said, id('away'), MOMENT)).toEqual([]);
    expect(catchUp(said, id('away'), { ...MOMENT, today: day('2026-11-18') })).toHaveLength(1);
    const sameDay = absencesOf(marked(), back('2026-11-16'));
    expect(toCatchUpOn(sameDay, TODAY)?.absenceId).toBe('away');
    const seen = absencesOf(marked(), back('2026-11-16'), makeFact('absence.caughtUp', { absenceId: id('away') }));
    expect(toCatchUpOn(seen, TODAY)).toBeUndefined();
    expect(catchUp(seen, id('away'), MOMENT)).toEqual([]);
  });
});

describe('S26 A person is absent: where the tasks go', () => {
  const away = makePerson('ann', { present: false });
  const place = (names: readonly string[], people: readonly Capacity[], urgency: 'promise' | 'routine' = 'routine') =>
    planDay(
      names.map((name) => makeTouch(name, { urgency })),
      people,
      { ...contextAt(MONDAY), verdictOf: () => ALLOWED },
    );
  const whereOf = (placements: ReturnType<typeof place>) =>
    Object.fromEntries(placements.map((each) => [each.touch.id, 'rank' in each ? each.to : each.kind]));

  it('to the same department first, then to the BDC, then what is fresh to a manager, and the rest waits', () => {
    const bob = makePerson('bob', { tasks: 1, calls: 1 });
    const bea = makeAgent('bea', { tasks: 1, calls: 1 });
    const max = makePerson('max', { role: 'manager', tasks: 1, calls: 1 });
    const net = makePerson('net', { department: 'internet' });
    const placements = place(['a', 'b', 'c', 'd'], [away, bob, bea, max, net]);
    expect(whereOf(placements)).toEqual({ a: 'bob', b: 'bea', c: 'max', d: 'deferred' });
    expect(placements.find(({ touch }) => touch.id === 'a')?.reasons[0]).toMatchObject({
      code: 'workday.toColleague',
      data: { tasks: 0, capacity: 1 },
    });
  });

  it('promises first, and all of them, also when nobody has room', () => {
    const bob = makePerson('bob', { tasks: 2, calls: 2 });
    const due = [makeTouch('old'), makeTouch('p1', { urgency: 'promise' }), makeTouch('p2', { urgency: 'promise' })];
    const context = { ...contextAt(MONDAY), verdictOf: () => ALLOWED };
    expect(whereOf(planDay(due, [away, bob], context))).toEqual({ p1: 'bob', p2: 'bob', old: 'deferred' });
    expect(whereOf(place(['p1', 'p2', 'p3'], [away, bob], 'promise'))).toEqual({ p1: 'bob', p2: 'bob', p3: 'bob' });
  });

  it('each to one place, ownership untouched, and nobody who is full gets more while another who may has room', () => {
    fc.assert(
      fc.property(peopleArb, touchesArb, (people, due) => {
        const placements = planDay(due, people, { ...contextAt(MONDAY), verdictOf: () => ALLOWED });
        expect(placements.map(({ touch }) => touch.id).toSorted()).toEqual(due.map((touch) => touch.id).toSorted());
        for (const { touch } of placements) expect(due).toContain(touch);
        const listed = placements.filter((each) => 'rank' in each);
        for (const each of listed) expect(people.find(({ memberId }) => memberId === each.to)?.present).toBe(true);
        const loadOf = ({ memberId, taken }: Capacity) =>
          (taken?.tasks ?? 0) + listed.filter(({ to }) => to === memberId).length;
        const overfull = people.filter((person) => loadOf(person) > Math.max(person.tasks, person.taken?.tasks ?? 0));
        const free = people.filter((person) => person.present && loadOf(person) < person.tasks);
        if (overfull.length > 0) expect(free).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

// Helpers

function marked(data: { readonly from?: Day; readonly until?: Day } = {}): Fact {
  const { until: _, ...usual } = makeFact('absence.marked').data;
  const fact = makeFact('absence.marked', {}, { id: 'away' });
  return { ...fact, data: { ...usual, ...data } };
}

function back(on: string, name = 'back'): Fact {
  const at = plus(MONDAY, name === 'back' ? HOUR : 2 * HOUR);
  return makeFact('absence.ended', { absenceId: id('away'), backOn: day(on) }, { id: name, at });
}

function absencesOf(...facts: readonly Fact[]): readonly Absence[] {
  return absencesIn(foldAll(absenceHistory, facts));
}

/** Of the days from the day before on. */
function awayOn(absence: Absence | undefined): readonly string[] {
  if (absence === undefined) return [];
  return [-1, 0, 1, 2, 3]
    .map((after) => addDays(TODAY, after))
    .filter((each) => absentOn([absence], each) !== undefined);
}

const NAMES = ['ann', 'bob', 'cat', 'dan'] as const;

/** Ann is away; the others work on the same floor. All tasks are letters, so that calls bound nothing. */
const peopleArb = fc
  .tuple(
    ...NAMES.slice(1).map((name) =>
      fc
        .record({ present: fc.boolean(), tasks: fc.nat({ max: 5 }), taken: fc.nat({ max: 3 }) })
        .map(({ present, tasks, taken }) => makePerson(name, { present, tasks, taken: { tasks: taken, calls: 0 } })),
    ),
  )
  .map((others) => [makePerson('ann', { present: false }), ...others]);

const touchesArb = fc
  .array(fc.record({ ageDays: fc.nat({ max: 9 }), urgency: fc.constantFrom(...URGENCIES) }), { maxLength: 15 })
  .map((rows) => rows.map((row, i) => makeTouch(`t${i}`, { ...row, channel: 'letter' })));
