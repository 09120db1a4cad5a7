import { type DepartmentKind, type Instant, judgeEmail, judgePhone, reason } from '@beback/core';
import { hashPassword } from 'better-auth/crypto';
import { noteFirstUser } from '../../database/directory-doors.ts';
import type { Gateway } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { SET_UP_ALREADY, sqlStateOf } from '../../database/sql-error.ts';
import { statement } from '../../database/statement.ts';
import { RefusedError } from '../../graphql/errors.ts';
import { makeMember } from './make-member.ts';
import { makeStore } from './make-store.ts';
import { hoursOf, type SetUpWish, USUAL_DEPARTMENTS } from './set-up-wish.ts';

const IS_EMPTY = statement(
  'is the database empty',
  `select not exists (select from users) and not exists (select from user_group)
          and not exists (select from key_directory) as empty`,
);

const DEPARTMENT_NAMES = {
  sales: 'Sales',
  internet: 'Internet',
  bdc: 'BDC',
  service: 'Service',
} as const satisfies Record<DepartmentKind, string>;

/** Ids of what set-up has made. */
export interface SetUp {
  readonly groupId: string;
  readonly storeId: string;
  readonly memberId: string;
}

/** Whether set-up is still to be done: nobody can sign in and no key opens anything. */
export async function isEmptyDatabase({ directory }: Pick<Gateway, 'directory'>): Promise<boolean> {
  const [row] = await directory.sql<{ readonly empty: boolean }>(IS_EMPTY, []);
  return row?.empty === true;
}

/**
 * Makes the first group, its first store with core's default plan, and the administrator who signs in and does the
 * rest: all of it or nothing, and once. Of several who try at the same time one succeeds.
 *
 * @throws InputError; RefusedError when the database is not empty any more.
 */
export async function setUp(
  gateway: Gateway,
  { groupName, store, administrator }: SetUpWish,
  now: Instant,
): Promise<SetUp> {
  const hours = hoursOf(store, now);
  // A hash costs a tenth of a second of CPU: not for somebody who comes too late.
  if (!(await isEmptyDatabase(gateway))) throw alreadySetUp();
  const passwordHash = await hashPassword(administrator.password);
  const group = gateway.enterGroup(newId());
  try {
    return await group.transaction(async (tx) => {
      const { groupId, prisma } = tx;
      const userId = newId();
      const email = administrator.email.toLowerCase();
      await noteFirstUser(tx, { userId, name: administrator.name, email, passwordHash }, now);
      await prisma.group.create({ data: { id: groupId, name: groupName, createdAt: new Date(now) } });
      const departments = [...new Set(store.departments ?? USUAL_DEPARTMENTS)].map((kind) => ({
        kind,
        name: DEPARTMENT_NAMES[kind],
      }));
      const { name, zone, country } = store;
      const { storeId } = await makeStore(tx, { name, zone, country, ...contactOf(store), hours, departments }, now);
      const member = { name: administrator.name, role: 'administrator', userId, email, assignments: [] } as const;
      return { groupId, storeId, memberId: await makeMember(tx, member, now) };
    });
  } catch (error) {
    if (sqlStateOf(error) === SET_UP_ALREADY) throw alreadySetUp();
    throw error;
  }
}

function alreadySetUp(): RefusedError {
  return new RefusedError([reason('setUp.already')]);
}

/** The store's own number and address in one form, so that a lead that carries them is told from a customer's. */
function contactOf({ phone, email }: SetUpWish['store']): { readonly phone?: string; readonly email?: string } {
  const [number, address] = [judgePhone(phone ?? '', []), judgeEmail(email ?? '', [])];
  return {
    ...(number.grade !== 'junk' && { phone: number.value.e164 }),
    ...(address.grade !== 'junk' && { email: address.value.address }),
  };
}
