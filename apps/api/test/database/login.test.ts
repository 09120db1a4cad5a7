import { instant } from '@beback/core';
import { createTestDatabase, type TestDatabase } from '@beback/testing/test-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { sqlStateOf } from '../../src/database/sql-error.ts';
import { startJobQueue } from '../../src/jobs/job-queue.ts';
import { schedule } from '../../src/jobs/schedule.ts';
import { makeSomeRows, someFact } from '../support/some-rows.ts';
import { OPENING_MS } from '../support/test-gateway.ts';

/** As a hosted PostgreSQL gives it: owner of one database, may make roles, no superuser; with settings of its own. */
describe('a login that is no superuser, on postgres', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let gateway: Gateway;
  let login: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    login = `login_${database.name}`;
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(`create role ${login} login noinherit createrole password 'secret'`);
    await admin.query(`alter database ${database.name} owner to ${login}`);
    await admin.query(`alter schema public owner to ${login}`);
    await admin.query(`alter role ${login} set timezone to 'America/St_Johns'`);
    await admin.query(`alter role ${login} set datestyle to 'German'`);
    // Another database's server has made the roles on this PostgreSQL already; its login hands them on, as the guide says.
    await admin.query(`do $$ declare wanted text; begin
      foreach wanted in array array['beback_app', 'beback_directory', 'beback_jobs'] loop
        if exists (select from pg_roles where rolname = wanted) then execute format('grant %I to ${login} with admin option', wanted); end if;
      end loop; end $$`);
    const url = new URL(database.url);
    url.username = login;
    url.password = 'secret';
    gateway = await openPostgres({ url: url.href, connections: 3 });
  }, OPENING_MS);
  afterAll(async () => {
    await gateway.close();
    await admin.end();
    await database.drop();
    const server = new pg.Client({
      connectionString: Object.assign(new URL(database.url), { pathname: '/postgres' }).href,
    });
    await server.connect();
    await server.query(`drop owned by ${login} cascade`);
    await server.query(`drop role ${login}`);
    await server.end();
  });

  it('makes the tables, and enters a group', async () => {
    const entered = gateway.enterGroup(newId());
    const rows = await makeSomeRows(entered);
    const fact = someFact(rows);
    await entered.prisma.fact.create({ data: fact });
    expect(await entered.prisma.fact.findMany()).toMatchObject([fact]);
    expect(await gateway.enterGroup(newId()).prisma.fact.count()).toBe(0);
    expect(await entered.prisma.user.count().catch(sqlStateOf)).toBe('42501');
  });

  it('opens the doors to the directory, and enqueues', async () => {
    const entered = gateway.enterGroup(newId());
    const queue = await startJobQueue(gateway, { worker: false, failed: () => {} });
    await entered.transaction(async (tx) => {
      await schedule(tx, { kind: 'ring', subject: 'x', dueAt: instant(0) });
      await tx.sql({ name: 'settle', text: 'select settle_group_due($1, $2)' }, [tx.groupId, new Date()]);
      await queue.sendMailJob(tx, newId());
    });
    expect(await gateway.directory.prisma.groupDue.findMany()).toMatchObject([{ groupId: entered.groupId }]);
    await queue.stop();
  });

  it('sees no rows itself, though the tables are its own', async () => {
    const url = new URL(database.url);
    url.username = login;
    url.password = 'secret';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    const { rows } = await client.query('select count(*)::int as n from fact');
    expect(rows).toEqual([{ n: 0 }]);
    await client.end();
  });
});
