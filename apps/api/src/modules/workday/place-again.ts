import { addDays, dayOf, type Id, type Instant, startOfDay } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { GroupReader } from '../contact/load-evidence.ts';
import type { StoreRules } from '../store/store-rules.ts';
import { decidePlaces, type OpportunityOfDay } from './decide-places.ts';
import { savePlaces } from './save-places.ts';
import { loadStoreDay } from './store-day.ts';
import type { TouchPlace } from './touch-place.ts';

/** Somebody's tasks of today have to be placed anew, because the person went or came. */
export interface Going {
  readonly memberId: string;
  /**
   * away: what stands on the person's list goes to others; back: what is the person's by the customer and stands
   * elsewhere, or nowhere, is asked of the person again.
   */
  readonly kind: 'away' | 'back';
}

/** By touch id. */
export type Places = ReadonlyMap<Id<'Touch'>, TouchPlace>;

const MOVING = {
  away: `t.member_id = $4 and t.placement in ('listed', 'handedOver')`,
  back: `t.who = 'owner' and o.owner_id = $4
         and (t.placement in ('deferred', 'automated') or (t.placement = 'handedOver' and t.member_id <> $4))`,
} as const satisfies Readonly<Record<Going['kind'], string>>;

const opportunitiesOf = (kind: Going['kind']) =>
  statement(
    `opportunities of who is ${kind}`,
    `select o.id, o.customer_id as "customerId", o.history, array_agg(t.id) as "touchIds"
       from touch t
       join opportunity o on o.group_id = $1 and o.id = t.opportunity_id
      where t.group_id = $1 and t.store_id = $2 and t.state = 'due' and t.window_from < $3 and t.who <> 'automation'
        and ${MOVING[kind]}
      group by o.group_id, o.id
      order by o.id`,
  );
const OPPORTUNITIES = { away: opportunitiesOf('away'), back: opportunitiesOf('back') } as const;
// As the plan of a day does: in the order of ids.
const LOCK = statement(
  'lock opportunities of who went or came',
  'select o.id from opportunity o where o.group_id = $1 and o.id = any($2) order by o.id for update',
);

type Moved = OpportunityOfDay & { readonly touchIds: readonly string[] };

/**
 * Where a person's tasks of today in one store would go if the person went, or came back, now: promises first, each to
 * who has room. Everything that moves is in the answer once; all else stays. Nothing is written.
 */
export async function placesIfGone(
  reader: GroupReader,
  seal: Seal,
  rules: StoreRules,
  going: Going,
  now: Instant,
): Promise<Places> {
  return placesOf(reader, seal, rules, going, await movedBy(reader, rules, going, now), now);
}

/**
 * As {@link placesIfGone}, and writes it: whoever moves one of these opportunities meanwhile waits. Everybody whose list
 * it changes hears of it.
 */
export async function placeAgain(
  tx: GroupTransaction,
  seal: Seal,
  rules: StoreRules,
  going: Going,
  now: Instant,
): Promise<Places> {
  const before = await movedBy(tx, rules, going, now);
  await tx.sql(LOCK, [tx.groupId, before.map(({ id }) => id)]);
  const places = await placesOf(tx, seal, rules, going, await movedBy(tx, rules, going, now), now);
  if (places.size > 0) await savePlaces(tx, rules, places, tomorrowOf(rules, now));
  return places;
}

function movedBy(
  reader: GroupReader,
  rules: StoreRules,
  { memberId, kind }: Going,
  now: Instant,
): Promise<readonly Moved[]> {
  return reader.sql<Moved>(OPPORTUNITIES[kind], [
    reader.groupId,
    rules.storeId,
    new Date(tomorrowOf(rules, now)),
    memberId,
  ]);
}

async function placesOf(
  reader: GroupReader,
  seal: Seal,
  rules: StoreRules,
  { memberId, kind }: Going,
  moved: readonly Moved[],
  now: Instant,
): Promise<Places> {
  const touchIds = moved.flatMap((each) => each.touchIds);
  if (touchIds.length === 0) return new Map();
  const { capacities } = await loadStoreDay(reader, reader.groupId, rules, now, { touchIds });
  const people = capacities.map((person) =>
    person.memberId === memberId ? { ...person, present: kind === 'back' } : person,
  );
  return decidePlaces(reader, seal, rules, moved, people, now, new Set(touchIds));
}

function tomorrowOf({ calendar }: StoreRules, now: Instant): Instant {
  return startOfDay(calendar, addDays(dayOf(calendar, now), 1));
}
