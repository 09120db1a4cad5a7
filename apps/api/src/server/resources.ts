import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.ts';
import type { Gateway } from '../database/gateway.ts';
import type { Events } from '../events/start-events.ts';
import type { MatchKeys } from '../secrets/keys.ts';
import type { Seal } from '../secrets/seal.ts';

/** What services work with: made once at start, handed on explicitly. */
export interface Resources {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly matchKeys: MatchKeys;
  readonly events: Events;
  readonly log: Logger;
}
