import { HOUR, type Instant, MINUTE, plus, SECOND } from '@beback/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { uploadCallRecords } from '../src/modules/call-record/upload-call-records.ts';
import { proveClaims } from '../src/modules/proof/prove-claims.ts';
import { loadStoreRules } from '../src/modules/store/store-rules.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import { type CallWish, callFile } from './support/call-file.ts';
import { type ClaimedStore, claimedStore } from './support/claimed-store.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

/** Numbers that the claims of {@link claimedStore} dialled. */
const PHONES = ['+13125557101', '+13125557102', '+13125557103'];
/** Claims by minutes after ten: two customers are called twice, close together. */
const CLAIMS = [
  { phone: 0, minutes: 0 },
  { phone: 0, minutes: 20 },
  { phone: 1, minutes: 5 },
  { phone: 1, minutes: 9 },
  { phone: 2, minutes: 30 },
];
const CALLS: readonly CallWish[] = [
  [0, -3, 60],
  [0, 18, 45],
  [0, 25, 8],
  [1, 4, 50],
  [2, 90, 70],
].map(([phone = 0, minutes = 0, seconds = 60], i) => ({
  sid: `CA${i}`,
  to: PHONES[phone] ?? '',
  at: plus(TUESDAY_10, minutes * MINUTE),
  seconds,
}));
const END = plus(TUESDAY_10, 3 * HOUR);

describe.each(ENGINES)('S02 files in any order on %s', (engine) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(engine);
    await test.setClock(END);
  }, OPENING_MS);
  afterAll(() => test.close());

  const group = () => test.resources.gateway.enterGroup(test.ours.groupId);
  const upload = (store: ClaimedStore, calls: readonly CallWish[], completeUntil: Instant) => {
    const wish = { key: newId(), source: 'pbx', format: 'twilioCsv', content: callFile(calls), completeUntil } as const;
    const viewer = {
      userId: newId(),
      memberId: test.ours.administrator.memberId,
      groupId: test.ours.groupId,
      groupName: 'Harbor',
      name: 'Adam',
      phone: null,
      role: 'administrator',
      storeIds: [],
    } as const;
    return uploadCallRecords(group(), test.resources.matchKeys, viewer, { ...wish, storeId: store.storeId }, END);
  };
  /** What is known of each claim, and the counters, without ids. */
  const stateOf = async (store: ClaimedStore) => {
    const proofs = await test.database.asOwner<{ id: string; kind: string; sid: string | null }>(
      `select p.claim_id as id, p.kind, r.data ->> 'externalId' as sid
         from proof p left join fact r on r.group_id = p.group_id and r.id = p.record_id
        where p.store_id::text = $1`,
      [store.storeId],
    );
    const [counted] = await test.database.asOwner(
      `select sum(claims)::int as claims, sum(documented)::int as documented, sum(not_documented)::int as not_documented,
              sum(pending)::int as pending from member_day where store_id::text = $1`,
      [store.storeId],
    );
    const byClaim = new Map(proofs.map(({ id, kind, sid }) => [id, `${kind} ${sid ?? '-'}`]));
    return { claims: store.claimIds.map((id) => byClaim.get(id)), counted };
  };

  it('ends in the same state, however the calls are cut into files, doubled and sent late', async () => {
    const whole = await claimedStore(group(), PHONES, CLAIMS, TUESDAY_10, test.resources.matchKeys);
    await upload(whole, CALLS, END);
    const expected = await stateOf(whole);
    // As many claims as possible; the short call of 10:25 and the late one document nothing that was claimed.
    expect(expected.claims.filter((claim) => claim?.startsWith('verified'))).toHaveLength(3);
    const filesArb = fc
      .shuffledSubarray([...CALLS], { minLength: CALLS.length })
      .chain((calls) =>
        fc.tuple(fc.constant(calls), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 })),
      );
    await fc.assert(
      fc.asyncProperty(filesArb, async ([calls, cuts]) => {
        const store = await claimedStore(group(), PHONES, CLAIMS, TUESDAY_10, test.resources.matchKeys);
        for (let from = 0, cut = 0; from < calls.length; cut++) {
          const size = cuts[cut % cuts.length] ?? 1;
          // Each file brings the last call of the one before once more; only the last one speaks of its end.
          await upload(store, calls.slice(Math.max(0, from - 1), from + size), plus(TUESDAY_10, -HOUR));
          from += size;
        }
        await upload(store, calls, END);
        expect(await stateOf(store)).toEqual(expected);
        expect(await verifyStore(group(), test.ours.groupId, store.storeId, test.resources.seal, END)).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('lets the longest version of a call count, whichever came first', async () => {
    const versions = [8, 40].map((seconds) => ({
      sid: 'CA7',
      to: PHONES[2] ?? '',
      at: plus(TUESDAY_10, 30 * MINUTE - 50 * SECOND),
      seconds,
    }));
    for (const order of [versions, versions.toReversed()]) {
      const store = await claimedStore(group(), PHONES, CLAIMS, TUESDAY_10, test.resources.matchKeys);
      for (const version of order) await upload(store, [version], END);
      expect((await stateOf(store)).claims[4]).toBe('verified CA7');
    }
  });

  it('reads what bears on a claim and no more, though the store’s phones have not been quiet for days', async () => {
    const customers = 200;
    const phones = Array.from({ length: customers }, (_, i) => `+1312556${String(1000 + i)}`);
    const claims = phones.map((_, phone) => ({ phone, minutes: -30 * (customers - phone) }));
    const store = await claimedStore(group(), phones, claims, TUESDAY_10, test.resources.matchKeys);
    let rows = 0;
    await group().transaction(async (tx) => {
      const counting: typeof tx = {
        ...tx,
        sql: async <R>(...asked: Parameters<typeof tx.sql>) => {
          const answer = await tx.sql<R>(...asked);
          rows += answer.length;
          return answer;
        },
      };
      const rules = await loadStoreRules(tx, tx.groupId, store.storeId, END);
      if (rules === undefined) throw new Error('the store has no plan');
      await proveClaims(counting, rules, [plus(TUESDAY_10, -30 * MINUTE)], END);
    });
    expect(rows).toBeLessThan(20);
  });
});
