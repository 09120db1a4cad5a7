import {
  DEPARTMENT_KINDS,
  type DepartmentKind,
  type Instant,
  judgePhone,
  ROLES,
  type Role,
  reason,
} from '@beback/core';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { noteUser } from '../../database/directory-doors.ts';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { sqlStateOf, UNIQUE_VIOLATION } from '../../database/sql-error.ts';
import { statement } from '../../database/statement.ts';
import { InputError, NotFoundError, RefusedError } from '../../graphql/errors.ts';
import { GROUP_SIGHT_ROLES, type Viewer } from '../access/viewer.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
import { orEmpty, phoneInput } from '../customer/contact-input.ts';
import { type MemberWish, makeMember } from '../setup/make-member.ts';
import { signInWish } from '../setup/set-up-wish.ts';

const ONE_OF_EACH = 'each store once, at most 100';

/** Somebody to be added, as an administrator says; `storeId` is the store's own id. */
export const addMemberWish = z
  .object({
    key: clientKey,
    ...signInWish,
    role: z.enum(ROLES),
    phone: orEmpty(phoneInput),
    assignments: z
      .array(z.object({ storeId: z.string(), department: z.enum(DEPARTMENT_KINDS).nullish() }))
      .max(100, ONE_OF_EACH),
  })
  .refine(({ assignments }) => new Set(assignments.map(({ storeId }) => storeId)).size === assignments.length, {
    path: ['assignments'],
    message: ONE_OF_EACH,
  })
  .refine(({ role, assignments }) => assignments.length > 0 || seesGroup(role), {
    path: ['assignments'],
    message: 'at least one store: this role sees no other',
  });
export type AddMemberWish = z.output<typeof addMemberWish>;

const STORE = statement(
  'departments of a store',
  `select d.id, d.kind
     from store s
     left join department d on d.group_id = s.group_id and d.store_id = s.id
    where s.group_id = $1 and s.id = $2
    order by d.kind`,
);

/**
 * Adds somebody to the group who signs in with a first password, works in these stores and, as a salesperson, gets
 * leads from now on.
 *
 * @throws NotFoundError for a store that the group does not have, InputError, RefusedError for an address by which
 * somebody signs in.
 */
export async function addMember(
  group: GroupDatabase,
  viewer: Viewer,
  { key, password, ...wish }: AddMemberWish,
  now: Instant,
): Promise<{ readonly memberId: string }> {
  // A tenth of a second of CPU: not while the transaction keeps others waiting.
  const passwordHash = await hashPassword(password);
  const once = { actorId: viewer.memberId, key, operation: 'addMember' };
  return group.transaction((tx) =>
    answerOnce(tx, once, now, async () => {
      const assignments: MemberWish['assignments'][number][] = [];
      for (const [place, wished] of wish.assignments.entries()) {
        assignments.push(await assignmentOf(tx, wished, `assignments.${place}.department`));
      }
      const userId = newId();
      const email = wish.email.toLowerCase();
      await noteUser(tx, { userId, name: wish.name, email, passwordHash }, now).catch((error: unknown) => {
        if (sqlStateOf(error) === UNIQUE_VIOLATION) throw new RefusedError([reason('member.emailTaken')]);
        throw error;
      });
      const { name, role } = wish;
      const memberId = await makeMember(tx, { name, role, email, userId, assignments, ...phoneOf(wish.phone) }, now);
      return { memberId };
    }),
  );
}

async function assignmentOf(
  tx: GroupTransaction,
  { storeId, department }: AddMemberWish['assignments'][number],
  field: string,
): Promise<MemberWish['assignments'][number]> {
  const departments = await tx.sql<{ id: string | null; kind: DepartmentKind | null }>(STORE, [tx.groupId, storeId]);
  if (departments.length === 0) throw new NotFoundError('Store');
  if (department == null) return { storeId };
  const found = departments.find(({ kind }) => kind === department);
  if (found?.id == null) {
    throw new InputError(field, `one that the store has: ${departments.map(({ kind }) => kind).join(', ')}`);
  }
  return { storeId, departmentId: found.id };
}

function phoneOf(phone: string | null | undefined): Pick<MemberWish, 'phone'> {
  const judged = judgePhone(phone ?? '', []);
  return judged.grade === 'junk' ? {} : { phone: judged.value.e164 };
}

function seesGroup(role: Role): boolean {
  return GROUP_SIGHT_ROLES.includes(role);
}
