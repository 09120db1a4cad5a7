import { describe, expect, it } from 'vitest';
import { compileStoreCalendar } from '../calendar/compile-store-calendar.ts';
import { day } from '../spine/day.ts';
import { type Id, id } from '../spine/id.ts';
import { DAY_24H, HOUR, type Instant, instant, plus } from '../spine/instant.ts';
import type { Role } from '../spine/words.ts';
import { type Signatory, signatureState } from './signatures.ts';

const at2020 = instant(Date.parse('2020-02-03T10:00:00Z'));
/** A Tuesday, 10:00 in Chicago. */
const TEN = instant(Date.parse('2026-11-24T10:00:00-06:00'));
const LONG_DAY = [{ opens: '09:00', closes: '20:00' }];
const compiled = compileStoreCalendar(
  {
    zone: 'America/Chicago',
    weekly: { 1: LONG_DAY, 2: LONG_DAY, 3: LONG_DAY, 4: LONG_DAY, 5: LONG_DAY, 6: LONG_DAY },
    exceptions: [{ day: day('2026-11-26'), open: [] }],
  },
  { from: day('2026-11-01'), to: day('2027-01-31') },
);
if (!compiled.ok) throw new Error('the hours do not compile');
const calendar = compiled.value;
const at = (now: Instant) => ({ calendar, now });

const person = (name: string, role: Role, signed = false): Signatory => ({
  memberId: id<'Member'>(name) as Id<'Member'>,
  role,
  ...(signed && { signedAt: TEN }),
});
const names = (people: readonly { readonly memberId: string }[]) => people.map(({ memberId }) => memberId);

describe('S15 who has signed', () => {
  it('lets a plan start only with the owner and every manager', () => {
    const people = [person('ana', 'salesperson', true), person('max', 'manager'), person('pat', 'principal')];
    const none = signatureState(people, undefined, at(TEN));
    expect(none.mayStart).toMatchObject({
      ok: false,
      refusals: [{ code: 'signature.ownerMissing' }, { code: 'signature.managersMissing', data: { count: 1 } }],
    });
    expect(none).toMatchObject({ signed: 1, total: 3 });
    const owner = signatureState([person('pat', 'principal', true), person('max', 'manager')], undefined, at(TEN));
    expect(owner.mayStart).toMatchObject({ ok: false, refusals: [{ code: 'signature.managersMissing' }] });
    const both = [person('pat', 'principal', true), person('max', 'manager', true), person('ben', 'salesperson')];
    expect(signatureState(both, undefined, at(TEN)).mayStart).toEqual({ ok: true, value: 'signed' });
  });

  it('names the owner first, then managers, then the others; none of those who do not sign', () => {
    const people = [
      person('ana', 'salesperson'),
      person('bo', 'bdcAgent'),
      person('aud', 'auditor'),
      person('adm', 'administrator'),
      person('max', 'manager'),
      person('gus', 'generalManager'),
      person('pat', 'principal'),
    ];
    expect(names(signatureState(people, undefined, at(TEN)).missing)).toEqual(['pat', 'gus', 'max', 'ana', 'bo']);
  });

  it('is content with one of several owners', () => {
    const people = [person('pat', 'principal', true), person('pia', 'principal')];
    expect(signatureState(people, undefined, at(TEN))).toMatchObject({ signed: 1, total: 1, missing: [] });
  });

  it('gives the others five open days from the start, and says who is late', () => {
    const people = [person('pat', 'principal', true), person('ana', 'salesperson')];
    expect(signatureState(people, undefined, at(TEN)).missing[0]).not.toHaveProperty('dueBy');
    // Tuesday's plan: Wednesday, Friday (Thursday is a holiday), Saturday, Monday, Tuesday.
    const dueBy = instant(Date.parse('2026-12-01T20:00:00-06:00'));
    const before = signatureState(people, TEN, at(plus(dueBy, -1)));
    expect(before.missing).toMatchObject([{ memberId: 'ana', required: false, dueBy, overdue: false }]);
    expect(signatureState(people, TEN, at(dueBy)).missing).toMatchObject([{ overdue: true }]);
    expect(signatureState(people, TEN, at(plus(dueBy, 30 * DAY_24H))).missing).toMatchObject([{ overdue: true }]);
  });

  it('gives a newcomer as many days as everybody had, from his or her first', () => {
    const friday = plus(TEN, 3 * DAY_24H);
    const people = [
      { ...person('new', 'manager'), since: friday },
      { ...person('old', 'salesperson'), since: at2020 },
    ];
    const tuesday = instant(Date.parse('2026-12-01T20:00:00-06:00'));
    const thursday = instant(Date.parse('2026-12-03T20:00:00-06:00'));
    expect(signatureState(people, TEN, at(tuesday)).missing).toMatchObject([
      { memberId: 'new', dueBy: thursday, overdue: false },
      { memberId: 'old', dueBy: tuesday, overdue: true },
    ]);
  });

  it('tells of a plan that started before the calendar begins that everybody is late', () => {
    expect(signatureState([person('ana', 'salesperson')], at2020, at(TEN)).missing).toMatchObject([{ overdue: true }]);
  });

  it('tells who has signed: the owner first, then managers, then the others, of each the first first', () => {
    const signedAfter = (name: string, role: Role, hours: number) => ({
      ...person(name, role),
      signedAt: plus(TEN, hours * HOUR),
    });
    const people = [
      signedAfter('ana', 'salesperson', 2),
      signedAfter('ben', 'salesperson', 1),
      signedAfter('aud', 'auditor', 1),
      signedAfter('max', 'manager', 3),
      signedAfter('pat', 'principal', 4),
    ];
    const { signed, signedBy } = signatureState(people, undefined, at(TEN));
    expect(names(signedBy)).toEqual(['pat', 'max', 'ben', 'ana']);
    expect(signed).toBe(4);
  });
});
