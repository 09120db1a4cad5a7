import {
  type Absence,
  type Channel,
  type Day,
  type Disposition,
  dayOf,
  type Instant,
  startOfDay,
  toCatchUpOn,
} from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import type { Viewer } from '../access/viewer.ts';
import { fullName, openPerson } from '../customer/customer-person.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { loadAbsences } from './absence-facts.ts';

/** What can happen with a customer while the customer's owner is away. */
export const AWAY_EVENT_KINDS = ['activity', 'lead', 'reply', 'delivered', 'lost'] as const;
export type AwayEventKind = (typeof AWAY_EVENT_KINDS)[number];

/** Something that happened with a customer of the person. */
export interface AwayEvent {
  readonly id: string;
  readonly kind: AwayEventKind;
  readonly at: Date;
  /** Who did it; null: the customer. */
  readonly memberId: string | null;
  readonly opportunityId: string;
  readonly channel: Channel | null;
  readonly disposition: Disposition | null;
  readonly vehicle: string | null;
  readonly customerName: string | undefined;
}

/** What happened while somebody was away who is back. */
export interface WhileAway {
  readonly absence: Absence;
  readonly backOn: Day;
  readonly zone: string;
  /** The latest first, at most {@link MOST_EVENTS}. */
  readonly events: readonly AwayEvent[];
  /** There is more than is shown. */
  readonly more: boolean;
}

const MOST_EVENTS = 50;

const HOME = statement(
  'home store of a member',
  `select a.store_id as "storeId"
     from assignment a
     join store s on s.group_id = a.group_id and s.id = a.store_id
    where a.group_id = $1 and a.member_id = $2
    order by s.name, s.id
    limit 1`,
);
const EVENTS = statement(
  'what happened with the customers of a member',
  `select f.id, f.at, f.member_id as "memberId", o.id as "opportunityId", o.vehicle, p.name_sealed as "nameSealed",
          f.data ->> 'channel' as channel, f.data ->> 'disposition' as disposition,
          case f.kind when 'activity.logged' then 'activity' when 'lead.received' then 'lead'
                      when 'customer.replied' then 'reply' when 'opportunity.delivered' then 'delivered'
                      else 'lost' end as kind
     from opportunity o
     join fact f on f.group_id = $1 and f.opportunity_id = o.id and f.at >= $3 and f.at < $4
      and f.kind in ('activity.logged', 'lead.received', 'customer.replied', 'opportunity.delivered', 'opportunity.lost')
      and f.member_id is distinct from $2::uuid
     left join customer_person p on p.group_id = $1 and p.customer_id = o.customer_id
    where o.group_id = $1 and o.owner_id = $2 and ${storeInSight('o.store_id', '$2::uuid')}
    order by f.at desc, f.id
    limit ${MOST_EVENTS + 1}`,
);

/**
 * What happened with the viewer's customers while the viewer was away: who did what, and what the customers did.
 * Undefined when there is nothing to catch up on: nobody was away, is still away, or has looked at it.
 */
export async function whileAway(
  group: GroupDatabase,
  seal: Seal,
  { memberId }: Viewer,
  now: Instant,
): Promise<WhileAway | undefined> {
  const { groupId } = group;
  const absences = await loadAbsences(group, groupId, memberId);
  if (absences.length === 0) return undefined;
  const [home] = await group.sql<{ readonly storeId: string }>(HOME, [groupId, memberId]);
  const rules = home && (await loadStoreRules(group, groupId, home.storeId, now));
  if (rules === undefined) return undefined;
  const absence = toCatchUpOn(absences, dayOf(rules.calendar, now));
  if (absence?.backOn === undefined) return undefined;
  const [from, until] = spanOf(absence, absence.backOn, rules);
  const rows = await group.sql<Omit<AwayEvent, 'customerName'> & { readonly nameSealed: Uint8Array | null }>(EVENTS, [
    groupId,
    memberId,
    new Date(from),
    new Date(until),
  ]);
  const events = rows.slice(0, MOST_EVENTS).map(({ nameSealed, ...event }) => ({
    ...event,
    customerName: fullName(openPerson(seal, groupId, nameSealed).name),
  }));
  return { absence, backOn: absence.backOn, zone: rules.zone, events, more: rows.length > MOST_EVENTS };
}

/** From when it was said, or its first day began, until somebody said that it is over, or that day began. */
function spanOf(
  { from, markedAt, endedAt }: Absence,
  backOn: Day,
  { calendar }: StoreRules,
): readonly [from: Instant, until: Instant] {
  const [begins, back] = [startOfDay(calendar, from), startOfDay(calendar, backOn)];
  return [begins > markedAt ? begins : markedAt, endedAt !== undefined && endedAt > back ? endedAt : back];
}
