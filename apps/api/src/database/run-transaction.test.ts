import { afterAll, beforeAll, expect, it } from 'vitest';
import { OPENING_MS } from '../../test/support/test-gateway.ts';
import { PrismaClient } from '../generated/prisma/client.ts';
import { openEmbeddedEngine } from './embedded/open-embedded.ts';
import type { Engine } from './link.ts';
import { newId } from './new-id.ts';
import { prismaDatabase } from './prisma-adapter.ts';
import { runTransaction, TransactionTooLong } from './run-transaction.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEmbeddedEngine('memory');
}, OPENING_MS);
afterAll(() => engine.close());

it('ends work that waits for something else than its transaction, and lets the next one in', async () => {
  const groupId = newId();
  const database = prismaDatabase(() => engine.take({ role: 'app', groupId }));
  const prisma = new PrismaClient({ adapter: database.factory });
  const bounds = { workMs: 100, attempts: 3 };
  let runs = 0;
  // The one connection is held by the transaction, so another way to the database waits for it for ever.
  const work = runTransaction(
    prisma,
    database,
    async (tx) => {
      runs += 1;
      await tx.customer.create({ data: { groupId, id: newId(), createdAt: new Date() } });
      await prisma.customer.count();
    },
    bounds,
  );
  await expect(work).rejects.toThrow(TransactionTooLong);
  expect(runs).toBe(1);
  expect(await runTransaction(prisma, database, (tx) => tx.customer.count(), bounds)).toBe(0);
});
