import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

// Inside the workspace, so that the fixture finds Vitest.
const fixture = mkdtempSync(fileURLToPath(new URL('./fixture-', import.meta.url)));
const reports = mkdtempSync(join(tmpdir(), 'beback-reports-'));
afterAll(() => {
  for (const folder of [fixture, reports]) rmSync(folder, { recursive: true, force: true });
});

function run(body: string) {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports);
  writeFileSync(join(fixture, 'x.test.ts'), `import { expect, it } from 'vitest';\nit('adds', () => { ${body} });\n`);
  const program = fileURLToPath(new URL('./run-vitest.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [program, '--root', '.'], {
    cwd: fixture,
    env: { ...process.env, BEBACK_TEST_REPORTS: reports },
  });
  const [name = ''] = readdirSync(reports);
  return { status, name, report: JSON.parse(readFileSync(join(reports, name), 'utf8')) };
}

it('leaves a report named after the package and ends with 0 when all passes', () => {
  const { status, name, report } = run('expect(1 + 1).toBe(2)');
  expect(status).toBe(0);
  expect(name).toMatch(/^tooling_config_fixture-\w+\.json$/);
  expect(report).toMatchObject({ numPassedTests: 1, success: true });
});

it('leaves a report and ends with 1 when a test fails', () => {
  const { status, report } = run('expect(1 + 1).toBe(3)');
  expect(status).toBe(1);
  expect(report).toMatchObject({ numFailedTests: 1, success: false });
});
