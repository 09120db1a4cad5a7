import { type Instant, instant, LOCALES, MINUTE, reason, renderReason } from '@beback/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reasonText } from './reason-words.ts';

const ZONES = ['America/New_York', 'America/Los_Angeles', 'America/Phoenix', 'Pacific/Honolulu'] as const;
const MIDNIGHT = Date.parse('2026-11-21T05:00:00Z');
const at = (ms: number): Instant => instant(ms);

it('tells a reason as core does, at any moment, in any order', () => {
  const lawful = reason('contact.lawWithinHours', { until: at(MIDNIGHT + 2 * 60 * MINUTE), rule: 'us.federal.hours' });
  const overdue = reason('cadence.overdue', { deadline: at(MIDNIGHT - MINUTE) });
  const asking = fc.record({
    zone: fc.constantFrom(...ZONES),
    locale: fc.constantFrom(...LOCALES),
    now: fc.integer({ min: MIDNIGHT - 2 * 1440 * MINUTE, max: MIDNIGHT + 2 * 1440 * MINUTE }).map(at),
    told: fc.constantFrom(lawful, overdue),
  });
  const law = fc.property(fc.array(asking), (asked) => {
    for (const { told, ...reader } of asked) {
      expect(reasonText(told, reader)).toBe(renderReason(told, reader.locale, reader.zone, reader.now));
    }
  });
  fc.assert(law);
});

it('says the day before a time from midnight on, where it was today before', () => {
  const lawful = reason('contact.lawWithinHours', { until: at(MIDNIGHT - 60 * MINUTE), rule: 'us.federal.hours' });
  const told = (now: number) => reasonText(lawful, { locale: 'en', zone: 'America/New_York', now: at(now) });
  expect(told(MIDNIGHT - 1)).not.toContain('Fri');
  expect(told(MIDNIGHT)).toContain('Fri');
});

it('tells the server’s own reasons too', () => {
  const text = reasonText(reason('activity.taskSettled', {}), { locale: 'fr', zone: 'UTC', now: at(0) });
  expect(text).toBe('Cette tâche est déjà faite ou n’est plus demandée.');
});
