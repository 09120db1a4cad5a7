import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ANN, BOB, DEPARTMENT, factsArb, MONDAY, makeFact, OPPORTUNITY, reordered } from '../../test/support/facts.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import { HOUR, MINUTE, plus } from '../spine/instant.ts';
import { historyBefore, opportunityHistory } from './opportunity-history.ts';

it('gives the same history in any order and however often each fact arrives', () => {
  fc.assert(
    fc.property(
      factsArb.chain((facts) => fc.tuple(fc.constant(facts), reordered(facts))),
      ([facts, shuffled]) => {
        expect(foldAll(opportunityHistory, shuffled)).toEqual(foldAll(opportunityHistory, facts));
      },
    ),
  );
});

it('changes nothing, not even the object, when a fact arrives again', () => {
  fc.assert(
    fc.property(factsArb, (facts) => {
      const history = foldAll(opportunityHistory, facts);
      for (const fact of facts) expect(opportunityHistory.add(history, fact)).toBe(history);
    }),
  );
});

it('survives JSON unchanged and goes on from there', () => {
  fc.assert(
    fc.property(factsArb, factsArb, (before, after) => {
      const later = after.map((fact) => ({ ...fact, id: id<'Fact'>(`later-${fact.id}`) }));
      const history = foldAll(opportunityHistory, before);
      const stored = JSON.parse(JSON.stringify(history));
      expect(stored).toStrictEqual(history);
      expect(foldAll(opportunityHistory, later, stored)).toEqual(foldAll(opportunityHistory, later, history));
    }),
  );
});

it('equals the history that the corrected facts never were part of', () => {
  fc.assert(
    fc.property(factsArb, (facts) => {
      const ofOpportunity = facts.filter((fact) => 'opportunityId' in fact.data);
      const gone = new Set(ofOpportunity.flatMap((fact) => fact.corrects ?? []));
      const standing = ofOpportunity.filter((fact) => !gone.has(fact.id)).map(({ corrects: _, ...fact }) => fact);
      const { corrected, opportunityId: _a, ...history } = foldAll(opportunityHistory, facts);
      const { corrected: _b, opportunityId: _c, ...expected } = foldAll(opportunityHistory, standing);
      expect(history).toEqual(expected);
      expect(new Set(corrected)).toEqual(gone);
    }),
  );
});

it('is, before an instant, the history of what happened before it', () => {
  fc.assert(
    fc.property(factsArb, fc.nat(61), (facts, minutes) => {
      const standing = facts.filter((fact) => 'opportunityId' in fact.data).map(({ corrects: _, ...fact }) => fact);
      const at = plus(MONDAY, minutes * MINUTE);
      const { opportunityId: _a, ...before } = historyBefore(foldAll(opportunityHistory, standing), at);
      const earlier = standing.filter((fact) => fact.at < at);
      const { opportunityId: _b, ...expected } = foldAll(opportunityHistory, earlier);
      expect(before).toEqual(expected);
    }),
  );
});

it('tells the opening, the leads, the owner and the way to reach the customer', () => {
  const history = foldAll(opportunityHistory, [
    makeFact('lead.received', { callable: false }, { id: 'a', at: MONDAY }),
    makeFact('opportunity.opened', {}, { id: 'b', at: plus(MONDAY, 1) }),
    makeFact('opportunity.assigned', { memberId: ANN }, { id: 'c', at: plus(MONDAY, 2) }),
    makeFact('lead.received', { repeat: true, mailable: false }, { id: 'd', at: plus(MONDAY, HOUR) }),
    makeFact('opportunity.assigned', { memberId: BOB }, { id: 'e', at: plus(MONDAY, 2 * HOUR) }),
  ]);
  expect(history).toMatchObject({
    opportunityId: OPPORTUNITY,
    departmentId: DEPARTMENT,
    origin: 'internet',
    openedAt: plus(MONDAY, 1),
    lastLeadAt: plus(MONDAY, HOUR),
    leadCount: 2,
    callable: true,
    mailable: true,
    ownerId: BOB,
  });
});

it('takes the earliest opening and the latest appointment, and the first lead until an opening is known', () => {
  const other = id<'Customer'>('customer-2');
  const leads = [
    makeFact('lead.received', {}, { id: 'a', at: MONDAY }),
    makeFact('lead.received', { customerId: other }, { id: 'b', at: plus(MONDAY, HOUR) }),
  ];
  expect(foldAll(opportunityHistory, leads)).toMatchObject({ customerId: 'customer-1', leadCount: 2 });
  const history = foldAll(opportunityHistory, [
    ...leads,
    makeFact('opportunity.opened', { origin: 'walkIn' }, { id: 'c', at: plus(MONDAY, 2 * HOUR) }),
    makeFact('opportunity.opened', { customerId: other }, { id: 'd', at: plus(MONDAY, HOUR) }),
    makeFact('activity.logged', { disposition: 'appointmentSet' }, { id: 'e', at: plus(MONDAY, 3 * HOUR) }),
    makeFact('activity.logged', { disposition: 'appointmentSet' }, { id: 'f', at: plus(MONDAY, 4 * HOUR) }),
  ]);
  expect(history).toMatchObject({ customerId: other, origin: 'internet', openedAt: plus(MONDAY, HOUR) });
  expect(history.appointmentAt).toBe(plus(MONDAY, 4 * HOUR));
});

it('keeps attempts apart from what the server sent by itself', () => {
  const touchId = id<'Touch'>('touch-1');
  const step = id<'Step'>('welcome');
  const history = foldAll(opportunityHistory, [
    makeFact('message.sent', { step }, { id: 'a' }),
    makeFact('activity.logged', { touchId, disposition: 'appointmentSet' }, { id: 'b', at: plus(MONDAY, MINUTE) }),
    makeFact('customer.replied', {}, { id: 'c', at: plus(MONDAY, 2 * MINUTE) }),
  ]);
  expect(history.sends).toEqual([{ fact: 'a', at: MONDAY, channel: 'email', purpose: 'replyToInquiry', step }]);
  expect(history.attempts).toEqual([
    { fact: 'b', at: plus(MONDAY, MINUTE), channel: 'call', disposition: 'appointmentSet', memberId: ANN, touchId },
  ]);
  expect(history.appointmentAt).toBe(plus(MONDAY, MINUTE));
  expect(history.repliedAt).toBe(plus(MONDAY, 2 * MINUTE));
});

it('lets a correction take the place of what it corrects, and a second one the place of the first', () => {
  const history = foldAll(opportunityHistory, [
    makeFact('activity.logged', { disposition: 'noAnswer' }, { id: 'third', corrects: 'second' }),
    makeFact('activity.logged', { disposition: 'spoke' }, { id: 'first' }),
    makeFact('activity.logged', { disposition: 'leftMessage' }, { id: 'second', corrects: 'first' }),
  ]);
  expect(history.attempts.map((attempt) => attempt.disposition)).toEqual(['noAnswer']);
  expect(history.corrected).toEqual(['first', 'second']);
});

it('ignores what belongs to no opportunity', () => {
  expect(opportunityHistory.add(opportunityHistory.empty, makeFact('call.recorded'))).toBe(opportunityHistory.empty);
});

it('throws when the facts of two opportunities are mixed', () => {
  const history = opportunityHistory.add(opportunityHistory.empty, makeFact('opportunity.opened'));
  const other = makeFact('opportunity.assigned', { opportunityId: id<'Opportunity'>('opportunity-2') });
  expect(() => opportunityHistory.add(history, other)).toThrow(/opportunity-1.*opportunity-2/);
});
