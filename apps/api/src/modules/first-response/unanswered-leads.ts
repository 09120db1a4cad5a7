import type { Instant } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import { fullName, openPerson } from '../customer/customer-person.ts';
import { type ClockView, clockViews } from './clock-view.ts';
import { loadUnanswered } from './waiting-rows.ts';

/** A lead that nobody has answered yet. */
export interface UnansweredLead {
  readonly clock: ClockView;
  readonly customerName: string | undefined;
  readonly source: string;
}

export interface UnansweredLeads {
  readonly asOf: Instant;
  readonly zone: string;
  readonly total: number;
  readonly leads: readonly UnansweredLead[];
}

/** A morning holds no more; what is older is told by findings. */
const MOST = 50;

const STORE = statement(
  'store whose leads wait',
  `select s.zone from store s where s.group_id = $1 and s.id = $3 and ${storeInSight('s.id', '$2')}`,
);
const NAMES = statement(
  'names of customers',
  `select customer_id as "customerId", name_sealed as "nameSealed"
     from customer_person
    where group_id = $1 and customer_id = any($2)`,
);

/**
 * The leads of a store that wait for a person, the latest first.
 *
 * @throws NotFoundError for a store that there is not, or that the viewer does not see.
 */
export async function unansweredLeads(
  group: GroupDatabase,
  seal: Seal,
  viewerId: string,
  storeId: string,
  now: Instant,
): Promise<UnansweredLeads> {
  const { groupId } = group;
  const [store] = await group.sql<{ readonly zone: string }>(STORE, [groupId, viewerId, storeId]);
  if (store === undefined) throw new NotFoundError('Store');
  const { rows, total } = await loadUnanswered(group, groupId, storeId, MOST);
  const clocks = (await clockViews(group, groupId, seal, rows, now)).filter(
    ({ response }) => response.kind === 'running',
  );
  const names = await namesOf(group, seal, clocks);
  const leads = clocks.map((clock) => ({
    clock,
    customerName: names.get(clock.row.customerId),
    source: clock.history.leads.at(-1)?.source ?? '',
  }));
  // What the customer's own word has closed waits no longer.
  return { asOf: now, zone: store.zone, total: total - (rows.length - leads.length), leads };
}

async function namesOf(group: GroupDatabase, seal: Seal, clocks: readonly ClockView[]) {
  const ids = clocks.map(({ row }) => row.customerId);
  const rows = await group.sql<{ readonly customerId: string; readonly nameSealed: Uint8Array | null }>(NAMES, [
    group.groupId,
    ids,
  ]);
  return new Map(
    rows.map(({ customerId, nameSealed }) => [
      customerId,
      fullName(openPerson(seal, group.groupId, nameSealed).name) ?? undefined,
    ]),
  );
}
