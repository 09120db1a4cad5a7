import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../bootstrap/pins.mjs';

/** The packages whose laws need no server and no browser. */
const packages = ['packages/core', 'packages/adf', 'packages/call-records'];

/** Runs every test file that states a law, each law on many more cases; the code of the first failing run, else 0. */
export async function tryLaws(): Promise<number> {
  let failed = 0;
  for (const folder of packages) failed ||= await runVitest(join(root, folder));
  return failed;
}

function runVitest(folder: string): Promise<number> {
  const files = globSync('{src,test}/**/*.test.ts', { cwd: folder }).filter((file) =>
    readFileSync(join(folder, file), 'utf8').includes("from 'fast-check'"),
  );
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const config = fileURLToPath(new URL('./laws.vitest.config.ts', import.meta.url));
  const child = spawn(process.execPath, [vitest, 'run', '--config', config, '--root', folder, ...files.sort()], {
    cwd: folder,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
