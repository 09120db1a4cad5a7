import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

interface Fixture {
  readonly rule: string;
  readonly path: string;
  readonly text: string;
  /** Where the same text is welcome. */
  readonly fineAt?: string;
}

const clock = 'No hidden clock';
const chance = 'No hidden chance';
const temporal = 'Temporal is for tests';
const scalarIds = 'Write the scalar ids';

const fixtures: readonly Fixture[] = [
  {
    rule: clock,
    path: 'packages/core/src/plan/now.ts',
    text: 'export const at = Date.now();',
    fineAt: 'apps/api/src/clock/now.ts',
  },
  {
    rule: clock,
    path: 'packages/adf/src/date.ts',
    text: 'export const at = new Date();',
    fineAt: 'packages/adf/src/date.test.ts',
  },
  { rule: clock, path: 'packages/simulator/src/text.ts', text: 'export const at = Date();' },
  { rule: clock, path: 'apps/api/src/modules/lead/service.ts', text: 'export const now = () => Date.now();' },
  {
    rule: chance,
    path: 'packages/simulator/src/dice.ts',
    text: 'export const dice = Math.random();',
    fineAt: 'apps/api/src/jobs/dice.ts',
  },
  {
    rule: temporal,
    path: 'packages/core/src/plan/zoned.ts',
    text: 'export const day = Temporal.PlainDate;',
    fineAt: 'packages/core/src/calendar/zoned.test.ts',
  },
  {
    rule: temporal,
    path: 'packages/core/src/plan/poly.ts',
    text: "import { Temporal } from 'temporal-polyfill';\nexport const T = Temporal;",
  },
  {
    rule: scalarIds,
    path: 'apps/api/src/modules/lead/connect.ts',
    text: 'export const data = { store: { connect: { id: 1 } } };',
    fineAt: 'packages/client/src/connect.ts',
  },
  {
    rule: scalarIds,
    path: 'apps/api/src/modules/lead/disconnect.ts',
    text: 'export const data = { store: { disconnect: true } };',
  },
  {
    rule: scalarIds,
    path: 'apps/api/src/modules/lead/either.ts',
    text: 'export const data = { store: { connectOrCreate: { create: {} } } };',
  },
  {
    rule: 'lint/style/noRestrictedGlobals',
    path: 'packages/core/src/plan/process.ts',
    text: 'export const id = process.pid;',
    fineAt: 'apps/api/src/id.ts',
  },
  {
    rule: 'lint/style/noRestrictedGlobals',
    path: 'packages/core/src/plan/fetch.ts',
    text: "export const page = fetch('https://example.com');",
  },
  {
    rule: 'lint/style/noRestrictedGlobals',
    path: 'packages/core/src/plan/global.ts',
    text: 'export const g = globalThis;',
  },
  {
    rule: 'lint/style/noProcessEnv',
    path: 'apps/api/src/server/port.ts',
    text: 'export const port = process.env.PORT;',
    fineAt: 'apps/api/src/environment.ts',
  },
  {
    rule: 'lint/style/noDefaultExport',
    path: 'packages/adf/src/lead.ts',
    text: 'export default 1;',
    fineAt: 'packages/adf/vitest.config.ts',
  },
  { rule: 'lint/style/noEnum', path: 'packages/adf/src/kind.ts', text: 'export enum Kind {\n  Lead,\n}' },
  {
    rule: 'lint/style/noNamespace',
    path: 'packages/adf/src/space.ts',
    text: 'export namespace Space {\n  export const a = 1;\n}',
  },
  {
    rule: 'lint/style/noParameterProperties',
    path: 'packages/adf/src/box.ts',
    text: 'export class Box {\n  constructor(readonly size: number) {}\n}',
  },
  {
    rule: 'lint/style/noNonNullAssertion',
    path: 'packages/adf/src/sure.ts',
    text: 'export const first = (list: string[]) => list[0]!;',
  },
  {
    rule: 'lint/suspicious/noExplicitAny',
    path: 'packages/adf/src/loose.ts',
    text: 'export const loose = (x: any) => x;',
  },
  {
    rule: 'lint/performance/noBarrelFile',
    path: 'packages/adf/src/parts.ts',
    text: "export { a } from './a.ts';",
    fineAt: 'packages/adf/src/index.ts',
  },
  { rule: 'lint/performance/noReExportAll', path: 'packages/adf/src/all.ts', text: "export * from './a.ts';" },
  {
    rule: 'lint/style/useFilenamingConvention',
    path: 'packages/adf/src/readLead.ts',
    text: 'export const a = 1;',
    fineAt: 'packages/adf/src/read-lead.ts',
  },
  {
    rule: 'lint/style/noExcessiveLinesPerFile',
    path: 'packages/adf/src/long.ts',
    text: Array.from({ length: 301 }, (_, n) => `export const a${n} = ${n};`).join('\n'),
  },
  {
    rule: 'lint/suspicious/noImportCycles',
    path: 'packages/adf/src/circle.ts',
    text: "import { b } from './circle-back.ts';\nexport const a = () => b;",
  },
  {
    rule: 'lint/correctness/noUndeclaredDependencies',
    path: 'packages/adf/src/foreign.ts',
    text: "import { x } from 'left-pad';\nexport const y = x;",
  },
  {
    rule: 'lint/suspicious/noSkippedTests',
    path: 'packages/adf/src/lead.test.ts',
    text: "import { it } from 'vitest';\n\nit.skip('reads', () => {});",
  },
  {
    rule: 'lint/suspicious/noFocusedTests',
    path: 'packages/adf/src/only.test.ts',
    text: "import { it } from 'vitest';\n\nit.only('reads', () => {});",
  },
];

const root = fileURLToPath(new URL('../../..', import.meta.url));
let workspace = '';
let found: readonly { readonly path: string; readonly text: string }[] = [];

function put(path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}

// One run of Biome over a copy of the workspace's settings with all fixtures in it.
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'beback-lint-'));
  cpSync(join(root, 'tooling/lint'), join(workspace, 'tooling/lint'), {
    recursive: true,
    filter: (from) => !from.includes('node_modules') && !from.endsWith('.ts'),
  });
  const settings = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  put('biome.json', JSON.stringify({ ...settings, vcs: { enabled: false } }));
  put('packages/adf/package.json', '{ "name": "@beback/adf", "devDependencies": { "vitest": "1.0.0" } }');
  put('packages/core/package.json', '{ "name": "@beback/core", "devDependencies": { "temporal-polyfill": "1.0.0" } }');
  put('packages/adf/src/a.ts', 'export const a = 1;');
  put('packages/adf/src/circle-back.ts', "import { a } from './circle.ts';\nexport const b = () => a;");
  for (const { path, text, fineAt } of fixtures) {
    put(path, text);
    if (fineAt) put(fineAt, text);
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=github', '--max-diagnostics=none', '--diagnostic-level=error', '.'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: workspace, encoding: 'utf8' });
  found = [...stdout.matchAll(/^::error title=([^,]*),file=([^,]*),.*?::(.*)$/gm)].map(
    ([, title, file = '', message]) => ({
      path: file.replace(`${workspace}/`, ''),
      text: `${title} ${message}`,
    }),
  );
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

for (const { rule, path, fineAt } of fixtures) {
  it(`refuses ${path} by "${rule}"${fineAt ? ` and lets ${fineAt} be` : ''}`, () => {
    const at = (place: string) => found.filter((finding) => finding.path === place && finding.text.includes(rule));
    expect(at(path)).not.toEqual([]);
    if (fineAt) expect(at(fineAt)).toEqual([]);
  });
}
