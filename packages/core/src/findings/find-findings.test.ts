import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at, contextAt, planOf } from '../../test/support/plan-context.ts';
import { expectCompleteTexts, expectRenderable } from '../../test/support/texts.ts';
import type { MeasureRow } from '../measures/measure-row.ts';
import { type Measure, measuresOf } from '../measures/measures.ts';
import { day } from '../spine/day.ts';
import { id } from '../spine/id.ts';
import { findFindings } from './find-findings.ts';
import type { Finding } from './finding.ts';
import { REASON_TEXTS } from './reason-texts.ts';

/** A Friday; the window reaches back to Monday, 16 November. */
const FRIDAY = contextAt(at('2026-11-20T12:00:00-05:00'));
const SATURDAY = contextAt(at('2026-11-21T12:00:00-05:00'));

/** E-mails done, calls not. */
const SKIPPING = {
  leads: 12,
  callStepsDue: 40,
  callStepsDone: 6,
  callStepsMissed: 34,
  emailStepsDue: 25,
  emailStepsDone: 24,
  activities: 6,
};

it('finds the department that e-mails and skips its calls, with its evidence', () => {
  const [finding, ...more] = findFindings([row(SKIPPING)], [], FRIDAY);
  expect(more).toEqual([]);
  expect(finding).toEqual({
    key: 'skippingCalls:internet:2026-11-20',
    kind: 'skippingCalls',
    storeId: 'store-1',
    departmentId: 'internet',
    since: '2026-11-20',
    days: { from: '2026-11-16', until: '2026-11-20' },
    tell: [
      { role: 'manager', how: 'notice' },
      { role: 'principal', how: 'board' },
    ],
    evidence: { storeDays: 5, ...SKIPPING },
    reasons: [expect.objectContaining({ code: 'finding.skippingCalls', plan: { version: 'default-1' } })],
  });
});

it.each([
  ['ten steps, half of them missed, 80 % of the e-mails', calls(5, 5, 8, 10), ['skippingCalls']],
  ['nine steps', calls(0, 9, 10, 10), []],
  ['less than half missed', calls(6, 5, 10, 10), []],
  ['less than 80 % of the e-mails', calls(5, 5, 79, 100), []],
  ['no e-mails due', calls(5, 5, 0, 0), []],
  ['no work at all', calls(0, 10, 0, 10), ['absent']],
  ['no work at all and no e-mails due', calls(0, 10, 0, 0), ['absent']],
  ['no work at all on nine steps', calls(0, 9, 0, 10), []],
  ['nothing of the plan done, but something else', { ...calls(0, 10, 0, 10), activities: 1 }, []],
  ['nothing of the plan done but a text', { ...calls(0, 10, 0, 10), textStepsDone: 1 }, []],
  ['three calls and three texts', { ...calls(3, 17, 0, 20), textStepsDone: 3, activities: 6 }, []],
  ['three texts and three other acts', { ...calls(0, 20, 0, 20), textStepsDone: 3, activities: 3 }, []],
  ['three calls and three e-mails', { ...calls(3, 17, 3, 20), textStepsDone: 6 }, []],
  ['20 claims, 17 documented', claims(17, 3), ['lowDocumented']],
  ['20 claims, 18 documented', claims(18, 2), []],
  ['19 claims, none documented', claims(0, 19), []],
  ['20 claims, 17 documented, the others still pending', { documented: 17, pending: 3, claims: 20 }, []],
] as const)('judges %s', (_, counts, kinds) => {
  expect(findFindings([row(counts)], [], FRIDAY).map(({ kind }) => kind)).toEqual(kinds);
});

it('adds up the days and the people of one department, and keeps departments apart', () => {
  const half = calls(2, 3, 4, 5);
  const rows = [row(half, '2026-11-16', 'internet', 'ann'), row(half, '2026-11-20', 'internet', 'bob')];
  expect(findFindings(rows, [], FRIDAY)).toHaveLength(1);
  expect(findFindings([row(half), row(half, '2026-11-16', 'sales')], [], FRIDAY)).toEqual([]);
});

it('looks at five open days, not further back and not ahead', () => {
  const on = (text: string) => findFindings([row(SKIPPING, text)], [], FRIDAY).length;
  expect([on('2026-11-14'), on('2026-11-16'), on('2026-11-20'), on('2026-11-21')]).toEqual([0, 1, 1, 0]);
});

it('looks back over a closed Sunday, and on a Sunday at the five open days before it', () => {
  const on = (text: string, now: string) => findFindings([row(SKIPPING, text)], [], contextAt(at(now))).length;
  const monday = '2026-11-23T12:00:00-05:00';
  expect([on('2026-11-17', monday), on('2026-11-18', monday)]).toEqual([0, 1]);
  const sunday = '2026-11-22T12:00:00-05:00';
  expect([on('2026-11-16', sunday), on('2026-11-17', sunday)]).toEqual([0, 1]);
});

it('reads its limits from the plan', () => {
  const plan = planOf({
    standards: {
      documentedShareAlarm: 0.5,
      skippingDepartment: { minCallSteps: 50, storeDays: 2, missedShare: 0.5, emailDoneShare: 0.8 },
    },
  });
  const context = { ...FRIDAY, plan };
  expect(findFindings([row({ ...SKIPPING, ...claims(15, 15) })], [], context)).toEqual([]);
});

it('accuses nobody of a store in which people miss 2 to 10 % of their calls', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.02, max: 0.1, noNaN: true }), (due, share) => {
      const missed = Math.round(due * share);
      expect(findFindings([row(calls(due - missed, missed, due, due))], [], FRIDAY)).toEqual([]);
    }),
  );
});

it('finds the same again under the same key, and the next day still under the first day’s', () => {
  const rows = [row({ ...SKIPPING, ...claims(10, 20) })];
  const first = findFindings(rows, [], FRIDAY);
  expect(first.map(({ key }) => key)).toEqual([
    'skippingCalls:internet:2026-11-20',
    'lowDocumented:internet:2026-11-20',
  ]);
  expect(findFindings(rows, first, FRIDAY)).toEqual(first);
  const next = findFindings([row(SKIPPING, '2026-11-20')], first, SATURDAY);
  expect(next).toMatchObject([{ key: 'skippingCalls:internet:2026-11-20', since: '2026-11-20' }]);
  expect(next[0]?.days).toEqual({ from: '2026-11-17', until: '2026-11-21' });
});

it('opens another finding when an earlier one was settled', () => {
  const found = findFindings([row(SKIPPING, '2026-11-20')], [], SATURDAY);
  expect(found.map(({ key }) => key)).toEqual(['skippingCalls:internet:2026-11-21']);
});

it('gives the same findings in any order of rows', () => {
  const rows = [row(SKIPPING), row(claims(1, 30), '2026-11-17', 'sales'), row(calls(0, 20, 0, 9), '2026-11-18', 'bdc')];
  const found = findFindings(rows, [], FRIDAY);
  expect(found.map(({ kind }) => kind)).toEqual(['absent', 'skippingCalls', 'lowDocumented']);
  expect(findFindings(rows.toReversed(), [], FRIDAY)).toEqual(found);
});

it('says every finding in every language, with the figures that its sentence asks for', () => {
  expectCompleteTexts(REASON_TEXTS);
  const rows = [row({ ...SKIPPING, ...claims(3, 30) }), row(calls(0, 20, 0, 9), '2026-11-18', 'bdc')];
  const reasons = findFindings(rows, [], FRIDAY).flatMap((finding: Finding) => finding.reasons);
  expect(reasons).toHaveLength(3);
  for (const each of reasons) expectRenderable(REASON_TEXTS, each);
});

it('takes a share that is just reached for reached, at any size', () => {
  for (let size = 2; size <= 200; size += 1) {
    const found = findFindings([row(calls(5 * size, 5 * size, 4 * size, 5 * size))], [], FRIDAY);
    expect(found.map(({ kind }) => kind)).toEqual(['skippingCalls']);
    expect(findFindings([row(claims(9 * size, size))], [], FRIDAY)).toEqual([]);
  }
});

// Helpers

type Counts = Readonly<Partial<Record<Measure, number>>>;

function row(counts: Counts, on = '2026-11-16', department = 'internet', member?: string): MeasureRow {
  return {
    storeId: id('store-1'),
    departmentId: id(department),
    ...(member !== undefined && { memberId: id<'Member'>(member) }),
    day: day(on),
    measures: measuresOf(counts),
  };
}

function calls(done: number, missed: number, emailsDone: number, emailsDue: number): Counts {
  return {
    callStepsDue: done + missed,
    callStepsDone: done,
    callStepsMissed: missed,
    emailStepsDone: emailsDone,
    emailStepsDue: emailsDue,
  };
}

function claims(documented: number, notDocumented: number): Counts {
  return { claims: documented + notDocumented, documented, notDocumented };
}
