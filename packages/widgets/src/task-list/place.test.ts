import { describe, expect, it } from 'vitest';
import { placeOf, placeOfStep, type Standing } from './place.ts';

const SEAT = { memberId: 'ann', day: '2026-11-24' };
const CENTRAL = 'America/Chicago';
const STANDING: Standing = {
  placement: 'listed',
  deferredTo: null,
  member: { id: 'ann', name: 'Ann', role: 'salesperson' },
};
const BEA = { id: 'bea', name: 'Bea', role: 'bdcAgent' } as const;
const MAX = { id: 'max', name: 'Max', role: 'manager' } as const;

describe('S05 where a step stands', () => {
  it('is on one’s own list, by itself or handed over', () => {
    expect(placeOf(STANDING, SEAT)).toEqual({ kind: 'here' });
    expect(placeOf({ ...STANDING, placement: 'handedOver' }, SEAT)).toEqual({ kind: 'givenHere' });
  });

  it('is on the list of the BDC, of a manager, of a colleague', () => {
    const handedTo = (member: Standing['member']) => placeOf({ ...STANDING, placement: 'handedOver', member }, SEAT);
    expect(handedTo(BEA)).toEqual({ kind: 'bdc', name: 'Bea' });
    expect(handedTo(MAX)).toEqual({ kind: 'manager', name: 'Max' });
    expect(handedTo({ ...MAX, role: 'generalManager' })).toEqual({ kind: 'manager', name: 'Max' });
    expect(handedTo({ ...BEA, role: 'salesperson' })).toEqual({ kind: 'colleague', name: 'Bea' });
  });

  it('is left to the system, forbidden, put off to a day, or waits to be planned', () => {
    const placed = (placement: Standing['placement'], deferredTo: string | null = null) =>
      placeOf({ placement, deferredTo, member: null }, SEAT);
    expect(placed('automated')).toEqual({ kind: 'system' });
    expect(placed('blocked')).toEqual({ kind: 'forbidden' });
    expect(placed('deferred', '2026-11-25')).toEqual({ kind: 'later', day: '2026-11-25' });
    expect(placed('deferred')).toEqual({ kind: 'unplanned' });
  });

  it('is not due before the store’s day on which it begins', () => {
    const from = (text: string) =>
      placeOfStep({ ...STANDING, placement: 'deferred', state: 'due', from: text }, CENTRAL, SEAT);
    expect(from('2026-11-25T05:59:59Z')).toEqual({ kind: 'unplanned' });
    expect(from('2026-11-25T06:00:00Z')).toEqual({ kind: 'notDue', day: '2026-11-25' });
  });

  it.each(['done', 'missed', 'cancelled'] as const)('is over: %s', (state) => {
    const step = { ...STANDING, placement: null, state, from: '2026-11-24T14:00:00Z' };
    expect(placeOfStep(step, CENTRAL, SEAT)).toEqual({ kind: state });
  });
});
