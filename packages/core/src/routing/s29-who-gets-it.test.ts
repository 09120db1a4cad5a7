import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MONDAY, reordered } from '../../test/support/facts.ts';
import { contextAt, succeed } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import { id } from '../spine/id.ts';
import { HOUR, type Instant, plus } from '../spine/instant.ts';
import { type Candidate, compareCandidates, hasRoom } from './candidate.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { routeLead } from './route-lead.ts';

const context = contextAt(MONDAY);

/*
 * The laws, for any store:
 * - a known customer stays with the owner; whoever covers is present, and somebody else
 * - nobody at capacity is given more while another who is present has room
 * - capacity left decides first, then what is documented, then whose turn it is
 * - the answer depends on the people alone, and says why
 */
describe('S29 Who gets it', () => {
  it('leaves a known customer with the owner, and has a present person cover the clock while the owner is off', () => {
    holdsFor((candidates, { owner, cover }) => {
      const known = candidates.find(({ knowsCustomer }) => knowsCustomer);
      if (known === undefined) {
        expect(cover).toBeUndefined();
        return;
      }
      expect(owner).toBe(known.memberId);
      const others = candidates.filter(({ memberId, present }) => memberId !== known.memberId && present);
      expect(cover !== undefined).toBe(!known.present && others.length > 0);
      if (cover !== undefined) expect(others.map(({ memberId }) => memberId)).toContain(cover);
    });
  });

  it('gives nobody at capacity more while another who is present has room', () => {
    holdsFor((candidates, { owner, cover }) => {
      const doer = candidates.find(({ memberId }) => memberId === (cover ?? owner));
      if (doer === undefined || (cover === undefined && doer.knowsCustomer)) return;
      if (!hasRoom(doer)) expect(candidates.filter((each) => each.present && hasRoom(each))).toEqual([]);
    });
  });

  it('lets no run of leads fill anybody beyond the day while another has room', () => {
    fc.assert(
      fc.property(storeArb, fc.integer({ min: 1, max: 12 }), (store, leads) => {
        let people: readonly Candidate[] = store.map((person) => ({ ...person, knowsCustomer: false }));
        for (let i = 0; i < leads; i++) {
          const before = people;
          const { owner } = succeed(routeLead(before, context));
          people = before.map((person) =>
            person.memberId === owner ? { ...person, tasks: person.tasks + 1, lastLeadAt: plus(MONDAY, i) } : person,
          );
          const given = before.find(({ memberId }) => memberId === owner);
          const roomElsewhere = before.some((each) => each.present && hasRoom(each));
          if (roomElsewhere) expect(given?.present === true && hasRoom(given)).toBe(true);
        }
      }),
    );
  });

  it('asks among as much room who has more documented, and among those whose turn it is', () => {
    const late = plus(MONDAY, -HOUR);
    expect(first(make('ann', { accomplishes: 0.62 }), make('bob', { accomplishes: 0.91, lastLeadAt: late }))).toBe(
      'bob',
    );
    expect(codes(make('ann', { accomplishes: 0.62 }), make('bob', { accomplishes: 0.91 }))).toEqual([
      'routing.mostRoom',
      'routing.documents',
    ]);
    // 0.91 and 0.98 are the same tenth: a difference that is chance.
    expect(first(make('ann', { accomplishes: 0.98, lastLeadAt: late }), make('bob', { accomplishes: 0.91 }))).toBe(
      'bob',
    );
    expect(codes(make('ann', { accomplishes: 0.98, lastLeadAt: late }), make('bob', { accomplishes: 0.91 }))).toEqual([
      'routing.mostRoom',
      'routing.turn',
    ]);
    // Room comes before both.
    expect(
      first(make('ann', { tasks: 2, accomplishes: 1 }), make('bob', { tasks: 1, accomplishes: 0.1, lastLeadAt: late })),
    ).toBe('bob');
  });

  it('does not punish who is new: too few calls to tell count as all documented', () => {
    expect(first(make('ann', { accomplishes: 0.8 }), make('new'))).toBe('new');
  });

  it('orders people the same whatever order they come in, and says why in every language', () => {
    fc.assert(
      fc.property(
        storeArb.chain((store) => fc.tuple(fc.constant(store), reordered(store))),
        ([store, again]) => {
          const chosen = succeed(routeLead(store, context));
          expect(succeed(routeLead(again, context))).toEqual(chosen);
          for (const reason of chosen.reasons) expectRenderable(REASON_TEXTS, reason);
          const sorted = store.toSorted(compareCandidates);
          expect([...again].filter((each, i, all) => all.indexOf(each) === i).toSorted(compareCandidates)).toEqual(
            sorted,
          );
        },
      ),
    );
  });
});

// Helpers

function make(name: string, changes: Partial<Candidate> = {}): Candidate {
  return { memberId: id<'Member'>(name), knowsCustomer: false, present: true, tasks: 1, capacity: 25, ...changes };
}

function first(...candidates: readonly Candidate[]): string {
  return succeed(routeLead(candidates, context)).owner;
}

function codes(...candidates: readonly Candidate[]): readonly string[] {
  return succeed(routeLead(candidates, context)).reasons.map(({ code }) => code);
}

/** A store's people; at most one knows the customer. */
const storeArb: fc.Arbitrary<readonly Candidate[]> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('ann', 'bob', 'cat', 'dan', 'eve'),
      present: fc.boolean(),
      tasks: fc.nat({ max: 4 }),
      capacity: fc.nat({ max: 4 }),
      accomplishes: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      lastLeadAt: fc.option(fc.nat({ max: 2 }), { nil: undefined }),
    }),
    { selector: ({ name }) => name, minLength: 1 },
  )
  .chain((rows) =>
    fc.option(fc.constantFrom(...rows.map(({ name }) => name)), { nil: undefined }).map((owner) =>
      rows.map(({ name, accomplishes, lastLeadAt, ...rest }) =>
        make(name, {
          ...rest,
          knowsCustomer: name === owner,
          ...(accomplishes !== undefined && { accomplishes }),
          ...(lastLeadAt !== undefined && { lastLeadAt: lastLeadAt as Instant }),
        }),
      ),
    ),
  );

function holdsFor(
  law: (candidates: readonly Candidate[], route: { readonly owner: string; readonly cover?: string }) => void,
): void {
  fc.assert(
    fc.property(storeArb, (candidates) => {
      law(candidates, succeed(routeLead(candidates, context)));
    }),
    { numRuns: 300 },
  );
}
