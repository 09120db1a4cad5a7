import { randomUUID } from 'node:crypto';
import type { Instant } from '@beback/core';
import type { Gateway } from '../../database/gateway.ts';

export interface UserWish {
  /** Made here unless the caller has one already. */
  readonly id?: string;
  readonly name: string;
  /** Signs in with it; kept in lower case. */
  readonly email: string;
  /** Hash of the password, as sign-in checks it. */
  readonly passwordHash: string;
}

/** Makes somebody who can sign in. Which groups the person belongs to is said by {@link makeMember}. */
export async function makeUser(gateway: Gateway, wish: UserWish, now: Instant): Promise<string> {
  const [userId, at] = [wish.id ?? randomUUID(), new Date(now)];
  const times = { createdAt: at, updatedAt: at };
  await gateway.directory.transaction(async ({ prisma }) => {
    const email = wish.email.trim().toLowerCase();
    await prisma.user.create({ data: { id: userId, name: wish.name, email, emailVerified: true, ...times } });
    await prisma.account.create({
      data: {
        id: randomUUID(),
        accountId: userId,
        providerId: 'credential',
        userId,
        password: wish.passwordHash,
        ...times,
      },
    });
  });
  return userId;
}
