import { describe, expect, it } from 'vitest';
import { makeFact } from '../../test/support/facts.ts';
import { at, calendarOf, contextAt, NEW_YORK } from '../../test/support/plan-context.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import type { CallShown } from '../opportunity/history-marks.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import { withCallsShown } from '../proof/calls-shown.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { createReasonRenderer } from '../spine/render-reason.ts';
import { type FirstResponse, firstResponse, leadAnswer } from './first-response.ts';
import { REASON_TEXTS } from './reason-texts.ts';

const renderReason = createReasonRenderer([REASON_TEXTS]);
const MORNINGS = calendarOf({ zone: 'America/New_York', weekly: { 1: [{ opens: '09:00', closes: '12:00' }] } });
const LEAD = makeFact('lead.received', {}, { id: 'lead', at: on16th('10:00') });

describe('S17 one clock, in words', () => {
  it.each([
    ['10:03', ['The lead came in 3 min ago (3 min of opening hours): the first call is due.']],
    ['10:07', ['Nobody has answered for 7 min of opening hours (7 min in all): the first call is late.']],
    [
      '10:20',
      ['Nobody has answered for 20 min of opening hours (20 min in all): another person who is present gets the call.'],
    ],
    ['11:10', ['Nobody has answered for 1 h 10 min of opening hours (1 h 10 min in all): a manager gets the call.']],
    [
      '20:30',
      [
        'Nobody has answered for 10 h of opening hours (10 h 30 min in all): a manager gets the call.',
        'The store is closed: the clock counts from Tue 9:00 AM.',
      ],
    ],
  ])('says at %s how long nobody has answered', (now, sentences) => {
    expect(told(answer([LEAD], now))).toEqual(sentences);
  });

  it('says that the hour forbids the call, and until when', () => {
    expect(told(answer([LEAD], '10:30', { areaCodes: ['213'] }))).toEqual([
      'The lead came in 30 min ago (30 min of opening hours): the first call is due.',
      'The clock pauses until 11:00 AM: at this hour the customer may not be called.',
    ]);
    expect(told(answer([LEAD], '10:30', { areaCodes: ['671'] }, undefined, MORNINGS))[1]).toBe(
      'The store’s hours hold no time at which the customer may be called: the clock does not count.',
    );
  });

  it('says by what and how fast a person answered, and whether that is shown yet', () => {
    const facts = [LEAD, call('10:04', 'spoke')];
    const sentence = 'A person answered by phone after 4 min of opening hours (4 min in all).';
    expect(told(answer(facts, '10:30', undefined, 'talk'))).toEqual([sentence]);
    expect(told(answer(facts, '10:30'))).toEqual([
      sentence,
      'As claimed: the records of the phone system have not come yet.',
    ]);
  });

  it('says why a clock ended that nobody stopped', () => {
    const lost = makeFact('opportunity.lost', {}, { id: 'lost', at: on16th('10:10') });
    expect(told(answer([LEAD, lost], '11:00'))).toEqual([
      'The deal was closed after 10 min of opening hours (10 min in all), before anybody had answered.',
    ]);
  });

  it('names the facts that it rests on, and the plan that sets the minutes', () => {
    const context = contextAt(on16th('10:20'));
    expect(answer([LEAD], '10:20')).toMatchObject({
      reasons: [{ facts: ['lead'], plan: { version: context.plan.version } }],
    });
    expect(answer([LEAD, call('10:04', 'spoke')], '10:30')).toMatchObject({
      by: 'call 10:04',
      reasons: [{ facts: ['lead', 'call 10:04'] }, { facts: ['lead', 'call 10:04'] }],
    });
    const lost = makeFact('opportunity.lost', {}, { id: 'lost', at: on16th('10:10') });
    expect(answer([LEAD, lost], '11:00')).toMatchObject({ reasons: [{ facts: ['lead'] }] });
  });

  it('tells what was done and stopped nothing, in order of time, from the lead up to the answer', () => {
    const reply = (id: string, time: string) =>
      makeFact('message.sent', { channel: 'email' }, { id, at: on16th(time) });
    const facts = [
      reply('before', '09:59'),
      LEAD,
      call('10:06', 'noAnswer'),
      reply('at once', '10:00'),
      reply('again', '10:12'),
      call('10:14', 'noAnswer'),
      makeFact('activity.logged', { channel: 'email', disposition: 'sent' }, { id: 'mail', at: on16th('10:14') }),
      reply('after', '10:20'),
    ];
    const response = answer(facts, '11:00');
    if (response.kind !== 'stopped') throw new Error(response.kind);
    expect(response.passedBy.map((each) => [each.facts, each.code.split('.')[1], each.data])).toEqual([
      [['at once'], 'autoReply', { at: on16th('10:00'), channel: 'email' }],
      [['call 10:06'], 'nobodyReached', { at: on16th('10:06'), channel: 'call' }],
      [['again'], 'autoReply', { at: on16th('10:12'), channel: 'email' }],
      [['call 10:14'], 'nobodyReached', { at: on16th('10:14'), channel: 'call' }],
    ]);
  });
});

describe('S17 one clock: what ends it', () => {
  it('is the customer’s last word, where one way after the other was forbidden', () => {
    const stops = (['call', 'text', 'email'] as const).map((channel, i) =>
      makeFact('consent.revoked', { channel, purpose: 'all' }, { id: channel, at: on16th(`10:1${i}`) }),
    );
    expect(answer([LEAD], '10:40', undefined, undefined, NEW_YORK, stops)).toMatchObject({
      kind: 'closed',
      at: on16th('10:12'),
      time: { open: 12 * 60_000 },
    });
    expect(answer([LEAD], '10:40', undefined, undefined, NEW_YORK, stops.slice(1)).kind).toBe('running');
  });

  it('is the word that no reply is wished for, also of the very instant of the lead, and not that no marketing is', () => {
    const said = (purpose: 'replyToInquiry' | 'marketing', time: string) =>
      makeFact('consent.revoked', { channel: 'all', purpose }, { at: on16th(time) });
    const ended = answer([LEAD], '10:40', undefined, undefined, NEW_YORK, [said('replyToInquiry', '10:10')]);
    expect(ended).toMatchObject({ kind: 'closed', at: on16th('10:10') });
    expect(told(ended)).toEqual([
      'The customer wished for no answer any more after 10 min of opening hours (10 min in all).',
    ]);
    const atOnce = answer([LEAD], '10:40', undefined, undefined, NEW_YORK, [said('replyToInquiry', '10:00')]);
    expect(atOnce).toMatchObject({ kind: 'closed', at: on16th('10:00') });
    const marketing = answer([LEAD], '10:40', undefined, undefined, NEW_YORK, [said('marketing', '10:10')]);
    expect(marketing.kind).toBe('running');
  });

  it('is a sale as well as a loss, unless a person answered by then', () => {
    for (const kind of ['opportunity.delivered', 'opportunity.lost'] as const) {
      const end = makeFact(kind, {}, { id: 'end', at: on16th('10:10') });
      expect(answer([LEAD, end], '11:00')).toMatchObject({ kind: 'closed', at: on16th('10:10') });
      expect(answer([LEAD, end, call('10:10', 'spoke')], '11:00').kind).toBe('stopped');
      expect(answer([LEAD, end, call('10:11', 'spoke')], '11:00').kind).toBe('closed');
    }
  });

  it('is an answer of the very instant of the lead', () => {
    expect(answer([LEAD, call('10:00', 'spoke')], '11:00')).toMatchObject({ kind: 'stopped', time: { wall: 0 } });
  });

  it('is in time where no hour is both open and lawful: nothing was ever late', () => {
    const facts = [LEAD, call('11:30', 'spoke')];
    expect(answer(facts, '11:45', { areaCodes: ['671'] }, 'talk', MORNINGS)).toMatchObject({ inTime: true });
  });

  it('is no word of before: who asks again wishes for an answer', () => {
    const stop = makeFact('consent.revoked', { channel: 'all', purpose: 'all' }, { at: on16th('09:00') });
    expect(answer([LEAD], '10:40', undefined, undefined, NEW_YORK, [stop]).kind).toBe('running');
  });

  it('gives the answer with its time to who asks for that alone', () => {
    const history = foldAll(opportunityHistory, [LEAD, call('10:04', 'spoke')]);
    expect(leadAnswer(history, contextAt(on16th('12:00')))).toMatchObject({
      lead: { fact: 'lead' },
      answer: { fact: 'call 10:04' },
      time: { wall: 240_000, open: 240_000 },
    });
    expect(leadAnswer(opportunityHistory.empty, contextAt(on16th('12:00')))).toBeUndefined();
    const unasked = foldAll(opportunityHistory, [call('10:04', 'spoke')]);
    expect(leadAnswer(unasked, contextAt(on16th('12:00')))).toBeUndefined();
  });
});

// Helpers

function call(time: string, disposition: 'spoke' | 'noAnswer'): Fact {
  return makeFact('activity.logged', { disposition }, { id: `call ${time}`, at: on16th(time) });
}

function on16th(time: string) {
  return at(`2026-11-16T${time}:00-05:00`);
}

function answer(
  facts: readonly Fact[],
  now: string,
  location: { readonly areaCodes: readonly string[] } = { areaCodes: ['212'] },
  shown?: CallShown,
  calendar = NEW_YORK,
  customer: readonly Fact[] = [],
): FirstResponse {
  const history = withCallsShown(foldAll(opportunityHistory, facts), () => shown);
  const evidence = { history: foldAll(contactHistory, customer), location };
  return firstResponse(history, evidence, contextAt(on16th(now), { calendar }));
}

function told(response: FirstResponse): readonly string[] {
  if (response.kind === 'none') return [];
  return response.reasons.map((why) => renderReason(why, 'en', 'America/New_York', on16th('12:00')));
}
