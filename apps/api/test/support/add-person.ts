import type { DepartmentKind, Role } from '@beback/core';
import { hashPassword } from 'better-auth/crypto';
import { makeMember } from '../../src/modules/setup/make-member.ts';
import { makeUser } from '../../src/modules/setup/make-user.ts';
import { PASSWORD, type SeededMember, type SeededStore } from './seed-group.ts';
import { type TestServer, TUESDAY_10 } from './test-server.ts';

/** One more person at a store of ours, who can sign in. */
export async function addPerson(
  { resources, ours }: Pick<TestServer, 'resources' | 'ours'>,
  name: string,
  role: Role,
  store: SeededStore,
  kind?: DepartmentKind,
): Promise<SeededMember> {
  const email = `${name}@harbor.example`.toLowerCase();
  const passwordHash = await hashPassword(PASSWORD);
  const userId = await makeUser(resources.gateway, { name, email, passwordHash }, TUESDAY_10);
  const departmentId = kind === undefined ? undefined : store.departments.get(kind);
  const assignments = [{ storeId: store.storeId, ...(departmentId !== undefined && { departmentId }) }];
  const memberId = await resources.gateway
    .enterGroup(ours.groupId)
    .transaction((tx) => makeMember(tx, { name, role, userId, assignments }, TUESDAY_10));
  return { memberId, email };
}
