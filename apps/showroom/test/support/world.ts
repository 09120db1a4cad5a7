import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword, type Program, type ProgramExtras, readEnvironment, startProgram } from '@beback/api';
import { serveDealerSite } from '@beback/demo/dealer-site';
import { DEMO_PASSWORD, DEMO_PUBLISHABLE_KEY } from '@beback/demo/demo-access';
import { DEMO_BEGINS } from '@beback/demo/demo-clock';
import { fillDemo } from '@beback/demo/fill-demo';
import { CHROMIUM_FLAGS, chromiumPath } from '@beback/testing/chromium';
import { freePort } from '@beback/testing/free-port';
import { type MailServer, startMailServer } from '@beback/testing/mail-server';
import { createTestDatabase } from '@beback/testing/test-database';
import { type Browser, chromium } from 'playwright-core';
import { type LogIn, type LogIns, letIn } from './staff.ts';

/** What the journey runs on. */
export const ENGINES = ['the embedded database', 'PostgreSQL'] as const;
export type Engine = (typeof ENGINES)[number];

/** Time that opening may take: a database is made, 88 stores are filled, a browser starts. */
export const OPENING_MILLISECONDS = 600_000;
const SEED = 'demo';
/** Whom and what of the demo's group the journey meets. */
export const DEMO = {
  /** The first store: the demo's keys are its. */
  store: 'Northgate Motors Albany',
  /** Its internet department e-mails and skips its calls. */
  skippingStore: 'Northgate Motors Provo',
  principal: { email: 'principal@group.example', password: DEMO_PASSWORD },
  administrator: { email: 'administrator@group.example', password: DEMO_PASSWORD },
  manager: { email: 'internet.manager@store1.example', password: DEMO_PASSWORD },
} as const;
const ROOT = join(import.meta.dirname, '../../../..');
const DEALER_SITE = join(import.meta.dirname, '../../dealer-site');

/** The real program in a browser's reach, a database behind it, a real mail server beside it. */
export interface Site {
  /** The server's and the showroom's origin. */
  readonly url: string;
  readonly program: Program;
  readonly mail: MailServer;
  readonly browser: Browser;
  /** Sets the one clock; it stands. */
  setClock(at: string): Promise<void>;
  close(): Promise<void>;
}

/** A site with the demo's group in it, and a dealer's site on another origin. */
export interface World extends Site {
  /** A dealer's site that the store's publishable key lists. */
  readonly dealerSite: string;
  /** The same site on an origin that is not listed. */
  readonly strangerSite: string;
  /** How one of the store's salespeople signs in. */
  logInOf(name: string): LogIn;
  /** The store's managers. */
  readonly managers: LogIns;
}

/** Opens a site that nobody has set up yet. */
export function openEmptySite(): Promise<Site> {
  return opened((closers) => openSite(closers, 'the embedded database', async () => {}));
}

/** Opens a world whose clock stands at the demo's beginning, a Friday afternoon on which all stores are open. */
export function openWorld(engine: Engine, { stores }: { readonly stores: number }): Promise<World> {
  return opened(async (closers) => {
    const [dealerPort, strangerPort] = [await freePort(), await freePort()];
    const dealerSite = `http://localhost:${dealerPort}`;
    let salespeople: LogIns = new Map();
    let managers: LogIns = new Map();
    const site = await openSite(closers, engine, async (resources) => {
      const { gateway, seal, matchKeys: keys, clock } = resources;
      const wish = { seed: SEED, stores, days: 30, leadsADay: 1, until: DEMO_BEGINS, origins: [dealerSite] };
      const passwordHash = await hashPassword(DEMO_PASSWORD);
      const groupId = await fillDemo({ ...wish, passwordHash }, { gateway, seal, keys, progress: () => {} });
      await clock.set({ now: DEMO_BEGINS, rate: 0 });
      const access = { password: DEMO_PASSWORD, passwordHash };
      const people = (roles: readonly string[]) => letIn(resources, groupId, { store: DEMO.store, roles }, access);
      salespeople = await people(['salesperson']);
      managers = await people(['manager', 'generalManager']);
    });
    for (const port of [dealerPort, strangerPort]) {
      const words = { api: site.url, key: DEMO_PUBLISHABLE_KEY };
      const dealer = await serveDealerSite(DEALER_SITE, words, { host: 'localhost', port });
      closers.push(async () => {
        dealer.closeAllConnections();
        dealer.close();
      });
    }
    return {
      ...site,
      dealerSite,
      strangerSite: `http://localhost:${strangerPort}`,
      managers,
      logInOf: (name) => {
        const logIn = salespeople.get(name);
        if (logIn === undefined) throw new Error(`${name} is no salesperson of ${DEMO.store}`);
        return logIn;
      },
    };
  });
}

type Closers = (() => Promise<unknown>)[];

/** What the opening has opened is closed with it, also when it fails on its way. */
async function opened<Opened>(open: (closers: Closers) => Promise<Opened>): Promise<Opened & Pick<Site, 'close'>> {
  const closers: Closers = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await open(closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openSite(
  closers: Closers,
  engine: Engine,
  prepare: NonNullable<ProgramExtras['prepare']>,
): Promise<Omit<Site, 'close'>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'beback-journey-'));
  closers.push(() => rm(dataFolder, { recursive: true, force: true }));
  const mail = await startMailServer();
  closers.push(() => mail.stop());
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const database = engine === 'PostgreSQL' ? await createTestDatabase() : undefined;
  if (database !== undefined) closers.push(() => database.drop());
  const environment = readEnvironment({
    PORT: String(port),
    BEBACK_PUBLIC_URL: url,
    BEBACK_DATA_DIR: dataFolder,
    BEBACK_CLOCK: 'settable',
    BEBACK_LOG_LEVEL: 'error',
    BEBACK_SECRET: 'a secret of the journey of thirty-two bytes and some more',
    SMTP_URL: mail.url,
    ...(database !== undefined && { DATABASE_URL: database.url }),
  });
  const program = await startProgram(environment, {
    staticFolders: [
      { path: '/widgets/', folder: join(ROOT, 'packages/widgets/dist/embed'), shared: true },
      { path: '/', folder: join(ROOT, 'apps/showroom/dist') },
    ],
    prepare,
  });
  closers.push(() => program.stop());
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS] });
  closers.push(() => browser.close());
  const setClock = (at: string) => program.resources.clock.set({ now: Date.parse(at) as typeof DEMO_BEGINS });
  return { url, program, mail, browser, setClock };
}
