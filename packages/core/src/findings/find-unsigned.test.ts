import { describe, expect, it } from 'vitest';
import { ANN, BOB, MONDAY, STORE } from '../../test/support/facts.ts';
import { contextAt } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import { type Signatory, signatureState } from '../plan/signatures.ts';
import { id } from '../spine/id.ts';
import { DAY_24H, type Instant, plus } from '../spine/instant.ts';
import { findUnsigned } from './find-unsigned.ts';
import { REASON_TEXTS } from './reason-texts.ts';

const OWNER: Signatory = { memberId: id<'Member'>('pat'), role: 'principal' };
const MANAGER: Signatory = { memberId: BOB, role: 'manager' };
const SELLER: Signatory = { memberId: ANN, role: 'salesperson' };
const WEEK_LATER = plus(MONDAY, 7 * DAY_24H);

const signed = (one: Signatory): Signatory => ({ ...one, signedAt: MONDAY });
/** Of a plan that started on Monday, November 16, at noon: it is due on Saturday's closing. */
const find = (people: readonly Signatory[], now: Instant = WEEK_LATER) => {
  const context = contextAt(now);
  return findUnsigned(STORE, signatureState(people, MONDAY, context).missing, context);
};

describe('S15 those who have not signed in time', () => {
  it('tells owner and manager of leaders who have not, and the manager of the others, the leaders first', () => {
    const found = find([SELLER, OWNER, MANAGER]);
    expect(found).toMatchObject([
      {
        kind: 'leadersUnsigned',
        key: `leadersUnsigned:${STORE}:${contextAt(MONDAY).plan.version}`,
        storeId: STORE,
        since: '2026-11-21',
        evidence: { count: 2 },
        tell: [{ role: 'manager' }, { role: 'principal' }],
      },
      { kind: 'othersUnsigned', since: '2026-11-21', evidence: { count: 1 }, tell: [{ role: 'manager' }] },
    ]);
    for (const { reasons, departmentId } of found) {
      expect(departmentId).toBeUndefined();
      expectRenderable(REASON_TEXTS, reasons[0]);
    }
  });

  it('keeps its key and its day while it lasts, whoever signs meanwhile, and ends with the last signature', () => {
    const [first] = find([OWNER, MANAGER]);
    const [later] = find([signed(OWNER), MANAGER], plus(WEEK_LATER, DAY_24H));
    expect(later).toMatchObject({ key: first?.key, since: first?.since, evidence: { count: 1 } });
    expect(find([signed(OWNER), signed(MANAGER)])).toEqual([]);
  });

  it('says nothing before the five open days are over', () => {
    const [late] = signatureState([SELLER], MONDAY, contextAt(WEEK_LATER)).missing;
    const due = late?.dueBy ?? WEEK_LATER;
    expect(find([SELLER], plus(due, -1))).toEqual([]);
    expect(find([SELLER], due)).toHaveLength(1);
  });
});
