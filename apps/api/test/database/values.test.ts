import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupDatabase } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';
import { json, type SqlParameter, statement } from '../../src/database/statement.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { makeSomeRows, type SomeRows, someFact } from '../support/some-rows.ts';
import { ENGINES, OPENING_MS, openTestGateway, type TestGateway } from '../support/test-gateway.ts';

const AWKWARD = `"'\\ {}, NULL \n \u{1F600} é`;
const BYTES = new Uint8Array([0, 1, 127, 128, 255, 92, 39]);
const INSTANT = new Date('2026-03-08T06:59:59.999Z');

type RoundTrip = readonly [type: string, given: SqlParameter, taken?: unknown];

/** SQL type, what goes in, what comes out (the same where it is not given). */
const ROUND_TRIPS: readonly RoundTrip[] = [
  ['text', AWKWARD],
  ['text', ''],
  ['text', null],
  ['varchar(3)', 'abc'],
  ['uuid', '01a200b4-c8d1-7000-8f7b-2ff9d719656a'],
  ['bool', true],
  ['bool', false],
  ['int2', -32_768],
  ['int4', 2_147_483_647],
  ['int8', 9_007_199_254_740_991],
  ['int8', 12n, 12],
  ['float8', 0.1],
  ['float8', Number.POSITIVE_INFINITY],
  ['numeric', '12345678901234567890.123456789'],
  ['timestamptz', INSTANT],
  ['timestamptz', new Date('0099-12-31T23:59:59.001Z')],
  ['date', '2026-02-28'],
  ['jsonb', json({ a: [1, null, 'x"y'] }), { a: [1, null, 'x"y'] }],
  ['jsonb', json([1, 2]), [1, 2]],
  ['json', json(null), null],
  ['text', 'N\0L', 'N\uFFFDL'],
  ['text[]', ['cut \ud83d'], ['cut \uFFFD']],
  ['jsonb', json({ a: ['N\0L', 'cut \ud83d', '\\u0000'] }), { a: ['N\uFFFDL', 'cut \uFFFD', '\\u0000'] }],
  ['bytea', BYTES],
  ['bytea', new Uint8Array(), new Uint8Array()],
  ['text[]', ['a', AWKWARD, '', null, 'NULL']],
  ['text[]', []],
  ['int4[]', [1, -2, null]],
  ['int8[]', [1, 2]],
  ['bool[]', [true, false]],
  ['uuid[]', ['01a200b4-c8d1-7000-8f7b-2ff9d719656a']],
  ['timestamptz[]', [INSTANT]],
];

describe.each(ENGINES)('values on %s', (engine) => {
  let test: TestGateway;
  let database: GroupDatabase;
  let rows: SomeRows;
  beforeAll(async () => {
    test = await openTestGateway(engine);
    database = test.gateway.enterGroup(newId());
    rows = await makeSomeRows(database);
  }, OPENING_MS);
  afterAll(() => test.close());

  it.each(ROUND_TRIPS.map((trip) => ({ trip, type: trip[0] })))(
    'go through our SQL and back: $type',
    async ({ trip }) => {
      const [type, given, taken] = trip;
      const echo = statement('echo', `select $1::${type} as value`);
      expect(await database.sql(echo, [given])).toEqual([{ value: taken === undefined ? given : taken }]);
    },
  );

  it('read timestamps in another form than the usual one', async () => {
    const forms = `select '2026-03-08 01:59:59.999-05'::timestamptz as early, '2026-07-01 12:00:00+05:30'::timestamptz as half,
      timestamp '2026-03-08 06:59:59' as plain, 1::oid as oid, 'x'::name as name, interval '1 day' as span`;
    expect(await database.sql(statement('forms', forms), [])).toEqual([
      {
        early: INSTANT,
        half: new Date('2026-07-01T06:30:00Z'),
        plain: new Date('2026-03-08T06:59:59Z'),
        oid: 1,
        name: 'x',
        span: '1 day',
      },
    ]);
  });

  it('refuse a whole number that a JavaScript number cannot hold', async () => {
    await expect(database.sql(statement('big', 'select 9007199254740993::int8 as big'), [])).rejects.toThrow(
      'cast it to text',
    );
  });

  it('go through Prisma and back', async () => {
    const { groupId, storeId, departmentId, memberId, customerId } = rows;
    const fact = { ...someFact(rows), at: INSTANT, data: { text: AWKWARD, list: [1, [2]], none: null } };
    await database.prisma.fact.create({ data: fact });
    expect(await database.prisma.fact.findMany({ where: { groupId, id: fact.id } })).toMatchObject([fact]);

    const key = { groupId, id: newId(), storeId, kind: 'publishable', name: AWKWARD, hint: 'bb_', createdAt: INSTANT };
    await database.prisma.apiKey.create({ data: { ...key, origins: ['https://a.example', AWKWARD, ''] } });
    const origins = { has: AWKWARD };
    expect(await database.prisma.apiKey.findMany({ where: { groupId, origins } })).toMatchObject([{ name: AWKWARD }]);

    const person = { groupId, customerId, nameSealed: BYTES };
    await database.prisma.customerPerson.create({ data: person });
    expect((await database.prisma.customerPerson.findFirst())?.nameSealed).toEqual(BYTES);

    const day = new Date('2026-03-08T00:00:00Z');
    await database.prisma.memberDay.create({ data: { groupId, storeId, departmentId, memberId, day, leads: 3 } });
    await database.prisma.memberDay.updateMany({ where: { groupId, day }, data: { leads: { increment: 2 } } });
    expect(await database.prisma.memberDay.findMany({ where: { day: { gte: day } } })).toMatchObject([
      { day, leads: 5 },
    ]);
    const sum = await database.prisma.memberDay.groupBy({ by: ['storeId'], where: { groupId }, _sum: { leads: true } });
    expect(sum).toEqual([{ storeId, _sum: { leads: 5 } }]);
  });

  it('go through raw SQL of Prisma and back', async () => {
    const [row] = await database.prisma.$queryRaw<Record<string, unknown>[]>(Prisma.sql`
      select ${INSTANT}::timestamptz as at, ${BYTES}::bytea as bytes, ${12n}::int8 as big, ${new Prisma.Decimal('1.10')}::numeric as exact,
        ${['a', AWKWARD]}::text[] as list, ${{ a: 1 }}::jsonb as object, ${true}::bool as yes, ${null}::text as none, ${1.5}::float8 as half`);
    expect(row).toEqual({
      at: INSTANT,
      bytes: BYTES,
      big: 12n,
      exact: new Prisma.Decimal('1.1'),
      list: ['a', AWKWARD],
      object: { a: 1 },
      yes: true,
      none: null,
      half: 1.5,
    });
  });

  it('count the rows that a statement changed', async () => {
    const where = { groupId: rows.groupId };
    const more = [1, 2, 3].map(() => ({ ...where, id: newId(), createdAt: INSTANT }));
    expect(await database.prisma.household.createMany({ data: more })).toEqual({ count: 3 });
    expect(await database.prisma.household.createMany({ data: more, skipDuplicates: true })).toEqual({ count: 0 });
    const raw = database.prisma.$executeRawUnsafe('delete from household where group_id = $1::uuid', rows.groupId);
    expect(await raw).toBe(3);
  });
});
