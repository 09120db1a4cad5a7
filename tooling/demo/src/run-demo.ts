import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Environment, type Program, startProgram } from '@beback/api';
import { serveDealerSite } from './dealer-site.ts';
import { UnfinishedDemo } from './decide-start.ts';
import { DEMO_PUBLISHABLE_KEY } from './demo-access.ts';
import { demandFreePorts } from './free-ports.ts';
import { type DemoOptions, wantsDemo } from './options.ts';
import { type PreparedDemo, prepareDemo } from './prepare-demo.ts';
import { welcome } from './welcome.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Opens the database, fills it when it is empty and demo data are wanted, serves API, widgets and showroom until
 * SIGTERM or SIGINT.
 *
 * @throws OptionsError where demo data and others would mix, or a port is taken.
 */
export async function runDemo(environment: Environment, options: DemoOptions): Promise<void> {
  const { host, port } = environment;
  // 0 takes whatever is free.
  if (port !== 0) await demandFreePorts(host, wantsDemo(options, environment) ? [port, port + 1] : [port]);
  const { program, demo } = await startAnewIfUnfinished(environment, () => startServing(environment, options));
  const dealer = demo === undefined ? undefined : await startDealerSite(program, environment);
  const url = program.server?.url ?? environment.publicUrl;
  console.log(demo === undefined ? ready(url, program.setUpLink) : welcome(url, demo.info));
  stopOnSignal(program, dealer, demo);
}

interface Serving {
  readonly program: Program;
  readonly demo: PreparedDemo | undefined;
}

async function startServing(given: Environment, options: DemoOptions): Promise<Serving> {
  const wanted = wantsDemo(options, given);
  // The demo's time can be set and sped up; a server that people work with goes by what it is told.
  const environment: Environment = wanted ? { ...given, clock: 'settable' } : given;
  const { port, dataFolder } = environment;
  let demo: PreparedDemo | undefined;
  const program = await startProgram(environment, {
    staticFolders: [
      { path: '/widgets/', folder: join(ROOT, 'packages/widgets/dist/embed'), shared: true },
      ...(wanted ? [{ path: '/demo/', folder: join(dataFolder, 'demo/public') }] : []),
      { path: '/', folder: join(ROOT, 'apps/showroom/dist') },
    ],
    trustedOrigins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
    prepare: async (resources) => {
      const dealerSite = `http://localhost:${port + 1}`;
      demo = await prepareDemo(resources, { wanted, stores: options.stores, dataFolder, port, dealerSite });
    },
  });
  return { program, demo };
}

/** Throws away an embedded database that holds nothing but a demo which nobody could sign in to yet. */
async function startAnewIfUnfinished<T>({ dataFolder }: Environment, begin: () => Promise<T>): Promise<T> {
  try {
    return await begin();
  } catch (error) {
    if (!(error instanceof UnfinishedDemo)) throw error;
    console.log('The last start was ended while it filled the demo: beginning anew.');
    await rm(join(dataFolder, 'database'), { recursive: true, force: true });
    return begin();
  }
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

function stopOnSignal(program: Program, dealer: Server | undefined, demo: PreparedDemo | undefined): void {
  const stop = async () => {
    demo?.leaveClock();
    dealer?.close();
    dealer?.closeAllConnections();
    await program.stop();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void stop().then(
        () => process.exit(0),
        (error: unknown) => {
          program.resources.log.error({ err: error }, 'a part did not close');
          process.exit(1);
        },
      );
    });
  }
}
