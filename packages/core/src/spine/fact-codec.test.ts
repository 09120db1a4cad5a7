import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factArb } from '../../test/support/fact-arb.ts';
import { fitsSchema } from '../../test/support/json-schema.ts';
import { type Fact, LEAD_VERDICTS } from './fact.ts';
import { decodeFact, encodeFact } from './fact-codec.ts';
import { factSchema } from './fact-schema.ts';
import { FACT_KINDS } from './fact-table.ts';
import { id } from './id.ts';
import { instant } from './instant.ts';

const FED = {
  kind: 'feed.completed',
  id: 'f1',
  at: '2026-11-21T11:00:00-05:00',
  recordedAt: '2026-11-21T16:00:01.5Z',
  data: { source: 'twilio', until: '2026-11-21T16:00:00Z' },
};

it('gives every fact back after a way through JSON', () => {
  fc.assert(
    fc.property(factArb, (fact) => {
      const json = encodeFact(fact);
      expect(decodeFact(json)).toEqual({ ok: true, value: fact });
      expect(decodeFact(JSON.parse(JSON.stringify(json)))).toEqual({ ok: true, value: fact });
    }),
    { numRuns: 500 },
  );
});

it('accepts what its schema accepts, and nothing else', () => {
  let accepted = 0;
  fc.assert(
    fc.property(damagedArb, (json) => {
      const fits = fitsSchema(json, factSchema);
      expect(decodeFact(json).ok).toBe(fits);
      if (fits) accepted++;
    }),
    { numRuns: 2000 },
  );
  expect(accepted).toBeGreaterThan(100);
});

it('reads instants of any offset as numbers and writes them in UTC', () => {
  const read = decodeFact(FED);
  if (!read.ok) throw new Error('a valid fact');
  expect(read.value).toMatchObject({ at: Date.parse(FED.at), recordedAt: Date.parse(FED.recordedAt) });
  expect(encodeFact(read.value)).toEqual({
    ...FED,
    at: '2026-11-21T16:00:00.000Z',
    recordedAt: '2026-11-21T16:00:01.500Z',
    data: { source: 'twilio', until: '2026-11-21T16:00:00.000Z' },
  });
});

it.each([
  ['a wall time', { ...FED, at: '2026-11-21T11:00:00' }, 'fact.fieldWrong', 'at'],
  ['a 30th of February', { ...FED, at: '2026-02-30T11:00:00Z' }, 'fact.fieldWrong', 'at'],
  ['a 25th hour', { ...FED, at: '2026-02-20T25:00:00Z' }, 'fact.fieldWrong', 'at'],
  ['epoch milliseconds', { ...FED, at: 1_795_276_800_000 }, 'fact.fieldWrong', 'at'],
  ['an unknown kind', { ...FED, kind: 'car.sold' }, 'fact.kindUnknown', 'kind'],
  ['a kind of Object’s own', { ...FED, kind: 'toString' }, 'fact.kindUnknown', 'kind'],
  ['a missing id', without('id'), 'fact.fieldMissing', 'id'],
  ['an empty id', { ...FED, id: '' }, 'fact.fieldWrong', 'id'],
  ['a missing field of its data', { ...FED, data: { source: 'x' } }, 'fact.fieldMissing', 'data.until'],
  ['a field too many', { ...FED, note: 'x' }, 'fact.fieldUnknown', 'note'],
  ['a field too many in its data', { ...FED, data: { ...FED.data, name: 'x' } }, 'fact.fieldUnknown', 'data.name'],
  ['data that are a list', { ...FED, data: [] }, 'fact.notAnObject', 'data'],
  ['a list', [FED], 'fact.notAnObject', ''],
  ['nothing', null, 'fact.notAnObject', ''],
])('refuses %s and names the field', (_, json, code, path) => {
  expect(decodeFact(json)).toMatchObject({
    ok: false,
    refusals: [{ code, data: { path, allowed: expect.any(String) } }],
  });
});

it('reads who decided what about a lead that was held, and no other decision', () => {
  const reviewed = (verdict: string) =>
    decodeFact({ ...FED, kind: 'lead.reviewed', data: { leadId: 'l', memberId: 'm', verdict } });
  for (const verdict of LEAD_VERDICTS)
    expect(reviewed(verdict)).toMatchObject({ ok: true, value: { data: { verdict } } });
  expect(reviewed('forgotten')).toMatchObject({
    refusals: [{ data: { path: 'data.verdict', allowed: 'one of accepted, dismissed' } }],
  });
});

it('cuts off what is finer than a millisecond', () => {
  const read = decodeFact({ ...FED, at: '2026-11-21T16:00:00.123987654Z' });
  expect(read).toMatchObject({ ok: true, value: { at: Date.parse('2026-11-21T16:00:00.123Z') } });
});

it('takes numbers by name, and numbers only', () => {
  const data = { invitationId: 'i', opportunityId: 'o', customerId: 'c', commented: false };
  const answered = (answers: object) => decodeFact({ ...FED, kind: 'survey.answered', data: { ...data, answers } });
  expect(answered({ happy: 5 })).toMatchObject({ ok: true, value: { data: { answers: { happy: 5 } } } });
  for (const wrong of [{ happy: '5' }, { happy: null }, { happy: Number.NaN }, [5]])
    expect(answered(wrong).ok).toBe(false);
});

it('names the place in a list, and what words are allowed', () => {
  const activity = {
    ...FED,
    kind: 'activity.logged',
    data: { opportunityId: 'o', customerId: 'c', memberId: 'm', channel: 'fax', disposition: 'sent', phones: ['p', 7] },
  };
  expect(decodeFact(activity)).toMatchObject({
    refusals: [
      { data: { path: 'data.channel', allowed: 'one of call, text, email, video, letter, inPerson' } },
      { data: { path: 'data.phones[1]', given: 'a number' } },
    ],
  });
});

it('describes what was given and never quotes it', () => {
  const secret = '555-01-2345';
  const values = [secret, [secret], { secret }];
  for (const value of values) {
    const told = JSON.stringify(
      decodeFact({ ...FED, id: '', kind: value, at: value, data: { until: value, extra: value } }),
    );
    expect(told).not.toContain(secret);
  }
});

it('refuses to write an instant that ISO 8601 has no agreed form for', () => {
  const fact = { kind: 'feed.completed', id: id<'Fact'>('f'), at: instant(8.64e15), recordedAt: instant(0), data: {} };
  expect(() => encodeFact(fact as unknown as Fact)).toThrow(/years 0000 to 9999/);
});

it('describes every kind in its schema', () => {
  expect(factSchema['oneOf']).toHaveLength(FACT_KINDS.length);
  expect(JSON.parse(JSON.stringify(factSchema))).toEqual(factSchema);
});

// Helpers

function without(field: string): object {
  return Object.fromEntries(Object.entries(FED).filter(([name]) => name !== field));
}

const junkArb = fc.oneof(
  fc.constantFrom('', 'call', 'all', null, true, 0, -1, 1.5, [], {}, ['x'], { q: 1 }, { q: 'x' }),
  fc.constantFrom(
    '2026-02-29T00:00:00Z',
    '2028-02-29T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00Z',
    '2026-01-01',
  ),
);

/** Facts as JSON, three of four with one field changed, dropped or added. */
const damagedArb = fc
  .tuple(factArb, fc.constantFrom('none', 'change', 'drop', 'add'), fc.nat(), fc.boolean(), junkArb)
  .map(([fact, how, pick, inside, junk]) => {
    const json = JSON.parse(JSON.stringify(encodeFact(fact))) as { data: Record<string, unknown> };
    const place: Record<string, unknown> = inside ? json.data : json;
    const name = Object.keys(place)[pick % Math.max(1, Object.keys(place).length)] ?? 'x';
    if (how === 'change') place[name] = junk;
    if (how === 'drop') delete place[name];
    if (how === 'add') place[`${name}2`] = junk;
    return json;
  });
