import { describe, expect, it } from 'vitest';
import { makeFact } from '../../test/support/facts.ts';
import { at, calendarOf, contextAt, NEW_YORK } from '../../test/support/plan-context.ts';
import { expectCompleteTexts, expectRenderable } from '../../test/support/texts.ts';
import { CLOCK_ACTS, type ClockAct } from '../cadence/clock-acts.ts';
import { dueTouches } from '../cadence/due-touches.ts';
import type { CustomerEvidence } from '../cadence/with-best-times.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import type { CallShown } from '../opportunity/history-marks.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import { withCallsShown } from '../proof/calls-shown.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import type { Reason } from '../spine/reason.ts';
import { type FirstResponse, firstResponse } from './first-response.ts';
import { REASON_TEXTS } from './reason-texts.ts';

const CORNER = customer(['212']);
const LOS_ANGELES = customer(['213']);
/** Eight in the morning of Guam is five in the afternoon of the day before in New York. */
const GUAM = customer(['671']);
const MORNINGS = calendarOf({ zone: 'America/New_York', weekly: { 1: [{ opens: '09:00', closes: '12:00' }] } });
const seen: Reason[] = [];

describe('S17 one clock', () => {
  const ACTS: Readonly<Record<ClockAct, [Fact, CallShown?]>> = {
    autoReply: [makeFact('message.sent', {}, { id: 'act', at: on16th('10:00') })],
    unchangedTemplate: [act({ channel: 'text', disposition: 'sent', unchangedTemplate: true })],
    nobodyReached: [act({ disposition: 'noAnswer' }), 'talk'],
    shortRing: [act({}), 'ring'],
    notDocumented: [act({}), 'nothing'],
    awaitedCall: [act({}), 'awaited'],
    unprovableCall: [act({}), 'unprovable'],
    conversation: [act({ disposition: 'spoke' }), 'talk'],
    voicemail: [act({}), 'voicemail'],
    personalWord: [act({ channel: 'text', disposition: 'sent' })],
  };

  it.each(Object.entries(CLOCK_ACTS))('an act that is a %s %s the clock', (name, stops) => {
    const [fact, shown] = ACTS[name as ClockAct];
    const response = answer([lead(), fact], '10:20', CORNER, shown);
    if (stops === 'never') {
      expect(response).toMatchObject({ kind: 'running', stage: 'handOver' });
      expect(passedBy(response)).toEqual([`firstResponse.${name}`]);
    } else {
      expect(response).toMatchObject({ kind: 'stopped', by: 'act', provisional: stops === 'provisionally' });
      expect(passedBy(response)).toEqual([]);
    }
  });

  it('counts a call as an answer until its records speak against it, and then from receipt', () => {
    const facts = [lead(), act({})];
    expect(answer(facts, '18:00')).toMatchObject({ kind: 'stopped', provisional: true, inTime: true });
    expect(answer(facts, '18:00', CORNER, 'nothing')).toMatchObject({ kind: 'running', stage: 'manager' });
  });

  it('lets an act after one that is none stop the clock, and tells of both', () => {
    const text = makeFact(
      'activity.logged',
      { channel: 'text', disposition: 'sent' },
      { id: 'text', at: on16th('10:12') },
    );
    const response = answer([lead(), act({}), text], '11:00', CORNER, 'ring');
    expect(response).toMatchObject({ kind: 'stopped', by: 'text', inTime: false });
    expect(passedBy(response)).toEqual(['firstResponse.shortRing']);
  });

  it.each([
    ['spoke', 'ring', true],
    ['spoke', 'nothing', true],
    ['spoke', 'talk', false],
    ['notInterested', 'ring', false],
    ['notInterested', 'nothing', true],
  ] as const)(
    'asks for the further calls again after "%s" when the records show %s: %s',
    (disposition, shown, asked) => {
      const facts = [
        makeFact('opportunity.opened', {}, { id: 'opened', at: on16th('10:00') }),
        lead(),
        act({ disposition }),
      ];
      const history = withCallsShown(foldAll(opportunityHistory, facts), () => shown);
      const calls = dueTouches(history, contextAt(on16th('10:31'))).filter(
        ({ step }) => step === 'internet-call-30min',
      );
      expect(calls.map(({ urgency }) => urgency)).toEqual(asked ? ['clock'] : []);
    },
  );

  it('pauses the escalation while the customer may not be called, and goes on where it was', () => {
    // Eight in Los Angeles is eleven in New York.
    const law = { by: 'law', until: on16th('11:00') };
    const at10 = answer([lead()], '10:40', LOS_ANGELES);
    expect(at10).toMatchObject({
      kind: 'running',
      stage: 'call',
      waits: law,
      next: { stage: 'late', at: on16th('11:05') },
    });
    expect(answer([lead()], '11:00', LOS_ANGELES)).not.toHaveProperty('waits');
    expect(answer([lead()], '11:05', LOS_ANGELES)).toMatchObject({ stage: 'late' });
    expect(answer([lead()], '11:30', LOS_ANGELES)).toMatchObject({ stage: 'manager' });
  });

  it('calls an answer in time that came within the minutes in which it was lawful', () => {
    const call = makeFact('activity.logged', {}, { id: 'act', at: on16th('11:04') });
    expect(answer([lead(), call], '12:00', LOS_ANGELES)).toMatchObject({ kind: 'stopped', inTime: true });
    expect(answer([lead(), call], '12:00')).toMatchObject({ kind: 'stopped', inTime: false });
  });

  it('pauses when the attempts of the day are used up', () => {
    const tries = ['10:03', '10:12', '10:13'].map((time) =>
      makeFact('activity.logged', { disposition: 'noAnswer' }, { id: time, at: on16th(time) }),
    );
    const florida = { ...customer(['305'], tries), location: { areaCodes: ['305'] } };
    expect(answer([lead(), ...tries], '10:14', florida)).toMatchObject({
      stage: 'late',
      waits: { by: 'law', until: at('2026-11-17T10:03:00-05:00') },
    });
  });

  it('waits for the opening at night, and for no law where no number was left', () => {
    const night = '2026-11-16T22:00:00-05:00';
    expect(answer([lead(night)], '23:00')).toMatchObject({
      waits: { by: 'closing', until: at('2026-11-17T09:00:00-05:00') },
      next: { stage: 'late', at: at('2026-11-17T09:05:00-05:00') },
    });
    expect(answer([lead(night)], '23:00', LOS_ANGELES)).toMatchObject({
      waits: { by: 'law', until: at('2026-11-17T11:00:00-05:00') },
    });
    const mailOnly = makeFact('lead.received', { callable: false }, { id: 'lead', at: on16th('10:00') });
    expect(answer([mailOnly], '10:20', LOS_ANGELES)).toMatchObject({ stage: 'handOver' });
  });

  it('never counts where no hour of the store is lawful for the customer', () => {
    const response = answer([lead()], '09:30', GUAM, undefined, MORNINGS);
    expect(response).toMatchObject({ kind: 'running', stage: 'call', waits: { by: 'law' } });
    expect(response).not.toHaveProperty('next');
    expect(response).not.toHaveProperty('waits.until');
  });

  it('closes when the customer wishes for no answer on any channel, not on one', () => {
    const stop = (channel: 'all' | 'call') =>
      makeFact('consent.revoked', { channel, purpose: 'all' }, { id: 'stop', at: on16th('10:10') });
    const facts = [lead()];
    expect(answer(facts, '10:40', customer(['212'], [lead(), stop('all')]))).toMatchObject({
      kind: 'closed',
      at: on16th('10:10'),
    });
    expect(answer(facts, '10:40', customer(['212'], [lead(), stop('call')])).kind).toBe('running');
  });

  it('says every reason in every language', () => {
    expectCompleteTexts(REASON_TEXTS);
    const lost = makeFact('opportunity.lost', {}, { at: on16th('10:10') });
    for (const now of ['10:00', '10:05', '10:15', '10:30', '23:00']) answer([lead()], now);
    answer([lead(), lost], '11:00');
    answer([lead()], '09:30', GUAM, undefined, MORNINGS);
    const codes = new Set(seen.map(({ code }) => code));
    expect([...codes].sort()).toEqual(Object.keys(REASON_TEXTS).sort());
    for (const reason of seen) expectRenderable(REASON_TEXTS, reason);
  });
});

// Helpers

function lead(when = '2026-11-16T10:00:00-05:00'): Fact {
  return makeFact('lead.received', {}, { id: 'lead', at: at(when) });
}

function act(data: Partial<Extract<Fact, { kind: 'activity.logged' }>['data']>): Fact {
  return makeFact('activity.logged', data, { id: 'act', at: on16th('10:03') });
}

function on16th(time: string) {
  return at(`2026-11-16T${time}:00-05:00`);
}

function customer(areaCodes: readonly string[], facts: readonly Fact[] = []): CustomerEvidence {
  return { history: foldAll(contactHistory, facts), location: { areaCodes } };
}

function answer(
  facts: readonly Fact[],
  now: string,
  of = CORNER,
  shown?: CallShown,
  calendar = NEW_YORK,
): FirstResponse {
  const history = withCallsShown(foldAll(opportunityHistory, facts), () => shown);
  const response = firstResponse(history, of, contextAt(on16th(now), { calendar }));
  if (response.kind !== 'none') seen.push(...response.reasons, ...response.passedBy);
  return response;
}

function passedBy(response: FirstResponse): readonly string[] {
  return response.kind === 'none' ? [] : response.passedBy.map(({ code }) => code);
}
