import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MONDAY } from '../../test/support/facts.ts';
import { contextAt } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import type { ResponseStage } from '../first-response/response-stages.ts';
import { id } from '../spine/id.ts';
import { MINUTE } from '../spine/instant.ts';
import type { Candidate } from './candidate.ts';
import { type HandOnPool, handOn, type WaitingCall } from './hand-on.ts';
import { REASON_TEXTS } from './reason-texts.ts';

const context = contextAt(MONDAY);
const ANN = person('ann');
const HOLDER = { memberId: ANN.memberId, name: 'Ann' };

describe('S17 handing on', () => {
  it.each(['call', 'late'] as const)('leaves the call where it is at the stage %s', (stage) => {
    expect(to(stage, { colleagues: [ANN, person('bob')], managers: [person('max')] })).toBeUndefined();
  });

  it('hands the call to the colleague who has the most room, and says from whom and why', () => {
    const pools = { colleagues: [ANN, person('bob', { tasks: 9 }), person('cat', { tasks: 3 })], managers: [] };
    const handedOn = handOn(waiting('handOver'), pools, context);
    expect(handedOn?.to).toBe('cat');
    expect(handedOn?.reasons.map(({ code, data }) => [code, data])).toEqual([
      ['routing.handedOn', { open: 900_000, from: 'Ann', stage: 'handOver', since: MONDAY }],
      ['routing.mostRoom', { tasks: 3, capacity: 25 }],
    ]);
    for (const reason of handedOn?.reasons ?? []) {
      expectRenderable(REASON_TEXTS, reason);
      expect(reason.plan).toEqual({ version: context.plan.version });
    }
  });

  it('says after how long a manager got it', () => {
    const handedOn = handOn(waiting('manager'), { colleagues: [], managers: [person('max')] }, context);
    expect(handedOn?.reasons[0].data).toMatchObject({ open: 30 * MINUTE, stage: 'manager' });
  });

  it('hands the call to a manager after half an hour, though colleagues have room', () => {
    expect(to('manager', { colleagues: [ANN, person('bob')], managers: [person('max', { tasks: 24 })] })).toBe('max');
  });

  it('goes to a manager when no colleague is there, and to a colleague when no manager is', () => {
    const away = { present: false };
    expect(to('handOver', { colleagues: [ANN, person('bob', away)], managers: [person('max')] })).toBe('max');
    expect(to('manager', { colleagues: [ANN, person('bob')], managers: [person('max', away)] })).toBe('bob');
    expect(to('manager', { colleagues: [ANN], managers: [] })).toBeUndefined();
  });

  it('gives it back to nobody who had it: neither the owner nor who covered', () => {
    const pools = { colleagues: [ANN, person('bob'), person('cat', { tasks: 20 })], managers: [] };
    const covering = { ...waiting('handOver'), holder: { memberId: id<'Member'>('bob'), name: 'Bob' } };
    expect(handOn(covering, pools, context)?.to).toBe('cat');
  });

  it('stays with who got it at this stage while that person is there', () => {
    const handedTo = id<'Member'>('bob');
    const pools = (present: boolean) => ({
      colleagues: [person('bob', { tasks: 99, present }), person('cat')],
      managers: [],
    });
    const kept = handOn({ ...waiting('handOver'), handedTo }, pools(true), context);
    expect(kept?.to).toBe('bob');
    expect(kept?.reasons.map(({ code }) => code)).toEqual(['routing.handedOn']);
    expect(handOn({ ...waiting('handOver'), handedTo }, pools(false), context)?.to).toBe('cat');
  });

  it('says of a call that nobody had that nobody had it', () => {
    const handedOn = handOn({ stage: 'handOver', since: MONDAY }, { colleagues: [ANN], managers: [] }, context);
    expect(handedOn?.reasons[0].code).toBe('routing.handedOnFromNobody');
    for (const reason of handedOn?.reasons ?? []) expectRenderable(REASON_TEXTS, reason);
  });

  it('only ever names somebody who is there and has not had it, and somebody whenever there is one', () => {
    const poolArb = fc.uniqueArray(
      fc.tuple(fc.constantFrom('ann', 'bob', 'cat', 'max'), fc.boolean(), fc.nat({ max: 4 })),
      {
        selector: ([name]) => name,
      },
    );
    fc.assert(
      fc.property(poolArb, poolArb, fc.constantFrom('handOver', 'manager'), (one, other, stage) => {
        const people = (rows: typeof one) => rows.map(([name, present, tasks]) => person(name, { present, tasks }));
        const pools = { colleagues: people(one), managers: people(other) };
        const others = [...pools.colleagues, ...pools.managers].filter(
          ({ present, memberId }) => present && memberId !== ANN.memberId,
        );
        const got = handOn(waiting(stage), pools, context)?.to;
        if (got === undefined) expect(others).toEqual([]);
        else expect(others.map(({ memberId }) => memberId)).toContain(got);
      }),
    );
  });
});

// Helpers

function person(name: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    memberId: id<'Member'>(name),
    knowsCustomer: name === 'ann',
    present: true,
    tasks: 0,
    capacity: 25,
    ...changes,
  };
}

function waiting(stage: ResponseStage): WaitingCall {
  return { stage, since: MONDAY, holder: HOLDER, ownerId: ANN.memberId };
}

function to(stage: ResponseStage, pools: Readonly<Record<HandOnPool, readonly Candidate[]>>) {
  return handOn(waiting(stage), pools, context)?.to;
}
