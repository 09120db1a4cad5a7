import { createHash, hkdfSync } from 'node:crypto';

/** What a derived key is for: a key of one purpose says nothing about the key of another. */
export type KeyPurpose = 'seal' | 'match';

/**
 * The server's key material: the secret in use and those that came before it. Keys of a group are derived from it
 * (HKDF-SHA256, RFC 5869) and kept.
 */
export interface KeyRing {
  /** Id of the secret that seals now: the first 4 bytes of its hash, in hex. */
  readonly currentId: string;
  /** Id of the secret to match by: the oldest one. */
  readonly matchId: string;
  /** The 32-byte key of a group and purpose, under the secret with that id; undefined for an unknown id. */
  key(secretId: string, purpose: KeyPurpose, groupId: string): Uint8Array | undefined;
  /** The key to match by: it must not change with rotation, so it hangs on the oldest secret. */
  matchKey(groupId: string): Uint8Array;
  /** A key of the server and no group, under the secret in use: lower-case hex. */
  serverKey(name: string): string;
}

const MINIMUM_BYTES = 32;
/** One group needs two keys of 32 bytes; this many are kept before the oldest goes. */
const KEPT_KEYS = 2_000;

/**
 * Makes a key ring of secrets, newest first: the first one seals, the others still open what they sealed.
 *
 * @throws RangeError when there is no secret or one is shorter than 32 bytes of UTF-8.
 *
 * @example
 * const ring = keyRing([environment.secret, ...environment.formerSecrets]);
 */
export function keyRing(secrets: readonly string[]): KeyRing {
  const held = new Map<string, Buffer>();
  for (const secret of secrets) {
    const bytes = Buffer.from(secret, 'utf8');
    if (bytes.length < MINIMUM_BYTES) {
      throw new RangeError(`keyRing: a secret has ${bytes.length} bytes, expected at least ${MINIMUM_BYTES}`);
    }
    held.set(createHash('sha256').update('beback secret id').update(bytes).digest('hex').slice(0, 8), bytes);
  }
  const ids = [...held.keys()];
  const [currentId, oldestId] = [ids[0], ids.at(-1)];
  if (currentId === undefined || oldestId === undefined) throw new RangeError('keyRing: expected at least one secret');

  const derived = new Map<string, Uint8Array>();
  const key = (secretId: string, purpose: KeyPurpose, groupId: string): Uint8Array | undefined => {
    const secret = held.get(secretId);
    if (secret === undefined) return undefined;
    const name = `${secretId} ${purpose} ${groupId}`;
    const kept = derived.get(name);
    if (kept !== undefined) return kept;
    const made = new Uint8Array(hkdfSync('sha256', secret, 'beback', `${purpose}|${groupId}`, 32));
    if (derived.size >= KEPT_KEYS) derived.delete(derived.keys().next().value ?? '');
    derived.set(name, made);
    return made;
  };
  const known = (secretId: string, purpose: KeyPurpose, groupId: string): Uint8Array => {
    const found = key(secretId, purpose, groupId);
    if (found === undefined) throw new RangeError('keyRing: a secret of the ring is missing');
    return found;
  };
  return {
    currentId,
    matchId: oldestId,
    key,
    matchKey: (groupId) => known(oldestId, 'match', groupId),
    serverKey: (name) =>
      Buffer.from(hkdfSync('sha256', held.get(currentId) ?? '', 'beback', `server|${name}`, 32)).toString('hex'),
  };
}
