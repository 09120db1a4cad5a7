import { makeUser, noteMembership, type Resources } from '@beback/api';

export interface LogIn {
  readonly email: string;
  readonly password: string;
}

/** Log-ins by name. */
export type LogIns = ReadonlyMap<string, LogIn>;

/**
 * Lets everybody of a role in a store sign in: of its hundreds of people the demo lets in a few, and the rules give work
 * to whom they give it.
 */
export async function letIn(
  { gateway, clock }: Pick<Resources, 'gateway' | 'clock'>,
  groupId: string,
  who: { readonly store: string; readonly roles: readonly string[] },
  { password, passwordHash }: { readonly password: string; readonly passwordHash: string },
): Promise<LogIns> {
  const group = gateway.enterGroup(groupId);
  const members = await group.prisma.member.findMany({
    where: { role: { in: [...who.roles] }, assignments: { some: { store: { name: who.store } } } },
    select: { id: true, name: true, userId: true, email: true },
  });
  const logIns = new Map<string, LogIn>();
  for (const { id, name, userId, email } of members) {
    const address = email ?? `${id}@journey.example`;
    logIns.set(name, { email: address, password });
    if (userId !== null) continue;
    const made = await makeUser(gateway, { name, email: address, passwordHash }, clock.now());
    await group.transaction(async (tx) => {
      await tx.prisma.member.update({ where: { groupId_id: { groupId, id } }, data: { userId: made } });
      await noteMembership(tx, made, id);
    });
  }
  return logIns;
}
