import type { Context } from '../plan/context.ts';
import type { ActivityLogged, CallRecorded, Fact } from '../spine/fact.ts';
import type { Instant } from '../spine/instant.ts';
import { reason } from '../spine/reason.ts';
import { claimSpan, knowsDayOnly, timeApart } from './claim-span.ts';
import { judgePair, personOf, talkSecondsOf } from './judge-pair.ts';
import { matchCalls } from './match-calls.ts';
import type { ProofOutcome, Watermarks } from './proof-outcome.ts';
import { CLAIM_RULES } from './proof-rules.ts';
import { standingFacts, standingRecords } from './standing-facts.ts';

/**
 * Holds claimed calls against the phone system's records of one store.
 *
 * A record of an outbound call to one of the customer's numbers, from 60 minutes before the time noted to 15 minutes
 * after it, documents the claim; where paper tells the day alone, one of that day does. One record documents one claim
 * ({@link matchCalls} says which). Nothing is said against a claim before every source of the store has passed its
 * time: until then it is `pending`.
 *
 * The outcome is the same for the same facts in any order, doubled or late. Give with the claims in question all
 * records within reach of them, and all other claims within reach of those records: a record may be of either.
 *
 * @param claims logged activities; those that are no calls are left out, as are corrected ones
 * @param records calls as the phone systems tell them
 * @param watermarks how far each of the store's sources has come; a claim waits for all of them
 * @returns one outcome a claimed call, in order of the time noted, then by fact id
 *
 * @example
 * const outcomes = proveCalls(claims, records, watermarksOf(feeds, ['pbx']), context);
 */
export function proveCalls(
  claims: readonly Fact[],
  records: readonly Fact[],
  watermarks: Watermarks,
  _context: Context,
): readonly ProofOutcome[] {
  const calls = standingFacts(claims.filter((fact) => fact.kind === 'activity.logged')).filter(isCall);
  const pairs = matchCalls(calls, standingRecords(records.filter((fact) => fact.kind === 'call.recorded')));
  return calls.map((claim) => outcomeOf(claim, pairs.get(claim), watermarks));
}

function isCall(claim: ActivityLogged): boolean {
  return claim.data.channel === 'call';
}

function outcomeOf(claim: ActivityLogged, record: CallRecorded | undefined, watermarks: Watermarks): ProofOutcome {
  if (record !== undefined && judgePair(claim, record) === 'documents') return documented(claim, record);
  if (claim.data.phones.length === 0) {
    return { claim: claim.id, kind: 'unverifiable', reasons: [reason('proof.noPhone', {}, { facts: [claim.id] })] };
  }
  return (
    pendingOf(claim, watermarks) ??
    (record === undefined ? notDocumented(claim, watermarks) : questioned(claim, record))
  );
}

function documented(claim: ActivityLogged, record: CallRecorded): ProofOutcome {
  const other = personOf(claim, record) === 'other';
  const code = other ? 'proof.documentedOtherPerson' : 'proof.documented';
  const facts = [claim.id, record.id];
  const why = knowsDayOnly(claim)
    ? reason(`${code}OnDay`, { at: record.at }, { facts })
    : reason(code, { apart: timeApart(claim, record) }, { facts });
  return {
    claim: claim.id,
    kind: other ? 'verifiedOtherRep' : 'verified',
    record: record.id,
    reasons: [why],
  };
}

/** The record that was found says less than the claim. A better one may still come: only asked once all have passed. */
function questioned(claim: ActivityLogged, record: CallRecorded): ProofOutcome {
  const facts = [claim.id, record.id];
  if (judgePair(claim, record) === 'contradicts') {
    const why = reason('proof.contradicted', { outcome: record.data.outcome }, { facts });
    return { claim: claim.id, kind: 'contradicted', record: record.id, reasons: [why] };
  }
  const { minTalkSeconds } = CLAIM_RULES[claim.data.disposition];
  const why = reason('proof.tooShort', { talkSeconds: talkSecondsOf(record), minTalkSeconds }, { facts });
  return { claim: claim.id, kind: 'short', record: record.id, reasons: [why] };
}

function pendingOf(claim: ActivityLogged, watermarks: Watermarks): ProofOutcome | undefined {
  const { until } = claimSpan(claim);
  const behind = watermarks
    .filter((mark) => mark.until === undefined || mark.until < until)
    .map(({ source }) => source)
    .sort()[0];
  if (behind === undefined && watermarks.length > 0) return undefined;
  const facts = [claim.id];
  const why =
    behind === undefined
      ? reason('proof.noFeed', {}, { facts })
      : reason('proof.pending', { source: behind, until }, { facts });
  return { claim: claim.id, kind: 'pending', source: behind ?? '', reasons: [why] };
}

function notDocumented(claim: ActivityLogged, watermarks: Watermarks): ProofOutcome {
  const { from, until } = claimSpan(claim);
  const facts = [claim.id];
  const down = watermarks.find(({ outages = [] }) => outages.some((span) => overlaps(span, from, until)));
  return down === undefined
    ? { claim: claim.id, kind: 'unmatched', reasons: [reason('proof.notDocumented', { from, until }, { facts })] }
    : { claim: claim.id, kind: 'unverifiable', reasons: [reason('proof.outage', { source: down.source }, { facts })] };
}

function overlaps(span: { readonly from: Instant; readonly until: Instant }, from: Instant, until: Instant): boolean {
  return span.from <= until && span.until > from;
}
