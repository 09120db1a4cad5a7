import type { ActivityLogged, CallRecorded, PhoneKey } from '../spine/fact.ts';
import { bestAssignment, type Worth } from './best-assignment.ts';
import { claimSpan, timeApart } from './claim-span.ts';
import { judgePair, mayBeOf, personOf } from './judge-pair.ts';

/** Claims and records that hang together: whichever pair is made among them bears on the others. Indexes, ascending. */
interface Component {
  readonly claims: readonly number[];
  readonly records: readonly number[];
}

/**
 * Gives each claim at most one record and each record to at most one claim: as many claims documented as possible,
 * then as many claims with any record at all, then as many records of the claiming person, then the least time apart
 * in sum. Exact, not greedy; claims that compete for records are solved together, all others apart.
 *
 * Both lists must be in their standing order ({@link standingFacts}, {@link standingRecords}): it settles ties.
 * Time: finding candidates O((claims + records) · log records), then each group as {@link bestAssignment} says; groups
 * are as large as there are calls to one number within chained windows of 75 minutes (of a day, for what was noted on
 * paper), hardly ever more than ten.
 */
export function matchCalls(
  claims: readonly ActivityLogged[],
  records: readonly CallRecorded[],
): ReadonlyMap<ActivityLogged, CallRecorded> {
  const pairs = new Map<ActivityLogged, CallRecorded>();
  for (const component of componentsOf(claims, records)) {
    const ours = component.claims.flatMap((index) => claims[index] ?? []);
    const theirs = component.records.flatMap((index) => records[index] ?? []);
    const chosen = bestAssignment(ours.length, theirs.length, (row, column) => worthOf(ours[row], theirs[column]));
    ours.forEach((claim, row) => {
      const record = theirs[chosen[row] ?? -1];
      if (record !== undefined) pairs.set(claim, record);
    });
  }
  return pairs;
}

/** What a pair adds to the sum that is to be greatest, or undefined when the two cannot be of one call. */
export function worthOf(claim: ActivityLogged | undefined, record: CallRecorded | undefined): Worth | undefined {
  if (claim === undefined || record === undefined || !mayBeOf(claim, record)) return undefined;
  return [
    judgePair(claim, record) === 'documents' ? 1 : 0,
    1,
    personOf(claim, record) === 'same' ? 1 : 0,
    -timeApart(claim, record),
  ];
}

function componentsOf(claims: readonly ActivityLogged[], records: readonly CallRecorded[]): readonly Component[] {
  const byPhone = indexByPhone(records);
  const componentOfRecord = new Map<number, { claims: number[]; records: Set<number> }>();
  claims.forEach((claim, index) => {
    const candidates = candidatesOf(claim, records, byPhone);
    if (candidates.length === 0) return;
    const touched = new Set(candidates.flatMap((record) => componentOfRecord.get(record) ?? []));
    const joined = {
      claims: [...[...touched].flatMap((component) => component.claims), index],
      records: new Set([...[...touched].flatMap((component) => [...component.records]), ...candidates]),
    };
    for (const record of joined.records) componentOfRecord.set(record, joined);
  });
  return [...new Set(componentOfRecord.values())].map((component) => ({
    claims: component.claims.sort((a, b) => a - b),
    records: [...component.records].sort((a, b) => a - b),
  }));
}

/** Record indexes by the number dialled, in order of time, as the records are. */
function indexByPhone(records: readonly CallRecorded[]): ReadonlyMap<PhoneKey, readonly number[]> {
  const byPhone = new Map<PhoneKey, number[]>();
  records.forEach(({ data }, index) => {
    const known = byPhone.get(data.customerPhone);
    if (known === undefined) byPhone.set(data.customerPhone, [index]);
    else known.push(index);
  });
  return byPhone;
}

function candidatesOf(
  claim: ActivityLogged,
  records: readonly CallRecorded[],
  byPhone: ReadonlyMap<PhoneKey, readonly number[]>,
): readonly number[] {
  const { from: earliest, until: latest } = claimSpan(claim);
  return [...new Set(claim.data.phones)].flatMap((phone) => {
    const calls = byPhone.get(phone) ?? [];
    const timeOf = (position: number) => records[calls[position] ?? -1]?.at ?? Number.POSITIVE_INFINITY;
    const found: number[] = [];
    for (let position = firstFrom(calls.length, timeOf, earliest); timeOf(position) <= latest; position += 1) {
      const index = calls[position];
      const record = index === undefined ? undefined : records[index];
      if (index !== undefined && record !== undefined && mayBeOf(claim, record)) found.push(index);
    }
    return found;
  });
}

/** The first position whose time is not before the wanted one. */
function firstFrom(length: number, timeOf: (position: number) => number, wanted: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeOf(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
