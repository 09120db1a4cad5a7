import { expect, it } from 'vitest';
import { call, from } from '../../test/support/contact-cases.ts';
import { at, contextAt, iso, planOf } from '../../test/support/plan-context.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import type { Attempt } from './attempt.ts';
import { nearestIn } from './callable-spans.ts';
import { callingWindow } from './calling-window.ts';

const NINE = '2026-11-18T09:00:00-05:00';

it('is open until the evening of the customer, and at night opens with the next morning', () => {
  expect(window(NINE)).toBe('open until 2026-11-19T02:00:00.000Z');
  expect(window('2026-11-18T20:59:00-05:00')).toBe('open until 2026-11-19T02:00:00.000Z');
  expect(window('2026-11-18T21:00:00-05:00')).toBe('closed until 2026-11-19T13:00:00.000Z');
});

it('asks for no consent: it tells the hour alone', () => {
  const stop = { purpose: 'marketing' } as const;
  expect(window(NINE, [], stop)).toMatch(/^open/);
});

it('closes when the attempts of the day are used up, and opens when the first of them counts no more', () => {
  const calls = ['09:00', '10:00', '11:00'].map((time) => call(`2026-11-18T${time}:00-05:00`));
  expect(window('2026-11-18T12:00:00-05:00', calls)).toBe('closed until 2026-11-19T14:00:00.000Z');
  expect(window('2026-11-18T12:00:00-05:00', calls.slice(1))).toMatch(/^open/);
});

it('is asked again at the next attempt, for that may be the last; what came later has closed nothing', () => {
  const calls = ['09:00', '10:00', '11:00'].map((time) => call(`2026-11-18T${time}:00-05:00`));
  expect(window('2026-11-18T10:30:00-05:00', calls)).toBe('open until 2026-11-18T16:00:00.000Z');
  expect(window('2026-11-18T11:00:00-05:00', calls)).toBe('closed until 2026-11-19T14:00:00.000Z');
});

it('is open to the end of all days for what knows no hours, and where no hour of two weeks is left', () => {
  const { calendar } = contextAt(at(NINE));
  expect(window(NINE, [], { channel: 'email' })).toBe(`open until ${iso(calendar.until)}`);
  const { contactPolicy } = planOf().document;
  const short = planOf({ contactPolicy: { ...contactPolicy, calls: { from: '08:00', until: '09:00' } } });
  expect(window(NINE, [], { location: from('212', '213') }, short)).toBe(`open until ${iso(calendar.until)}`);
});

it('takes of a day’s spans the moment nearest to a wish', () => {
  const [morning, evening] = [span('09:00', '12:00'), span('14:00', '20:00')];
  const nearest = (wish: string, notBefore = '00:00', spans = [morning, evening]) => {
    const found = nearestIn(spans, on(wish), on(notBefore));
    return found && iso(found).slice(11, 16);
  };
  expect(nearest('08:00')).toBe('09:00');
  expect(nearest('10:00')).toBe('10:00');
  expect(nearest('12:00')).toBe('14:00');
  expect(nearest('13:00')).toBe('14:00');
  expect(nearest('19:45')).toBe('19:45');
  expect(nearest('19:46')).toBe('19:45');
  expect(nearest('23:00')).toBe('19:45');
  // Not before: a cap is full until then, however little time to talk is left.
  expect(nearest('10:00', '15:00')).toBe('15:00');
  expect(nearest('10:00', '19:59')).toBe('19:59');
  expect(nearest('10:00', '20:00')).toBeUndefined();
  // A last span too short to talk in: its beginning.
  expect(nearest('23:00', '00:00', [morning, span('19:50', '20:00')])).toBe('19:50');
  expect(nearest('10:00', '00:00', [])).toBeUndefined();
});

// Helpers

function window(now: string, facts: readonly Fact[] = [], changes: Partial<Attempt> = {}, plan = planOf()): string {
  const attempt: Attempt = {
    channel: 'call',
    purpose: 'replyToInquiry',
    automated: false,
    location: from('212'),
    ...changes,
  };
  const found = callingWindow(foldAll(contactHistory, facts), attempt, contextAt(at(now), { plan }));
  return found.open ? `open until ${iso(found.until)}` : `closed until ${iso(found.next)}`;
}

function on(time: string) {
  return at(`2026-11-18T${time}:00Z`);
}

function span(opens: string, closes: string) {
  return { from: on(opens), until: on(closes) };
}
