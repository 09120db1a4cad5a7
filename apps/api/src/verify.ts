import { startClock } from './clock/start-clock.ts';
import type { Gateway } from './database/gateway.ts';
import { openGateway } from './database/open-gateway.ts';
import { statement } from './database/statement.ts';
import { readEnvironment } from './environment.ts';
import type { Difference } from './modules/verify/difference.ts';
import { verifyStore } from './modules/verify/verify-store.ts';
import { keyMaterial } from './secrets/key-material.ts';
import type { Seal } from './secrets/seal.ts';
import { createSecrets } from './secrets/secrets.ts';
import { startRefusalOf } from './start-refusal.ts';

// Rebuilds every store from its facts and compares with what is stored:
//   node --conditions=@beback/source src/verify.ts [store id …]
// Writes nothing, migrations neither. Ends with 0 when all agree, with 1 when something differs, with 2 when it cannot look.
// The embedded database has one process at a time: stop the server first.

/** More tells nobody more. */
const MOST_SHOWN = 200;

const GROUPS = statement(
  'known groups',
  'select group_id as "groupId" from user_group union select group_id from key_directory union select group_id from group_due',
);
const STORES = statement('stores to verify', 'select id, name from store where group_id = $1 order by name, id');

try {
  const environment = readEnvironment();
  const gateway = await openGateway(environment, 'check');
  const seal = createSecrets(await keyMaterial(environment));
  const found = await verifyAll(gateway, seal, process.argv.slice(2)).finally(() => gateway.close());
  for (const line of found.slice(0, MOST_SHOWN).map(lineOf)) console.log(line);
  if (found.length > MOST_SHOWN) console.log(`… and ${found.length - MOST_SHOWN} more`);
  console.log(found.length === 0 ? 'All agree with the facts.' : `${found.length} differences.`);
  process.exitCode = found.length === 0 ? 0 : 1;
} catch (error) {
  const refusal = startRefusalOf(error);
  if (refusal === undefined) throw error;
  console.error(refusal);
  process.exitCode = 2;
}

async function verifyAll(of: Gateway, seal: Seal, wanted: readonly string[]): Promise<readonly Difference[]> {
  const clock = await startClock(of, { settable: false });
  const found: Difference[] = [];
  try {
    for (const { groupId } of await of.directory.sql<{ groupId: string }>(GROUPS, [])) {
      const group = of.enterGroup(groupId);
      for (const { id, name } of await group.sql<{ id: string; name: string }>(STORES, [groupId])) {
        if (wanted.length > 0 && !wanted.includes(id)) continue;
        const differences = await verifyStore(group, groupId, id, seal, clock.now());
        console.log(`${name} (${id}): ${differences.length === 0 ? 'agrees' : `${differences.length} differences`}`);
        found.push(...differences);
      }
    }
  } finally {
    await clock.stop();
  }
  return found;
}

function lineOf({ storeId, table, row, column, stored, derived }: Difference): string {
  return `store ${storeId}: ${table} ${row}: ${column} is ${stored}, by the facts ${derived}`;
}
