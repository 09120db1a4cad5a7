// The least that could show a person's day: the same token check, row security, one SQL, rows, JSON.stringify. Run by
// main.ts as a process of its own; prints its port.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESSION, WORK_PLAN } from '@beback/api';
import { ATTEMPT_COUNTS_FOR } from '@beback/core';
import pg from 'pg';

const [url = '', now = ''] = process.argv.slice(2);
const startedAt = Date.now();

/** As the program's own pools: a role each, and the group set when a connection is taken for another one. */
const poolOf = (role: string, max: number) =>
  new pg.Pool({
    connectionString: url,
    max,
    onConnect: async (client) => {
      await client.query(`select set_config('role', $1, false), set_config('timezone', 'UTC', false)`, [role]);
    },
  });
const directory = poolOf('beback_directory', 4);
const app = poolOf('beback_app', 10);
const entered = new WeakMap<object, string>();
/** What the server sends is handed on as it is. */
const types = { getTypeParser: () => (text: string) => text };

interface Session {
  readonly groupId: string;
  readonly memberId: string;
  readonly expiresAt: string;
}

async function sessionOf({ headers }: IncomingMessage): Promise<Session | undefined> {
  const token = /^bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  const { rows } = await directory.query({ name: 'session', text: SESSION.text, values: [token], types });
  const session: Session | undefined = rows[0];
  return session !== undefined && Date.parse(session.expiresAt) > Date.now() ? session : undefined;
}

async function dayOf({ groupId, memberId }: Session): Promise<unknown> {
  const client = await app.connect();
  try {
    if (entered.get(client) !== groupId) {
      await client.query(`select set_config('app.group_id', $1, false)`, [groupId]);
      entered.set(client, groupId);
    }
    const asOf = Number(now) + Date.now() - startedAt;
    const since = new Date(asOf - ATTEMPT_COUNTS_FOR);
    const values = [groupId, memberId, memberId, null, new Date(asOf), since];
    const { rows } = await client.query({ name: 'day', text: WORK_PLAN.text, values, types });
    return rows;
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  request.resume();
  request.once('end', async () => {
    const session = await sessionOf(request);
    if (session === undefined) return void response.writeHead(401).end();
    const body = Buffer.from(JSON.stringify(await dayOf(session)));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.address() as AddressInfo).port}`));
