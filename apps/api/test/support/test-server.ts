import { Writable } from 'node:stream';
import { type Instant, instant } from '@beback/core';
import { hashPassword } from 'better-auth/crypto';
import type { GraphQLSchema } from 'graphql';
import { startClock } from '../../src/clock/start-clock.ts';
import { startEvents } from '../../src/events/start-events.ts';
import { buildSchema } from '../../src/graphql/schema.ts';
import { type JobQueue, startJobQueue } from '../../src/jobs/job-queue.ts';
import { createSecrets } from '../../src/secrets/secrets.ts';
import { type BebackServer, startServer } from '../../src/server/create-server.ts';
import { createLog } from '../../src/server/log.ts';
import { createLimits, type Limits, type Resources } from '../../src/server/resources.ts';
import { PASSWORD, type SeededGroup, seedGroup } from './seed-group.ts';
import { type EngineName, openTestGateway, type TestGateway } from './test-gateway.ts';

/** A Tuesday, 10:00 in Chicago: the seeded stores are open. */
export const TUESDAY_10 = instant(Date.parse('2026-11-24T10:00:00-06:00'));

/** A whole server on a port of its own over an empty database, its clock standing. */
export interface EmptyServer {
  readonly server: BebackServer;
  readonly url: string;
  readonly resources: Resources;
  readonly jobs: JobQueue;
  readonly database: TestGateway;
  /** Every line that was logged. */
  readonly log: () => string;
  setClock(now: Instant): Promise<void>;
  close(): Promise<void>;
}

/** With two seeded groups. */
export interface TestServer extends EmptyServer {
  readonly ours: SeededGroup;
  readonly theirs: SeededGroup;
}

const SECRET = 'a secret of the tests, of thirty-two bytes and some more';

/** Signs the texts that the carrier hands in. */
export const TEXT_TOKEN = 'the carrier’s token of the tests';

export const SET_UP_TOKEN = 'the token that the tests have seen';

export async function openTestServer(
  engine: EngineName,
  schema: GraphQLSchema = buildSchema(),
  limits: Partial<Limits> = {},
): Promise<TestServer> {
  const empty = await openEmptyServer(engine, schema, limits);
  const { gateway } = empty.resources;
  const passwordHash = await hashPassword(PASSWORD);
  return {
    ...empty,
    ours: await seedGroup(gateway, 'Harbor', passwordHash, TUESDAY_10),
    theirs: await seedGroup(gateway, 'Prairie', passwordHash, TUESDAY_10),
  };
}

export async function openEmptyServer(
  engine: EngineName,
  schema: GraphQLSchema = buildSchema(),
  limits: Partial<Limits> = {},
): Promise<EmptyServer> {
  const database = await openTestGateway(engine);
  const { gateway } = database;
  const clock = await startClock(gateway, { settable: true });
  await clock.set({ now: TUESDAY_10, rate: 0 });
  const secrets = createSecrets([SECRET]);
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  const log = createLog('debug', sink);
  const jobs = await startJobQueue(gateway, {
    worker: true,
    failed: (error) => log.error({ err: error }, 'a job failed'),
  });
  const resources: Resources = {
    gateway,
    clock,
    seal: secrets,
    matchKeys: secrets,
    events: await startEvents(gateway),
    jobs,
    publicUrl: 'http://localhost',
    log,
    limits: { ...createLimits(), ...limits },
    setUpToken: SET_UP_TOKEN,
  };
  const settings = {
    authSecret: secrets.serverKey('auth'),
    publicUrl: 'http://localhost',
    trustedOrigins: [],
    // A test plays visitors of many addresses: `x-forwarded-for` says which.
    trustProxy: true,
    textToken: TEXT_TOKEN,
    staticFolders: [],
    requestTimeoutMs: 30_000,
    stopWithinMs: 2_000,
  };
  const server = await startServer(resources, schema, settings, { port: 0, host: '127.0.0.1' });
  return {
    server,
    url: server.url,
    resources,
    jobs,
    database,
    log: () => lines.join(''),
    setClock: (now) => clock.set({ now }),
    close: async () => {
      await server.stop();
      await jobs.stop();
      await resources.events.stop();
      await clock.stop();
      await database.close();
    },
  };
}
