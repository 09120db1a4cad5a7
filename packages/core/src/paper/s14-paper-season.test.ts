import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANN, BOB, makeFact } from '../../test/support/facts.ts';
import { at, contextAt, NEW_YORK, succeed } from '../../test/support/plan-context.ts';
import { expectCompleteTexts, expectRenderable } from '../../test/support/texts.ts';
import { dayOf } from '../calendar/wall-time.ts';
import { BURST_RULE, findBursts } from '../proof/bursts.ts';
import { proveCalls } from '../proof/prove-calls.ts';
import { REASON_TEXTS as PROOF_TEXTS } from '../proof/reason-texts.ts';
import { addDays, day } from '../spine/day.ts';
import type { ActivityLogged, CallRecorded } from '../spine/fact.ts';
import { HOUR, type Instant, instant, MINUTE, plus } from '../spine/instant.ts';
import type { Result } from '../spine/result.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { PAPER_RULES, type PaperTime, timeOnPaper } from './time-on-paper.ts';

// Friday the 20th, three in the afternoon; the store is open from nine to eight.
const NOW = at('2026-11-20T15:00:00-05:00');
const WEDNESDAY = day('2026-11-18');
const LEAD = at('2026-11-18T11:30:20-05:00');

describe('S14 the paper season', () => {
  it('takes a result as of its time where the sheet has one', () => {
    expect(succeed(timeOnPaper({ day: WEDNESDAY, minutes: 15 * 60 + 5 }, LEAD, contextAt(NOW)))).toEqual({
      at: at('2026-11-18T15:05:00-05:00'),
    });
  });

  it('takes a result with its day alone as done by closing, some time after the task arose', () => {
    expect(succeed(timeOnPaper({ day: WEDNESDAY }, LEAD, contextAt(NOW)))).toEqual({
      at: at('2026-11-18T20:00:00-05:00'),
      doneFrom: LEAD,
      doneUntil: plus(at('2026-11-19T00:00:00-05:00'), -1),
    });
    const sunday = succeed(timeOnPaper({ day: day('2026-11-15') }, at('2026-11-13T11:00:00-05:00'), contextAt(NOW)));
    expect(sunday.at).toBe(plus(at('2026-11-16T00:00:00-05:00'), -1));
  });

  it('ends what was done today with the moment it is keyed in', () => {
    const time = succeed(timeOnPaper({ day: day('2026-11-20') }, LEAD, contextAt(NOW)));
    expect(time).toEqual({ at: NOW, doneFrom: at('2026-11-20T00:00:00-05:00'), doneUntil: NOW });
  });

  it('knows no seconds: a lead of 11:30:20 may have been called at 11:30', () => {
    expect(succeed(timeOnPaper({ day: WEDNESDAY, minutes: 11 * 60 + 30 }, LEAD, contextAt(NOW)))).toEqual({ at: LEAD });
  });

  it.each([
    ['tomorrow', { day: day('2026-11-21') }, 'paper.future'],
    ['a minute ahead', { day: day('2026-11-20'), minutes: 15 * 60 + 1 }, 'paper.future'],
    ['the day before the task arose', { day: day('2026-11-17') }, 'paper.beforeTask'],
    ['the minute before the task arose', { day: WEDNESDAY, minutes: 11 * 60 + 29 }, 'paper.beforeTask'],
    ['fifteen days ago', { day: day('2026-11-05') }, 'paper.tooLate'],
  ])('refuses %s', (_, noted, code) => {
    const refused = timeOnPaper(noted, LEAD, contextAt(NOW));
    expect(refused).toMatchObject({ ok: false, refusals: [{ code }] });
    if (!refused.ok) for (const each of refused.refusals) expectRenderable(REASON_TEXTS, each);
  });

  it('takes what is fourteen days old', () => {
    const since = at('2026-11-01T10:00:00-05:00');
    expect(timeOnPaper({ day: day('2026-11-06') }, since, contextAt(NOW)).ok).toBe(true);
  });

  it('answers with a time between the task and now, on the day that was noted, whatever is asked', () => {
    fc.assert(
      fc.property(notedArb, ({ noted, since, now }) => {
        const read: Result<PaperTime, string> = timeOnPaper(noted, since, contextAt(now));
        if (!read.ok) return;
        const { at: done, doneFrom = done, doneUntil = done } = read.value;
        expect(done).toBeGreaterThanOrEqual(since);
        expect(done).toBeLessThanOrEqual(now);
        expect(doneFrom <= done && done <= doneUntil).toBe(true);
        for (const each of [doneFrom, done, doneUntil]) expect(dayOf(NEW_YORK, each)).toBe(noted.day);
        expect(noted.day >= addDays(dayOf(NEW_YORK, now), -PAPER_RULES.keyedInWithinDays)).toBe(true);
      }),
    );
  });

  it('finds the record of a call by the day alone, at any hour of it', () => {
    for (const hour of ['09:00', '12:31', '23:59']) {
      const [outcome] = proveCalls(
        [onPaper()],
        [record(at(`2026-11-18T${hour}:00-05:00`))],
        passed(NOW),
        contextAt(NOW),
      );
      expect(outcome).toMatchObject({ kind: 'verified', reasons: [{ code: 'proof.documentedOnDay' }] });
      if (outcome !== undefined) expectRenderable(PROOF_TEXTS, outcome.reasons[0]);
    }
    const other = record(at('2026-11-18T12:00:00-05:00'), { memberId: BOB });
    expect(proveCalls([onPaper()], [other], passed(NOW), contextAt(NOW))).toMatchObject([
      { kind: 'verifiedOtherRep', reasons: [{ code: 'proof.documentedOtherPersonOnDay' }] },
    ]);
  });

  it('finds no record of another day, however soon after it the result was keyed in', () => {
    const next = record(at('2026-11-19T00:00:00-05:00'));
    expect(proveCalls([onPaper()], [next], passed(NOW), contextAt(NOW))).toMatchObject([{ kind: 'unmatched' }]);
  });

  it('says nothing against a call until the feed has passed the whole day', () => {
    const kindAt = (until: Instant) => proveCalls([onPaper()], [], passed(until), contextAt(NOW))[0]?.kind;
    expect(kindAt(at('2026-11-18T20:15:00-05:00'))).toBe('pending');
    expect(kindAt(at('2026-11-18T23:59:00-05:00'))).toBe('pending');
    expect(kindAt(at('2026-11-19T00:00:00-05:00'))).toBe('unmatched');
  });

  it('lets a claim with its time keep its own record, and gives the other to the one with its day', () => {
    const [morning, evening] = [at('2026-11-18T09:40:00-05:00'), at('2026-11-18T19:30:00-05:00')];
    const noted = makeFact('activity.logged', {}, { id: 'noted', at: evening });
    const outcomes = proveCalls([noted, onPaper()], [record(morning), record(evening)], passed(NOW), contextAt(NOW));
    expect(outcomes.map(({ claim, kind }) => [claim, kind])).toEqual([
      ['noted', 'verified'],
      ['paper', 'verified'],
    ]);
    expect(outcomes[0]).toMatchObject({ record: `record@${evening}` });
  });

  it('calls thirty calls in five minutes a burst, and thirty results keyed in within five minutes none', () => {
    const closed = (i: number) => plus(at('2026-11-20T08:55:00-05:00'), i * 10_000);
    const rushed = Array.from({ length: 30 }, (_, i) =>
      makeFact('activity.logged', {}, { id: `b${i}`, at: closed(i) }),
    );
    expect(findBursts(rushed)).toMatchObject([{ memberId: ANN, claims: { length: 30 } }]);

    const typed = (i: number, time: PaperTime) => {
      const { at: done, ...span } = time;
      return makeFact(
        'activity.logged',
        { ...span, keyedInById: BOB },
        { id: `p${i}`, at: done, recordedAt: closed(i) },
      );
    };
    const byDay = succeed(timeOnPaper({ day: WEDNESDAY }, LEAD, contextAt(NOW)));
    expect(findBursts(Array.from({ length: 30 }, (_, i) => typed(i, byDay)))).toEqual([]);
    const byTime = (i: number) => ({ at: plus(at('2026-11-18T12:00:00-05:00'), i * 10 * MINUTE) });
    expect(findBursts(Array.from({ length: 30 }, (_, i) => typed(i, byTime(i))))).toEqual([]);
    // Who notes thirty calls at one minute is as little believed on paper.
    const atOnce = { at: at('2026-11-18T12:00:00-05:00') };
    expect(findBursts(Array.from({ length: 30 }, (_, i) => typed(i, atOnce)))).toMatchObject([
      { claims: { length: 30 } },
    ]);
  });

  it('takes nine calls in five minutes for none, keeps people apart, and one run whole', () => {
    const run = (count: number, from: Instant, member = ANN) =>
      Array.from({ length: count }, (_, i) =>
        makeFact('activity.logged', { memberId: member }, { id: `${member}${from}${i}`, at: plus(from, i * 30_000) }),
      );
    const morning = at('2026-11-20T09:00:00-05:00');
    expect(findBursts(run(BURST_RULE.calls - 1, morning))).toEqual([]);
    expect(findBursts([...run(5, morning), ...run(5, morning, BOB)])).toEqual([]);
    expect(findBursts(run(25, morning))).toMatchObject([{ claims: { length: 25 } }]);
    expect(findBursts([...run(10, morning), ...run(10, plus(morning, HOUR))])).toMatchObject([
      { claims: { length: 10 } },
      { claims: { length: 10 } },
    ]);
  });

  it('has its sentences in every language', () => expectCompleteTexts(REASON_TEXTS));
});

// Helpers

function onPaper(): ActivityLogged {
  const { at: done, ...span } = succeed(
    timeOnPaper({ day: WEDNESDAY }, at('2026-11-17T11:00:00-05:00'), contextAt(NOW)),
  );
  return makeFact('activity.logged', { ...span, keyedInById: BOB }, { id: 'paper', at: done, recordedAt: NOW });
}

function record(start: Instant, data: Partial<CallRecorded['data']> = {}): CallRecorded {
  return makeFact('call.recorded', { externalId: `call@${start}`, ...data }, { id: `record@${start}`, at: start });
}

function passed(until: Instant) {
  return [{ source: 'pbx', until }];
}

const notedArb = fc
  .record({
    now: fc.integer({ min: at('2026-10-20T00:00:00-04:00'), max: at('2026-12-20T00:00:00-05:00') }).map(instant),
    back: fc.integer({ min: 0, max: 40 * 24 }),
    daysAgo: fc.integer({ min: -2, max: 20 }),
    minutes: fc.option(fc.integer({ min: 0, max: 1439 }), { nil: undefined }),
  })
  .map(({ now, back, daysAgo, minutes }) => ({
    now,
    since: plus(now, -back * HOUR),
    noted: { day: addDays(dayOf(NEW_YORK, now), -daysAgo), ...(minutes !== undefined && { minutes }) },
  }));
