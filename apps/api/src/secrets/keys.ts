import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';

/** Keyed hashes to match by: lower-case hex of 64 characters, different in each group, the same before and after a rotation. */
export interface MatchKeys {
  /** @param e164 - `+12125550123`. */
  phoneKey(groupId: string, e164: string): string;
  /** @param address - normalised by the caller (core's identity rules). */
  emailKey(groupId: string, address: string): string;
  /** @param name - normalised by the caller (core's identity rules). */
  nameKey(groupId: string, name: string): string;
}

/**
 * HMAC-SHA256 under a key of the group and of nothing else. The kind is part of the message, so a phone never equals
 * a name.
 *
 * @example
 * const keys = createMatchKeys(keyRing([secret]));
 * keys.phoneKey(groupId, '+12125550123');
 */
export function createMatchKeys(ring: KeyRing): MatchKeys {
  const hash = (kind: string, groupId: string, value: string): string =>
    createHmac('sha256', ring.matchKey(groupId)).update(`${kind}|${value}`).digest('hex');
  return {
    phoneKey: (groupId, e164) => hash('phone', groupId, e164),
    emailKey: (groupId, address) => hash('email', groupId, address),
    nameKey: (groupId, name) => hash('name', groupId, name),
  };
}

/** What a secret is for; its prefix tells a person, and a scanner of leaked secrets, what it is. */
export const SECRET_PREFIXES = {
  intake: 'bb_intake_',
  publishable: 'bb_pub_',
  invitation: 'bb_inv_',
  preferences: 'bb_pref_',
} as const;
export type SecretKind = keyof typeof SECRET_PREFIXES;

/**
 * A new secret of 256 random bits.
 *
 * @example
 * newSecret('intake'); // 'bb_intake_…' and 43 characters of base64url
 */
export function newSecret(kind: SecretKind): string {
  return SECRET_PREFIXES[kind] + randomBytes(32).toString('base64url');
}

/** The hash by which the directory finds a secret: plain SHA-256 in hex, enough for 256 random bits. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** A text with the secrets in it cut to their prefix: what a mail's personal link opens is not for every reader of the mail. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(/\b(bb_[a-z]+_)[\w-]{43}/g, '$1…');
}
