import { describe, expect, it } from 'vitest';
import { MONDAY } from '../../test/support/facts.ts';
import { contextAt } from '../../test/support/plan-context.ts';
import { ALLOWED, makeAgent, makePerson, makeTouch } from '../../test/support/workday.ts';
import type { Touch } from '../cadence/touch.ts';
import { id } from '../spine/id.ts';
import type { Capacity } from './capacity.ts';
import { planDay } from './plan-day.ts';

const ANN = makePerson('ann');
const BEA = makeAgent('bea');
/** A call to somebody who came in, best made when the showroom is full. */
const VISITOR = makeTouch('visitor', { trigger: 'walkIn', by: 'bdc' });

describe('S12 a call while the floor is busy', () => {
  it('is made by the BDC, and the customer stays the owner’s', () => {
    const [placement] = placed([VISITOR], [ANN, BEA]);
    expect(placement).toMatchObject({ kind: 'handedOver', to: 'bea', touch: { ownerId: 'ann' } });
    expect(codesOf(placement)).toEqual(['workday.floorBusy', 'workday.chanceToClose']);
  });

  it('stays with its owner in a store without a BDC, and says so', () => {
    for (const people of [[ANN], [ANN, { ...BEA, present: false }]]) {
      const [placement] = placed([VISITOR], people);
      expect(placement).toMatchObject({ kind: 'listed', to: 'ann' });
      expect(codesOf(placement)).toEqual(['workday.chanceToClose', 'workday.noBdc']);
    }
  });

  it('stays with its owner when the BDC has no room, which has its own work first', () => {
    const mine = makeTouch('mine', { who: 'bdc', ageDays: 20 });
    const placements = placed([VISITOR, mine], [ANN, { ...BEA, tasks: 1 }]);
    expect(placements.map(({ kind, touch }) => [kind, touch.id])).toEqual([
      ['listed', 'visitor'],
      ['listed', 'mine'],
    ]);
    expect(codesOf(placements[0])).toEqual(['workday.chanceToClose', 'workday.bdcFull']);
  });

  it('is the BDC’s before what people have no room for', () => {
    const due = [makeTouch('one'), makeTouch('two'), VISITOR];
    const placements = placed(due, [
      { ...ANN, tasks: 1 },
      { ...BEA, tasks: 1 },
    ]);
    expect(placements.map(({ kind, touch }) => [kind, touch.id])).toEqual([
      ['listed', 'one'],
      ['handedOver', 'visitor'],
      ['deferred', 'two'],
    ]);
  });

  it('is the BDC’s also while the owner is away, for colleagues stand on the same floor', () => {
    const [placement] = placed([VISITOR], [{ ...ANN, present: false }, makePerson('cat'), BEA]);
    expect(placement).toMatchObject({ kind: 'handedOver', to: 'bea' });
    expect(codesOf(placement)).toContain('workday.floorBusy');
  });

  it('stays with whoever is of the BDC already, and with its promise', () => {
    const bobs = { ...VISITOR, ownerId: id<'Member'>('bob') };
    expect(codesOf(placed([bobs], [makeAgent('bob'), BEA])[0])).toEqual(['workday.chanceToClose']);
    expect(placed([{ ...VISITOR, urgency: 'promise' }], [ANN, BEA])[0]).toMatchObject({ kind: 'listed', to: 'ann' });
  });
});

// Helpers

function placed(due: readonly Touch[], people: readonly Capacity[]) {
  return planDay(due, people, { ...contextAt(MONDAY), verdictOf: () => ALLOWED });
}

function codesOf(placement: ReturnType<typeof placed>[number] | undefined): readonly string[] {
  return (placement?.reasons ?? []).map(({ code }) => code);
}
