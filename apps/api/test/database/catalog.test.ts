import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, OPENING_MS, openTestGateway, type TestGateway } from '../support/test-gateway.ts';

/** Global tables: looked up before the group is known. A new one is a decision; a tenant table needs no entry. */
const GLOBAL = [
  'account',
  'clock',
  'group_due',
  'key_directory',
  'match_secret',
  'session',
  'user_group',
  'users',
  'verification',
];
/** The history of the migrations: for the owner alone. */
const HISTORY = '_prisma_migrations';
const NO_TENANT = [...GLOBAL, HISTORY, 'dealer_group'];
const POLICY = `((group_id)::text = current_setting('app.group_id'::text, true))`;
const GROUP_POLICY = `((id)::text = current_setting('app.group_id'::text, true))`;

/** Every table of ours and what its walls are made of, as the server itself tells it. */
const TABLES = `
  select t.relname::text as name, t.relrowsecurity as secured, t.relforcerowsecurity as forced,
    (select count(*) from pg_policy p where p.polrelid = t.oid) as policies,
    (select min(pg_get_expr(p.polqual, p.polrelid)) from pg_policy p where p.polrelid = t.oid and p.polcmd = '*') as using,
    (select min(pg_get_expr(p.polwithcheck, p.polrelid)) from pg_policy p where p.polrelid = t.oid) as checked,
    (select array_agg(c.conname::text) from pg_constraint c where c.conrelid = t.oid and c.contype in ('p', 'u', 'f')
       and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'group_id'
         and a.attnum = c.conkey[1])) as constraints_without_group,
    (select array_agg(c.conname::text) from pg_constraint c where c.conrelid = t.oid and c.contype = 'f'
       and not exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'group_id'
         and a.attnum = c.confkey[1])) as references_without_group,
    (select array_agg(i.indexrelid::regclass::text) from pg_index i where i.indrelid = t.oid and i.indisunique
       and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'group_id'
         and a.attnum = i.indkey[0])) as unique_without_group,
    (select count(*) from pg_constraint c where c.conrelid = t.oid and c.contype = 'p') as primary_keys,
    has_table_privilege('beback_app', t.oid, 'select') as app_reads,
    has_any_column_privilege('beback_app', t.oid, 'insert, update, references') or has_table_privilege('beback_app', t.oid, 'delete, truncate, trigger') as app_writes,
    has_table_privilege('beback_app', t.oid, 'truncate, trigger, references') as app_more,
    has_any_column_privilege('beback_directory', t.oid, 'select, insert, update') or has_table_privilege('beback_directory', t.oid, 'delete, truncate') as directory_touches,
    has_any_column_privilege('beback_jobs', t.oid, 'select, insert, update') as jobs_touches
  from pg_class t
  where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
  order by 1`;

interface Table {
  readonly name: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly policies: number;
  readonly using: string | null;
  readonly checked: string | null;
  readonly constraints_without_group: readonly string[] | null;
  readonly references_without_group: readonly string[] | null;
  readonly unique_without_group: readonly string[] | null;
  readonly primary_keys: number;
  readonly app_reads: boolean;
  readonly app_writes: boolean;
  readonly app_more: boolean;
  readonly directory_touches: boolean;
  readonly jobs_touches: boolean;
}

describe.each(ENGINES)('every table on %s', (engine) => {
  let test: TestGateway;
  let tables: readonly Table[];
  const tenants = (): readonly Table[] => tables.filter(({ name }) => !NO_TENANT.includes(name));

  beforeAll(async () => {
    test = await openTestGateway(engine);
    tables = await test.asOwner<Table>(TABLES);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('is a known global table or has the walls of a tenant', () => {
    expect(tenants().length).toBeGreaterThan(25);
    for (const table of tenants()) {
      expect(table).toMatchObject({ secured: true, forced: true, policies: 1, using: POLICY, checked: POLICY });
    }
    const group = tables.find(({ name }) => name === 'dealer_group');
    expect(group).toMatchObject({
      secured: true,
      forced: true,
      policies: 1,
      using: GROUP_POLICY,
      checked: GROUP_POLICY,
    });
  });

  it('has the group first in its primary key, its unique indexes, and both sides of its foreign keys', () => {
    for (const table of tenants()) {
      expect(table).toMatchObject({
        primary_keys: 1,
        constraints_without_group: null,
        references_without_group: null,
        unique_without_group: null,
      });
    }
  });

  it('opens to the application, the directory and the queue no further than it must', () => {
    for (const table of tables) {
      const [global, history] = [GLOBAL.includes(table.name), table.name === HISTORY];
      expect(table).toMatchObject({
        app_reads: !global && !history,
        app_writes: !global && !history,
        app_more: false,
        directory_touches: global,
        jobs_touches: false,
      });
    }
  });

  it('belongs to a role that the application is not, and is not a member of', async () => {
    const members = await test.asOwner(
      `select r.rolname::text as role from pg_auth_members m join pg_roles r on r.oid = m.member
       where r.rolname like 'beback%'`,
    );
    expect(members).toEqual([]);
    const roles = await test.asOwner(
      `select rolname::text as name, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles
       where rolname like 'beback%' order by 1`,
    );
    const bound = { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false };
    expect(roles).toEqual(['beback_app', 'beback_directory', 'beback_jobs'].map((name) => ({ name, ...bound })));
  });

  it('is read through functions that check the entered group, and only those run as their owner', async () => {
    const definers = await test.asOwner<{ name: string; settings: string[]; body: string }>(
      `select proname::text as name, proconfig as settings, prosrc as body from pg_proc
       where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
    );
    expect(definers.map(({ name }) => name)).toEqual([
      'note_first_user',
      'note_group_due',
      'note_key',
      'note_membership',
      'note_text_number',
      'note_user',
      'revoke_key',
      'settle_group_due',
    ]);
    for (const { settings, body } of definers) {
      expect(settings).toEqual(['search_path=public, pg_temp']);
      expect(body).toMatch(/^\s*(declare[\s\S]*?)?begin\s+perform refuse_other_group\(/);
    }
  });

  it('shows the application of the queue what it needs to enqueue, and no payload', async () => {
    const [rights] = await test.asOwner(
      `select has_column_privilege('beback_app', 'pgboss.job_common', 'data', 'select') as payloads,
         has_table_privilege('beback_app', 'pgboss.job_common', 'insert') as enqueues,
         has_any_column_privilege('beback_app', 'pgboss.job_common', 'update') as changes`,
    );
    expect(rights).toEqual({ payloads: false, enqueues: true, changes: false });
  });
});
