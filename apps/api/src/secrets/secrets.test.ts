import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashSecret, newSecret, withoutSecrets } from './keys.ts';
import { SealError } from './seal.ts';
import { secretOfFolder } from './secret-file.ts';
import { createSecrets } from './secrets.ts';

const OLD = 'the first secret of this server, long enough';
const NEW = 'the second secret of this server, long enough';
const GROUP = '01a200b4-c8d1-7000-8f7b-2ff9d719656a';
const OTHER_GROUP = '01a200b4-c8d1-7000-8f7b-2ff9d719656b';

describe('sealed data', () => {
  const secrets = createSecrets([OLD]);

  it('opens as it was, under its own group and field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(secrets.open(GROUP, 'note.text', secrets.seal(GROUP, 'note.text', text))).toBe(text);
      }),
    );
    const bytes = new Uint8Array([0, 255, 10]);
    expect(secrets.openBytes(GROUP, 'raw', secrets.sealBytes(GROUP, 'raw', bytes))).toEqual(bytes);
  });

  it('does not open under another group, another field or another secret', () => {
    const sealed = secrets.seal(GROUP, 'note.text', 'Called back');
    expect(() => secrets.open(OTHER_GROUP, 'note.text', sealed)).toThrow(SealError);
    expect(() => secrets.open(GROUP, 'lead.comment', sealed)).toThrow(SealError);
    expect(() => createSecrets([NEW]).open(GROUP, 'note.text', sealed)).toThrow('is not known');
  });

  it('does not open when a bit of it was changed, or a part is missing', () => {
    const sealed = secrets.seal(GROUP, 'note.text', 'Called back');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = sealed.with(index, (sealed[index] ?? 0) ^ 1) as Uint8Array<ArrayBuffer>;
      expect(() => secrets.open(GROUP, 'note.text', changed)).toThrow(SealError);
    }
    for (const length of [0, 1, 32, sealed.length - 1]) {
      expect(() => secrets.open(GROUP, 'note.text', sealed.subarray(0, length))).toThrow(SealError);
    }
  });

  it('is never twice the same, and says nothing of its content but the length', () => {
    const [one, other] = [secrets.seal(GROUP, 'f', 'Ana'), secrets.seal(GROUP, 'f', 'Ana')];
    expect(Buffer.compare(one, other)).not.toBe(0);
    expect(Buffer.from(one).includes('Ana')).toBe(false);
    expect(one.length).toBe(33 + 3);
  });

  it('opens after a rotation, and is sealed with the new secret from then on', () => {
    const rotated = createSecrets([NEW, OLD]);
    expect(rotated.open(GROUP, 'f', secrets.seal(GROUP, 'f', 'old'))).toBe('old');
    const sealed = rotated.seal(GROUP, 'f', 'new');
    expect(() => secrets.open(GROUP, 'f', sealed)).toThrow(SealError);
    expect(createSecrets([NEW]).open(GROUP, 'f', sealed)).toBe('new');
  });

  it('tells nothing of the content in its errors', () => {
    expect(() => secrets.open(GROUP, 'note.text', Buffer.from('Ana Gomez'))).toThrow('note.text holds 9 bytes');
  });

  it('wants a secret of 32 bytes', () => {
    expect(() => createSecrets([])).toThrow(RangeError);
    expect(() => createSecrets(['a'.repeat(31)])).toThrow('31 bytes, expected at least 32');
    expect(() => createSecrets([OLD, 'short'])).toThrow(RangeError);
  });
});

describe('keys to match by', () => {
  const secrets = createSecrets([OLD]);

  it('are the same for the same value of a group, and other ones in another group, for another kind or value', () => {
    const key = secrets.phoneKey(GROUP, '+12125550123');
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(createSecrets([OLD]).phoneKey(GROUP, '+12125550123')).toBe(key);
    const others = [
      secrets.phoneKey(OTHER_GROUP, '+12125550123'),
      secrets.phoneKey(GROUP, '+12125550124'),
      secrets.nameKey(GROUP, '+12125550123'),
      secrets.emailKey(GROUP, '+12125550123'),
      createSecrets([NEW]).phoneKey(GROUP, '+12125550123'),
    ];
    expect(new Set([key, ...others]).size).toBe(6);
  });

  it('stay the same over a rotation', () => {
    expect(createSecrets([NEW, OLD]).phoneKey(GROUP, '+1')).toBe(secrets.phoneKey(GROUP, '+1'));
  });

  it('of the server differ by name and go with the secret', () => {
    expect(secrets.serverKey('sessions')).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets.serverKey('sessions')).not.toBe(secrets.serverKey('links'));
    expect(createSecrets([NEW, OLD]).serverKey('sessions')).not.toBe(secrets.serverKey('sessions'));
  });
});

describe('a new secret', () => {
  it('are cut to their prefix in texts that others read', () => {
    const link = `See https://beback.example/preferences/#${newSecret('preferences')}, or reply.`;
    expect(withoutSecrets(link)).toBe('See https://beback.example/preferences/#bb_pref_…, or reply.');
    expect(withoutSecrets('bb_pref_short stays')).toBe('bb_pref_short stays');
  });

  it('says what it is for, and is random', () => {
    expect(newSecret('intake')).toMatch(/^bb_intake_[\w-]{43}$/);
    expect(newSecret('publishable')).toMatch(/^bb_pub_/);
    expect(newSecret('invitation')).not.toBe(newSecret('invitation'));
  });

  it('is known by its hash', () => {
    const secret = newSecret('intake');
    expect(hashSecret(secret)).toBe(hashSecret(secret));
    expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('of a data folder is made once, also by two at the same time, and for its owner alone', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'beback-'));
    const folder = join(parent, 'data');
    const [one, other] = await Promise.all([secretOfFolder(folder), secretOfFolder(folder)]);
    expect(one).toBe(other);
    expect(await secretOfFolder(folder)).toBe(one);
    expect(createSecrets([one]).serverKey('a')).toHaveLength(64);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    await rm(parent, { recursive: true });
  });

  it('of a data folder is kept where the file system has no hard links', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'beback-'));
    const noLinks = () => Promise.reject(Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM' }));
    const made = await secretOfFolder(folder, noLinks);
    expect(await readdir(folder)).toEqual(['secret']);
    expect(await secretOfFolder(folder, noLinks)).toBe(made);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    await rm(folder, { recursive: true });
  });

  it('of a data folder is refused where it cannot be kept: what it seals would never open again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'beback-'));
    const full = () => Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }));
    await expect(secretOfFolder(folder, full)).rejects.toThrow('ENOSPC');
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
