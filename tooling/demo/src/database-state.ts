import { type Resources, statement } from '@beback/api';
import { createRandom, type SimulatedGroup, simulateStaff } from '@beback/simulator';
import { DEMO_PEOPLE } from './demo-access.ts';
import { memberOf } from './fill/fill-demo.ts';

/**
 * What a database holds: nothing; the demo's group, whole, with so many stores; a demo whose filling was cut off before
 * its people could sign in; or anything else, which is somebody's own and not for the demo to touch.
 */
export type DatabaseState =
  | { readonly kind: 'empty' | 'unfinishedDemo' | 'other' }
  | { readonly kind: 'demo'; readonly stores: number };

const STATE = statement(
  'what the database holds',
  `select exists (select from users) or exists (select from user_group) or exists (select from key_directory)
            or exists (select from group_due) as anything,
          exists (select from user_group where group_id <> $1) or exists (select from key_directory where group_id <> $1)
            or exists (select from group_due where group_id <> $1)
            or exists (select from users where email <> all($2::text[])
                         and not exists (select from user_group where user_id = users.id)) as foreign,
          exists (select from user_group where group_id = $1) as peopled`,
);

/** Looks at the rows themselves and changes nothing; the demo's group and people are known by their seed. */
export async function databaseState({ gateway }: Pick<Resources, 'gateway'>, seed: string): Promise<DatabaseState> {
  const groupId = simulateStaff(createRandom(seed), 1).id;
  const stores = await gateway.enterGroup(groupId).prisma.store.count();
  const [found] = await gateway.directory.sql<{ anything: boolean; foreign: boolean; peopled: boolean }>(STATE, [
    groupId,
    stores === 0 ? [] : addressesOf(simulateStaff(createRandom(seed), stores)),
  ]);
  if (found?.foreign !== false) return { kind: 'other' };
  if (!found.anything) return { kind: stores === 0 ? 'empty' : 'unfinishedDemo' };
  return found.peopled ? { kind: 'demo', stores } : { kind: 'unfinishedDemo' };
}

function addressesOf(group: SimulatedGroup): readonly string[] {
  return DEMO_PEOPLE.flatMap((person) => memberOf(group, person)?.email.toLowerCase() ?? []);
}
