import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** Of the caller's environment only what reaches the registry and talks to the terminal; all npm_config_* besides. */
const kept = [
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'TMPDIR',
  'CITUS_URL',
  'TERM',
];

const home = mkdtempSync(join(tmpdir(), 'beback-home-'));
const settings = process.env['npm_config_userconfig'] ?? join(homedir(), '.npmrc');
// A link, not a copy: it may hold a token.
if (existsSync(settings)) symlinkSync(settings, join(home, '.npmrc'));

const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => kept.includes(name) || /^npm_config_/i.test(name)),
  ),
  HOME: home,
  // Node's own folder, and what every machine has.
  PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'].join(delimiter),
  CI: 'true',
};

const parts = [
  { name: 'tests', args: ['test'] },
  { name: 'checks', args: ['run', 'check'] },
];
const total = { passed: 0, failed: 0, skipped: 0 };
try {
  for (const { name, args } of parts) {
    say(`${name}: npm ${args.join(' ')}`);
    const file = join(home, `${name}.json`);
    const code = await run('npm', args, { env: { ...env, BEBACK_TOTALS_FILE: file } });
    // Without numbers it did not get to its end; with good numbers and a bad end something else went wrong.
    const counted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
    total.passed += counted.passed;
    total.failed += code !== 0 && counted.failed === 0 ? 1 : counted.failed;
    total.skipped += counted.skipped;
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
say('done');
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
