import type { Logger } from 'pino';
import { startClock } from './clock/start-clock.ts';
import { closeAll } from './close-all.ts';
import type { Gateway } from './database/gateway.ts';
import { openGateway } from './database/open-gateway.ts';
import { dueWorkHandlers } from './due-work-handlers.ts';
import type { Environment } from './environment.ts';
import { startEvents } from './events/start-events.ts';
import { buildSchema } from './graphql/schema.ts';
import { type JobQueue, startJobQueue } from './jobs/job-queue.ts';
import { startTick, type Tick } from './jobs/start-tick.ts';
import { workMail } from './modules/outgoing/work-mail.ts';
import { isEmptyDatabase } from './modules/setup/set-up.ts';
import { setUpLink } from './modules/setup/set-up-token.ts';
import { holdMatchSecret } from './secrets/hold-match-secret.ts';
import { keyMaterial } from './secrets/key-material.ts';
import { createSecrets } from './secrets/secrets.ts';
import { type BebackServer, startServer } from './server/create-server.ts';
import { createLog } from './server/log.ts';
import { createLimits, type Resources } from './server/resources.ts';
import type { ServerSettings } from './server/server-settings.ts';

/** A running Beback: one process, with the roles that its environment names. */
export interface Program {
  readonly resources: Resources;
  /** Undefined in a process that only works. */
  readonly server: BebackServer | undefined;
  /** Undefined in a process that only serves. */
  readonly tick: Tick | undefined;
  /** Where the first administrator begins, for the eyes of who started the program; undefined unless the database is empty. */
  readonly setUpLink: string | undefined;
  /** Takes no new request, finishes what runs, closes the database. */
  stop(): Promise<void>;
}

/** What a caller adds to the environment. */
export interface ProgramExtras {
  readonly staticFolders?: ServerSettings['staticFolders'];
  readonly trustedOrigins?: readonly string[];
  /** Texts of operations that members may name by id beside ours: of a program that ships pages of its own. */
  readonly operations?: readonly string[];
  readonly log?: Logger;
  /** Runs before the server listens: the demo fills its group here. */
  readonly prepare?: (resources: Resources) => Promise<void>;
}

const REQUEST_TIMEOUT_MS = 30_000;
const STOP_WITHIN_MS = 10_000;

/**
 * Opens the database, starts the clock, the events, the workers and the server, in that order; what was opened is closed
 * again when a later step fails.
 *
 * @example
 * const program = await startProgram(readEnvironment());
 * await program.stop();
 */
export async function startProgram(environment: Environment, extras: ProgramExtras = {}): Promise<Program> {
  const closers: (() => Promise<void>)[] = [];
  const stop = (): Promise<void> => closeAll(closers);
  try {
    const log = extras.log ?? createLog(environment.logLevel);
    const gateway = await openGateway(environment);
    closers.push(() => gateway.close());
    const secrets = createSecrets(await keyMaterial(environment));
    await holdMatchSecret(gateway, secrets);
    const clock = await startClock(gateway, { settable: environment.clock === 'settable' });
    closers.push(() => clock.stop());
    const events = await startEvents(gateway);
    closers.push(() => events.stop());
    const works = environment.role !== 'api';
    const jobs = await queueOf(gateway, works, log);
    closers.push(() => jobs.stop());
    const resources: Resources = {
      gateway,
      clock,
      seal: secrets,
      matchKeys: secrets,
      events,
      jobs,
      publicUrl: environment.publicUrl,
      log,
      limits: createLimits(),
      setUpToken: secrets.serverKey('setUp'),
    };
    await extras.prepare?.(resources);

    const tick = works ? tickOf(resources) : undefined;
    if (tick !== undefined) closers.push(() => tick.stop());
    if (works)
      await workMail(jobs, resources, {
        smtpUrl: environment.smtpUrl,
        from: environment.mailFrom,
        texts: environment.texts,
      });
    const server =
      environment.role === 'worker'
        ? undefined
        : await startServer(resources, buildSchema(), serverSettings(environment, secrets.serverKey('auth'), extras), {
            port: environment.port,
            host: environment.host,
          });
    if (server !== undefined) closers.push(() => server.stop());
    const link = server === undefined ? undefined : await openSetUpLink(resources, environment.publicUrl);
    return { resources, server, tick, setUpLink: link, stop };
  } catch (error) {
    // Why it did not start says more than what did not close after it.
    await stop().catch(() => {});
    throw error;
  }
}

async function openSetUpLink({ gateway, setUpToken }: Resources, publicUrl: string): Promise<string | undefined> {
  return setUpToken !== undefined && (await isEmptyDatabase(gateway)) ? setUpLink(publicUrl, setUpToken) : undefined;
}

function queueOf(gateway: Gateway, worker: boolean, log: Logger): Promise<JobQueue> {
  return startJobQueue(gateway, {
    worker,
    failed: (error, job) => log.error({ err: error, ...job }, 'a job failed; the queue tries again'),
  });
}

function tickOf(resources: Resources): Tick {
  const { gateway, clock, log } = resources;
  return startTick({
    gateway,
    clock,
    handlers: dueWorkHandlers(resources),
    failed: ({ work, error, dead }) => {
      const about = work === undefined ? {} : { workId: work.id, kind: work.kind, attempt: work.attempt };
      const outcome = dead ? 'it is left aside: the query deadWork shows it' : 'it is tried again';
      log.error({ err: error, dead, ...about }, `due work failed, ${outcome}`);
    },
  });
}

function foldersOf({ widgetsFolder, pagesFolder }: Environment): ServerSettings['staticFolders'] {
  return [
    ...(widgetsFolder === undefined ? [] : [{ path: '/widgets/', folder: widgetsFolder, shared: true }]),
    ...(pagesFolder === undefined ? [] : [{ path: '/', folder: pagesFolder }]),
  ];
}

function serverSettings(environment: Environment, authSecret: string, extras: ProgramExtras): ServerSettings {
  return {
    authSecret,
    publicUrl: environment.publicUrl,
    trustedOrigins: [environment.publicUrl, ...(extras.trustedOrigins ?? [])],
    trustProxy: environment.trustProxy,
    textToken: environment.texts?.authToken,
    operations: extras.operations,
    staticFolders: [...(extras.staticFolders ?? []), ...foldersOf(environment)],
    requestTimeoutMs: REQUEST_TIMEOUT_MS,
    stopWithinMs: STOP_WITHIN_MS,
  };
}
