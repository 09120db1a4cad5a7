import { describe, expect, it } from 'vitest';
import { call, consent, from } from '../../test/support/contact-cases.ts';
import { at, calendarOf, contextAt, iso, NEW_YORK, NEW_YORK_HOURS, planOf } from '../../test/support/plan-context.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import type { LocationEvidence } from '../location/location-evidence.ts';
import { day } from '../spine/day.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import type { Mark } from '../spine/mark.ts';
import { bestTime } from './best-time.ts';
import type { HourGrounds } from './hour-wish.ts';

/** Thursday and Friday before Thanksgiving week; the store is open from nine to eight. */
const THURSDAY = { from: on(19, '09:00'), best: on(19, '09:00'), deadline: on(19, '20:00') };
const TWO_DAYS = { ...THURSDAY, deadline: on(20, '20:00') };
const HERE = from('212');
const ASKED = mark(17, '15:30');

describe('the best time', () => {
  it('is the plan’s own where nothing speaks for another, and needs no reason', () => {
    expect(best({}, { window: { ...THURSDAY, best: on(19, '10:00') } })).toEqual({ at: '19 10:00', reasons: [] });
  });

  it('is the hour at which the customer asked, by the customer’s own clock', () => {
    expect(best({ asked: ASKED })).toEqual({ at: '19 15:30', reasons: ['bestTime.leadHour'] });
    // Half past eleven in Chicago is half past twelve in the store.
    const chicago = { where: from('312') };
    expect(best({ asked: mark(17, '12:30') }, chicago)).toEqual({ at: '19 12:30', reasons: ['bestTime.leadHour'] });
    const [why] = ask({ asked: mark(17, '12:30') }, chicago).reasons;
    expect(why).toMatchObject({ data: { hour: on(19, '12:30'), zone: 'America/Chicago' }, facts: ['17 12:30'] });
  });

  it('is the store’s peak for who came in, and a matter for the BDC; on Saturday at two', () => {
    const visited = mark(17, '11:00');
    expect(best({ asked: ASKED, visited })).toEqual({ at: '19 16:00', by: 'bdc', reasons: ['bestTime.showroomPeak'] });
    const saturday = { from: on(21, '09:00'), best: on(21, '09:00'), deadline: on(21, '20:00') };
    expect(best({ visited }, { window: saturday })).toMatchObject({ at: '21 14:00', by: 'bdc' });
  });

  it('is the hour of the customer’s own answers before all others, and says how many there were', () => {
    const grounds = { asked: ASKED, visited: mark(17, '11:00'), answered: [mark(16, '18:00'), mark(17, '18:20')] };
    expect(best(grounds)).toEqual({ at: '19 18:10', reasons: ['bestTime.ownAnswers'] });
    const [why] = ask(grounds).reasons;
    expect(why).toMatchObject({ data: { answers: 2, zone: 'America/New_York' }, facts: ['16 18:00', '17 18:20'] });
  });

  it.each([
    ['a Monday morning', 16, '10:00', '16 10:00'],
    ['the first minute of business', 16, '09:00', '16 09:00'],
    ['the last minute of business', 16, '16:59', '16 16:59'],
    ['after business', 16, '17:00', undefined],
    ['a Saturday', 21, '10:00', undefined],
    ['a Sunday', 22, '10:00', undefined],
    ['Veterans Day', 11, '10:00', undefined],
  ])('is at once for a work number that was given on %s: %d %s', (_, date, time, now) => {
    const found = best({ asked: ASKED, gaveWorkNumber: mark(date, time) }, { window: TWO_DAYS });
    if (now === undefined) expect(found).toMatchObject({ at: '19 15:30' });
    else expect(found).toEqual({ at: now, reasons: ['bestTime.workNumber'] });
  });

  it('is not at once where the customer’s morning has not begun, or a cap is full', () => {
    const gave = { asked: ASKED, gaveWorkNumber: mark(16, '10:00') };
    expect(best(gave, { where: from('213') }).reasons).not.toContain('bestTime.workNumber');
    const calls = ['07:00', '08:00', '09:30'].map((time) => call(iso(on(16, time))));
    expect(best(gave, { facts: calls }).reasons).not.toContain('bestTime.workNumber');
    expect(best(gave, { facts: calls.slice(1) }).reasons).toContain('bestTime.workNumber');
  });
});

describe('the best time, where it cannot be that hour', () => {
  it('is the opening for who asked before it, and the last moment with time to talk for who asked late', () => {
    const wholeDay = { window: { ...THURSDAY, from: on(19, '00:00') } };
    expect(best({ asked: mark(17, '08:30') }, wholeDay)).toEqual({
      at: '19 09:00',
      reasons: ['bestTime.leadHour', 'bestTime.storeClosed'],
    });
    expect(best({ asked: mark(17, '19:50') })).toEqual({
      at: '19 19:45',
      reasons: ['bestTime.leadHour', 'bestTime.storeClosed'],
    });
    expect(best({ asked: mark(17, '19:45') })).toEqual({ at: '19 19:45', reasons: ['bestTime.leadHour'] });
    const [, why] = ask({ asked: mark(17, '08:30') }, wholeDay).reasons;
    expect(why?.data).toEqual({ hour: on(19, '08:30'), best: on(19, '09:00') });
    // The window begins with the opening: nothing has moved, the hour was never to be had.
    expect(best({ asked: mark(17, '06:00') })).toEqual({ at: '19 09:00', reasons: ['bestTime.leadHour'] });
  });

  it('is after the break for who asked in it', () => {
    const weekly = {
      4: [
        { opens: '09:00', closes: '12:00' },
        { opens: '14:00', closes: '20:00' },
      ],
    };
    const calendar = calendarOf({ ...NEW_YORK_HOURS, weekly });
    expect(best({ asked: mark(12, '12:30') }, { calendar })).toMatchObject({ at: '19 14:00' });
    expect(best({ asked: mark(12, '11:55') }, { calendar })).toMatchObject({ at: '19 11:55' });
  });

  it('is when the law of every zone allows it, and names the law', () => {
    // Nine in New York is six in Los Angeles, whose hours begin at eleven in the store.
    const losAngeles = { where: { areaCodes: ['213'], statedZone: 'America/Los_Angeles' } };
    const found = best({ asked: mark(17, '09:30') }, losAngeles);
    expect(found.at).toBe('19 11:00');
    expect(found.reasons.slice(0, 3)).toEqual(['bestTime.leadHour', 'bestTime.notLawful', 'contact.lawQuietHours']);
    expect(ask({ asked: mark(17, '09:30') }, losAngeles).reasons[2]).toMatchObject({
      data: { rule: 'us.federal.hours', zone: 'America/Los_Angeles' },
    });
  });

  it('is when the caps have room again', () => {
    const calls = ['09:10', '09:20', '09:30'].map((time) => call(iso(on(18, time))));
    const found = best({ asked: mark(17, '09:00') }, { facts: calls, where: from('305') });
    // The first call counts until ten past nine of the next day.
    expect(found.at).toBe('19 09:10');
    expect(found.reasons).toEqual(
      expect.arrayContaining(['bestTime.notLawful', 'contact.attemptCap', 'contact.planAttemptCap']),
    );
  });

  it('is on the next day of the window where the first has no moment, and moves to no day after it', () => {
    const shut = calendarOf({ ...NEW_YORK_HOURS, exceptions: [{ day: day('2026-11-19'), open: [] }] });
    expect(best({ asked: ASKED }, { calendar: shut, window: TWO_DAYS })).toEqual({
      at: '20 15:30',
      reasons: ['bestTime.leadHour', 'bestTime.storeClosed'],
    });
    expect(best({ asked: ASKED }, { calendar: shut })).toEqual({
      at: '19 09:00',
      reasons: ['bestTime.leadHour', 'bestTime.noneInWindow'],
    });
  });

  it('is never before the window begins, nor after it ends', () => {
    const late = { ...THURSDAY, from: on(19, '17:00'), best: on(19, '17:00') };
    expect(best({ asked: ASKED }, { window: late })).toEqual({ at: '19 17:00', reasons: ['bestTime.leadHour'] });
    const early = { ...THURSDAY, deadline: on(19, '12:00') };
    expect(best({ asked: ASKED }, { window: early }).at).toBe('19 11:45');
  });

  it('is no matter for the BDC any more when it has moved far from the peak', () => {
    const visited = mark(17, '11:00');
    const until = (time: string) => ({ window: { ...THURSDAY, deadline: on(19, time) } });
    expect(best({ visited }, until('15:15'))).toMatchObject({ at: '19 15:00', by: 'bdc' });
    expect(best({ visited }, until('15:14'))).not.toHaveProperty('by');
  });

  it('says that no moment of the window is lawful, and which rules forbid it', () => {
    const plan = planOf({ contactPolicy: { ...planOf().document.contactPolicy, quietWeekdays: [4] } });
    expect(best({ asked: ASKED }, { plan })).toEqual({
      at: '19 09:00',
      reasons: ['bestTime.leadHour', 'bestTime.noneInWindow', 'contact.planQuietDay'],
    });
  });
});

// Helpers

interface Given {
  readonly where?: LocationEvidence;
  readonly window?: typeof THURSDAY;
  readonly calendar?: typeof NEW_YORK;
  readonly plan?: ReturnType<typeof planOf>;
  readonly facts?: readonly Fact[];
}

function ask(grounds: Partial<HourGrounds>, given: Given = {}) {
  const { where = HERE, window = THURSDAY, calendar = NEW_YORK, plan = planOf(), facts = [] } = given;
  const consenting = consent('given', 'all', 'all', '2026-01-05T10:00:00-05:00', true);
  const attempt = { channel: 'call', purpose: 'replyToInquiry', automated: false, location: where } as const;
  const history = foldAll(contactHistory, [consenting, ...facts]);
  return bestTime(attempt, window, { answered: [], ...grounds }, history, contextAt(window.from, { calendar, plan }));
}

/** The answer with its time as `19 15:30`, by New York's clock, and the codes of its reasons. */
function best(grounds: Partial<HourGrounds>, given: Given = {}) {
  const { at: time, reasons, ...rest } = ask(grounds, given);
  const told = iso(at(iso((time - 5 * 60 * 60 * 1000) as typeof time)));
  return { at: told.slice(8, 16).replace('T', ' '), ...rest, reasons: reasons.map(({ code }) => code) };
}

/** A time on a day of November 2026, by New York's winter clock. */
function on(date: number, time: string) {
  return at(`2026-11-${date}T${time}:00-05:00`);
}

function mark(date: number, time: string): Mark {
  return { fact: id<'Fact'>(`${date} ${time}`), at: on(date, time) };
}
