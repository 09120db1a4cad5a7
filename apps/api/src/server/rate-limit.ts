/** How much of something may happen: `burst` at once, then one more every `refillSeconds`. */
export interface RateRule {
  readonly burst: number;
  readonly refillSeconds: number;
}

export interface RateLimit {
  /** Takes one; answers 0, or in how many seconds one is to be had. `nowMs` is monotonic real time. */
  take(key: string, nowMs: number): number;
}

interface Bucket {
  left: number;
  countedAt: number;
}

/** Keys remembered at once: beyond it the oldest is forgotten, so that an attacker's keys cost no memory. */
const REMEMBERED_KEYS = 50_000;

/**
 * A token bucket for each key, in this process: with n processes n times as much passes, which a limit against
 * guessing bears. It runs on real time: the settable clock is the domain's.
 *
 * @example
 * const limit = rateLimit({ burst: 5, refillSeconds: 30 });
 * const waitSeconds = limit.take(addressKey, performance.now());
 */
export function rateLimit(rule: RateRule): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, nowMs) {
      const known = buckets.get(key);
      const refilled = known === undefined ? rule.burst : (nowMs - known.countedAt) / (rule.refillSeconds * 1000);
      const left = known === undefined ? rule.burst : Math.min(rule.burst, known.left + refilled);
      // Taken out and put in again: the map's order is then the order of last use.
      buckets.delete(key);
      if (buckets.size >= REMEMBERED_KEYS) buckets.delete(buckets.keys().next().value ?? '');
      buckets.set(key, { left: left < 1 ? left : left - 1, countedAt: nowMs });
      return left < 1 ? Math.ceil((1 - left) * rule.refillSeconds) : 0;
    },
  };
}
