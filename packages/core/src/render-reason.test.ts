import { expect, it } from 'vitest';
import { ask, consent, FRESH, from, NOON } from '../test/support/contact-cases.ts';
import { at } from '../test/support/plan-context.ts';
import { ALL_REASON_TEXTS, renderReason } from './render-reason.ts';
import { LOCALES } from './spine/reason-texts.ts';
import { PLACEHOLDER, VALUE_KINDS } from './spine/render-reason.ts';

const ENTRIES = ALL_REASON_TEXTS.flatMap((table) => Object.entries(table));

it('has each code in one folder only', () => {
  const codes = ENTRIES.map(([code]) => code);
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
});

it('says the same figures in every language, each of a kind that the renderer knows', () => {
  for (const [code, texts] of ENTRIES) {
    const placeholders = LOCALES.map((locale) => [...texts[locale].matchAll(PLACEHOLDER)]);
    const told = placeholders.map((matches) => matches.map(([whole]) => whole).sort());
    for (const other of told) expect(other, code).toEqual(told[0]);
    for (const [, , kind = 'plain'] of placeholders.flat()) expect(VALUE_KINDS, code).toContain(kind);
  }
});

it('has words in each language, and not the same', () => {
  for (const [code, texts] of ENTRIES) {
    for (const locale of LOCALES) expect(texts[locale].trim(), code).not.toBe('');
    expect(new Set(LOCALES.map((locale) => texts[locale])).size, code).toBe(LOCALES.length);
  }
});

it('puts a verdict in words', () => {
  const allowed = ask({ location: from('212') }, NOON, [FRESH]);
  const stop = consent('revoked', 'text', 'all', '2026-11-18T10:00:00-05:00');
  const never = ask({ channel: 'text', location: from('212') }, NOON, [FRESH, stop]);
  const texts = [...allowed.reasons, ...never.reasons].map((why) =>
    renderReason(why, 'en', 'America/New_York', at(NOON)).replace(/\u202f/g, ' '),
  );
  expect(texts).toEqual([
    'Lawful until 9:00 PM (us.federal.hours; 47 CFR 64.1200(c)(1)).',
    'The customer’s own inquiry allows it until Feb 16, 7:00 PM (us.federal.reply).',
    'The customer said on Nov 18, 10:00 AM: no contact by text message for a reply to an inquiry (47 CFR 64.1200(a)(10), (d); CASL s. 11; kelleydrye.com).',
  ]);
  expect(renderReason(allowed.reasons[0], 'fr', 'America/New_York', at(NOON))).toMatch(/^Permis jusqu’à 21 h 00 \(/);
});
