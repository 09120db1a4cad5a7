import { hashPassword } from 'better-auth/crypto';
import { makeMember } from '../../src/modules/setup/make-member.ts';
import { makeUser } from '../../src/modules/setup/make-user.ts';
import { PASSWORD } from './seed-group.ts';
import { signIn, type TestBrowser } from './test-client.ts';
import { type TestServer, TUESDAY_10 } from './test-server.ts';

/** Audrey looks at our group and answers for nothing in it; signed in. */
export async function makeAuditor(test: TestServer): Promise<TestBrowser> {
  const { gateway } = test.resources;
  const email = 'audrey@harbor.example';
  const passwordHash = await hashPassword(PASSWORD);
  const userId = await makeUser(gateway, { name: 'Audrey', email, passwordHash }, TUESDAY_10);
  const auditor = { name: 'Audrey', role: 'auditor', userId, assignments: [] } as const;
  await gateway.enterGroup(test.ours.groupId).transaction((tx) => makeMember(tx, auditor, TUESDAY_10));
  return signIn(test.url, { email });
}
