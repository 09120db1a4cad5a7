import type { Instant, Role } from '@beback/core';
import { noteMembership } from '../../database/directory-doors.ts';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';

export interface MemberWish {
  readonly name: string;
  readonly role: Role;
  readonly phone?: string;
  readonly email?: string;
  /** Who signs in as this member; absent: nobody yet. */
  readonly userId?: string;
  readonly assignments: readonly { readonly storeId: string; readonly departmentId?: string }[];
}

/** Makes a person of the group, with the stores that the person works in. */
export async function makeMember(tx: GroupTransaction, wish: MemberWish, now: Instant): Promise<string> {
  const { groupId, prisma } = tx;
  const memberId = newId();
  const { assignments, ...member } = wish;
  await prisma.member.create({ data: { groupId, id: memberId, ...member, createdAt: new Date(now) } });
  await prisma.assignment.createMany({
    data: assignments.map((assignment) => ({ groupId, id: newId(), memberId, ...assignment })),
  });
  if (wish.userId !== undefined) await noteMembership(tx, wish.userId, memberId);
  return memberId;
}
