import { CLAIM_RULES, contactHistory, type Id, instant, type Mark } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { openPerson } from '../customer/customer-person.ts';
import { loadContactHistories } from './load-contact-histories.ts';
import type { ContactEvidence } from './verdict-of.ts';

/** A call record `r` that shows that the customer took a call and talked. */
export const ANSWERED = `r.direction = 'outbound' and r.outcome = 'connected'
                  and coalesce(r.talk_seconds, r.total_seconds) >= ${CLAIM_RULES.spoke.minTalkSeconds}`;

const WHERE = statement(
  'where customers are',
  `select u.id as "customerId", p.name_sealed as "nameSealed",
          (select coalesce(array_agg(distinct c.area_code), '{}') from contact_point c
            where c.group_id = $1 and c.customer_id = u.id and c.kind = 'phone' and c.area_code is not null) as "areaCodes",
          (select coalesce(json_agg(json_build_object('fact', r.id, 'at', extract(epoch from r.started_at) * 1000)
                                    order by r.started_at, r.id), '[]'::json)
             from contact_point c
             join call_record r on r.group_id = $1 and r.customer_phone_key = c.key and ${ANSWERED}
            where c.group_id = $1 and c.customer_id = u.id and c.kind = 'phone'
              and r.store_id in (select o.store_id from opportunity o where o.group_id = $1 and o.customer_id = u.id)
          ) as answered
     from customer u
     left join customer_person p on p.group_id = u.group_id and p.customer_id = u.id
    where u.group_id = $1 and u.id = any($2)`,
);

interface WhereRow {
  readonly customerId: string;
  readonly nameSealed: Uint8Array | null;
  readonly areaCodes: readonly string[];
  readonly answered: readonly { readonly fact: string; readonly at: number }[];
}

/** Whoever reads in a group: with or without a transaction. */
export type GroupReader = Pick<GroupTransaction, 'groupId' | 'sql'>;

/** What contact law asks of customers: past contacts, consents, and where each may be. Every asked one is in the answer. */
export async function loadEvidences(
  tx: GroupReader,
  seal: Seal,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, ContactEvidence>> {
  const histories = await loadContactHistories(tx, tx.groupId, customerIds);
  const rows = await tx.sql<WhereRow>(WHERE, [tx.groupId, [...histories.keys()]]);
  const places = new Map(rows.map((row) => [row.customerId, row]));
  return new Map(
    [...histories].map(([customerId, history]) => {
      const row = places.get(customerId);
      const { place } = openPerson(seal, tx.groupId, row?.nameSealed ?? null);
      const location = { areaCodes: row?.areaCodes ?? [], ...place };
      const answered = (row?.answered ?? []).map(
        ({ fact, at }): Mark => ({ fact: fact as Id<'Fact'>, at: instant(Math.round(at)) }),
      );
      return [customerId, { history, location, answered }];
    }),
  );
}

/** {@link loadEvidences} of one customer. */
export async function loadEvidence(tx: GroupTransaction, seal: Seal, customerId: string): Promise<ContactEvidence> {
  const evidences = await loadEvidences(tx, seal, [customerId]);
  return evidences.get(customerId) ?? { history: contactHistory.empty, location: { areaCodes: [] } };
}
