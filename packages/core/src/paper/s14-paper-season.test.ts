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
import { keyedInBefore } from './keyed-in-before.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { PAPER_RULES, type PaperTime, timeOnPaper } from './time-on-paper.ts';

// Friday the 20th, three in the afternoon; the store is open from nine to eight.
const NOW = at('2026-11-20T15:00:00-05:00');
const WEDNESDAY = day('2026-11-18');
const LEAD = at('2026-11-18T11:30:20-05:00');

describe('S14 the paper season', () => {
  it('takes a result as of its time where the sheet has one', () => {
    expect(succeed(timeOnPaper({ day: WEDNESDAY, minutes: 15 * 60 + 5 }, { since: LEAD }, contextAt(NOW)))).toEqual({
      at: at('2026-11-18T15:05:00-05:00'),
    });
  });

  it('takes a result with its day alone as done by closing, some time after the task arose', () => {
    expect(succeed(timeOnPaper({ day: WEDNESDAY }, { since: LEAD }, contextAt(NOW)))).toEqual({
      at: at('2026-11-18T20:00:00-05:00'),
      doneFrom: LEAD,
      doneUntil: plus(at('2026-11-19T00:00:00-05:00'), -1),
    });
    const sunday = succeed(
      timeOnPaper({ day: day('2026-11-15') }, { since: at('2026-11-13T11:00:00-05:00') }, contextAt(NOW)),
    );
    expect(sunday.at).toBe(plus(at('2026-11-16T00:00:00-05:00'), -1));
  });

  it('takes it as done before what the task belonged to ended, where that was later on the same day', () => {
    const sold = at('2026-11-18T15:00:00-05:00');
    const read = (endedAt: Instant) => timeOnPaper({ day: WEDNESDAY }, { since: LEAD, endedAt }, contextAt(NOW));
    // A record may still be of any time of the day.
    expect(succeed(read(sold))).toEqual({
      at: plus(sold, -1),
      doneFrom: LEAD,
      doneUntil: plus(at('2026-11-19T00:00:00-05:00'), -1),
    });
    expect(succeed(read(plus(LEAD, 1)))).toMatchObject({ at: LEAD });
    const closing = { at: at('2026-11-18T20:00:00-05:00') };
    expect(succeed(read(at('2026-11-18T21:00:00-05:00')))).toMatchObject(closing);
    const before = timeOnPaper(
      { day: WEDNESDAY },
      { since: at('2026-11-16T10:00:00-05:00'), endedAt: at('2026-11-17T10:00:00-05:00') },
      contextAt(NOW),
    );
    expect(succeed(before)).toMatchObject(closing);
  });

  it('ends what was done today with the moment it is keyed in', () => {
    const time = succeed(timeOnPaper({ day: day('2026-11-20') }, { since: LEAD }, contextAt(NOW)));
    expect(time).toEqual({ at: NOW, doneFrom: at('2026-11-20T00:00:00-05:00'), doneUntil: NOW });
  });

  it('knows no seconds: a lead of 11:30:20 may have been called at 11:30', () => {
    expect(succeed(timeOnPaper({ day: WEDNESDAY, minutes: 11 * 60 + 30 }, { since: LEAD }, contextAt(NOW)))).toEqual({
      at: LEAD,
    });
  });

  it.each([
    ['tomorrow', { day: day('2026-11-21') }, 'paper.future'],
    ['a minute ahead', { day: day('2026-11-20'), minutes: 15 * 60 + 1 }, 'paper.future'],
    ['the day before the task arose', { day: day('2026-11-17') }, 'paper.beforeTask'],
    ['the minute before the task arose', { day: WEDNESDAY, minutes: 11 * 60 + 29 }, 'paper.beforeTask'],
    ['fifteen days ago', { day: day('2026-11-05') }, 'paper.tooLate'],
  ])('refuses %s', (_, noted, code) => {
    const refused = timeOnPaper(noted, { since: LEAD }, contextAt(NOW));
    expect(refused).toMatchObject({ ok: false, refusals: [{ code }] });
    if (!refused.ok) for (const each of refused.refusals) expectRenderable(REASON_TEXTS, each);
  });

  it('takes what is fourteen days old', () => {
    const since = at('2026-11-01T10:00:00-05:00');
    expect(timeOnPaper({ day: day('2026-11-06') }, { since }, contextAt(NOW)).ok).toBe(true);
  });

  it('answers with a time between the task and now, on the day that was noted, whatever is asked', () => {
    fc.assert(
      fc.property(notedArb, ({ noted, since, endedAt, now }) => {
        const read: Result<PaperTime, string> = timeOnPaper(
          noted,
          { since, ...(endedAt !== undefined && { endedAt }) },
          contextAt(now),
        );
        if (!read.ok) return;
        const { at: done, doneFrom = done, doneUntil = done } = read.value;
        expect(done).toBeGreaterThanOrEqual(since);
        expect(done).toBeLessThanOrEqual(now);
        expect(doneFrom <= done && done <= doneUntil).toBe(true);
        // Where the day alone is known, what ended later on that day had not ended.
        if (noted.minutes === undefined && endedAt !== undefined && endedAt > doneFrom)
          expect(done).toBeLessThan(endedAt);
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

  it('takes a line once: refuses the same task again, and says who keyed it in and when', () => {
    const again = succeed(timeOnPaper({ day: WEDNESDAY }, { since: LEAD }, contextAt(NOW)));
    for (const isAsked of [false, true]) {
      const refused = keyedInBefore([onPaper()], again, isAsked, contextAt(NOW));
      expect(refused).toMatchObject({
        code: 'paper.keyedInByAnother',
        data: { doneOn: WEDNESDAY, keyedInAt: NOW },
        facts: ['paper'],
      });
      if (refused !== undefined) expectRenderable(REASON_TEXTS, refused);
    }
    const own = makeFact('activity.logged', { keyedInById: ANN, memberId: ANN }, { at: again.at });
    expect(keyedInBefore([own], again, false, contextAt(NOW))?.code).toBe('paper.keyedIn');
    // What was logged on a screen is another matter.
    expect(keyedInBefore([makeFact('activity.logged', {}, { at: again.at })], again, false, contextAt(NOW))).toBe(
      undefined,
    );
  });

  it('takes another time of a task that is still asked for, and no time that may be the same', () => {
    const read = (noted: Parameters<typeof timeOnPaper>[0]) =>
      succeed(timeOnPaper(noted, { since: at('2026-11-16T10:00:00-05:00') }, contextAt(NOW)));
    const at9 = makeFact('activity.logged', { keyedInById: ANN }, { at: read({ day: WEDNESDAY, minutes: 9 * 60 }).at });
    const before = (noted: Parameters<typeof timeOnPaper>[0]) =>
      keyedInBefore([at9], read(noted), true, contextAt(NOW))?.code;
    expect(before({ day: WEDNESDAY, minutes: 9 * 60 })).toBe('paper.keyedIn');
    expect(before({ day: WEDNESDAY })).toBe('paper.keyedIn');
    expect(before({ day: WEDNESDAY, minutes: 9 * 60 + 1 })).toBeUndefined();
    expect(before({ day: day('2026-11-17') })).toBeUndefined();
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
    const byDay = succeed(timeOnPaper({ day: WEDNESDAY }, { since: LEAD }, contextAt(NOW)));
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
    timeOnPaper({ day: WEDNESDAY }, { since: at('2026-11-17T11:00:00-05:00') }, contextAt(NOW)),
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
    lasted: fc.option(fc.integer({ min: 1, max: 10 * 24 * HOUR }), { nil: undefined }),
  })
  .map(({ now, back, daysAgo, minutes, lasted }) => ({
    now,
    since: plus(now, -back * HOUR),
    endedAt: lasted === undefined ? undefined : plus(now, lasted - back * HOUR),
    noted: { day: addDays(dayOf(NEW_YORK, now), -daysAgo), ...(minutes !== undefined && { minutes }) },
  }));
