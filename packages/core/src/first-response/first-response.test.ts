import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeFact } from '../../test/support/facts.ts';
import { at, contextAt } from '../../test/support/plan-context.ts';
import type { CustomerEvidence } from '../cadence/with-best-times.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import { type OpportunityHistory, opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Context } from '../plan/context.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { MINUTE, plus } from '../spine/instant.ts';
import { DISPOSITIONS } from '../spine/words.ts';
import { type FirstResponse, firstResponse } from './first-response.ts';
import { RESPONSE_STAGES } from './response-stages.ts';

const TEN = '2026-11-16T10:00:00-05:00';
const NIGHT = '2026-11-16T22:00:00-05:00';

it.each([
  ['10:00', 'call', '10:05'],
  ['10:04', 'call', '10:05'],
  ['10:05', 'late', '10:15'],
  ['10:14', 'late', '10:15'],
  ['10:15', 'handOver', '10:30'],
  ['10:29', 'handOver', '10:30'],
  ['10:30', 'manager', undefined],
  ['19:00', 'manager', undefined],
])('stands at %s in the stage %s', (now, stage, next) => {
  const response = answerTo(foldAll(opportunityHistory, [lead(TEN)]), contextAt(on16th(now)));
  expect(response).toMatchObject({ kind: 'running', stage, since: at(TEN) });
  expect(response.kind === 'running' && response.next?.at).toEqual(next === undefined ? undefined : on16th(next));
});

it('runs a lead of the night from opening, and tells both times', () => {
  const response = answerTo(foldAll(opportunityHistory, [lead(NIGHT)]), contextAt(at('2026-11-17T09:07:00-05:00')));
  expect(response).toMatchObject({
    kind: 'running',
    stage: 'late',
    time: { wall: (11 * 60 + 7) * MINUTE, open: 7 * MINUTE },
    next: { stage: 'handOver', at: at('2026-11-17T09:15:00-05:00') },
  });
});

it.each([
  ['spoke', true],
  ['leftMessage', true],
  ['sent', true],
  ['appointmentSet', true],
  ['notInterested', true],
  ['noAnswer', false],
  ['wrongNumber', false],
] as const)('takes a person’s "%s" for an answer: %s', (disposition, answers) => {
  const facts = [lead(TEN), act('10:03', { disposition })];
  const response = answerTo(foldAll(opportunityHistory, facts), contextAt(on16th('10:04')));
  expect(response.kind).toBe(answers ? 'stopped' : 'running');
  expect(DISPOSITIONS).toContain(disposition);
});

it('is never stopped by what the server sends', () => {
  const sent = makeFact('message.sent', {}, { at: on16th('10:00') });
  const response = answerTo(foldAll(opportunityHistory, [lead(TEN), sent]), contextAt(on16th('10:30')));
  expect(response).toMatchObject({ kind: 'running', stage: 'manager' });
});

it.each([
  ['10:04', true],
  ['10:05', false],
])('calls an answer at %s in time: %s', (when, inTime) => {
  const facts = [lead(TEN), act(when), act('10:20')];
  const response = answerTo(foldAll(opportunityHistory, facts), contextAt(on16th('12:00')));
  const minutes = Number(when.slice(3)) * MINUTE;
  expect(response).toMatchObject({ kind: 'stopped', at: on16th(when), inTime, time: { wall: minutes, open: minutes } });
});

it('starts anew when the customer asks again', () => {
  const again = makeFact('lead.received', { repeat: true }, { id: 'again', at: on16th('15:00') });
  const facts = [lead(TEN), act('10:03'), again];
  const response = answerTo(foldAll(opportunityHistory, facts), contextAt(on16th('15:06')));
  expect(response).toMatchObject({ kind: 'running', stage: 'late', since: on16th('15:00') });
});

it('closes unanswered when the deal is closed first, and stays answered when it is closed after', () => {
  const lost = makeFact('opportunity.lost', {}, { at: on16th('10:10') });
  const context = contextAt(on16th('12:00'));
  expect(answerTo(foldAll(opportunityHistory, [lead(TEN), lost]), context)).toMatchObject({
    kind: 'closed',
    at: on16th('10:10'),
    time: { open: 10 * MINUTE },
  });
  expect(answerTo(foldAll(opportunityHistory, [lead(TEN), lost, act('10:20')]), context).kind).toBe('closed');
  expect(answerTo(foldAll(opportunityHistory, [lead(TEN), lost, act('10:03')]), context).kind).toBe('stopped');
});

it.each(['phoneUp', 'walkIn', 'beBack'] as const)('asks for no answer to a customer who came by %s', (origin) => {
  const visit = makeFact('lead.received', { origin });
  expect(answerTo(foldAll(opportunityHistory, [visit]), contextAt(visit.at))).toEqual({ kind: 'none' });
  expect(answerTo(opportunityHistory.empty, contextAt(visit.at))).toEqual({ kind: 'none' });
});

it('asks for no answer to a lead that a source sends once more after the delivery, but to one after a loss', () => {
  const again = makeFact('lead.received', { repeat: true }, { id: 'again', at: on16th('15:00') });
  const after = (kind: 'opportunity.delivered' | 'opportunity.lost') =>
    responseTo([lead(TEN), makeFact(kind, {}, { at: on16th('14:00') }), again], '16:00');
  expect(after('opportunity.delivered')).toEqual({ kind: 'none' });
  expect(after('opportunity.lost')).toMatchObject({ kind: 'running', since: on16th('15:00') });
});

it('waits no shorter than nothing when the clock is behind', () => {
  const response = answerTo(foldAll(opportunityHistory, [lead(TEN)]), contextAt(on16th('09:59')));
  expect(response).toMatchObject({ stage: 'call', time: { wall: 0, open: 0 } });
});

it('only ever moves on, and into the next stage exactly when it said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 * 24 * 60 }), fc.nat({ max: 3 * 24 * 60 }), (received, waited) => {
      const since = plus(at(TEN), received * MINUTE);
      const history = foldAll(opportunityHistory, [makeFact('lead.received', {}, { at: since })]);
      const stageAt = (now: number) => answerTo(history, contextAt(plus(since, now)));
      const response = stageAt(waited * MINUTE);
      if (response.kind !== 'running') throw new Error(response.kind);
      expect(response.time.open).toBeLessThanOrEqual(response.time.wall);
      if (response.next === undefined) return;
      expect(order(response)).toBeLessThan(RESPONSE_STAGES.indexOf(response.next.stage));
      expect(order(stageAt(response.next.at - since - 1))).toBe(order(response));
      expect(order(stageAt(response.next.at - since))).toBe(RESPONSE_STAGES.indexOf(response.next.stage));
    }),
  );
});

// Helpers

/** A customer around the corner, of whom nothing else is known. */
const NEIGHBOUR: CustomerEvidence = { history: contactHistory.empty, location: { areaCodes: ['212'] } };

function answerTo(history: OpportunityHistory, context: Context, customer = NEIGHBOUR): FirstResponse {
  return firstResponse(history, customer, context);
}

function lead(when: string): Fact {
  return makeFact('lead.received', {}, { id: 'lead', at: at(when) });
}

function act(time: string, data: { disposition?: (typeof DISPOSITIONS)[number] } = {}): Fact {
  return makeFact('activity.logged', data, { id: `act-${time}`, at: on16th(time) });
}

function on16th(time: string) {
  return at(`2026-11-16T${time}:00-05:00`);
}

function responseTo(facts: readonly Fact[], now: string): FirstResponse {
  return answerTo(foldAll(opportunityHistory, facts), contextAt(on16th(now)));
}

function order(response: FirstResponse): number {
  return response.kind === 'running' ? RESPONSE_STAGES.indexOf(response.stage) : Number.NaN;
}
