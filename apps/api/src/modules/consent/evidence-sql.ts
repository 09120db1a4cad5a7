import { storeInSight } from '../access/sight-sql.ts';

/** Where an entry of the file is kept. */
export type EvidenceSource = 'fact' | 'outgoing' | 'incoming' | 'call';

/**
 * The customers of the number or address whom the viewer sees by an opportunity, the numbers that it is about, and the
 * stores in sight: calls are found by store and number.
 */
const WHOM = `who as materialized (
       select distinct c.customer_id as id
         from contact_point c
        where c.group_id = $1 and c.kind = $4 and c.key = $3
          and exists (select from opportunity o
                       where o.group_id = $1 and o.customer_id = c.customer_id
                         and ${storeInSight('o.store_id', '$2::uuid')})),
     numbers as materialized (
       select $3::text as key where $4::text = 'phone'
       union
       select p.key
         from who
         join contact_point p on p.group_id = $1 and p.customer_id = who.id and p.kind = 'phone'
        where $4::text = 'email'),
     stores as materialized (
       select s.id from store s where s.group_id = $1 and ${storeInSight('s.id', '$2::uuid')})`;

/** Later than the place of the last entry that was shown, and no more than the page takes. */
const page = (at: string, id: string): string => `
        and ($5::timestamptz is null or (${at}, ${id}) > ($5, $6::uuid))
      order by ${at}, ${id}
      limit $7`;

// What binds the whole group is shown to each of its stores; the words only to the store that heard them.
const FACTS = `
     select 'fact' as source, f.id, f.at, f.kind, f.store_id as "storeId", f.member_id as "memberId",
            null::text as state, v.verdict, f.data,
            case when ${storeInSight('f.store_id', '$2::uuid')} then n.text_sealed end as sealed,
            null::bytea as "toSealed"
       from fact f
       left join note n on n.group_id = $1 and n.fact_id = f.id
       left join activity_verdict v on v.group_id = $1 and v.fact_id = f.id
      where f.group_id = $1 and f.customer_id in (select id from who)
        and (f.kind in ('consent.given', 'consent.revoked') or ${storeInSight('f.store_id', '$2::uuid')})
        ${page('f.at', 'f.id')}`;
const OUTGOING = `
     select 'outgoing', m.id, coalesce(m.sent_at, m.queued_at), 'message.outgoing', m.store_id, null::uuid, m.state,
            m.verdict,
            jsonb_build_object('channel', m.channel, 'purpose', m.purpose, 'template', m.template, 'touchId', m.touch_id,
                               'queuedAt', m.queued_at, 'sentAt', m.sent_at, 'externalId', m.external_id),
            m.body_sealed, m.to_sealed
       from outgoing_message m
      where m.group_id = $1 and m.customer_id in (select id from who) and ${storeInSight('m.store_id', '$2::uuid')}
        ${page('coalesce(m.sent_at, m.queued_at)', 'm.id')}`;
const INCOMING = `
     select 'incoming', i.id, i.received_at, 'message.incoming', i.store_id, null::uuid, null::text, null::jsonb,
            jsonb_build_object('channel', i.channel, 'revocation', i.revocation, 'externalId', i.external_id),
            i.body_sealed, null::bytea
       from incoming_message i
      where i.group_id = $1 and i.from_key in (select key from numbers) and ${storeInSight('i.store_id', '$2::uuid')}
        ${page('i.received_at', 'i.id')}`;
const CALLS = `
     select 'call', r.id, r.started_at, 'call.recorded', r.store_id, r.member_id, null::text, null::jsonb,
            jsonb_build_object('channel', 'call', 'direction', r.direction, 'outcome', r.outcome, 'source', r.source,
                               'talkSeconds', r.talk_seconds, 'totalSeconds', r.total_seconds),
            null::bytea, null::bytea
       from stores
      cross join numbers
       join call_record r on r.store_id = stores.id and r.customer_phone_key = numbers.key
      where r.group_id = $1
        ${page('r.started_at', 'r.id')}`;

/**
 * A page of all that bears on a number or an address, by time and id. Parameters: group, viewer, key, kind, the place of
 * the last entry shown (time and id; null: from the beginning), how many.
 */
export const EVIDENCE_ENTRIES = `with ${WHOM}
   (${FACTS})
   union all
   (${OUTGOING})
   union all
   (${INCOMING})
   union all
   (${CALLS})
   order by at, id
   limit $7`;
