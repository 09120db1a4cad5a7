import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runGuide } from '@beback/testing/run-guide';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Started, start } from './support/demo-process.ts';

const GUIDE = fileURLToPath(new URL('../../../docs/guides/first-hour-with-the-api.md', import.meta.url));

let folder: string;
let demo: Started;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beback-first-hour-'));
  demo = await start(['--stores', '2'], { BEBACK_DATA_DIR: folder });
}, 300_000);
afterAll(async () => {
  await demo?.stop();
  await rm(folder, { recursive: true, force: true });
});

it('the first hour with the API goes as its guide says, each snippet with the answer that it shows', async () => {
  const url = /Beback is ready at (\S+)/.exec(demo.words())?.[1] ?? '';
  const { shown, said } = await runGuide(GUIDE, folder, { BEBACK_URL: url });
  expect(shown.filter((text) => text !== '').length).toBeGreaterThan(5);
  expect(said).toEqual(shown);
});
