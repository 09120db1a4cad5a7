import { expect, it } from 'vitest';
import { makeFact } from '../../test/support/facts.ts';
import { at, contextAt, iso } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { DAY_24H, HOUR, type Instant, MINUTE, plus } from '../spine/instant.ts';
import { invitationDue, LATEST_AFTER_DAYS } from './invitation-due.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { RECOVERY_WITHIN_OPEN, recoveryTouches } from './recovery-touches.ts';

const MONDAY_FIVE = at('2026-11-16T17:00:00-05:00');
const WEDNESDAY_NINE = at('2026-11-18T09:00:00-05:00');

const opened = makeFact('opportunity.opened', {}, { id: 'opened', at: plus(MONDAY_FIVE, -DAY_24H) });
const lead = makeFact('lead.received', {}, { id: 'lead', at: plus(MONDAY_FIVE, -DAY_24H) });
const deliveredAt = (when: Instant) => makeFact('opportunity.delivered', {}, { id: 'delivered', at: when });
const SOLD: readonly Fact[] = [opened, lead, deliveredAt(MONDAY_FIVE)];

it('invites from the opening of the second day after the delivery', () => {
  expect(verdictAt(plus(WEDNESDAY_NINE, -1), SOLD)).toMatchObject({ kind: 'notYet', at: WEDNESDAY_NINE });
  expect(verdictAt(WEDNESDAY_NINE, SOLD)).toMatchObject({ kind: 'due', since: WEDNESDAY_NINE });
  expect(verdictAt(plus(MONDAY_FIVE, 2 * DAY_24H), SOLD).kind).toBe('due');
});

it.each([
  ['Friday evening', '2026-11-20T19:30:00-05:00', '2026-11-23T14:00:00.000Z'],
  ['the Tuesday before Thanksgiving', '2026-11-24T12:00:00-05:00', '2026-11-27T14:00:00.000Z'],
  ['the Friday before the clock changes', '2026-10-30T12:00:00-04:00', '2026-11-02T14:00:00.000Z'],
])('waits for an open day after a delivery on %s', (_, delivered, expected) => {
  const verdict = verdictAt(at(delivered), [opened, lead, deliveredAt(at(delivered))]);
  expect(verdict.kind === 'notYet' && iso(verdict.at)).toBe(expected);
});

it.each([
  ['nothing was delivered', [opened, lead], 'survey.notDelivered'],
  [
    'the deal was unwound',
    [...SOLD, makeFact('opportunity.unwound', {}, { id: 'unwound', at: plus(MONDAY_FIVE, HOUR) })],
    'survey.unwound',
  ],
  [
    'an unwound deal was opened again by a lead',
    [
      ...SOLD,
      makeFact('opportunity.unwound', {}, { id: 'unwound', at: plus(MONDAY_FIVE, HOUR) }),
      makeFact('lead.received', { repeat: true }, { id: 'again', at: plus(MONDAY_FIVE, 2 * HOUR) }),
    ],
    'survey.notDelivered',
  ],
  [
    'the buyer was invited',
    [...SOLD, makeFact('survey.invited', {}, { id: 'invited', at: WEDNESDAY_NINE })],
    'survey.alreadyInvited',
  ],
  [
    'there is no address',
    [opened, { ...lead, data: { ...lead.data, mailable: false } }, deliveredAt(MONDAY_FIVE)],
    'survey.noAddress',
  ],
] as const)('invites nobody when %s', (_, facts, code) => {
  const verdict = verdictAt(plus(WEDNESDAY_NINE, HOUR), facts);
  expect([verdict.kind, verdict.reasons[0].code]).toEqual(['none', code]);
});

it('invites once a delivery: again after an unwound deal was delivered anew', () => {
  const facts = [
    ...SOLD,
    makeFact('survey.invited', {}, { id: 'invited', at: WEDNESDAY_NINE }),
    makeFact('opportunity.unwound', {}, { id: 'unwound', at: plus(WEDNESDAY_NINE, HOUR) }),
    makeFact('opportunity.delivered', {}, { id: 'anew', at: plus(WEDNESDAY_NINE, 2 * HOUR) }),
  ];
  expect(verdictAt(at('2026-11-20T09:00:00-05:00'), facts).kind).toBe('due');
});

it('does not send former buyers a survey when deliveries are learned of late', () => {
  const last = plus(WEDNESDAY_NINE, LATEST_AFTER_DAYS * DAY_24H);
  expect(verdictAt(last, SOLD).kind).toBe('due');
  expect(verdictAt(plus(last, 1), SOLD).reasons[0].code).toBe('survey.tooLate');
  const before = [opened, lead, deliveredAt(at('2019-03-01T12:00:00-05:00'))];
  expect(verdictAt(WEDNESDAY_NINE, before).reasons[0].code).toBe('survey.tooLate');
});

it('opens a recovery call for the manager after a low answer, due in a working day’s open time', () => {
  const answered = answerAt(plus(WEDNESDAY_NINE, HOUR), { happy: 5, gotWhatYouWanted: 1, recommend: 4 });
  const [touch, ...more] = touchesOf([...SOLD, answered]);
  expect(more).toEqual([]);
  expect(touch).toMatchObject({
    id: 'opportunity-1:recovery:answered',
    channel: 'call',
    who: 'manager',
    urgency: 'promise',
    since: answered.at,
    window: { from: answered.at, best: answered.at, deadline: plus(answered.at, RECOVERY_WITHIN_OPEN) },
    reasons: [{ code: 'survey.lowAnswer', plan: { version: 'default-1' }, facts: ['answered'] }],
  });
  for (const each of touch?.reasons ?? []) expectRenderable(REASON_TEXTS, each);
});

it('names the owner of the buyer where there is one', () => {
  const answered = answerAt(WEDNESDAY_NINE, { happy: 1 });
  expect(touchesOf([...SOLD, answered])[0]).not.toHaveProperty('ownerId');
  const owner = makeFact('opportunity.assigned', {}, { id: 'assigned', at: MONDAY_FIVE });
  expect(touchesOf([...SOLD, answered, owner])[0]?.ownerId).toBe('member-ann');
});

it('has the recovery call made once the store is open', () => {
  const [touch] = touchesOf([...SOLD, answerAt(at('2026-11-18T22:00:00-05:00'), { happy: 1 })]);
  expect(iso(touch?.window.best ?? MONDAY_FIVE)).toBe('2026-11-19T14:00:00.000Z');
  expect(iso(touch?.window.deadline ?? MONDAY_FIVE)).toBe('2026-11-19T22:00:00.000Z');
});

it.each([
  ['spoke', 'call', 0],
  ['leftMessage', 'call', 0],
  ['noAnswer', 'call', 1],
  ['sent', 'email', 1],
] as const)('after “%s” by %s counts %i recovery calls', (disposition, channel, count) => {
  const answered = answerAt(WEDNESDAY_NINE, { happy: 1 });
  const about = { id: 'call', at: plus(WEDNESDAY_NINE, MINUTE) };
  const act = makeFact('activity.logged', { disposition, channel }, about);
  expect(touchesOf([...SOLD, answered, act])).toHaveLength(count);
});

it('is not satisfied by a call from before the answer, and sees no need without a low one', () => {
  const about = { id: 'call', at: plus(WEDNESDAY_NINE, -MINUTE) };
  const call = makeFact('activity.logged', { disposition: 'spoke' }, about);
  expect(touchesOf([...SOLD, call, answerAt(WEDNESDAY_NINE, { happy: 2 })])).toHaveLength(1);
  expect(touchesOf([...SOLD, call, answerAt(call.at, { happy: 2 })])).toEqual([]);
  expect(touchesOf([...SOLD, answerAt(WEDNESDAY_NINE, { happy: 3 })])).toEqual([]);
  expect(touchesOf(SOLD)).toEqual([]);
});

// Helpers

function verdictAt(now: Instant, facts: readonly Fact[]) {
  const verdict = invitationDue(foldAll(opportunityHistory, facts), contextAt(now));
  for (const each of verdict.reasons) expectRenderable(REASON_TEXTS, each);
  return verdict;
}

function answerAt(when: Instant, answers: Readonly<Record<string, number>>) {
  return makeFact('survey.answered', { answers }, { id: 'answered', at: when });
}

function touchesOf(facts: readonly Fact[]) {
  return recoveryTouches(foldAll(opportunityHistory, facts), contextAt(plus(WEDNESDAY_NINE, DAY_24H)));
}
