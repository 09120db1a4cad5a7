import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupDatabase } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';
import { sqlStateOf } from '../../src/database/sql-error.ts';
import { statement } from '../../src/database/statement.ts';
import { makeSomeRows, type SomeRows } from '../support/some-rows.ts';
import { ENGINES, OPENING_MS, openTestGateway, type TestGateway } from '../support/test-gateway.ts';

const ALL_STORES = statement('all stores', 'select group_id, id, name from store');
const WHO = statement('who', `select current_user::text as role, current_setting('app.group_id', true) as entered`);
/** In a function, so that the role holds for the very statement that counts. */
const AS_APP_WITHOUT_GROUP = 'select stores_without_group() as n';
const INSUFFICIENT_PRIVILEGE = '42501';

describe.each(ENGINES)('the walls between groups on %s', (engine) => {
  let test: TestGateway;
  let ours: GroupDatabase;
  let theirs: GroupDatabase;
  let our: SomeRows;
  let their: SomeRows;

  beforeAll(async () => {
    test = await openTestGateway(engine);
    ours = test.gateway.enterGroup(newId());
    theirs = test.gateway.enterGroup(newId());
    our = await makeSomeRows(ours);
    their = await makeSomeRows(theirs);
    await test.asOwner(`create function stores_without_group() returns bigint language plpgsql as $$
      begin
        set local role beback_app;
        return (select count(*) from store);
      end $$`);
  }, OPENING_MS);
  afterAll(() => test.close());

  it("shows a group its own rows and none of another's, asked for by id or not at all", async () => {
    expect(await ours.prisma.store.findMany()).toMatchObject([{ id: our.storeId }]);
    expect(await ours.prisma.store.count()).toBe(1);
    expect(await ours.prisma.group.findMany()).toMatchObject([{ id: our.groupId }]);
    const id = { groupId_id: { groupId: their.groupId, id: their.storeId } };
    expect(await ours.prisma.store.findUnique({ where: id })).toBeNull();
  });

  it("shows raw SQL no more than that, even when it names the other's group", async () => {
    expect(await ours.sql(ALL_STORES, [])).toMatchObject([{ id: our.storeId }]);
    const named = statement('their stores', 'select id from store where group_id = $1');
    expect(await ours.sql(named, [their.groupId])).toEqual([]);
    expect(await ours.prisma.$queryRawUnsafe('select id from store where group_id = $1::uuid', their.groupId)).toEqual(
      [],
    );
  });

  it("neither updates nor deletes another group's rows", async () => {
    const where = { groupId: their.groupId };
    expect(await ours.prisma.store.updateMany({ where, data: { name: 'Taken' } })).toEqual({ count: 0 });
    expect(await ours.prisma.store.deleteMany({ where })).toEqual({ count: 0 });
    expect(await theirs.prisma.store.findMany()).toMatchObject([{ name: 'Harbor Ford' }]);
  });

  it('does not insert into another group, nor move a row there', async () => {
    const member = { groupId: their.groupId, id: newId(), name: 'Eve', role: 'principal', createdAt: new Date() };
    const refused = await ours.prisma.member.create({ data: member }).catch(sqlStateOf);
    expect(refused).toBe(INSUFFICIENT_PRIVILEGE);
    const move = ours.prisma.member.updateMany({ where: { id: our.memberId }, data: { groupId: their.groupId } });
    expect(await move.catch(sqlStateOf)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await theirs.prisma.member.count()).toBe(1);
  });

  it('refuses a reference into another group, though the id is right', async () => {
    const crossing = ours.prisma.assignment.create({
      data: { groupId: our.groupId, id: newId(), memberId: our.memberId, storeId: their.storeId },
    });
    expect(await crossing.catch(sqlStateOf)).toBe('23503');
  });

  it('shows nothing to a group that has no rows, nor to a connection without a group', async () => {
    const nobody = test.gateway.enterGroup(newId());
    expect(await nobody.prisma.store.count()).toBe(0);
    expect(await nobody.prisma.group.count()).toBe(0);
    const unset = await test.asOwner<{ n: number }>(AS_APP_WITHOUT_GROUP);
    expect(unset).toEqual([{ n: 0 }]);
  });

  it('speaks as the bound role, of the entered group', async () => {
    expect(await ours.sql(WHO, [])).toEqual([{ role: 'beback_app', entered: our.groupId }]);
    expect(await ours.transaction((tx) => tx.sql(WHO, []))).toEqual([{ role: 'beback_app', entered: our.groupId }]);
    expect(await test.gateway.directory.sql(WHO, [])).toMatchObject([{ role: 'beback_directory' }]);
  });

  it('keeps the global tables from a group, and the tenant tables from the directory', async () => {
    expect(await ours.prisma.user.findMany().catch(sqlStateOf)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await ours.prisma.keyDirectory.findMany().catch(sqlStateOf)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await ours.prisma.groupDue.findMany().catch(sqlStateOf)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await test.gateway.directory.prisma.store.findMany().catch(sqlStateOf)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await test.gateway.directory.prisma.user.findMany()).toEqual([]);
  });

  it("keeps the queue's role to the queue", async () => {
    expect(await test.gateway.jobs.executeSql('select id from store').catch(sqlStateOf)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await test.gateway.jobs.executeSql('select id from users').catch(sqlStateOf)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it('keeps 200 requests of two groups apart, that share few connections', async () => {
    const requests = Array.from({ length: 200 }, async (_, index) => {
      const [database, rows] = index % 2 === 0 ? [ours, our] : [theirs, their];
      const mine = { groupId: rows.groupId, id: rows.storeId };
      switch (index % 4) {
        case 0:
        case 1:
          expect(await database.prisma.store.findMany()).toMatchObject([mine]);
          return;
        case 2:
          expect(await database.sql(ALL_STORES, [])).toMatchObject([{ group_id: mine.groupId, id: mine.id }]);
          return;
        default:
          await database.transaction(async (tx) => {
            expect(await tx.prisma.store.findMany()).toMatchObject([mine]);
            expect(await tx.sql(ALL_STORES, [])).toHaveLength(1);
          });
      }
    });
    await Promise.all(requests);
  });

  it('does not batch look-ups of the same tick across groups', async () => {
    const ask = (database: GroupDatabase, id: string): Promise<unknown> =>
      database.prisma.store.findUnique({ where: { groupId_id: { groupId: database.groupId, id } } });
    const answers = await Promise.all([
      ask(ours, our.storeId),
      ask(theirs, their.storeId),
      ask(ours, their.storeId),
      ask(theirs, our.storeId),
    ]);
    expect(answers).toMatchObject([{ id: our.storeId }, { id: their.storeId }, null, null]);
  });

  it('opens the doors to the directory for the entered group alone', async () => {
    const door = statement('their key', `select note_key('hash', 'intake', $1, $1)`);
    expect(await ours.sql(door, [their.groupId]).catch(sqlStateOf)).toBe('BB002');
    const due = statement('their due', 'select note_group_due($1, now())');
    expect(await ours.sql(due, [their.groupId]).catch(sqlStateOf)).toBe('BB002');
  });

  it('does not let a statement change whom the connection speaks for', async () => {
    for (const text of [
      `select set_config('app.group_id', '${their.groupId}', false)`,
      `set app.group_id = '${their.groupId}'`,
      'set role none',
      'RESET  ROLE',
      'set session authorization default',
      'discard all',
    ]) {
      await expect(ours.sql(statement('bad', text), []), text).rejects.toThrow(
        'changes whom the connection speaks for',
      );
      await expect(ours.prisma.$executeRawUnsafe(text), text).rejects.toThrow();
    }
    expect(await ours.sql(WHO, [])).toEqual([{ role: 'beback_app', entered: our.groupId }]);
  });

  it('gives a connection back clean after an error, and after a transaction that was left open', async () => {
    const broken = statement('broken', 'select 1 / 0');
    await expect(ours.sql(broken, [])).rejects.toMatchObject({ sqlState: '22012' });
    await ours.sql(statement('begin', 'begin'), []);
    // Refused outside a transaction: nobody is inside ours.
    const savepoint = statement('savepoint', 'savepoint here');
    expect(await theirs.sql(savepoint, []).catch(sqlStateOf)).toBe('25P01');
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        expect(await theirs.sql(ALL_STORES, [])).toMatchObject([{ id: their.storeId }]);
        expect(await theirs.prisma.store.updateMany({ data: { phone: '+12125550100' } })).toEqual({ count: 1 });
      }),
    );
    expect(await theirs.prisma.store.findMany()).toMatchObject([{ phone: '+12125550100' }]);
  });

  it('refuses a group that is no UUID in lower case', () => {
    for (const wrong of ['', 'ours', our.groupId.toUpperCase(), `${our.groupId}'`]) {
      expect(() => test.gateway.enterGroup(wrong)).toThrow(RangeError);
    }
  });
});
