import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** What is fetched lies here, and nowhere outside the checkout. */
export const toolchainFolder = join(root, '.toolchain');

const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Exact versions of everything that is fetched beside the lockfile. */
export const pins = {
  /** The oldest Node that runs Beback; a machine that has it, or a newer one, uses its own. */
  nodeFloor: 24,
  node: '26.10.0',
  pnpm: packageManager.split('@')[1],
  /** The production floor is 15, so tests take a 15 where no server is installed. */
  postgres: '15.18.0-beta.17',
  chromium: '153.0.0',
};
