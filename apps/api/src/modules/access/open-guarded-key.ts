import { hashSecret } from '../../secrets/keys.ts';
import type { Resources } from '../../server/resources.ts';
import { HttpRefusal } from '../../server/respond.ts';
import { type KeyKind, type OpenedKey, openKey } from './open-key.ts';

/**
 * As {@link openKey}, for strangers: whoever tries keys has to wait before the directory is asked, and a key that this
 * process has seen to be good works on from the same address.
 *
 * @param addressKey - hash of the client's address
 * @throws HttpRefusal 429 with `Retry-After` (seconds).
 */
export async function openGuardedKey(
  { gateway, limits }: Pick<Resources, 'gateway' | 'limits'>,
  kind: KeyKind,
  secret: string,
  origin: string | undefined,
  addressKey: string,
): Promise<OpenedKey> {
  const hash = hashSecret(secret);
  const seen = limits.keysSeen.get(hash) === true;
  if (!seen) {
    const wait = limits.unknownOfAddress.take(addressKey, performance.now());
    if (wait > 0) {
      const message = `Too many requests: try again in ${wait} s`;
      throw new HttpRefusal(429, 'limited', message, { 'retry-after': String(wait) });
    }
  }
  const opened = await openKey(gateway, kind, secret, origin);
  const good = opened.kind !== 'unknown';
  // Guesses are not kept: they would push the good ones out.
  if (good || seen) limits.keysSeen.keep(hash, good);
  return opened;
}
