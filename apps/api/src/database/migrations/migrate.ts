import { randomUUID } from 'node:crypto';
import type { Link } from '../link.ts';
import { toSqlError } from '../sql-error.ts';
import { rowsOf } from '../sql-runner.ts';
import type { MigrationFile } from './migration-files.ts';
import { splitStatements } from './split-statements.ts';

/** A database and the migrations do not fit, or a migration failed and left nothing behind. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Prisma's own table, column by column, so that its command line reads what we applied and the other way round. */
const HISTORY_TABLE = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

/** The number by which Prisma's command line excludes others; so do we. */
const PRISMA_LOCK = 72_707_369;

interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/**
 * Brings a database up to date: each migration in one transaction with its record. Two servers that start together
 * take turns.
 *
 * @returns the names of the migrations that were applied now.
 * @throws MigrationError
 */
export async function migrate(owner: Link, migrations: readonly MigrationFile[]): Promise<readonly string[]> {
  await owner.query({ text: 'select pg_advisory_lock($1)', values: [String(PRISMA_LOCK)] });
  try {
    await owner.script(HISTORY_TABLE);
    const missing = notYetApplied(migrations, await readApplied(owner));
    for (const migration of missing) await apply(owner, migration);
    return missing.map(({ name }) => name);
  } finally {
    await owner.query({ text: 'select pg_advisory_unlock($1)', values: [String(PRISMA_LOCK)] });
  }
}

/**
 * Looks whether all migrations are applied, and changes nothing.
 *
 * @throws MigrationError naming the first that is missing, or as {@link migrate} does.
 */
export async function checkMigrated(owner: Link, migrations: readonly MigrationFile[]): Promise<void> {
  const text = `select to_regclass('public._prisma_migrations') is not null as there`;
  const [history] = rowsOf<{ there: boolean }>(await owner.query({ text, values: [] }));
  const [missing] = notYetApplied(migrations, history?.there ? await readApplied(owner) : []);
  if (missing === undefined) return;
  throw new MigrationError(
    `The database lacks migration ${missing.name}: start the server, which applies what is missing`,
  );
}

// Helpers

async function readApplied(owner: Link): Promise<readonly Applied[]> {
  const text = `select migration_name as name, checksum, finished_at is not null as finished
    from _prisma_migrations where rolled_back_at is null order by started_at`;
  return rowsOf<Applied>(await owner.query({ text, values: [] }));
}

function notYetApplied(migrations: readonly MigrationFile[], applied: readonly Applied[]): readonly MigrationFile[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    const file = known.get(name);
    if (file === undefined) {
      throw new MigrationError(`The database has migration ${name}, which this version does not know: it is newer`);
    }
    if (!finished) throw new MigrationError(`Migration ${name} was begun by Prisma's command line and never finished`);
    if (file.checksum !== checksum) {
      throw new MigrationError(`Migration ${name} was changed after it was applied: write a new one instead`);
    }
  }
  const names = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !names.has(name));
}

async function apply(owner: Link, { name, sql, checksum }: MigrationFile): Promise<void> {
  let running = 'begin';
  try {
    await owner.script('begin');
    for (const statement of splitStatements(sql)) {
      running = statement;
      await owner.script(statement);
    }
    running = 'the record of the migration';
    await owner.query({
      text: `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
        values ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
      values: [randomUUID(), checksum, name],
    });
    await owner.script('commit');
  } catch (error) {
    if (owner.status() !== 'I') await owner.script('rollback');
    const { message, sqlState } = toSqlError(error);
    const start = running.replaceAll(/\s+/g, ' ').slice(0, 120);
    throw new MigrationError(
      `Migration ${name} failed and left nothing behind: ${message} (${sqlState}) at: ${start}`,
      {
        cause: error,
      },
    );
  }
}
