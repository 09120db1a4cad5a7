import { expect, it } from 'vitest';
import { ask, call, FRESH, from, NOON, record, text, told } from '../../test/support/contact-cases.ts';
import { at, iso } from '../../test/support/plan-context.ts';
import type { Fact } from '../spine/fact.ts';
import { instant, MINUTE } from '../spine/instant.ts';

it('counts three attempts in any 24 hours in Florida, each at its minute', () => {
  const attempts = [
    call('2026-11-17T15:00:00-05:00'),
    text('2026-11-17T16:00:00-05:00'),
    call('2026-11-18T09:00:00-05:00'),
  ];
  const verdict = ask({ channel: 'text', location: from('407') }, NOON, [FRESH, ...attempts]);
  expect(told(verdict)).toBe('notNow next 2026-11-18T20:00:00.000Z');
  expect(verdict.reasons).toMatchObject([
    {
      code: 'contact.attemptCap',
      data: { rule: 'us.fl.attempts', attempts: 3, cap: 3, freeAt: at('2026-11-18T20:00:00Z') },
    },
  ]);
  expect(
    ask({ channel: 'text', location: from('407') }, '2026-11-18T14:59:59.999-05:00', [FRESH, ...attempts]).kind,
  ).toBe('notNow');
  expect(ask({ channel: 'text', location: from('407') }, '2026-11-18T15:00:00-05:00', [FRESH, ...attempts]).kind).toBe(
    'allowed',
  );
  expect(ask({ channel: 'text', location: from('212') }, NOON, [FRESH, ...attempts]).kind).toBe('allowed');
});

it('rounds an attempt within a minute up to the minute’s end', () => {
  const attempts = ['2026-11-17T15:00:30-05:00', '2026-11-18T10:00:00-05:00', '2026-11-18T11:00:00-05:00'].map(text);
  expect(told(ask({ channel: 'text', location: from('407') }, NOON, [FRESH, ...attempts]))).toBe(
    'notNow next 2026-11-18T20:01:00.000Z',
  );
});

it('moves past the night when the cap frees at night', () => {
  const attempts = ['2026-11-17T19:58:00-05:00', '2026-11-17T19:59:00-05:00', '2026-11-17T19:59:30-05:00'].map(text);
  const verdict = ask({ channel: 'text', location: from('407') }, NOON, [FRESH, ...attempts]);
  expect(told(verdict)).toBe('notNow next 2026-11-19T00:58:00.000Z');
  const late = attempts.map((fact) => ({ ...fact, at: instant(fact.at + 2 * MINUTE) }) as Fact);
  expect(told(ask({ channel: 'text', location: from('407') }, NOON, [FRESH, ...late]))).toBe(
    'notNow next 2026-11-19T13:00:00.000Z',
  );
});

it('keeps the plan’s cap for calls, for any purpose, and not for texts', () => {
  const calls = ['2026-11-18T09:00:00-05:00', '2026-11-18T10:00:00-05:00', '2026-11-18T11:00:00-05:00'].map(call);
  const verdict = ask({ purpose: 'appointment', location: from('212') }, NOON, [FRESH, ...calls]);
  expect(told(verdict)).toBe('notNow next 2026-11-19T14:00:00.000Z');
  expect(verdict.reasons).toMatchObject([{ code: 'contact.planAttemptCap', data: { attempts: 3, cap: 3 }, plan: {} }]);
  expect(ask({ channel: 'text', purpose: 'appointment', location: from('212') }, NOON, [FRESH, ...calls]).kind).toBe(
    'allowed',
  );
});

it('counts a call once that is both logged and recorded', () => {
  const calls = ['2026-11-18T09:00:00-05:00', '2026-11-18T10:00:00-05:00'].flatMap((time) => [
    record(time),
    call(iso(instant(at(time) + 10 * MINUTE))),
  ]);
  expect(ask({ location: from('212') }, NOON, [FRESH, ...calls]).kind).toBe('allowed');
  const third = record('2026-11-18T10:20:00-05:00');
  expect(ask({ location: from('212') }, NOON, [FRESH, ...calls, third]).kind).toBe('notNow');
});

it('takes a record hours away for another call, and a text for no call', () => {
  const logged = call('2026-11-18T08:30:00-05:00');
  const recorded = record('2026-11-18T10:00:00-05:00');
  const texted = text('2026-11-18T10:01:00-05:00');
  expect(ask({ location: from('407') }, NOON, [FRESH, logged, recorded]).kind).toBe('allowed');
  expect(ask({ location: from('407') }, NOON, [FRESH, logged, recorded, texted]).kind).toBe('notNow');
});

it.each([
  ['09:45', 1],
  ['09:44', 2],
  ['10:15', 1],
  ['10:16', 2],
])('takes a call logged at %s and one recorded at ten for %d', (logged, calls) => {
  const others = ['08:00', '08:30'].map((time) => record(`2026-11-18T${time}:00-05:00`));
  const facts = [
    FRESH,
    ...others.slice(0, 1),
    record('2026-11-18T10:00:00-05:00'),
    call(`2026-11-18T${logged}:00-05:00`),
  ];
  // The plan allows three calls.
  expect(ask({ location: from('212') }, NOON, facts).kind).toBe(calls === 1 ? 'allowed' : 'notNow');
});

it('lets one record stand for one logged call, and the next record for the next', () => {
  const [ten, tenPast] = ['10:00', '10:10'].map((time) => record(`2026-11-18T${time}:00-05:00`)) as [Fact, Fact];
  const logged = ['10:02', '10:04', '10:12'].map((time) => call(`2026-11-18T${time}:00-05:00`));
  // Three calls were made: two have records, of the third there is only the word.
  expect(ask({ location: from('212') }, NOON, [FRESH, ten, tenPast, ...logged]).reasons[0]).toMatchObject({
    data: { attempts: 3 },
  });
  expect(ask({ location: from('212') }, NOON, [FRESH, ten, tenPast, ...logged.slice(1)]).kind).toBe('allowed');
  const alone = ask({ location: from('212') }, NOON, [FRESH, ten, ...logged]);
  expect(alone.reasons[0]).toMatchObject({ data: { attempts: 3 } });
});

it('says from when on the cap has room though it was overrun', () => {
  const calls = ['09:00', '09:30', '10:00', '10:30', '11:00'].map((time) => call(`2026-11-18T${time}:00-05:00`));
  const verdict = ask({ location: from('212') }, NOON, [FRESH, ...calls]);
  expect(verdict.reasons[0]).toMatchObject({
    data: { attempts: 5, cap: 3, freeAt: at('2026-11-19T10:00:00-05:00') },
  });
});
