import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@beback/testing/test-database';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSchema, schemaDiff } from '../../prisma/tooling/schema-diff.ts';
import { pgliteEngine } from '../../src/database/engines/pglite.ts';
import { postgresEngine } from '../../src/database/engines/postgres.ts';
import type { Engine, Link } from '../../src/database/link.ts';
import { MigrationError, migrate } from '../../src/database/migrations/migrate.ts';
import { type MigrationFile, readMigrations } from '../../src/database/migrations/migration-files.ts';
import { rowsOf } from '../../src/database/sql-runner.ts';
import { ENGINES, type EngineName, OPENING_MS } from '../support/test-gateway.ts';

function migration(name: string, sql: string): MigrationFile {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

const FIRST = migration('1_first', `create table first (id int); -- a ; in a comment\ninsert into first values (1);`);
const BROKEN = migration(
  '2_broken',
  'create table second (id int); insert into first values (2); select nothing_there;',
);

describe.each(ENGINES)('migrations on %s', (name) => {
  let engine: Engine;
  let database: TestDatabase | undefined;
  let owner: Link;
  const rows = async (text: string): Promise<unknown[]> => rowsOf(await owner.query({ text, values: [] }));

  beforeAll(async () => {
    ({ engine, database } = await emptyEngine(name));
    owner = await engine.takeAsOwner();
  }, OPENING_MS);
  afterAll(async () => {
    await owner.release();
    await engine.close();
    await database?.drop();
  });

  it('are applied once, and recorded as Prisma would', async () => {
    expect(await migrate(owner, [FIRST])).toEqual(['1_first']);
    expect(await migrate(owner, [FIRST])).toEqual([]);
    expect(await rows('select count(*) as n from first')).toEqual([{ n: 1 }]);
    const record = await rows(
      `select migration_name, checksum, finished_at is not null as finished, applied_steps_count, logs, rolled_back_at
       from _prisma_migrations`,
    );
    expect(record).toEqual([
      {
        migration_name: '1_first',
        checksum: FIRST.checksum,
        finished: true,
        applied_steps_count: 1,
        logs: null,
        rolled_back_at: null,
      },
    ]);
  });

  it('leave nothing behind when one fails, and say where', async () => {
    const failed = migrate(owner, [FIRST, BROKEN]);
    await expect(failed).rejects.toThrow(MigrationError);
    await expect(failed).rejects.toThrow(
      /2_broken failed and left nothing behind: .*nothing_there.*\(42703\) at: select nothing_there/,
    );
    expect(await rows(`select to_regclass('second')::text as second`)).toEqual([{ second: null }]);
    expect(await rows('select count(*) as n from first')).toEqual([{ n: 1 }]);
    expect(await rows('select migration_name from _prisma_migrations')).toEqual([{ migration_name: '1_first' }]);
    expect(owner.status()).toBe('I');
    const repaired = migration('2_broken', 'create table second (id int)');
    expect(await migrate(owner, [FIRST, repaired])).toEqual(['2_broken']);
  });

  it('refuse a database that is newer, and a migration that was changed after it was applied', async () => {
    await expect(migrate(owner, [FIRST])).rejects.toThrow(
      'The database has migration 2_broken, which this version does not know',
    );
    const repaired = migration('2_broken', 'create table second (id int)');
    const changed = migration('1_first', 'create table first (id bigint)');
    await expect(migrate(owner, [changed, repaired])).rejects.toThrow(
      'Migration 1_first was changed after it was applied',
    );
  });
});

describe('migrations on postgres alone', () => {
  it('take turns when two servers start at once', async () => {
    const { engine, database } = await emptyEngine('postgres');
    const owners = await Promise.all([engine.takeAsOwner(), engine.takeAsOwner()]);
    const slow = migration('1_slow', 'create table slow (id int); select pg_sleep(0.2)');
    const applied = await Promise.all(owners.map((owner) => migrate(owner, [slow])));
    expect(applied.flat()).toEqual(['1_slow']);
    await Promise.all(owners.map((owner) => owner.release()));
    await engine.close();
    await database?.drop();
  });
});

describe("this package's migrations", () => {
  it(
    'make what the schema says',
    async () => {
      expect(await schemaDiff(await readMigrations(), await readSchema())).toBe('');
    },
    OPENING_MS,
  );

  it(
    'are seen to drift from a schema with one more column',
    async () => {
      const schema = (await readSchema()).map((file) => ({
        ...file,
        content: file.content.replace('model Household {', 'model Household {\n  nickname String?'),
      }));
      expect(await schemaDiff(await readMigrations(), schema)).toContain(
        'ALTER TABLE "household" ADD COLUMN     "nickname" TEXT',
      );
    },
    OPENING_MS,
  );

  it('use nothing that PostgreSQL 15 lacks, and keep to the subset that distributes', async () => {
    for (const { name, sql } of await readMigrations()) {
      expect(sql, name).not.toMatch(
        /\buuidv7\(|\bmerge into\b|\bset null\b|\bvirtual\b|security_invoker|\bnulls not distinct\b/i,
      );
      for (const [policy] of sql.matchAll(/create policy[\s\S]*?;/gi))
        expect(policy, name).not.toMatch(/\(\s*select\b/i);
    }
  });
});

// Helpers

async function emptyEngine(name: EngineName): Promise<{ engine: Engine; database: TestDatabase | undefined }> {
  if (name === 'pglite') {
    return { engine: pgliteEngine(await PGlite.create(), () => Promise.resolve()), database: undefined };
  }
  const database = await createTestDatabase();
  return { engine: postgresEngine({ url: database.url, connections: 2 }), database };
}
