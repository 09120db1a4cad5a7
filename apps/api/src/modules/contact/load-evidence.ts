import { contactHistory } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { openPerson } from '../customer/customer-person.ts';
import { loadContactHistories } from './load-contact-histories.ts';
import type { ContactEvidence } from './verdict-of.ts';

const WHERE = statement(
  'where a customer is',
  `select p.name_sealed as "nameSealed",
          (select coalesce(array_agg(distinct c.area_code), '{}') from contact_point c
            where c.group_id = $1 and c.customer_id = $2 and c.kind = 'phone' and c.area_code is not null) as "areaCodes"
     from customer u
     left join customer_person p on p.group_id = u.group_id and p.customer_id = u.id
    where u.group_id = $1 and u.id = $2`,
);

interface WhereRow {
  readonly nameSealed: Uint8Array | null;
  readonly areaCodes: readonly string[];
}

/** What contact law asks of one customer: past contacts, consents, and where the customer may be. */
export async function loadEvidence(tx: GroupTransaction, seal: Seal, customerId: string): Promise<ContactEvidence> {
  const histories = await loadContactHistories(tx, tx.groupId, [customerId]);
  const [row] = await tx.sql<WhereRow>(WHERE, [tx.groupId, customerId]);
  const { place } = openPerson(seal, tx.groupId, row?.nameSealed ?? null);
  return {
    history: histories.get(customerId) ?? contactHistory.empty,
    location: { areaCodes: row?.areaCodes ?? [], ...place },
  };
}
