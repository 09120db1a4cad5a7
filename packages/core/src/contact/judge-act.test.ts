import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consent, from, lead } from '../../test/support/contact-cases.ts';
import { at, calendarOf, NEW_YORK_HOURS, planOf } from '../../test/support/plan-context.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { type Instant, instant, MINUTE, plus } from '../spine/instant.ts';
import { judgeAct } from './judge-act.ts';
import { mayContact } from './may-contact.ts';

const rules = { plan: planOf(), calendar: calendarOf(NEW_YORK_HOURS) };
const CALL = { channel: 'call', purpose: 'replyToInquiry', automated: false, location: from('305') } as const;
const LEAD = lead('2026-11-17T11:00:00-05:00');
const revoked = (time: string) => consent('revoked', 'all', 'all', time);
const given = (time: string) => consent('given', 'all', 'all', time);
const judge = (facts: readonly Fact[], begins: Instant, ends: Instant = begins) =>
  judgeAct(foldAll(contactHistory, facts), CALL, { from: begins, until: ends }, rules);

describe('S14 an act of the past', () => {
  it('is judged as at its moment where that is known', () => {
    const noon = at('2026-11-18T12:00:00-05:00');
    expect(judge([LEAD], noon)).toEqual(mayContact(foldAll(contactHistory, [LEAD]), CALL, { ...rules, now: noon }));
    // Florida closes at eight in the evening.
    expect(judge([LEAD], at('2026-11-18T20:30:00-05:00'))).toMatchObject({ kind: 'notNow' });
  });

  it('is not outside the hours when nobody knows the hour and one of that day was lawful', () => {
    const day = [at('2026-11-18T00:00:00-05:00'), at('2026-11-18T23:59:59-05:00')] as const;
    expect(judge([LEAD], ...day)).toMatchObject({ kind: 'allowed' });
  });

  it('is outside the hours when every instant of the stretch is', () => {
    const evening = [at('2026-11-18T20:00:00-05:00'), at('2026-11-18T23:59:59-05:00')] as const;
    expect(judge([LEAD], ...evening)).toMatchObject({ kind: 'notNow' });
    const first = plus(at('2026-11-19T08:00:00-05:00'), -1);
    expect(judge([LEAD], evening[0], first)).toMatchObject({ kind: 'notNow' });
    expect(judge([LEAD], evening[0], plus(first, 1))).toMatchObject({ kind: 'allowed' });
  });

  it('is not judged by a STOP or by a consent that came later', () => {
    const ten = at('2026-11-18T10:00:00-05:00');
    const stop = revoked('2026-11-18T10:30:00-05:00');
    expect(judge([LEAD, stop], ten)).toMatchObject({ kind: 'allowed' });
    expect(judge([LEAD, stop], at('2026-11-18T10:30:00-05:00'))).toMatchObject({ kind: 'never' });
    const again = given('2026-11-18T12:00:00-05:00');
    expect(judge([LEAD, stop, again], at('2026-11-18T11:00:00-05:00'))).toMatchObject({ kind: 'never' });
    expect(judge([LEAD, stop, again], at('2026-11-18T12:00:00-05:00'))).toMatchObject({ kind: 'allowed' });
  });

  it('of an unknown moment is lawful where a part of the day was, before a STOP or after a new consent', () => {
    const day = [at('2026-11-18T00:00:00-05:00'), at('2026-11-18T23:59:59-05:00')] as const;
    expect(judge([LEAD, revoked('2026-11-18T10:30:00-05:00')], ...day)).toMatchObject({ kind: 'allowed' });
    const early = revoked('2026-11-17T18:00:00-05:00');
    expect(judge([LEAD, early], ...day)).toMatchObject({ kind: 'never' });
    expect(judge([LEAD, early, given('2026-11-18T15:00:00-05:00')], ...day)).toMatchObject({ kind: 'allowed' });
    expect(judge([LEAD, early, given('2026-11-18T20:30:00-05:00')], ...day)).toMatchObject({ kind: 'never' });
  });

  it('is lawful within a stretch exactly when it is at one of its minutes', () => {
    fc.assert(
      fc.property(stretchArb, ({ facts, begins, minutes }) => {
        const ends = plus(begins, minutes * MINUTE);
        const kinds = Array.from({ length: minutes + 1 }, (_, i) => judge(facts, plus(begins, i * MINUTE)).kind);
        expect(judge(facts, begins, ends).kind === 'allowed').toBe(kinds.includes('allowed'));
      }),
      { numRuns: 40 },
    );
  });
});

// Helpers

const momentArb = fc
  .integer({ min: 0, max: 36 * 60 })
  .map((minutes) => instant(at('2026-11-18T00:00:00-05:00') + minutes * MINUTE));

const stretchArb = fc
  .record({
    begins: momentArb,
    minutes: fc.integer({ min: 0, max: 300 }),
    acts: fc.array(fc.tuple(fc.constantFrom('stop', 'consent'), momentArb), { maxLength: 3 }),
  })
  .map(({ acts, ...stretch }) => ({
    ...stretch,
    facts: [
      LEAD,
      ...acts.map(([act, when]) => {
        const iso = new Date(when).toISOString();
        return act === 'stop' ? revoked(iso) : given(iso);
      }),
    ],
  }));
