import { HOUR, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { loadEntries } from '../src/modules/consent/evidence-entries.ts';
import { loadLedgerPage, openEvidenceFile } from '../src/modules/consent/open-evidence-file.ts';
import { nodesOf, type Page } from './support/nodes-of.ts';
import { openStopStage, type Person, type StopStage } from './support/stop-stage.ts';
import { clientOperation, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { TUESDAY_10 } from './support/test-server.ts';

const FILE = `query ($number: String!, $look: ID, $customers: Int, $entries: Int, $customer: String, $entry: String) {
  evidence(number: $number, look: $look) {
    look
    looks { member { name } }
    ledgers(first: $customers, after: $customer) {
      edges { node { customerName acts { act } standing { channel } } cursor }
      pageInfo { hasNextPage endCursor }
    }
    entries(first: $entries, after: $entry) { edges { node { at kind data } cursor } pageInfo { hasNextPage endCursor } }
  }
}`;

interface File {
  readonly look: string;
  readonly looks: readonly { readonly member: { readonly name: string } | null }[];
  readonly ledgers: Page<{ readonly customerName: string | null; readonly standing: readonly unknown[] }>;
  readonly entries: Page<{ readonly at: string; readonly kind: string }>;
}

/** A family, or a number that was made up: so many share it. */
const SHARERS = 6;

describe.each(ENGINES)('S13 a long evidence file on %s', (engine) => {
  let stage: StopStage;
  let rosa: Person;
  let pat: TestBrowser;

  beforeAll(async () => {
    stage = await openStopStage(engine);
    pat = await signIn(stage.test.url, stage.test.ours.principal);
    rosa = await stage.person('Rosa');
    for (let i = 1; i < SHARERS; i++) await addSharer();
  }, OPENING_MS);
  afterAll(() => stage.close());

  /** Another customer with Rosa's number, with a lead and facts like hers. */
  const addSharer = async (): Promise<void> => {
    const { asOwner } = stage.test.database;
    const [customer, opportunity] = [newId(), newId()];
    const copied = (table: string, alike: string, more = ''): string =>
      `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(o) || ${alike})).*
         from ${table} o join opportunity r on r.id::text = $2 ${more}`;
    const bare = `jsonb_build_object('id', $1::text) - $2::text`;
    await asOwner(copied('customer', bare, 'where o.id = r.customer_id'), [customer, rosa.id]);
    const own = `jsonb_build_object('id', gen_random_uuid(), 'customer_id', $1::text) - $2::text`;
    await asOwner(copied('contact_point', own, 'where o.customer_id = r.customer_id'), [customer, rosa.id]);
    await asOwner(copied('fact', own, 'where o.customer_id = r.customer_id'), [customer, rosa.id]);
    const again = `jsonb_build_object('id', $3::text, 'customer_id', $1::text) - $2::text`;
    await asOwner(copied('opportunity', again, 'where o.id = r.id'), [customer, rosa.id, opportunity]);
  };
  const read = async (more: object = {}, browser = stage.max): Promise<File> => {
    const { data, errors } = await browser.graphql<{ evidence: File }>(FILE, { number: rosa.phone, ...more });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.evidence;
  };

  it('is read page by page, from the earliest to the latest, each customer and each entry once, in one look', async () => {
    const whole = await read({ entries: 100, customers: 5 });
    expect(whole.entries.pageInfo?.hasNextPage).toBe(false);
    expect(nodesOf(whole.entries).length).toBeGreaterThanOrEqual(SHARERS * 2);
    let file = await read({ customers: 2, entries: 4 });
    const { look, looks } = file;
    const [entries, customers] = [[...nodesOf(file.entries)], [...file.ledgers.edges]];
    for (let turns = 0; file.entries.pageInfo?.hasNextPage && turns < 100; turns++) {
      file = await read({ look, customers: 1, entries: 4, entry: file.entries.pageInfo.endCursor });
      expect(file.look).toBe(look);
      entries.push(...nodesOf(file.entries));
    }
    expect(entries).toEqual(nodesOf(whole.entries));
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
    for (let after = customers.at(-1)?.cursor; after !== undefined; ) {
      const page = await read({ look, customers: 2, entries: 1, customer: after });
      customers.push(...page.ledgers.edges);
      after = page.ledgers.pageInfo?.hasNextPage ? (page.ledgers.pageInfo.endCursor ?? undefined) : undefined;
    }
    expect(new Set(customers.map(({ cursor }) => cursor)).size).toBe(SHARERS);
    expect(customers).toHaveLength(SHARERS);
    for (const { node } of customers) expect(node.standing).toHaveLength(30);
    expect((await read({ look })).looks).toHaveLength(looks.length);
  });

  it('counts a look anew that is not the reader’s own, is of another file or is old', async () => {
    const { look, looks } = await read();
    const byOwner = await read({ look }, pat);
    expect([byOwner.look === look, byOwner.looks.length]).toEqual([false, looks.length + 1]);
    const otto = await stage.person('Otto');
    expect((await read({ look, number: otto.phone })).looks).toMatchObject([{ member: { name: 'Max' } }]);
    expect((await read({ look: 'nothing' })).looks).toHaveLength(looks.length + 2);
    await stage.test.setClock(plus(TUESDAY_10, HOUR + MINUTE));
    expect((await read({ look })).looks).toHaveLength(looks.length + 3);
  });

  it('asks the database as often for six customers as for one', async () => {
    const { groupId } = stage.test.ours;
    const { gateway, seal, matchKeys, clock } = stage.test.resources;
    const [max] = await stage.test.database.asOwner<{ id: string }>('select id from member where name = $1', ['Max']);
    const group = gateway.enterGroup(groupId);
    const statementsFor = async (first: number): Promise<number> => {
      let count = 0;
      const counting: typeof group = Object.assign(Object.create(group) as typeof group, {
        sql: (...asked: Parameters<typeof group.sql>) => {
          count++;
          return group.sql(...asked);
        },
      });
      const wish = { kind: 'phone' as const, key: matchKeys.phoneKey(groupId, rosa.phone) };
      const file = await openEvidenceFile(counting, max?.id ?? '', wish, undefined, clock.now());
      const ledgers = await loadLedgerPage(counting, seal, file, { first });
      expect(ledgers.edges).toHaveLength(first);
      await loadEntries(counting, seal, file, { first: 100 });
      return count;
    };
    expect(await statementsFor(5)).toBe(await statementsFor(1));
  });

  it('gives no page that is too long, and says how long one may be', async () => {
    for (const [more, field] of [
      [{ entries: 101 }, 'first'],
      [{ customers: 6, entries: 1 }, 'first'],
      [{ entries: 0 }, 'first'],
    ] as const) {
      const { errors } = await stage.max.graphql(FILE, { number: rosa.phone, ...more });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'input', field } });
    }
    const { errors } = await stage.max.graphql(FILE, { number: rosa.phone, customers: 1000 });
    expect(errors?.[0]?.message).toMatch(/complexity/);
    const unknown = await stage.max.graphql(FILE, { number: rosa.phone, entry: 'bm90aGluZw' });
    expect(unknown.errors?.[0]?.extensions?.['code']).toBe('notFound');
  });

  it.each(['evidence', 'evidence-entries', 'evidence-ledgers'])('lets our own page ask by %s', async (name) => {
    const { look, entries, ledgers } = await read({ entries: 1, customers: 1 });
    const after = (name === 'evidence-ledgers' ? ledgers : entries).pageInfo?.endCursor;
    const { errors } = await stage.max.graphql(clientOperation(name), {
      number: rosa.phone,
      locale: 'fr',
      look,
      after,
    });
    expect(errors).toBeUndefined();
  });
});
