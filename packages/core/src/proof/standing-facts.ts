import { compareText } from '../spine/compare-text.ts';
import type { CallRecorded, Fact, FeedCompleted } from '../spine/fact.ts';
import type { Watermark, Watermarks } from './proof-outcome.ts';

/** Each fact once, in order of happening (then by id), without those that another of the list corrects. */
export function standingFacts<F extends Fact>(facts: readonly F[]): readonly F[] {
  const corrected = new Set(facts.flatMap(({ corrects }) => corrects ?? []));
  const byId = new Map(facts.filter(({ id }) => !corrected.has(id)).map((fact) => [fact.id, fact]));
  return [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/**
 * Each call once. Files that are sent twice, late or in another order tell one call several times, under the same
 * source and external id, perhaps while it still goes on: the longest version counts, told by the first fact that
 * holds it. So neither a double nor the order of files changes anything.
 */
export function standingRecords(records: readonly CallRecorded[]): readonly CallRecorded[] {
  const calls = new Map<string, CallRecorded>();
  for (const record of standingFacts(records)) {
    const call = callOf(record);
    const known = calls.get(call);
    if (known === undefined || compareVersions(record, known) > 0) calls.set(call, record);
  }
  return [...calls.values()].sort((a, b) => a.at - b.at || compareText(callOf(a), callOf(b)));
}

/**
 * How far each source has come, by what its uploads and feeds declared.
 *
 * @param feeds declarations of one store, in any order
 * @param expected sources that the store has, whether or not they have sent anything yet
 *
 * @example
 * const watermarks = watermarksOf(feedFacts, ['pbx']);
 */
export function watermarksOf(feeds: readonly FeedCompleted[], expected: readonly string[]): Watermarks {
  const latest = new Map<string, Watermark>(expected.map((source) => [source, { source }]));
  for (const { data } of standingFacts(feeds)) {
    const known = latest.get(data.source)?.until;
    if (known === undefined || known < data.until) latest.set(data.source, { source: data.source, until: data.until });
  }
  return [...latest.values()].sort((a, b) => compareText(a.source, b.source));
}

function callOf({ storeId, data }: CallRecorded): string {
  return JSON.stringify([data.source, data.externalId, storeId]);
}

/** Positive when `a` is to be believed before `b`: the longer call, and of equal versions the one known first. */
function compareVersions(a: CallRecorded, b: CallRecorded): number {
  return (
    a.data.totalSeconds - b.data.totalSeconds ||
    compareText(contentOf(a), contentOf(b)) ||
    b.recordedAt - a.recordedAt ||
    compareText(b.id, a.id)
  );
}

function contentOf({ at, data }: CallRecorded): string {
  const { direction, customerPhone, memberId, talkSeconds, outcome } = data;
  return JSON.stringify([talkSeconds, at, direction, customerPhone, memberId, outcome]);
}
