import type { EmailKey, Id, KnownCustomer, PhoneKey } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { openPerson } from './customer-person.ts';
import type { JudgedPerson } from './judge-person.ts';

export interface KnownPerson extends KnownCustomer {
  readonly householdId: string | null;
}

interface Row {
  readonly customerId: string;
  readonly householdId: string | null;
  readonly nameSealed: Uint8Array | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

const KNOWN = statement(
  'customers with these keys',
  `with matched as (
     select distinct customer_id from contact_point
      where group_id = $1 and ((kind = 'phone' and key = any($2)) or (kind = 'email' and key = any($3)))
   )
   select u.id as "customerId", u.household_id as "householdId", p.name_sealed as "nameSealed",
          coalesce(array_agg(c.key) filter (where c.kind = 'phone'), '{}') as phones,
          coalesce(array_agg(c.key) filter (where c.kind = 'email'), '{}') as emails
     from matched m
     join customer u on u.group_id = $1 and u.id = m.customer_id and u.erased_at is null
     join contact_point c on c.group_id = $1 and c.customer_id = u.id
     left join customer_person p on p.group_id = $1 and p.customer_id = u.id
    group by u.id, u.household_id, p.name_sealed`,
);

/** Customers of the group who have one of the person's numbers or addresses. */
export async function knownCustomers(
  tx: GroupTransaction,
  seal: Seal,
  person: JudgedPerson,
): Promise<readonly KnownPerson[]> {
  const phones = person.phones.map(({ key }) => key);
  const emails = person.emails.map(({ key }) => key);
  if (phones.length + emails.length === 0) return [];
  const rows = await tx.sql<Row>(KNOWN, [tx.groupId, phones, emails]);
  return rows.map((row) => ({
    customerId: row.customerId as Id<'Customer'>,
    householdId: row.householdId,
    name: openPerson(seal, tx.groupId, row.nameSealed).name,
    phones: row.phones as readonly PhoneKey[],
    emails: row.emails as readonly EmailKey[],
  }));
}
