// Runs this package's Vitest once. With BEBACK_TEST_REPORTS (a folder, set by `npm test`) it also leaves a JSON report
// there, named after the package, so that the run can add up what really passed, failed and was skipped.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const vitest = join(dirname(createRequire(join(root, 'package.json')).resolve('vitest/package.json')), 'vitest.mjs');
const reports = process.env['BEBACK_TEST_REPORTS'];
const report = reports && join(reports, `${relative(root, process.cwd()).replaceAll(/[\\/]/g, '_')}.json`);

const child = spawn(
  process.execPath,
  [
    vitest,
    'run',
    ...(report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
