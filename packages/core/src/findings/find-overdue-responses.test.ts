import { expect, it } from 'vitest';
import { makeFact, STORE } from '../../test/support/facts.ts';
import { at, contextAt } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import type { CustomerEvidence } from '../cadence/with-best-times.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { HOUR, MINUTE, plus } from '../spine/instant.ts';
import { findOverdueResponses } from './find-overdue-responses.ts';
import { REASON_TEXTS } from './reason-texts.ts';

const TEN = at('2026-11-16T10:00:00-05:00');
const NEIGHBOUR: CustomerEvidence = { history: contactHistory.empty, location: { areaCodes: ['212'] } };
const LEAD: readonly Fact[] = [
  makeFact('opportunity.opened', {}, { id: 'opened', at: TEN }),
  makeFact('lead.received', {}, { id: 'lead', at: TEN }),
];

it('tells the manager of a lead that has waited 30 open minutes, not earlier', () => {
  expect(overdueAt(plus(TEN, 30 * MINUTE - 1), LEAD)).toEqual([]);
  const [finding, ...more] = overdueAt(plus(TEN, 30 * MINUTE), LEAD);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    key: `responseOverdue:opportunity-1:${TEN}`,
    kind: 'responseOverdue',
    storeId: STORE,
    departmentId: 'department-1',
    opportunityId: 'opportunity-1',
    since: '2026-11-16',
    tell: [{ role: 'manager', how: 'notice' }],
    evidence: { since: TEN, open: 30 * MINUTE, wall: 30 * MINUTE },
  });
  expect(finding?.reasons[0].facts).toEqual(['lead']);
  for (const each of finding?.reasons ?? []) expectRenderable(REASON_TEXTS, each);
});

it('keeps its key while the lead goes on waiting', () => {
  const keys = [30, 45, 600].map((minutes) => overdueAt(plus(TEN, minutes * MINUTE), LEAD)[0]?.key);
  expect(new Set(keys).size).toBe(1);
});

it('says nothing of a lead that a person answered', () => {
  const call = makeFact('activity.logged', { disposition: 'leftMessage' }, { id: 'call', at: plus(TEN, 20 * MINUTE) });
  expect(overdueAt(plus(TEN, HOUR), [...LEAD, call])).toEqual([]);
});

it('is not silenced by what the server sent by itself', () => {
  const mail = makeFact('message.sent', {}, { id: 'mail', at: plus(TEN, MINUTE) });
  expect(overdueAt(plus(TEN, HOUR), [...LEAD, mail])).toHaveLength(1);
});

it('makes another finding of a repeat that nobody answers', () => {
  const call = makeFact('activity.logged', { disposition: 'spoke' }, { id: 'call', at: plus(TEN, MINUTE) });
  const again = makeFact('lead.received', { repeat: true }, { id: 'again', at: plus(TEN, 2 * HOUR) });
  const found = overdueAt(plus(TEN, 3 * HOUR), [...LEAD, call, again]);
  expect(found.map(({ key }) => key)).toEqual([`responseOverdue:opportunity-1:${plus(TEN, 2 * HOUR)}`]);
  expect(found[0]?.reasons[0].facts).toEqual(['again']);
});

function overdueAt(now: typeof TEN, facts: readonly Fact[]) {
  return findOverdueResponses(
    STORE,
    [{ history: foldAll(opportunityHistory, facts), customer: NEIGHBOUR }],
    contextAt(now),
  );
}

it('lets no time pass while the law lets nobody call the customer', () => {
  const customer = { history: contactHistory.empty, location: { areaCodes: ['213'] } };
  const at10 = [{ history: foldAll(opportunityHistory, LEAD), customer }];
  // Eight in Los Angeles is eleven in New York.
  const eleven = plus(TEN, HOUR);
  expect(findOverdueResponses(STORE, at10, contextAt(plus(eleven, 30 * MINUTE - 1)))).toEqual([]);
  expect(findOverdueResponses(STORE, at10, contextAt(plus(eleven, 30 * MINUTE)))).toHaveLength(1);
});
