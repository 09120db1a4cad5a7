import {
  type Fact,
  foldAll,
  type Id,
  type Instant,
  MINUTE,
  opportunityHistory,
  plus,
  type StoreHours,
} from '@beback/core';
import type { GroupDatabase } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';
import { recordFacts } from '../../src/modules/fact/record-facts.ts';
import { addMeasures } from '../../src/modules/measures/add-measures.ts';
import { countFacts } from '../../src/modules/measures/count-facts.ts';
import { saveOpportunity } from '../../src/modules/opportunity/opportunity-row.ts';
import { proveClaims } from '../../src/modules/proof/prove-claims.ts';
import { makeMember } from '../../src/modules/setup/make-member.ts';
import { makeStore } from '../../src/modules/setup/make-store.ts';
import { loadStoreRules } from '../../src/modules/store/store-rules.ts';
import type { MatchKeys } from '../../src/secrets/keys.ts';

export interface ClaimedStore {
  readonly storeId: string;
  /** Facts of the claims, in the order in which they were asked for. */
  readonly claimIds: readonly string[];
}

const LONG_DAY = [{ opens: '08:00', closes: '20:00' }];
const HOURS: StoreHours = { zone: 'America/Chicago', weekly: { 2: LONG_DAY, 3: LONG_DAY } };

/** A store in which one salesperson says that these calls were made, a customer for each number. Nothing is planned. */
export function claimedStore(
  group: GroupDatabase,
  phones: readonly string[],
  claims: readonly { readonly phone: number; readonly minutes: number }[],
  start: Instant,
  matchKeys: MatchKeys,
): Promise<ClaimedStore> {
  return group.transaction(async (tx) => {
    const { groupId } = tx;
    const departments = [{ kind: 'sales', name: 'Sales' }] as const;
    const made = await makeStore(
      tx,
      { name: 'Claims', zone: HOURS.zone, country: 'US', hours: HOURS, departments },
      start,
    );
    const { storeId } = made;
    const departmentId = made.departments.get('sales') ?? '';
    const memberId = await makeMember(tx, { name: 'Sam', role: 'salesperson', assignments: [{ storeId }] }, start);
    const rules = await loadStoreRules(tx, groupId, storeId, start);
    if (rules === undefined) throw new Error('claimedStore: the store has no plan');
    const claimIds: string[] = claims.map(() => newId());
    for (const [phone, number] of phones.entries()) {
      const about = { opportunityId: newId() as Id<'Opportunity'>, customerId: newId() as Id<'Customer'> };
      const fact = (kind: Fact['kind'], id: string, at: Instant, data: object): Fact =>
        ({ kind, id, storeId, at, recordedAt: at, data: { ...about, ...data } }) as unknown as Fact;
      // A service customer's visit: the plan asks nothing about a deal that was lost at once.
      const facts = [
        fact('opportunity.opened', newId(), start, { departmentId, origin: 'walkIn' }),
        fact('opportunity.unwound', newId(), start, {}),
        ...claims.flatMap((claim, i) =>
          claim.phone === phone
            ? [
                fact('activity.logged', claimIds[i] ?? '', plus(start, claim.minutes * MINUTE), {
                  memberId,
                  channel: 'call',
                  disposition: 'spoke',
                  phones: [matchKeys.phoneKey(groupId, number)],
                }),
              ]
            : [],
        ),
      ];
      await tx.prisma.customer.create({ data: { groupId, id: about.customerId, createdAt: new Date(start) } });
      const opportunity = {
        id: about.opportunityId,
        storeId,
        departmentId,
        customerId: about.customerId,
        vehicle: null,
      };
      await recordFacts(tx, facts);
      await saveOpportunity(tx, groupId, { ...opportunity, history: foldAll(opportunityHistory, facts) });
      await addMeasures(tx, countFacts(facts, undefined, opportunity, rules));
    }
    const moments = claims.map(({ minutes }) => plus(start, minutes * MINUTE));
    await addMeasures(tx, await proveClaims(tx, rules, moments, start));
    return { storeId, claimIds };
  });
}
