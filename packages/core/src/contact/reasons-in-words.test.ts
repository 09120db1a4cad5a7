import { describe, expect, it } from 'vitest';
import {
  ask,
  call,
  consent,
  delivery,
  FRESH,
  from,
  lead,
  NOON,
  text,
  unwinding,
} from '../../test/support/contact-cases.ts';
import { at, contextAt, planOf } from '../../test/support/plan-context.ts';
import { expectCompleteTexts } from '../../test/support/texts.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { createReasonRenderer } from '../spine/render-reason.ts';
import type { Attempt } from './attempt.ts';
import { mayConfirmRevocation } from './may-confirm-revocation.ts';
import { mayContact } from './may-contact.ts';
import { REASON_TEXTS } from './reason-texts.ts';

const render = createReasonRenderer([REASON_TEXTS]);
const policy = planOf().document.contactPolicy;
const WRITTEN = consent('given', 'all', 'all', '2026-01-05T10:00:00-05:00', true);
const STOP = consent('revoked', 'text', 'all', '2026-11-18T11:58:00-05:00');

it('says every reason in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
});

describe('what a salesperson reads', () => {
  it.each<[string, Partial<Attempt>, string, readonly Fact[], readonly string[]]>([
    [
      'by day',
      {},
      NOON,
      [FRESH],
      [
        'Lawful until 9:00 PM (us.federal.hours; 47 CFR 64.1200(c)(1)).',
        'The customer’s own inquiry allows it until Feb 16, 7:00 PM (us.federal.reply).',
      ],
    ],
    [
      'at night',
      {},
      '2026-11-18T07:30:00-05:00',
      [FRESH],
      [
        'Not at this hour: us.federal.hours allows 08:00 to 21:00 where the customer may be (America/New_York; 47 CFR 64.1200(c)(1)).',
        'Not at this hour: our plan keeps to 08:00 to 21:00 where the customer may be (America/New_York).',
      ],
    ],
    [
      'on a quiet day of the law',
      { location: from('205') },
      '2026-11-22T12:00:00-06:00',
      [FRESH],
      [
        'Not on Sun, Nov 22: us.al.hours forbids the whole day where the customer may be (America/Chicago; dropcowboy.com/state-compliance, updated 2025-11-01).',
      ],
    ],
    [
      'after the third attempt of a day',
      { location: from('305') },
      NOON,
      [FRESH, ...['09:00', '10:00', '11:30'].map((time) => call(`2026-11-18T${time}:00-05:00`))],
      [
        '3 attempts in the last 24 hours, us.fl.attempts allows 3 (Fla. Stat. 501.616(6)(b); eflo.net); again from Thu 9:00 AM.',
        '3 calls in the last 24 hours, our plan allows 3; again from Thu 9:00 AM.',
      ],
    ],
    [
      'where nothing tells the place',
      { location: from('800') },
      NOON,
      [FRESH],
      [
        'Lawful until 8:00 PM (default.unknownPlace.hours; our default, after 47 CFR 64.1200(c)(1)).',
        'Nothing tells where the customer is: the store’s own hours and hours that are safe from coast to coast hold together.',
        'The customer’s own inquiry allows it until Feb 16, 7:00 PM (us.federal.reply).',
      ],
    ],
    [
      'of marketing by phone to a stranger',
      { purpose: 'marketing' },
      NOON,
      [],
      [
        'Contact by phone for marketing needs a consent, or an inquiry or purchase that still counts; there is none (us.federal.relationship; 47 CFR 64.1200(c)(2), (f)(5): relationship or permission).',
      ],
    ],
    [
      'of marketing by text without written consent',
      { channel: 'text', purpose: 'marketing' },
      NOON,
      [FRESH],
      [
        'Contact by text message for marketing needs the customer’s written consent; there is none (us.federal.marketingTexts; 47 CFR 64.1200(a)(2), (f)(9); fisherphillips.com).',
      ],
    ],
    [
      'of what the customer signed for',
      { channel: 'text', purpose: 'marketing' },
      NOON,
      [WRITTEN],
      [
        'Lawful until 9:00 PM (us.federal.hours; 47 CFR 64.1200(c)(1)).',
        'The customer consented in writing to contact by text message for marketing (us.federal.marketingTexts).',
      ],
    ],
    [
      'of a buyer',
      { purpose: 'marketing' },
      NOON,
      [delivery('2026-06-01T12:00:00-05:00')],
      [
        'Lawful until 9:00 PM (us.federal.hours; 47 CFR 64.1200(c)(1)).',
        'The customer’s purchase allows it until Nov 30, 7:00 PM (us.federal.relationship).',
      ],
    ],
    [
      'of an appointment by e-mail',
      { channel: 'email', purpose: 'appointment' },
      NOON,
      [],
      ['Contact by e-mail for an appointment needs no consent; the customer has not forbidden it.'],
    ],
    [
      'after STOP',
      { channel: 'text' },
      NOON,
      [FRESH, STOP],
      [
        'The customer said on Nov 18, 11:58 AM: no contact by text message for a reply to an inquiry (47 CFR 64.1200(a)(10), (d); CASL s. 11; kelleydrye.com).',
      ],
    ],
    [
      'when the ground ends before the morning',
      { location: from('401') },
      '2026-11-17T18:30:00-05:00',
      [lead('2026-08-18T23:00:00Z')],
      [
        'The ground for contact ends on Nov 17, 7:00 PM, before the next lawful hour (Nov 18, 9:00 AM).',
        'Not at this hour: us.ri.hours allows 09:00 to 18:00 where the customer may be (America/New_York; dropcowboy.com/state-compliance, updated 2025-11-01).',
        'The customer’s own inquiry allows it until Nov 17, 7:00 PM (us.federal.reply).',
      ],
    ],
  ])('%s', (_, attempt, now, facts, sentences) => {
    expect(told(ask({ location: from('212'), ...attempt }, now, facts).reasons, now)).toEqual(sentences);
  });

  it('names the plan where it is stricter than the law', () => {
    const early = planOf({
      contactPolicy: { ...policy, calls: { from: '10:00', until: '18:30' }, quietWeekdays: [7] },
    });
    const at212 = { location: from('212') };
    expect(told(ask(at212, NOON, [FRESH], early).reasons, NOON)[0]).toBe(
      'Within the hours of our plan until 6:30 PM (America/New_York).',
    );
    const evening = ask(at212, '2026-11-18T18:30:00-05:00', [FRESH], early);
    expect(told(evening.reasons, NOON)).toEqual([
      'Not at this hour: our plan keeps to 10:00 to 18:30 where the customer may be (America/New_York).',
    ]);
    const sunday = ask(at212, '2026-11-22T12:00:00-05:00', [FRESH], early);
    expect(told(sunday.reasons, NOON)).toEqual([
      'Not on Sun, Nov 22: our plan keeps that weekday quiet (America/New_York).',
    ]);
    for (const { reasons } of [evening, sunday]) expect(reasons[0]?.plan).toEqual({ version: early.version });
  });

  it('says that no hour is left at all', () => {
    const short = planOf({ contactPolicy: { ...policy, calls: { from: '08:00', until: '09:00' } } });
    const [first] = told(ask({ location: from('212', '213') }, NOON, [FRESH], short).reasons, NOON);
    expect(first).toBe('No hour of the next two weeks is allowed by all rules together.');
  });
});

describe('S13 the one text that may confirm a stop', () => {
  const confirmed = (now: string, ...facts: readonly Fact[]) =>
    mayConfirmRevocation(foldAll(contactHistory, facts), at(now));

  it('goes within five minutes, at any hour, and says so', () => {
    const verdict = confirmed('2026-11-18T12:02:59-05:00', STOP);
    expect(verdict).toMatchObject({ kind: 'allowed', until: at('2026-11-18T12:03:00-05:00') });
    expect(told(verdict.reasons, NOON)).toEqual([
      'One text may confirm until 12:03 PM that the stop was heard (us.federal.revocationConfirmation; 47 CFR 64.1200(a)(12): one text within five minutes, without marketing).',
    ]);
    expect(verdict.reasons[0].facts).toEqual([STOP.id]);
  });

  it.each<[string, string, readonly Fact[]]>([
    ['later', '2026-11-18T12:03:00-05:00', [STOP]],
    ['twice', '2026-11-18T12:00:00-05:00', [STOP, text('2026-11-18T11:59:00-05:00')]],
    ['without a stop', NOON, [FRESH]],
  ])('never goes %s', (_, now, facts) => {
    const verdict = confirmed(now, ...facts);
    expect(verdict.kind).toBe('never');
    expect(told(verdict.reasons, NOON)).toEqual([
      'No text may confirm a stop: there is none, it was confirmed, or five minutes have passed (us.federal.revocationConfirmation; 47 CFR 64.1200(a)(12): one text within five minutes, without marketing).',
    ]);
  });

  it('goes though a text was sent before the stop, or a call made after it', () => {
    const [before, after] = [text('2026-11-18T11:57:00-05:00'), call('2026-11-18T11:59:00-05:00')];
    expect(confirmed(NOON, before, STOP, after).kind).toBe('allowed');
  });
});

describe('what a verdict rests on', () => {
  it('is undone with the sale, if that was undone after it, and stands for another sale', () => {
    const calls: Partial<Attempt> = { purpose: 'marketing', location: from('212') };
    const undone = unwinding('2026-06-01T12:00:00-05:00');
    const later = delivery('2026-06-02T12:00:00-05:00');
    const verdict = ask(calls, NOON, [undone, later]);
    expect(verdict.reasons.at(-1)).toMatchObject({ code: 'contact.basis.purchase', facts: [later.id] });
  });

  it('is refused for an instant that the calendar does not hold, though only a letter is meant', () => {
    const letter = { channel: 'letter', purpose: 'marketing', automated: false, location: from('212') } as const;
    const { calendar } = contextAt(at(NOON));
    for (const now of [calendar.from - 1, calendar.until]) {
      expect(() => mayContact(contactHistory.empty, letter, contextAt(now as typeof calendar.until))).toThrow(
        `instant ${now} lies outside the compiled days`,
      );
    }
    expect(mayContact(contactHistory.empty, letter, contextAt(calendar.from))).toMatchObject({
      kind: 'allowed',
      until: calendar.until,
    });
  });
});

// Helpers

function told(reasons: readonly Parameters<typeof render>[0][], now: string): readonly string[] {
  return reasons.map((why) => render(why, 'en', 'America/New_York', at(now)));
}
