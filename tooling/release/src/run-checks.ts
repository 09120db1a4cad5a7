// Runs the checks, all or the named ones; a failing one does not stop the others:
//   node tooling/release/src/run-checks.ts [name…]
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { checks } from './checks.ts';
import { root } from './public-package.ts';

const names = process.argv.slice(2);
const unknown = names.find((name) => !checks.some((check) => check.name === name));
if (unknown !== undefined) {
  const known = checks.map((check) => check.name).join(', ');
  throw new Error(`No check is called "${unknown}": expected some of ${known}.`);
}

const chosen = checks.filter((check) => names.length === 0 || names.includes(check.name));
let failed = 0;
for (const { name, what, args } of chosen) {
  const start = performance.now();
  const { code, output } = await run(args);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (code !== 0) failed++;
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)}  ${seconds.padStart(6)} s  ${what}`);
  if (code !== 0) console.log(`${output.trimEnd()}\n`);
}
const total = { passed: chosen.length - failed, failed, skipped: 0 };
const totalsFile = process.env['BEBACK_TOTALS_FILE'];
if (totalsFile) writeFileSync(totalsFile, JSON.stringify(total));
console.log(`\n${total.passed} checks passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

// Helpers

function run(args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1' };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
