import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.ts';
import type { Gateway } from '../database/gateway.ts';
import type { Events } from '../events/start-events.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { type RecentlyUsed, recentlyUsed } from '../modules/recently-used.ts';
import type { MatchKeys } from '../secrets/keys.ts';
import type { Seal } from '../secrets/seal.ts';
import { type OpenLimit, openLimit } from './open-limit.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';

/** What services work with: made once at start, handed on explicitly. */
export interface Resources {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly matchKeys: MatchKeys;
  readonly events: Events;
  /** Enqueues what leaves the house. */
  readonly jobs: Pick<JobQueue, 'sendMailJob'>;
  /** Where people find us: what links in mails begin with; no slash at the end. */
  readonly publicUrl: string;
  readonly log: Logger;
  readonly limits: Limits;
  /** Lets somebody set an empty database up; absent: this process offers no set-up. */
  readonly setUpToken?: string;
}

/** Limits against floods, in this process. */
export interface Limits {
  /** Leads by form from one address, and by one store's key. */
  readonly leadsOfAddress: RateLimit;
  readonly leadsOfKey: RateLimit;
  /** Survey answers from one address. */
  readonly surveysOfAddress: RateLimit;
  /** Choices about contact from one address: a large mail provider posts many people's one clicks from few. */
  readonly preferencesOfAddress: RateLimit;
  /** Requests of one address by which nobody is known, and keys that it tries. */
  readonly unknownOfAddress: RateLimit;
  /** By their hashes, keys of stores that were good when last used: whoever holds one guesses none. */
  readonly keysSeen: RecentlyUsed<boolean>;
  /** Streams that one member holds open. */
  readonly streamsOfMember: OpenLimit;
  /**
   * A stream ends after so much real time, and its client opens it again: who has signed out, left the store or lost the
   * right to see what it tells hears nothing from then on.
   */
  readonly streamLifeMs: number;
}

/**
 * A person sends a lead or two; a store's busiest hour brings some dozens. Behind one address a whole store may open its
 * pages; a person has a tab or two on a phone and a desk.
 */
export function createLimits(): Limits {
  return {
    leadsOfAddress: rateLimit({ burst: 10, refillSeconds: 30 }),
    leadsOfKey: rateLimit({ burst: 60, refillSeconds: 2 }),
    surveysOfAddress: rateLimit({ burst: 20, refillSeconds: 10 }),
    preferencesOfAddress: rateLimit({ burst: 120, refillSeconds: 1 }),
    unknownOfAddress: rateLimit({ burst: 240, refillSeconds: 0.5 }),
    keysSeen: recentlyUsed(10_000),
    streamsOfMember: openLimit(20),
    streamLifeMs: 10 * 60_000,
  };
}
