import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashPassword, type Resources } from '@beback/api';
import { databaseState } from './database-state.ts';
import { decideStart } from './decide-start.ts';
import { DEMO_PASSWORD } from './demo-access.ts';
import { DEMO_BEGINS, resumeClock, saveClock } from './demo-clock.ts';
import { fillDemo } from './fill/fill-demo.ts';
import { type DemoInfo, demoInfo } from './welcome.ts';

/** The demo's group is the same each time: all of it comes from this seed. */
export const DEMO_SEED = 'demo';
export const DEMO_HISTORY = { days: 30, leadsADay: 2 } as const;

export interface DemoStart {
  /** Whether demo data are asked for. */
  readonly wanted: boolean;
  /** Stores of a demo that is filled now. */
  readonly stores: number;
  /** Where the server's own files lie: the embedded database, the demo's clock and what its pages are told. */
  readonly dataFolder: string;
  readonly port: number;
  /** The dealer's site, on an origin of its own. */
  readonly dealerSite: string;
}

export interface PreparedDemo {
  readonly info: DemoInfo;
  /** Saves the demo's time a last time. */
  readonly leaveClock: () => void;
}

/**
 * Looks at what the database holds before anything in it is changed; then fills it with the demo, or goes on with the one
 * that is there.
 *
 * @returns undefined where no demo is wanted.
 * @throws OptionsError, UnfinishedDemo, as {@link decideStart} does.
 */
export async function prepareDemo(resources: Resources, start: DemoStart): Promise<PreparedDemo | undefined> {
  const { gateway } = resources;
  const state = await databaseState(resources, DEMO_SEED);
  const folder = gateway.engine === 'pglite' ? join(start.dataFolder, 'database') : undefined;
  const decision = decideStart(state, { wanted: start.wanted, folder });
  if (decision === 'serve') return undefined;
  const clockFile = join(start.dataFolder, 'demo/clock');
  const info = demoInfo(DEMO_SEED, state.kind === 'demo' ? state.stores : start.stores, start.dealerSite);
  await mkdir(join(start.dataFolder, 'demo/public'), { recursive: true });
  await writeFile(join(start.dataFolder, 'demo/public/info.json'), JSON.stringify(info));
  if (decision === 'fill') await fill(resources, start);
  else await resumeClock(resources, clockFile);
  return { info, leaveClock: saveClock(resources, clockFile) };
}

async function fill(
  { gateway, seal, matchKeys: keys, clock }: Resources,
  { stores, port, dealerSite }: DemoStart,
): Promise<void> {
  console.log(`Filling the demo group: ${stores} stores, ${DEMO_HISTORY.days} days`);
  const wish = {
    seed: DEMO_SEED,
    stores,
    ...DEMO_HISTORY,
    until: DEMO_BEGINS,
    origins: [dealerSite, `http://localhost:${port}`, `http://127.0.0.1:${port}`],
    passwordHash: await hashPassword(DEMO_PASSWORD),
  };
  const progress = (done: number, of: number) => {
    if (done % 11 === 0 || done === of) console.log(`  ${done} of ${of} stores`);
  };
  // Before: a fill that ends with its people in leaves no clock behind that shows another time.
  await clock.set({ now: DEMO_BEGINS });
  await fillDemo(wish, { gateway, seal, keys, progress });
  // And after: the fill took its time; the demo begins where the history ends.
  await clock.set({ now: DEMO_BEGINS });
}
