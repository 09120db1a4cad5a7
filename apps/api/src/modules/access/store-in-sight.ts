import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { storeInSight } from './sight-sql.ts';

const IN_SIGHT = statement(
  'store in sight',
  `select s.id from store s where s.group_id = $1 and s.id = $3 and ${storeInSight('s.id', '$2')}`,
);

/**
 * For services that act on a store: the database itself is asked, whatever a resolver's scopes have said before.
 *
 * @throws NotFoundError for a store that there is not, or that the member does not see.
 */
export async function assertStoreInSight(
  runner: SqlRunner,
  groupId: string,
  viewerId: string,
  storeId: string,
): Promise<void> {
  const rows = await runner.sql(IN_SIGHT, [groupId, viewerId, storeId]);
  if (rows.length === 0) throw new NotFoundError('Store');
}
