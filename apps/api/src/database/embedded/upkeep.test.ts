import { afterAll, beforeAll, expect, it } from 'vitest';
import { OPENING_MS } from '../../../test/support/test-gateway.ts';
import { createGateway } from '../create-gateway.ts';
import type { Engine } from '../link.ts';
import { newId } from '../new-id.ts';
import { openEmbeddedEngine } from './open-embedded.ts';
import { vacuumWorn } from './upkeep.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEmbeddedEngine('memory');
}, OPENING_MS);
afterAll(() => engine.close());

it(
  'cleans the tables that have changed much, and those alone',
  async () => {
    expect(await vacuumWorn(engine)).toEqual([]);
    const database = createGateway(engine).enterGroup(newId());
    const { groupId } = database;
    const some = Array.from({ length: 600 }, () => ({ groupId, id: newId(), createdAt: new Date() }));
    await database.prisma.household.createMany({ data: some });
    await database.prisma.customer.create({ data: { groupId, id: newId(), createdAt: new Date() } });
    // The server adds its counts up at most once a second, at the end of a statement.
    await expect
      .poll(() => database.prisma.household.count().then(() => vacuumWorn(engine)), {
        timeout: OPENING_MS,
        interval: 200,
      })
      .toEqual(['public.household']);
    expect(await vacuumWorn(engine)).toEqual([]);
  },
  OPENING_MS,
);
