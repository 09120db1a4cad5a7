import { expect, it } from 'vitest';
import { ask, consent, FRESH, from, lead, NOON, text, told } from '../../test/support/contact-cases.ts';
import { at, calendarOf, contextAt, NEW_YORK_HOURS, planOf } from '../../test/support/plan-context.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import { defaultPlan } from '../plan/default-plan.ts';
import { foldAll } from '../spine/fold.ts';
import type { Attempt } from './attempt.ts';
import { mayContact } from './may-contact.ts';

it('keeps each plan to its own hours, whichever was asked for first', () => {
  const late = planOf({ contactPolicy: { ...defaultPlan().contactPolicy, calls: { from: '13:00', until: '21:00' } } });
  const usual = planOf();
  for (const [plan, verdict] of [
    [usual, 'allowed'],
    [late, 'notNow'],
    [usual, 'allowed'],
  ] as const) {
    expect(ask({}, NOON, [FRESH], plan).kind).toBe(verdict);
  }
});

it('allows a reply by daytime until the customer’s evening, and says by which rule', () => {
  const verdict = ask({ location: from('212') }, NOON, [FRESH]);
  expect(told(verdict)).toBe('allowed until 2026-11-19T02:00:00.000Z');
  expect(verdict.reasons).toMatchObject([
    {
      code: 'contact.lawWithinHours',
      data: {
        rule: 'us.federal.hours',
        source: '47 CFR 64.1200(c)(1)',
        effectiveFrom: '1992-12-20',
        table: expect.any(String),
        zone: 'America/New_York',
      },
    },
    { code: 'contact.basis.inquiry', facts: [FRESH.id], data: { rule: 'us.federal.reply' } },
  ]);
});

it('waits for the morning of the customer, not of the store', () => {
  // Nine in New York is six in Los Angeles.
  const verdict = ask({ location: from('213') }, '2026-11-18T09:00:00-05:00', [FRESH]);
  expect(told(verdict)).toBe('notNow next 2026-11-18T16:00:00.000Z');
  expect(verdict.reasons[0]).toMatchObject({
    code: 'contact.lawQuietHours',
    data: { rule: 'us.federal.hours', zone: 'America/Los_Angeles', from: '08:00', until: '21:00', day: '2026-11-18' },
  });
});

it('needs every zone of a split area code to be open', () => {
  const panhandle = { location: from('850') };
  // Florida's eight is nine in the east of the panhandle; its eight in the evening comes an hour earlier there.
  expect(told(ask(panhandle, '2026-11-18T08:30:00-05:00', [FRESH]))).toBe('notNow next 2026-11-18T14:00:00.000Z');
  expect(told(ask(panhandle, NOON, [FRESH]))).toBe('allowed until 2026-11-19T01:00:00.000Z');
});

it('names the rule that closes first, and each rule that forbids the hour once', () => {
  const panhandle = { location: from('850') };
  expect(ask(panhandle, NOON, [FRESH]).reasons[0]).toMatchObject({
    code: 'contact.lawWithinHours',
    data: { rule: 'us.fl.hours', zone: 'America/New_York', until: at('2026-11-19T01:00:00Z') },
  });
  const night = ask(panhandle, '2026-11-18T04:00:00-05:00', [FRESH]).reasons;
  expect(night.map((why) => why.data['rule'] ?? why.code)).toEqual([
    'us.federal.hours',
    'us.fl.hours',
    'contact.planQuietHours',
  ]);
  expect(night[0]).toMatchObject({ data: { zone: 'America/Chicago' } });
});

it('lets a stated zone open what the area code would close', () => {
  const stated = { location: { areaCodes: ['850'], statedZone: 'America/New_York' } };
  expect(told(ask(stated, '2026-11-18T08:30:00-05:00', [FRESH]))).toMatch(/^allowed/);
});

it('unites the states of number and address and takes the strictest', () => {
  const moved = { location: { areaCodes: ['213'], region: 'KY' } }; // Kentucky opens at ten, Los Angeles later still
  expect(told(ask(moved, '2026-11-18T12:30:00-05:00', [FRESH]))).toBe('notNow next 2026-11-18T18:00:00.000Z');
});

it.each([
  ['AL', '205', '2026-11-22T12:00:00-06:00', '2026-11-23T14:00:00.000Z', 'contact.lawQuietDay'], // a Sunday
  ['LA', '504', '2026-11-26T12:00:00-06:00', '2026-11-27T14:00:00.000Z', 'contact.lawQuietDay'], // Thanksgiving
  ['TX', '214', '2026-11-22T10:00:00-06:00', '2026-11-22T18:00:00.000Z', 'contact.lawQuietHours'], // Sunday at ten
  ['RI', '401', '2026-11-21T09:30:00-05:00', '2026-11-21T15:00:00.000Z', 'contact.lawQuietHours'], // Saturday
  ['CT', '203', '2026-11-18T20:00:00-05:00', '2026-11-19T14:00:00.000Z', 'contact.lawQuietHours'],
])('keeps the hours of %s', (_, areaCode, now, next, code) => {
  const verdict = ask({ location: from(areaCode) }, now, [FRESH]);
  expect(told(verdict)).toBe(`notNow next ${next}`);
  expect(verdict.reasons[0]).toMatchObject({ code });
});

it('keeps Canada’s weekend hours for a Canadian, and not the federal American ones', () => {
  expect(told(ask({ location: from('416') }, '2026-11-22T09:30:00-05:00', [FRESH]))).toBe(
    'notNow next 2026-11-22T15:00:00.000Z',
  );
  const late = planOf({ contactPolicy: { ...planOf().document.contactPolicy } });
  expect(told(ask({ location: from('416') }, NOON, [FRESH], late))).toMatch(/^allowed until 2026-11-19T02/);
});

it('gives a call about an appointment the plain daytime, also on a Sunday in Alabama', () => {
  const sunday = '2026-11-22T12:00:00-06:00';
  expect(told(ask({ purpose: 'appointment', location: from('205') }, sunday))).toMatch(/^allowed/);
  const verdict = ask({ purpose: 'appointment', location: from('205') }, '2026-11-22T22:00:00-06:00');
  expect(verdict).toMatchObject({
    kind: 'notNow',
    reasons: [{ data: { rule: 'default.courtesy.hours' } }, { code: 'contact.planQuietHours' }],
  });
});

it('keeps hours for calls and texts only', () => {
  const night = '2026-11-18T03:00:00-05:00';
  for (const channel of ['email', 'video', 'letter', 'inPerson'] as const) {
    expect(ask({ channel, location: from('212') }, night, [FRESH]).kind).toBe('allowed');
  }
  for (const channel of ['call', 'text'] as const) {
    expect(ask({ channel, location: from('212') }, night, [FRESH]).kind).toBe('notNow');
  }
});

it('falls back to hours that are safe from coast to coast when nothing tells the place', () => {
  const unknown = { location: from('800') };
  const verdict = ask(unknown, '2026-11-18T10:00:00-05:00', [FRESH]);
  expect(told(verdict)).toBe('notNow next 2026-11-18T16:00:00.000Z');
  expect(verdict.reasons).toMatchObject([
    { data: { rule: 'default.unknownPlace.hours', zone: 'America/New_York' } },
    { code: 'contact.unknownPlace', data: { zone: 'America/New_York' } },
  ]);
  expect(told(ask(unknown, NOON, [FRESH]))).toBe('allowed until 2026-11-19T01:00:00.000Z');
});

it('lets the plan tighten the law and names its version', () => {
  const policy = { ...planOf().document.contactPolicy, calls: { from: '10:00', until: '18:00' }, quietWeekdays: [7] };
  const plan = planOf({ contactPolicy: policy });
  expect(told(ask({ location: from('212') }, NOON, [FRESH], plan))).toBe('allowed until 2026-11-18T23:00:00.000Z');
  const sunday = ask({ location: from('212') }, '2026-11-22T12:00:00-05:00', [FRESH], plan);
  expect(told(sunday)).toBe('notNow next 2026-11-23T15:00:00.000Z');
  expect(sunday.reasons).toMatchObject([{ code: 'contact.planQuietDay', plan: { version: plan.version } }]);
});

it('never widens the law by the plan', () => {
  const plan = planOf({
    contactPolicy: { ...planOf().document.contactPolicy, calls: { from: '08:00', until: '21:00' } },
  });
  expect(told(ask({ location: from('407') }, '2026-11-18T20:30:00-05:00', [FRESH], plan))).toMatch(/^notNow/);
});

it('says never when no hour suits every zone', () => {
  const policy = { ...planOf().document.contactPolicy, calls: { from: '08:00', until: '09:00' } };
  const verdict = ask({ location: from('212', '213') }, NOON, [FRESH], planOf({ contactPolicy: policy }));
  expect(verdict).toMatchObject({
    kind: 'never',
    reasons: [{ code: 'contact.noCommonHour' }, { code: 'contact.planQuietHours' }],
  });
});

it('refuses a moment that the calendar does not know, and a stated zone that is none', () => {
  expect(() => ask({ location: from('212') }, '2031-01-01T12:00:00Z', [FRESH])).toThrow(/compile the calendar again/);
  const nowhere = { location: { areaCodes: [], statedZone: 'Mars/Olympus' } };
  expect(() => ask(nowhere, NOON, [FRESH])).toThrow(/statedZone: expected an IANA time zone/);
});

it('works to the last hour of the calendar', () => {
  const recent = lead('2028-12-30T12:00:00Z');
  expect(told(ask({ location: from('808') }, '2028-12-31T23:59:00-05:00', [recent]))).toMatch(
    /^allowed until 2029-01-01T07/,
  );
  expect(told(ask({ location: from('212') }, '2028-12-31T23:59:00-05:00', [recent]))).toBe(
    'notNow next 2029-01-01T13:00:00.000Z',
  );
});

it('applies a law from its date of effect', () => {
  const calendar = calendarOf(NEW_YORK_HOURS, '2023-01-01', '2024-12-31');
  const attempt: Attempt = { channel: 'call', purpose: 'replyToInquiry', automated: false, location: from('410') };
  const history = foldAll(contactHistory, [consent('given', 'all', 'all', '2023-01-01T12:00:00Z', true)]);
  const verdictAt = (time: string) => mayContact(history, attempt, contextAt(at(time), { calendar })).kind;
  expect(verdictAt('2023-12-29T20:30:00-05:00')).toBe('allowed');
  expect(verdictAt('2024-01-02T20:30:00-05:00')).toBe('notNow');
});

it.each<[string, Partial<Attempt>, string, string, readonly string[]]>([
  ['the cap of Maryland', { location: from('410') }, '2023-12-29', '2024-01-03', ['09:00', '10:00', '11:00']],
  ['written consent in Connecticut', { purpose: 'marketing', location: from('203') }, '2023-09-29', '2023-10-02', []],
])('asks for %s from its date of effect', (_, changes, before, after, texts) => {
  const calendar = calendarOf(NEW_YORK_HOURS, '2023-01-01', '2024-12-31');
  const attempt: Attempt = {
    channel: 'text',
    purpose: 'replyToInquiry',
    automated: false,
    location: from(),
    ...changes,
  };
  const verdictOn = (date: string, channel: Attempt['channel']) => {
    const sent = texts.map((time) => text(`${date}T${time}:00-05:00`));
    const said = consent('given', 'all', 'all', '2023-01-01T12:00:00Z', texts.length > 0);
    const context = contextAt(at(`${date}T12:00:00-05:00`), { calendar });
    return mayContact(foldAll(contactHistory, [said, ...sent]), { ...attempt, channel }, context).kind;
  };
  const channel = texts.length > 0 ? 'text' : 'call';
  expect(verdictOn(before, channel)).toBe('allowed');
  expect(verdictOn(after, channel)).not.toBe('allowed');
});
