// The least that could show a person's day: the same token check, row security, one SQL, rows, JSON.stringify. Run by
// main.ts as a process of its own; prints its port. POST /rows: all of the day as the rows have it, sealed; POST /listed: the
// fields of `LISTED_DAY`, opened.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSecrets, openTaskPerson, SESSION, type SealedTask, workPlanStatement } from '@beback/api';
import { ATTEMPT_COUNTS_FOR } from '@beback/core';
import pg from 'pg';

const [url = '', now = '', secret = ''] = process.argv.slice(2);
const startedAt = Date.now();
const seal = createSecrets([secret]);

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

/** A row as it comes over the wire. */
type Row = Readonly<Record<string, string | null>>;

async function sessionOf({ headers }: IncomingMessage): Promise<Session | undefined> {
  const token = /^bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  const { rows } = await directory.query({ name: 'session', text: SESSION.text, values: [token], types });
  const session: Session | undefined = rows[0];
  return session !== undefined && Date.parse(session.expiresAt) > Date.now() ? session : undefined;
}

async function rowsOf(groupId: string, name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
  const client = await app.connect();
  try {
    if (entered.get(client) !== groupId) {
      await client.query(`select set_config('app.group_id', $1, false)`, [groupId]);
      entered.set(client, groupId);
    }
    return (await client.query({ name, text, values: [...values], types })).rows;
  } finally {
    client.release();
  }
}

const WHOLE = workPlanStatement();
const LISTED = workPlanStatement(new Set(['name', 'phone']));
const asOf = (): number => Number(now) + Date.now() - startedAt;

function wholeDay({ groupId, memberId }: Session): Promise<Row[]> {
  const values = [groupId, memberId, memberId, null, new Date(asOf()), new Date(asOf() - ATTEMPT_COUNTS_FOR)];
  return rowsOf(groupId, 'day', WHOLE.text, values);
}

async function listedDay({ groupId, memberId }: Session): Promise<unknown> {
  const rows = await rowsOf(groupId, 'listed', LISTED.text, [groupId, memberId, memberId, null, new Date(asOf())]);
  return rows.map((row) => {
    const customerName = opened(row['nameSealed'], (bytes) => openPart(groupId, { nameSealed: bytes }).customerName);
    const phone = opened(row['phoneSealed'], (bytes) => openPart(groupId, { phoneSealed: bytes }).phone);
    return {
      ...{ id: row['id'], channel: row['channel'], from: row['windowFrom'], deadline: row['deadline'] },
      ...{ customerName, phone, opportunityId: row['opportunityId'], vehicle: row['vehicle'] },
      ...{ appointmentAt: row['appointmentAt'], storeName: row['storeName'] },
      lastActivity:
        row['lastActivityAt'] === null
          ? null
          : {
              at: row['lastActivityAt'],
              channel: row['lastActivityChannel'],
              disposition: row['lastActivityDisposition'],
            },
    };
  });
}

/** What was opened before, by the text in which it came: as the program remembers it, without an end. */
const remembered = new Map<string, string | undefined>();

function opened(text: string | null | undefined, open: (bytes: Uint8Array) => string | undefined): string | undefined {
  if (text == null) return undefined;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const fresh = open(Buffer.from(text.slice(2), 'hex'));
  remembered.set(text, fresh);
  return fresh;
}

function openPart(groupId: string, sealed: Partial<SealedTask>): ReturnType<typeof openTaskPerson> {
  const nothing = { nameSealed: null, phoneSealed: null, emailSealed: null, lastNoteSealed: null };
  return openTaskPerson(seal, groupId, { ...nothing, ...sealed });
}

const server = createServer((request, response) => {
  request.resume();
  request.once('end', async () => {
    const session = await sessionOf(request);
    if (session === undefined) return void response.writeHead(401).end();
    const day = await (request.url === '/listed' ? listedDay(session) : wholeDay(session));
    const body = Buffer.from(JSON.stringify(day));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.address() as AddressInfo).port}`));
