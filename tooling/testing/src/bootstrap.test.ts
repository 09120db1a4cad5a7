import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprint, unlessDone } from '../../bootstrap/fingerprint.mjs';
import { withFolderLock } from '../../bootstrap/folder-lock.mjs';
import { root } from '../../bootstrap/pins.mjs';
import { run } from '../../bootstrap/run.mjs';

// Inside the checkout: stamps and fingerprints are about what lies there.
let folder = '';
let inRoot = '';
beforeEach(() => {
  mkdirSync(join(root, 'node_modules/.cache/beback'), { recursive: true });
  folder = mkdtempSync(join(root, 'node_modules/.cache/beback/test-'));
  inRoot = relative(root, folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('changes the fingerprint with a content and with a name, and with nothing else', () => {
  writeFileSync(join(folder, 'a.ts'), 'one');
  const before = fingerprint([inRoot]);
  writeFileSync(join(folder, 'a.ts'), 'one');
  expect(fingerprint([inRoot])).toBe(before);
  writeFileSync(join(folder, 'a.ts'), 'two');
  const changed = fingerprint([inRoot]);
  writeFileSync(join(folder, 'b.ts'), '');
  expect(new Set([before, changed, fingerprint([inRoot])]).size).toBe(3);
});

it('leaves what is made out of the fingerprint', () => {
  const before = fingerprint([inRoot]);
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/a.js'), '');
  expect(fingerprint([inRoot])).toBe(before);
});

it('does work once for a fingerprint, again for another one, and again when its output is gone', async () => {
  const outputs = [`${inRoot}/one`, `${inRoot}/two`];
  const work = async () => {
    for (const output of outputs) writeFileSync(join(root, output), '');
  };
  const job = (print: string) => ({ stamp: `${inRoot}/stamp`, fingerprint: print, made: () => outputs });
  const did = [await unlessDone(job('a'), work), await unlessDone(job('a'), work), await unlessDone(job('b'), work)];
  rmSync(join(folder, 'two'));
  expect([...did, await unlessDone(job('b'), work)]).toEqual([true, false, true, true]);
});

it('does not take failed work for done', async () => {
  const job = { stamp: `${inRoot}/stamp`, fingerprint: 'a', made: () => [] };
  await expect(unlessDone(job, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
  expect(await unlessDone(job, async () => undefined)).toBe(true);
});

it('lets one at a time into a lock', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await sleep(20);
    inside--;
  };
  await Promise.all([1, 2, 3].map(() => withFolderLock(join(folder, 'lock'), work)));
  expect(most).toBe(1);
});

it('takes over a lock whose owner is gone', async () => {
  const lock = join(folder, 'lock');
  const gone = spawn(process.execPath, ['--version']);
  await once(gone, 'exit');
  mkdirSync(lock);
  writeFileSync(join(lock, 'owner'), String(gone.pid));
  expect(await withFolderLock(lock, async () => 'mine')).toBe('mine');
  expect(existsSync(lock)).toBe(false);
});

it('gives back the exit code of what it runs', async () => {
  expect(await run(process.execPath, ['--eval', 'process.exit(7)'], { env: process.env })).toBe(7);
});

it('gives back 128 and the number of the signal that ended what it runs', async () => {
  const kill = "process.kill(process.pid, 'SIGKILL')";
  expect(await run(process.execPath, ['--eval', kill], { env: process.env })).toBe(137);
});

/** Starts a program that `run`s a server; the server notes each signal in a file and ends with 9. */
async function startServerThroughRun(log: string) {
  const server = `
    import { appendFileSync } from 'node:fs';
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
      appendFileSync(${JSON.stringify(log)}, signal + '\\n');
      setTimeout(() => process.exit(9), 300);
    });
    setInterval(() => {}, 1000);
    appendFileSync(${JSON.stringify(log)}, 'ready ' + process.pid + '\\n');`;
  const program = `
    import { run } from ${JSON.stringify(fileURLToPath(new URL('../../bootstrap/run.mjs', import.meta.url)))};
    const server = ['--input-type=module', '--eval', ${JSON.stringify(server)}];
    process.exitCode = await run(process.execPath, server, { env: process.env });`;
  writeFileSync(join(folder, 'program.mjs'), program);
  // The shell between: it is the one that goes away in the last test.
  const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" "${folder}/program.mjs" & echo $!; wait $!`]);
  const pid = Number(await new Promise((resolve) => shell.stdout.once('data', (chunk) => resolve(String(chunk)))));
  await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8')).toMatch(/^ready \d+\n$/);
  return { shell, pid, serverPid: Number(/\d+/.exec(readFileSync(log, 'utf8'))?.[0]) };
}

it('hands a signal on once, even when it comes twice, and gives back the exit code', async () => {
  const log = join(folder, 'log');
  const { shell, pid } = await startServerThroughRun(log);
  const ended = new Promise((resolve) => shell.once('exit', resolve));
  process.kill(pid, 'SIGINT');
  await expect.poll(() => readFileSync(log, 'utf8')).toContain('SIGINT');
  process.kill(pid, 'SIGINT');
  expect(await ended).toBe(9);
  expect(readFileSync(log, 'utf8').match(/SIGINT/g)).toHaveLength(1);
});

it('ends what it runs when the process that started it is gone', async () => {
  const log = join(folder, 'log');
  const { shell, serverPid } = await startServerThroughRun(log);
  shell.kill('SIGKILL');
  await expect.poll(() => readFileSync(log, 'utf8')).toContain('SIGTERM');
  await expect.poll(() => isRunning(serverPid)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
