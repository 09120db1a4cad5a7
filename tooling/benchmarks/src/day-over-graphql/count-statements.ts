import { type AddressInfo, connect, createServer } from 'node:net';

/** Stands between a program and its PostgreSQL and notes what is executed. */
export interface StatementCounter {
  /** The database through the counter. */
  readonly url: string;
  /** Names of the prepared statements that were executed since the last call, in order; a plain query's first word. */
  readonly take: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Reads the front end's messages of PostgreSQL's protocol 3: Bind names a prepared statement, Query brings a text. */
export async function countStatements(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl);
  let names: string[] = [];
  const server = createServer((front) => {
    const back = connect({ port: Number(target.port), host: target.hostname });
    let rest: Buffer = Buffer.alloc(0);
    let started = false;
    front.on('data', (chunk: Buffer) => {
      back.write(chunk);
      rest = Buffer.concat([rest, chunk]);
      // The first message has no type; all others are a type, a length that counts itself, a body.
      for (let head = started ? 1 : 0; rest.length >= head + 4; head = 1) {
        const end = head + rest.readInt32BE(head);
        if (rest.length < end) break;
        if (started) note(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, end));
        started = true;
        rest = rest.subarray(end);
      }
    });
    back.on('data', (chunk: Buffer) => front.write(chunk));
    front.on('close', () => back.destroy());
    back.on('close', () => front.destroy());
    front.on('error', () => back.destroy());
    back.on('error', () => front.destroy());
  });
  const note = (type: string, body: Buffer): void => {
    if (type === 'Q') names.push(body.toString('latin1').trim().split(/\s/)[0] ?? '');
    if (type !== 'B') return;
    const [, name = ''] = body.toString('latin1').split('\0', 2);
    // Without the hash behind the name.
    names.push(name.replace(/ \w+$/, '') || 'unnamed');
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    take: () => {
      const taken = names;
      names = [];
      return taken;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
