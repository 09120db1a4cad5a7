import {
  type ActivityLogged,
  type CallRecorded,
  claimSpan,
  type Fact,
  type Id,
  type Instant,
  knowsDayOnly,
  plus,
  RECORD_WINDOW,
} from '@beback/core';
import type { ClaimRange } from './claim-ranges.ts';

/** The claims whose outcome hangs on what happened in a range. */
export interface ClaimsAtStake {
  readonly claims: ReadonlySet<Id<'Fact'>>;
  /** All of them are among the claims given; else more of them lie before or after. */
  readonly complete: boolean;
}

/**
 * Finds the claims that what happened in `range` bears on. Whichever record goes to one of them may be wanted by
 * another, and so on, from number to number. A store's phones need not be quiet for it to end: it ends where those of
 * these customers were.
 *
 * @param claims calls of the store that somebody noted, at least all of `loaded`
 * @param records calls as the phone systems tell them, at least all that may be of those claims
 * @param loaded the stretch of time whose claims are given
 *
 * @example
 * const stake = claimsAtStake(claims, records, { from: at, until: at }, loaded);
 * if (!stake.complete) loadMore();
 */
export function claimsAtStake(
  claims: readonly ActivityLogged[],
  records: readonly CallRecorded[],
  range: ClaimRange,
  loaded: ClaimRange,
): ClaimsAtStake {
  const claimsTo = groupedBy(claims, ({ data }) => data.phones);
  const recordsTo = groupedBy(records, ({ data }) => [data.customerPhone]);
  // A call that was told several times is one call: the versions decide together which of them counts.
  const versionsOf = groupedBy(records, (record) => [callOf(record)]);
  const reached = new Set<ActivityLogged | CallRecorded>([...claims, ...records].filter(({ at }) => isIn(at, range)));
  // A set's walk comes to what is added on the way.
  for (const event of reached) {
    const others =
      event.kind === 'activity.logged'
        ? event.data.phones.flatMap((phone) => (recordsTo.get(phone) ?? []).filter((record) => near(event, record)))
        : [
            ...(claimsTo.get(event.data.customerPhone) ?? []).filter((claim) => near(claim, event)),
            ...(versionsOf.get(callOf(event)) ?? []),
          ];
    for (const other of others) reached.add(other);
  }
  const ids = [...reached].flatMap(({ kind, id }) => (kind === 'activity.logged' ? [id] : []));
  const complete = [...reached].every((event) => {
    const { from, until } = event.kind === 'activity.logged' ? daySpan(event) : claimsReach(event);
    return isIn(from, loaded) && isIn(until, loaded);
  });
  return { claims: new Set(ids), complete };
}

function near(claim: ActivityLogged, record: CallRecorded): boolean {
  return isIn(record.at, claimSpan(claim));
}

/** Where claims may lie that the record is of. Those of which paper tells the day alone are always loaded with it. */
function claimsReach({ at }: CallRecorded): ClaimRange {
  return { from: plus(at, -RECORD_WINDOW.after), until: plus(at, RECORD_WINDOW.before) };
}

/** The records of a claim with its time are loaded with it; of one with its day alone, those of the whole day. */
function daySpan(claim: ActivityLogged): ClaimRange {
  return knowsDayOnly(claim) ? claimSpan(claim) : { from: claim.at, until: claim.at };
}

function isIn(at: Instant, { from, until }: ClaimRange): boolean {
  return from <= at && at <= until;
}

function callOf({ data }: CallRecorded): string {
  return JSON.stringify([data.source, data.externalId]);
}

function groupedBy<F extends Fact>(facts: readonly F[], keysOf: (fact: F) => readonly string[]): Map<string, F[]> {
  const groups = new Map<string, F[]>();
  for (const fact of facts) {
    for (const key of keysOf(fact)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [fact]);
      else group.push(fact);
    }
  }
  return groups;
}
