import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from '../../src/database/embedded/folder-lock.ts';
import { openEmbedded } from '../../src/database/embedded/open-embedded.ts';
import { packedDatabase } from '../../src/database/embedded/packed-database.ts';
import { unpackTar } from '../../src/database/embedded/tar.ts';
import { newId } from '../../src/database/new-id.ts';
import { OPENING_MS } from '../support/test-gateway.ts';

const HOLDER = fileURLToPath(new URL('../support/fixtures/hold-database.ts', import.meta.url));

describe('the embedded database in a folder', { timeout: OPENING_MS }, () => {
  let parent: string;
  let folder: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'beback-'));
    folder = join(parent, 'data', 'database');
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await ended(child, 'SIGKILL');
    await rm(parent, { recursive: true, force: true });
  });

  it('keeps what was committed over a restart', async () => {
    const groupId = newId();
    const first = await openEmbedded(folder);
    await first.enterGroup(groupId).prisma.group.create({ data: { id: groupId, name: 'Kept', createdAt: new Date() } });
    await first.close();
    const second = await openEmbedded(folder);
    expect(await second.enterGroup(groupId).prisma.group.findMany()).toMatchObject([{ name: 'Kept' }]);
    await second.close();
  });

  it('refuses a folder that another process holds, naming both, and opens it when that one was killed', async () => {
    const { child, groupId } = await holder();
    const refused = openEmbedded(folder);
    await expect(refused).rejects.toThrow(FolderInUse);
    await expect(refused).rejects.toThrow(folder);
    await expect(refused).rejects.toThrow(`process ${child.pid}`);
    await ended(child, 'SIGKILL');
    const gateway = await openEmbedded(folder);
    expect(await gateway.enterGroup(groupId).prisma.group.findMany()).toMatchObject([{ name: 'Held' }]);
    await gateway.close();
  });

  it('is locked against the same process too, and free again after closing', async () => {
    const gateway = await openEmbedded(folder);
    await expect(openEmbedded(folder)).rejects.toThrow(FolderInUse);
    await gateway.close();
    await (await openEmbedded(folder)).close();
  });

  it('starts anew from an unpacking that was cut off, and does not take it for a database', async () => {
    await mkdir(`${folder}.unfinished/base`, { recursive: true });
    await writeFile(`${folder}.unfinished/PG_VERSION`, '18');
    const gateway = await openEmbedded(folder);
    await gateway.ping();
    expect(existsSync(`${folder}.unfinished`)).toBe(false);
    await gateway.close();
  });

  it('is packed once for each state of the migrations, and again where the pack is gone', async () => {
    const cache = join(parent, 'cache');
    const [one, other] = await Promise.all([packedDatabase(cache), packedDatabase(cache)]);
    expect(Buffer.compare(one, other)).toBe(0);
    await unpackTar(one, join(parent, 'unpacked'));
    expect((await readFile(join(parent, 'unpacked/PG_VERSION'), 'utf8')).trim()).toBe('18');
  });

  it('gives its lock back when it is released', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  // Helpers

  async function holder(): Promise<{ child: ChildProcess; groupId: string }> {
    const child = spawn(process.execPath, ['--conditions=@beback/source', HOLDER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    for await (const line of createInterface({ input: child.stdout })) {
      const [word, groupId] = line.split(' ');
      if (word === 'held' && groupId !== undefined) return { child, groupId };
    }
    throw new Error('The other process ended before it had opened the folder');
  }
});

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
