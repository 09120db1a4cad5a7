import { judgePhone } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { StoreRules } from '../store/store-rules.ts';

const NUMBERS = statement(
  'phone numbers of a store',
  `select s.phone from store s where s.group_id = $1 and s.id = $2 and s.phone is not null
   union
   select m.phone
     from assignment a
     join member m on m.group_id = $1 and m.id = a.member_id
    where a.group_id = $1 and a.store_id = $2 and m.phone is not null`,
);

/** Numbers of the store and of its people in E.164: an end of a call that is one of them is not the customer. */
export async function ownNumbers(
  runner: SqlRunner,
  groupId: string,
  { storeId }: Pick<StoreRules, 'storeId'>,
): Promise<readonly string[]> {
  const rows = await runner.sql<{ readonly phone: string }>(NUMBERS, [groupId, storeId]);
  return rows.flatMap(({ phone }) => {
    const judged = judgePhone(phone, []);
    return judged.grade === 'junk' ? [] : [judged.value.e164];
  });
}
