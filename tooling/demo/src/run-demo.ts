import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Environment, hashPassword, type Program, type Resources, startProgram } from '@beback/api';
import { serveDealerSite } from './dealer-site.ts';
import { DEMO_PASSWORD, DEMO_PUBLISHABLE_KEY } from './demo-access.ts';
import { DEMO_BEGINS, resumeClock } from './demo-clock.ts';
import { fillDemo } from './fill/fill-demo.ts';
import { type DemoOptions, OptionsError } from './options.ts';
import { type DemoInfo, demoInfo, welcome } from './welcome.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SEED = 'demo';
const HISTORY = { days: 30, leadsADay: 2 };

/**
 * Opens the database, fills it when it is empty and demo data are wanted, serves API, widgets and showroom until
 * SIGTERM or SIGINT.
 *
 * @throws OptionsError when demo data are asked for and the database holds other data.
 */
export async function runDemo(environment: Environment, options: DemoOptions): Promise<void> {
  const embedded = environment.databaseUrl === undefined;
  const wanted = !options.empty && (embedded || options.demo);
  const dealerSite = `http://localhost:${environment.port + 1}`;
  const info = demoInfo(SEED, options.stores, dealerSite);
  const folder = join(environment.dataFolder, 'demo');
  if (wanted) await prepareFolder(environment, folder, info);
  let saveClock = () => {};

  const program = await startProgram(environment, {
    staticFolders: [
      { path: '/widgets/', folder: join(ROOT, 'packages/widgets/dist/embed'), shared: true },
      ...(wanted ? [{ path: '/demo/', folder: join(folder, 'public') }] : []),
      { path: '/', folder: join(ROOT, 'apps/showroom/dist') },
    ],
    trustedOrigins: [`http://localhost:${environment.port}`, `http://127.0.0.1:${environment.port}`],
    prepare: async (resources) => {
      if (!wanted) return;
      saveClock = await resumeClock(resources, join(folder, 'clock'));
      await fillOnce(resources, environment, options, dealerSite);
      await rm(markerOf(folder), { force: true });
    },
  });
  const dealer = wanted ? await startDealerSite(program, environment) : undefined;
  const url = program.server?.url ?? environment.publicUrl;
  console.log(wanted ? welcome(url, info) : ready(url, program.setUpLink));
  stopOnSignal(program, dealer, () => saveClock());
}

/** Marks a fill under way: a start that finds the mark throws the unfinished embedded database away. */
async function prepareFolder({ dataFolder, databaseUrl }: Environment, folder: string, info: DemoInfo): Promise<void> {
  const database = join(dataFolder, 'database');
  const marker = markerOf(folder);
  const unfinished = existsSync(marker);
  if (unfinished && databaseUrl === undefined) {
    console.log('The last start was ended while it filled the demo: beginning anew.');
    await rm(database, { recursive: true, force: true });
  }
  await mkdir(join(folder, 'public'), { recursive: true });
  await writeFile(join(folder, 'public/info.json'), JSON.stringify(info));
  if (!existsSync(database)) await writeFile(marker, '');
}

function markerOf(folder: string): string {
  return join(folder, 'filling');
}

async function fillOnce(
  { gateway, seal, matchKeys: keys, clock }: Resources,
  environment: Environment,
  { stores }: DemoOptions,
  dealerSite: string,
): Promise<void> {
  const users = await gateway.directory.prisma.user.count();
  if (users > 0) return;
  if ((await gateway.directory.prisma.keyDirectory.count()) > 0) {
    throw new OptionsError('The database holds an unfinished demo: --demo fills an empty database only.');
  }
  console.log(`Filling the demo group: ${stores} stores, ${HISTORY.days} days`);
  const port = environment.port;
  const wish = {
    seed: SEED,
    stores,
    ...HISTORY,
    until: DEMO_BEGINS,
    origins: [dealerSite, `http://localhost:${port}`, `http://127.0.0.1:${port}`],
    passwordHash: await hashPassword(DEMO_PASSWORD),
  };
  const progress = (done: number, of: number) => {
    if (done % 11 === 0 || done === of) console.log(`  ${done} of ${of} stores`);
  };
  await fillDemo(wish, { gateway, seal, keys, progress });
  // The fill took its time; the demo begins where the history ends.
  await clock.set({ now: DEMO_BEGINS });
}

function startDealerSite(program: Program, { host, port }: Environment): Promise<Server> {
  const folder = join(ROOT, 'apps/showroom/dealer-site');
  const api = `http://localhost:${program.server?.port ?? port}`;
  return serveDealerSite(folder, { api, key: DEMO_PUBLISHABLE_KEY }, { host, port: port + 1 });
}

function ready(url: string, setUpLink: string | undefined): string {
  const first = setUpLink === undefined ? '' : `\nNobody can sign in yet. Set it up at ${setUpLink}`;
  return `\nBeback is ready at ${url}${first}\n`;
}

function stopOnSignal(program: Program, dealer: Server | undefined, saveClock: () => void): void {
  const stop = async () => {
    saveClock();
    dealer?.close();
    dealer?.closeAllConnections();
    await program.stop();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void stop().then(() => process.exit(0));
    });
  }
}
