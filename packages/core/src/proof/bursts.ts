import type { ActivityLogged } from '../spine/fact.ts';
import type { Id } from '../spine/id.ts';
import { MINUTE } from '../spine/instant.ts';
import { knowsDayOnly } from './claim-span.ts';
import { standingFacts } from './standing-facts.ts';

/**
 * A burst: more calls of one person than hands can make. A call takes about half a minute even where nobody answers;
 * ten of them, dialled and noted, do not fit into five minutes (the case told in the trade: thirty "left message" in the
 * five minutes before opening).
 */
export const BURST_RULE = { withinMs: 5 * MINUTE, calls: 10 } as const;

/** Calls of one person whose times noted lie closer together than calls can. */
export interface Burst {
  readonly memberId: Id<'Member'>;
  /** In order of the times noted. */
  readonly claims: readonly ActivityLogged[];
}

/**
 * Finds bursts by when calls were done, never by when they were keyed in: a sheet of paper that is typed in five minutes
 * is the work of a day. A call of which paper tells the day alone lies close to nothing.
 *
 * @param claims - logged activities in any order; those that are no calls, and corrected ones, are left out
 * @returns by the time of the first call, each call in one burst at most
 *
 * @example
 * const rushed = findBursts(claims).flatMap((burst) => burst.claims);
 */
export function findBursts(claims: readonly ActivityLogged[]): readonly Burst[] {
  const calls = standingFacts(claims).filter((claim) => claim.data.channel === 'call' && !knowsDayOnly(claim));
  const bursts: Burst[] = [];
  for (const [memberId, own] of Map.groupBy(calls, ({ data }) => data.memberId)) {
    let run: ActivityLogged[] = [];
    own.forEach((claim, i) => {
      const last = own[i + BURST_RULE.calls - 1];
      const begins = last !== undefined && last.at - claim.at <= BURST_RULE.withinMs;
      if (begins) for (const each of own.slice(i, i + BURST_RULE.calls)) if (!run.includes(each)) run.push(each);
      const next = own[i + 1];
      if (run.length > 0 && (next === undefined || !run.includes(next))) {
        bursts.push({ memberId, claims: run });
        run = [];
      }
    });
  }
  return bursts.sort((a, b) => firstOf(a) - firstOf(b) || (a.memberId < b.memberId ? -1 : 1));
}

function firstOf({ claims }: Burst): number {
  return claims[0]?.at ?? 0;
}
