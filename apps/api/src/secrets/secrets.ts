import { keyRing } from './key-ring.ts';
import { createMatchKeys, type MatchKeys } from './keys.ts';
import { createSeal, type Seal } from './seal.ts';

/** What services need of the key material: sealing, and keyed hashes to match by. */
export interface Secrets extends Seal, MatchKeys {
  /** Id of the secret that matches: it says nothing of the secret. */
  readonly matchId: string;
  /** A key for something else than people's data (signing sessions, say), by its own constant name: 64 hex characters. */
  serverKey(name: string): string;
}

/**
 * @param secrets - newest first: the first one seals, all of them open, the oldest one matches.
 * @throws RangeError when there is none or one is too short.
 *
 * @example
 * const secrets = createSecrets(environment.secrets);
 */
export function createSecrets(secrets: readonly string[]): Secrets {
  const ring = keyRing(secrets);
  const { matchId } = ring;
  return { ...createSeal(ring), ...createMatchKeys(ring), matchId, serverKey: (name) => ring.serverKey(name) };
}
