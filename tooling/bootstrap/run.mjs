import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './pins.mjs';

/**
 * Runs a program to its end and returns its exit code. SIGINT, SIGTERM and SIGHUP are handed on, once each: the child
 * leads a process group of its own, so that Ctrl-C in a terminal does not reach it a second time.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string }} options
 * @returns {Promise<number>}
 */
export function run(program, args, { env, cwd = root }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    });
    /** @type {NodeJS.SignalsListener} */
    const handOn = (signal) => void child.kill(signal);
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, handOn);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, handOn);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 1));
    });
  });
}
