import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../../bootstrap/pins.mjs';
import { runSuites, suiteOrder } from './run-suites.ts';
import { type WorkspacePackage, workspacePackages } from './workspace-package.ts';

const fixture = mkdtempSync(join(tmpdir(), 'beback-suites-'));
afterAll(() => rmSync(fixture, { recursive: true, force: true }));

function suite(folder: string, script: string): WorkspacePackage {
  mkdirSync(join(fixture, folder), { recursive: true });
  writeFileSync(join(fixture, folder, 'package.json'), JSON.stringify({ scripts: { test: script } }));
  return { name: folder, folder, dependencies: [] };
}

async function run(...suites: readonly WorkspacePackage[]) {
  const shown: string[] = [];
  const passed = await runSuites(fixture, suites, { ...process.env, WORD: 'given' }, (said) => {
    shown.push(Buffer.from(said).toString('utf8'));
  });
  return { passed, shown };
}

it('begins with the suites that take longest, and leaves none out', () => {
  const packages = workspacePackages(root);
  const order = suiteOrder(packages).map(({ folder }) => folder);
  expect(order.slice(0, 2)).toEqual(['apps/api', 'apps/showroom']);
  expect(order.toSorted()).toEqual(packages.map(({ folder }) => folder).toSorted());
});

it('runs every suite with the environment that it is given, and shows what each said in one piece', async () => {
  const words = ['a', 'b', 'c', 'd', 'e'];
  const suites = words.map((word) => suite(word, `echo ${word} $WORD; sleep 0.1; echo ${word} done`));
  const { passed, shown } = await run(...suites);
  expect(passed).toBe(true);
  expect(shown.toSorted()).toEqual(words.map((word) => `${word} given\n${word} done\n`));
});

it('runs the others when one fails, and says that not all ended well', async () => {
  const { passed, shown } = await run(
    suite('bad', 'echo bad >&2; exit 3'),
    ...['x', 'y', 'z'].map((w) => suite(w, `echo ${w}`)),
  );
  expect(passed).toBe(false);
  expect(shown.toSorted()).toEqual(['bad\n', 'x\n', 'y\n', 'z\n']);
});
