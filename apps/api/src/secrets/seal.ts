import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import { openedValues } from './opened-values.ts';

/** Seals personal data at rest and opens it again. */
export interface Seal {
  /**
   * @param field - what is sealed, by a constant name (`customerPerson.name`). The sealed bytes open only under the same
   * group and field: moved to another row's column or another group they are refused.
   */
  seal(groupId: string, field: string, text: string): Uint8Array<ArrayBuffer>;
  /** As {@link seal}, for bytes. */
  sealBytes(groupId: string, field: string, bytes: Uint8Array): Uint8Array<ArrayBuffer>;
  /** @throws SealError when the bytes were changed, belong to another group or field, or their secret is unknown. */
  open(groupId: string, field: string, sealed: Uint8Array): string;
  openBytes(groupId: string, field: string, sealed: Uint8Array): Uint8Array<ArrayBuffer>;
}

/** Sealed bytes did not open. Names the field, never the content. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

// A sealed value: version (1) · id of the secret (4) · nonce (12) · tag (16) · ciphertext.
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 4;
const NONCE_AT = 1 + ID_BYTES;
const TAG_AT = NONCE_AT + NONCE_BYTES;
const BODY_AT = TAG_AT + TAG_BYTES;

/**
 * AES-256-GCM with `groupId|field` as associated data and a random nonce of 96 bits: up to 2^32 values under one
 * group's key (NIST SP 800-38D, 8.3).
 *
 * @example
 * const seal = createSeal(keyRing([secret]));
 * seal.open(groupId, 'note.text', seal.seal(groupId, 'note.text', 'Called back'));
 */
export function createSeal(ring: KeyRing): Seal {
  const values = openedValues();
  const sealBytes = (groupId: string, field: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
    const key = ring.key(ring.currentId, 'seal', groupId);
    if (key === undefined) throw new SealError(`seal: no key for field ${field}`);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated(groupId, field));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return owned(
      Buffer.concat([Buffer.of(VERSION), Buffer.from(ring.currentId, 'hex'), nonce, cipher.getAuthTag(), body]),
    );
  };
  const opened = (groupId: string, field: string, sealed: Uint8Array): Buffer => {
    if (sealed.length < BODY_AT || sealed[0] !== VERSION) {
      throw new SealError(`open: ${field} holds ${sealed.length} bytes that were not sealed here`);
    }
    const secretId = Buffer.from(sealed.buffer, sealed.byteOffset + 1, ID_BYTES).toString('hex');
    const key = ring.key(secretId, 'seal', groupId);
    if (key === undefined) throw new SealError(`open: ${field} was sealed with secret ${secretId}, which is not known`);
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(NONCE_AT, TAG_AT))
      .setAAD(associated(groupId, field))
      .setAuthTag(sealed.subarray(TAG_AT, BODY_AT));
    try {
      // A stream cipher: all of it comes by `update`, and `final` alone says whether it is what was sealed.
      const body = decipher.update(sealed.subarray(BODY_AT));
      decipher.final();
      return body;
    } catch {
      throw new SealError(`open: ${field} was changed, or sealed for another field or group`);
    }
  };
  return {
    seal: (groupId, field, text) => sealBytes(groupId, field, Buffer.from(text, 'utf8')),
    sealBytes,
    open: (groupId, field, sealed) =>
      values.get(`${groupId}|${field}`, sealed, () => opened(groupId, field, sealed).toString('utf8')),
    openBytes: (groupId, field, sealed) => owned(opened(groupId, field, sealed)),
  };
}

// Helpers

function associated(groupId: string, field: string): Buffer {
  return Buffer.from(`${groupId}|${field}`, 'utf8');
}

/** A copy in memory of its own: a Buffer may be a view of Node's shared pool. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
