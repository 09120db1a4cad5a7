import type { PhoneKey } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';

const PHONE_KEYS = statement(
  'phone keys of a customer',
  `select key from contact_point where group_id = $1 and customer_id = $2 and kind = 'phone' order by created_at, id`,
);

/** The customer's numbers, by their keyed hashes: any of them may have been dialled. */
export async function phoneKeysOf(
  tx: SqlRunner & { readonly groupId: string },
  customerId: string,
): Promise<readonly PhoneKey[]> {
  const rows = await tx.sql<{ readonly key: PhoneKey }>(PHONE_KEYS, [tx.groupId, customerId]);
  return rows.map(({ key }) => key);
}
