import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const config = fileURLToPath(new URL('./laws.vitest.config.ts', import.meta.url));
// Inside the workspace, so that the fixture finds Vitest and fast-check.
const fixture = mkdtempSync(fileURLToPath(new URL('../fixture-', import.meta.url)));
afterAll(() => rmSync(fixture, { recursive: true, force: true }));

it.each([
  ['that says how many', '{ numRuns: 7 }', 140],
  ['that says a seed alone', '{ seed: 1 }', 2000],
  ['that says nothing', 'undefined', 2000],
])('tries a law %s on twenty times as many cases', (_, parameters, runs) => {
  mkdirSync(join(fixture, 'src'), { recursive: true });
  writeFileSync(
    join(fixture, 'src/x.test.ts'),
    `import fc from 'fast-check';
import { expect, it } from 'vitest';
it('counts', () => {
  let runs = 0;
  fc.assert(fc.property(fc.nat(), () => { runs++; }), ${parameters});
  expect(runs).toBe(${runs});
});
`,
  );
  const { status, stdout } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', config, '--root', fixture, 'src/x.test.ts'],
    { cwd: fixture, encoding: 'utf8' },
  );
  expect({ status, passed: /1 passed/.test(stdout) }, stdout).toEqual({ status: 0, passed: true });
});
