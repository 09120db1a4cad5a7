import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlan } from './default-plan.ts';
import type { FollowUpPlan, PlanStep } from './follow-up-plan.ts';
import { mergePlans } from './merge-plans.ts';

const base = defaultPlan();

describe('S15 mergePlans', () => {
  it('keeps what each of two writers changed, added and removed', () => {
    const mine = withSteps(withClock(base, 4), (steps) => steps.filter(({ id }) => id !== 'internet-call-day2'));
    const theirs = withSteps({ ...base, name: 'Theirs' }, (steps) => [...steps, stepNamed('added')]);
    const { plan, conflicts } = mergePlans(base, mine, theirs, 'mine');
    expect(conflicts).toEqual([]);
    expect([plan.name, plan.clock.callWithinOpenMinutes]).toEqual(['Theirs', 4]);
    expect(idsOf(plan)).toEqual([...idsOf(base).filter((id) => id !== 'internet-call-day2'), 'added']);
  });

  it('names a step that both changed otherwise as a whole, and takes whose words are preferred', () => {
    const [mine, theirs] = [withFirst(base, { who: 'bdc' }), withFirst(base, { purpose: 'appointment' })];
    const path = 'actionPlans.internet.steps.internet-call-first';
    expect(mergePlans(base, mine, theirs, 'mine')).toEqual({ plan: mine, conflicts: [path] });
    expect(mergePlans(base, mine, theirs, 'theirs')).toEqual({ plan: theirs, conflicts: [path] });
  });

  it('names a step that one removed and the other changed', () => {
    const mine = withSteps(base, (steps) => steps.slice(1));
    const theirs = withFirst(base, { who: 'bdc' });
    expect(idsOf(mergePlans(base, mine, theirs, 'mine').plan)).toEqual(idsOf(mine));
    expect(mergePlans(base, mine, theirs, 'theirs').plan).toEqual(theirs);
    expect(mergePlans(base, theirs, mine, 'mine').conflicts).toHaveLength(1);
  });

  it('keeps the order of who moved steps', () => {
    const mine = withSteps(base, (steps) => steps.toReversed());
    const theirs = withFirst(base, { who: 'bdc' });
    for (const [one, other] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const { plan, conflicts } = mergePlans(base, one, other, 'mine');
      expect(idsOf(plan)).toEqual(idsOf(mine));
      expect(stepsOf(plan).at(-1)?.who).toBe('bdc');
      expect(conflicts).toEqual([]);
    }
  });

  it('names a list whose steps both moved, and takes whose order is preferred', () => {
    const mine = withSteps(base, (steps) => steps.toReversed());
    const theirs = withSteps(base, ([first, ...others]) => [...others, ...(first === undefined ? [] : [first])]);
    for (const [prefer, preferred] of [
      ['mine', mine],
      ['theirs', theirs],
    ] as const) {
      const { plan, conflicts } = mergePlans(base, mine, theirs, prefer);
      expect(conflicts).toEqual(['actionPlans.internet.steps']);
      expect(idsOf(plan)).toEqual(idsOf(preferred));
    }
  });

  it('has nothing to settle where both moved the steps alike', () => {
    const turned = withSteps(base, (steps) => steps.toReversed());
    const { plan, conflicts } = mergePlans(base, turned, withFirst(turned, { who: 'bdc' }), 'mine');
    expect(conflicts).toEqual([]);
    expect(idsOf(plan)).toEqual(idsOf(turned));
  });

  it('names each single thing outside of the steps that both changed otherwise, and no more', () => {
    const mine = { ...withClock(base, 4), name: 'Mine' };
    const theirs = { ...withClock(base, 3), name: 'Theirs' };
    const { plan, conflicts } = mergePlans(base, mine, theirs, 'theirs');
    expect(conflicts.toSorted()).toEqual(['clock.callWithinOpenMinutes', 'name']);
    expect(plan).toEqual(theirs);
  });

  it('keeps a list of mere values whole: it is one writer’s or the other’s', () => {
    const quiet = (...quietWeekdays: number[]) => ({
      ...base,
      contactPolicy: { ...base.contactPolicy, quietWeekdays },
    });
    const { plan, conflicts } = mergePlans(base, quiet(7), quiet(6, 7), 'mine');
    expect(plan.contactPolicy.quietWeekdays).toEqual([7]);
    expect(conflicts).toEqual(['contactPolicy.quietWeekdays']);
  });

  it('keeps both new questions and names the one that both wrote otherwise', () => {
    const asking = (...ids: string[]) => ({
      ...base,
      survey: {
        ...base.survey,
        questions: [...base.survey.questions, ...ids.map((id) => ({ id, text: { en: `${ids.join()}?` }, scaleTo: 5 }))],
      },
    });
    const { plan, conflicts } = mergePlans(base, asking('same', 'mine'), asking('same', 'theirs'), 'mine');
    expect(plan.survey.questions.slice(base.survey.questions.length).map(({ id }) => id)).toEqual([
      'same',
      'mine',
      'theirs',
    ]);
    expect(conflicts).toEqual(['survey.questions.same']);
  });

  it('puts what only one wrote behind what it follows there, at the head what is first there', () => {
    const before = (id: string) => (step: PlanStep) => (step.id === id ? [stepNamed('new'), step] : [step]);
    const mine = withSteps(base, (steps) => steps.flatMap(before('internet-call-day2')));
    const theirs = withSteps(base, (steps) => [stepNamed('head'), ...steps.slice(1)]);
    const { plan, conflicts } = mergePlans(base, mine, theirs, 'mine');
    const [first, ...rest] = idsOf(mine);
    expect([first, conflicts]).toEqual(['internet-call-first', []]);
    expect(idsOf(plan)).toEqual(['head', ...rest]);
  });

  it('changes nothing that only one wrote, and needs no preference for it', () => {
    fc.assert(
      fc.property(textArb, fc.constantFrom('mine', 'theirs'), (text, prefer) => {
        expect(mergePlans(base, text, base, prefer)).toEqual({ plan: text, conflicts: [] });
        expect(mergePlans(base, base, text, prefer)).toEqual({ plan: text, conflicts: [] });
        expect(mergePlans(base, text, text, prefer)).toEqual({ plan: text, conflicts: [] });
      }),
    );
  });

  it('says of the same conflicts whoever is asked, and loses no step that neither removed', () => {
    fc.assert(
      fc.property(textArb, textArb, (one, other) => {
        const [here, there] = [mergePlans(base, one, other, 'mine'), mergePlans(base, other, one, 'theirs')];
        expect(here.conflicts.toSorted()).toEqual(there.conflicts.toSorted());
        const kept = idsOf(one).filter((id) => idsOf(other).includes(id) || !idsOf(base).includes(id));
        expect(idsOf(here.plan)).toEqual(expect.arrayContaining(kept));
        expect(new Set(idsOf(here.plan)).size).toBe(idsOf(here.plan).length);
      }),
    );
  });
});

// Helpers

function stepsOf(plan: FollowUpPlan): readonly PlanStep[] {
  return plan.actionPlans[0]?.steps ?? [];
}

function idsOf(plan: FollowUpPlan): readonly string[] {
  return stepsOf(plan).map(({ id }) => id);
}

function withSteps(plan: FollowUpPlan, of: (steps: readonly PlanStep[]) => readonly PlanStep[]): FollowUpPlan {
  const [first, ...others] = plan.actionPlans;
  if (first === undefined) throw new Error('the default plan has action plans');
  return { ...plan, actionPlans: [{ ...first, steps: of(first.steps) }, ...others] };
}

function withFirst(plan: FollowUpPlan, over: Partial<PlanStep>): FollowUpPlan {
  return withSteps(plan, ([first, ...others]) => [{ ...stepNamed('none'), ...first, ...over }, ...others]);
}

function withClock(plan: FollowUpPlan, callWithinOpenMinutes: number): FollowUpPlan {
  return { ...plan, clock: { ...plan.clock, callWithinOpenMinutes } };
}

function stepNamed(id: string): PlanStep {
  const [first] = stepsOf(base);
  if (first === undefined) throw new Error('the default plan has steps');
  return { ...first, id: id as PlanStep['id'] };
}

const textArb: fc.Arbitrary<FollowUpPlan> = fc
  .record({
    name: fc.constantFrom(base.name, 'A', 'B'),
    minutes: fc.constantFrom(5, 4, 3),
    removed: fc.nat({ max: 3 }),
    added: fc.constantFrom<string[]>([], ['x'], ['x', 'y'], ['z']),
    order: fc.constantFrom<'kept' | 'turned' | 'rotated'>('kept', 'turned', 'rotated'),
    who: fc.constantFrom<PlanStep['who']>('owner', 'bdc', 'manager'),
  })
  .map(({ name, minutes, removed, added, order, who }) =>
    withSteps(withClock({ ...base, name }, minutes), (steps) => {
      const kept = [...steps.slice(removed), ...added.map(stepNamed)].map((step) =>
        step.id === 'internet-call-day5' ? { ...step, who } : step,
      );
      return order === 'turned'
        ? kept.toReversed()
        : order === 'rotated'
          ? [...kept.slice(1), ...kept.slice(0, 1)]
          : kept;
    }),
  );
