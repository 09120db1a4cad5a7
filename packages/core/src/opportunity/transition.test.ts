import { expect, it } from 'vitest';
import { ANN, CUSTOMER, MONDAY, makeFact, OPPORTUNITY } from '../../test/support/facts.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import type { Context } from '../plan/context.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import { DAY_24H, HOUR, plus } from '../spine/instant.ts';
import { opportunityHistory } from './opportunity-history.ts';
import { type OpportunityStatus, opportunityStatus } from './opportunity-status.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { transition, type Wish } from './transition.ts';

const NOW = plus(MONDAY, 2 * DAY_24H);
// A transition reads nothing but the time; the plan and the calendar have tests of their own.
const context = { now: NOW } as Context;
const opened = makeFact('opportunity.opened');
const TURNED = plus(MONDAY, DAY_24H);
const delivered = makeFact('opportunity.delivered', {}, { at: TURNED });
const lost = makeFact('opportunity.lost', {}, { at: TURNED });
const HISTORIES: Readonly<Record<OpportunityStatus, readonly Fact[]>> = {
  open: [opened],
  delivered: [opened, delivered],
  unwound: [opened, delivered, makeFact('opportunity.unwound', {}, { at: plus(TURNED, 1) })],
  lost: [opened, lost],
};
const historyOf = (status: OpportunityStatus) => foldAll(opportunityHistory, HISTORIES[status]);

const LEAD = { leadId: id<'Lead'>('lead-2'), source: 'dealer site', callable: true, mailable: false };
const WISHES = {
  deliver: { kind: 'deliver', at: NOW },
  unwind: { kind: 'unwind', at: NOW },
  lose: { kind: 'lose', at: NOW, memberId: ANN, reason: 'price' },
  receiveAgain: { kind: 'receiveAgain', at: NOW, lead: LEAD },
} as const satisfies Record<string, Wish>;

it.each([
  ['deliver', 'open', 'opportunity.delivered'],
  ['deliver', 'lost', 'opportunity.delivered'],
  ['deliver', 'unwound', 'opportunity.delivered'],
  ['deliver', 'delivered', 'opportunity.alreadyDelivered'],
  ['unwind', 'delivered', 'opportunity.unwound'],
  ['unwind', 'open', 'opportunity.notDelivered'],
  ['unwind', 'lost', 'opportunity.notDelivered'],
  ['unwind', 'unwound', 'opportunity.notDelivered'],
  ['lose', 'open', 'opportunity.lost'],
  ['lose', 'unwound', 'opportunity.lost'],
  ['lose', 'delivered', 'opportunity.alreadyDelivered'],
  ['lose', 'lost', 'opportunity.alreadyLost'],
  ['receiveAgain', 'open', 'lead.received'],
  ['receiveAgain', 'lost', 'lead.received'],
  ['receiveAgain', 'unwound', 'lead.received'],
  ['receiveAgain', 'delivered', 'lead.received'],
] as const)('answers the wish to %s a deal that is %s with %s', (wish, status, answer) => {
  const result = transition(historyOf(status), WISHES[wish], context);
  expect(result.ok ? result.value[0]?.kind : result.refusals[0].code).toBe(answer);
});

it('drafts facts that fold to the standing wished for', () => {
  const result = transition(historyOf('open'), WISHES.lose, context);
  expect(result).toEqual({
    ok: true,
    value: [
      { kind: 'opportunity.lost', at: NOW, data: { opportunityId: OPPORTUNITY, memberId: ANN, reason: 'price' } },
    ],
  });
});

it('opens a lost deal again when the customer writes again, but never a delivered one', () => {
  const again = makeFact('lead.received', { repeat: true }, { at: NOW });
  expect(opportunityStatus(opportunityHistory.add(historyOf('lost'), again))).toBe('open');
  expect(opportunityStatus(opportunityHistory.add(historyOf('unwound'), again))).toBe('open');
  expect(opportunityStatus(opportunityHistory.add(historyOf('delivered'), again))).toBe('delivered');
});

it('does not open a lost deal by a lead from before the loss that is learned of late', () => {
  const late = makeFact('lead.received', { repeat: true }, { at: plus(TURNED, -HOUR) });
  expect(opportunityStatus(opportunityHistory.add(historyOf('lost'), late))).toBe('lost');
});

it('keeps the episode and its customer in the draft of a repeated lead', () => {
  const result = transition(historyOf('lost'), WISHES.receiveAgain, context);
  expect(result.ok && result.value[0]?.data).toEqual({
    ...LEAD,
    opportunityId: OPPORTUNITY,
    customerId: CUSTOMER,
    origin: 'internet',
    repeat: true,
  });
});

it.each([
  ['', 'opportunity.lostReasonMissing'],
  ['  ', 'opportunity.lostReasonMissing'],
  ['because', 'opportunity.lostReasonUnknown'],
])('refuses to lose a deal for the reason %j', (why, code) => {
  const result = transition(historyOf('open'), { ...WISHES.lose, reason: why }, context);
  expect(result.ok ? 'ok' : result.refusals.map((refusal) => refusal.code)).toEqual([code]);
});

it.each([
  ['one millisecond ahead', 'open', plus(NOW, 1), 'opportunity.inFuture'],
  ['now', 'open', NOW, 'ok'],
  ['at the opening', 'open', MONDAY, 'ok'],
  ['before the opening', 'open', plus(MONDAY, -1), 'opportunity.beforeOpening'],
  ['before the loss', 'lost', plus(TURNED, -1), 'opportunity.beforeLastTurn'],
] as const)('judges a delivery %s of a deal that is %s', (_, status, at, answer) => {
  const result = transition(historyOf(status), { kind: 'deliver', at }, context);
  expect(result.ok ? 'ok' : result.refusals[0].code).toBe(answer);
});

it('judges by the latest of several turns', () => {
  const again = makeFact('opportunity.lost', {}, { id: 'lost-again', at: plus(TURNED, HOUR) });
  const history = foldAll(opportunityHistory, [...HISTORIES.unwound, again]);
  const late = transition(history, { kind: 'deliver', at: plus(TURNED, HOUR - 1) }, context);
  expect(late.ok ? [] : late.refusals).toMatchObject([
    { code: 'opportunity.beforeLastTurn', data: { turnedAt: plus(TURNED, HOUR) }, facts: ['lost-again'] },
  ]);
  const twice = transition(history, WISHES.lose, context);
  expect(twice.ok ? [] : twice.refusals).toMatchObject([
    { code: 'opportunity.alreadyLost', data: { lostAt: plus(TURNED, HOUR) }, facts: ['lost-again'] },
  ]);
});

it('leaves a deal lost that was lost at the very instant of a lead', () => {
  const same = makeFact('lead.received', { repeat: true }, { at: TURNED });
  expect(opportunityStatus(opportunityHistory.add(historyOf('lost'), same))).toBe('lost');
});

it('names every reason of a refusal at once', () => {
  const result = transition(historyOf('lost'), { ...WISHES.lose, at: plus(NOW, 1), reason: '' }, context);
  expect(result.ok ? [] : result.refusals.map((refusal) => refusal.code)).toEqual([
    'opportunity.inFuture',
    'opportunity.alreadyLost',
    'opportunity.lostReasonMissing',
  ]);
});

it('refuses any wish about an episode of which no opening is known', () => {
  const onlyLead = foldAll(opportunityHistory, [makeFact('lead.received')]);
  const result = transition(onlyLead, WISHES.deliver, context);
  expect(result.ok ? 'ok' : result.refusals[0].code).toBe('opportunity.unknown');
});

it('gives each refusal the values that its sentence asks for', () => {
  const times = [NOW, plus(NOW, 1), plus(MONDAY, -1), plus(TURNED, -1)];
  for (const status of ['open', 'delivered', 'unwound', 'lost'] as const) {
    for (const wish of Object.values(WISHES)) {
      for (const at of times) {
        const why = { reason: 'because' };
        const result = transition(
          historyOf(status),
          wish.kind === 'lose' ? { ...wish, ...why, at } : { ...wish, at },
          context,
        );
        if (!result.ok) for (const refusal of result.refusals) expectRenderable(REASON_TEXTS, refusal);
      }
    }
  }
  expect.hasAssertions();
});
