import pg from 'pg';
import { expect, it } from 'vitest';
import { sharedPostgresUrl } from './postgres.ts';
import { createTestDatabase, ensureTemplate } from './test-database.ts';

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it('gives each test file a database of its own', async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await query(first.url, 'create table mine (n int)');
  await expect(query(second.url, 'select * from mine')).rejects.toThrow('does not exist');
  await Promise.all([first.drop(), second.drop()]);
});

it('makes a template once, however many ask for it at the same time, and copies what is in it', async () => {
  let made = 0;
  const prepare = async (url: string): Promise<void> => {
    made++;
    await query(url, 'create table seed as select 7 as n');
  };
  const templates = await Promise.all([1, 2, 3].map(() => ensureTemplate('once', prepare, 'a')));
  expect(made).toBe(1);
  const copies = await Promise.all(templates.map((template) => createTestDatabase({ template })));
  for (const copy of copies) expect(await query(copy.url, 'select n from seed')).toEqual([{ n: 7 }]);
  await Promise.all(copies.map((copy) => copy.drop()));
});

it('lets nobody into a template: it could not be copied while somebody is in it', async () => {
  const template = await ensureTemplate('closed', async () => undefined, 'a');
  const url = new URL(await sharedPostgresUrl());
  url.pathname = `/${template}`;
  await expect(query(url.href, 'select 1')).rejects.toThrow('not currently accepting connections');
});

it('makes another template for another version', async () => {
  const one = await ensureTemplate('versioned', async () => undefined, 'one');
  const two = await ensureTemplate('versioned', async () => undefined, 'two');
  expect(one).not.toBe(two);
});

it('leaves no template behind when its making fails, so that the next one can make it', async () => {
  const failing = ensureTemplate('fragile', () => Promise.reject(new Error('migration 3 failed')), 'x');
  await expect(failing).rejects.toThrow('migration 3 failed');
  const template = await ensureTemplate(
    'fragile',
    async (url) => void (await query(url, 'create table t (n int)')),
    'x',
  );
  const copy = await createTestDatabase({ template });
  expect(await query(copy.url, 'select * from t')).toEqual([]);
  await copy.drop();
});

it('drops a database that somebody is still connected to', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined); // it is cut off below
  await client.connect();
  await database.drop();
  await expect(query(database.url, 'select 1')).rejects.toThrow('does not exist');
});
