import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './pins.mjs';

/** Ctrl-C reaches this process from the terminal and again from npm: what comes so soon after is the same wish. */
const sameWishMilliseconds = 500;

/**
 * Runs a program to its end and returns its exit code. SIGINT, SIGTERM and SIGHUP are handed on; when the process that
 * started this one is gone, the program is told to end: nothing is left behind. It leads a process group of its own, so
 * that no signal reaches it but by here.
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
    let handedOnAt = Number.NEGATIVE_INFINITY;
    /** @type {NodeJS.SignalsListener} */
    const handOn = (signal) => {
      if (performance.now() - handedOnAt < sameWishMilliseconds) return;
      handedOnAt = performance.now();
      tell(child, signal);
    };
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      tell(child, 'SIGTERM');
    }, 500);
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, handOn);
    const stop = () => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, handOn);
    };
    child.on('error', (error) => {
      stop();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      stop();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 1));
    });
  });
}

/**
 * Signals a program and all that it started: not every one hands signals on.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function tell(child, signal) {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It is gone already.
  }
}
