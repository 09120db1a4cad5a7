import {
  type Instant,
  type MeasureRow,
  type ProofOutcome,
  proveCalls,
  RECORD_WINDOW,
  unmergeMeasures,
  ZERO_MEASURES,
} from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { lockKeys } from '../lock-keys.ts';
import { countProof } from '../measures/count-outcomes.ts';
import { contextAt, type StoreRules } from '../store/store-rules.ts';
import { type ClaimRange, rangesAround, widened } from './claim-ranges.ts';
import { claimsAtStake } from './claims-at-stake.ts';
import { loadClaims, loadRecords, loadWatermarks } from './load-proof-facts.ts';
import { lookAgain, movesClock } from './moved-clocks.ts';
import { recountSteps } from './recount-steps.ts';
import { type ChangedProof, saveProofs } from './save-proofs.ts';

/**
 * Holds a store's claimed calls against its call records, around these moments and wherever one bears on another. What
 * turns out otherwise than it stood is written, and with it the steps of the plan that those claims had settled; clocks
 * that such a claim had stopped are looked at again.
 *
 * @param moments - of new claims, of new records, of claims that a feed has passed; their facts are recorded
 * @returns what it changes about the measures of days, for the caller to add
 *
 * @example
 * await addMeasures(tx, await proveClaims(tx, rules, [fact.at], now));
 */
export async function proveClaims(
  tx: GroupTransaction,
  rules: StoreRules,
  moments: readonly Instant[],
  now: Instant,
): Promise<readonly MeasureRow[]> {
  await lockProofs(tx, rules.storeId);
  const watermarks = await loadWatermarks(tx, rules.storeId);
  const changed: ChangedProof[] = [];
  const moved = new Set<string>();
  for (const around of rangesAround(moments)) {
    const { claims, records, atStake } = await loadAround(tx, rules.storeId, around);
    const facts = claims.map(({ fact }) => fact);
    const recordsById = new Map(records.map((record) => [record.id, record]));
    const outcomes = new Map(
      proveCalls(facts, records, watermarks, contextAt(rules, now)).map((outcome) => [outcome.claim, outcome]),
    );
    for (const claim of claims) {
      const outcome = outcomes.get(claim.fact.id);
      // Of the others not all is loaded that speaks for or against them.
      if (outcome === undefined || !atStake.has(claim.fact.id) || sameOutcome(claim.proof, outcome)) continue;
      changed.push({ ...claim, outcome });
      if (movesClock(claim, outcome, recordsById)) moved.add(claim.fact.data.opportunityId);
    }
  }
  if (changed.length === 0) return [];
  await saveProofs(tx, rules.storeId, changed, now);
  await lookAgain(tx, rules.storeId, moved, now);
  const steps = await recountSteps(tx, rules, changed, now);
  return [...changed.flatMap((claim) => countChange(claim, rules)), ...steps];
}

/** No pair of a claim and a record lies further apart. */
const REACH = RECORD_WINDOW.before + RECORD_WINDOW.after;

/** Claims and records around a range, with all that bears on the claims at stake in it. */
async function loadAround(tx: GroupTransaction, storeId: string, range: ClaimRange) {
  for (let reach = REACH; ; reach *= 2) {
    const loaded = widened(range, reach);
    const claims = await loadClaims(tx, storeId, loaded);
    const records = await loadRecords(tx, storeId, loaded);
    const facts = claims.map(({ fact }) => fact);
    const { claims: atStake, complete } = claimsAtStake(facts, records, range, loaded);
    if (complete) return { claims, records, atStake };
  }
}

/**
 * One at a time holds a store's claims against its records: a claim that is logged while a file is taken in would else
 * miss the records, and the file the claim.
 */
export async function lockProofs(tx: GroupTransaction, storeId: string): Promise<void> {
  await lockKeys(tx, [`proof|${storeId}`]);
}

function countChange({ fact, departmentId, proof, outcome }: ChangedProof, rules: StoreRules): readonly MeasureRow[] {
  const claimed = { memberId: fact.data.memberId, at: fact.at };
  const place = { storeId: rules.storeId, departmentId };
  const after = countProof(claimed, outcome, place, rules);
  if (proof === undefined) return [after];
  const before = countProof(claimed, proof, place, rules);
  return [{ ...before, measures: unmergeMeasures(ZERO_MEASURES, before.measures) }, after];
}

/** Most outcomes stay what they were. */
function sameOutcome(before: ProofOutcome | undefined, after: ProofOutcome): boolean {
  if (before === undefined) return false;
  const record = (outcome: ProofOutcome) => ('record' in outcome ? outcome.record : undefined);
  return (
    before.kind === after.kind &&
    record(before) === record(after) &&
    before.reasons[0].code === after.reasons[0].code &&
    JSON.stringify(sorted(before.reasons[0].data)) === JSON.stringify(sorted(after.reasons[0].data))
  );
}

/** jsonb keeps no order of keys. */
function sorted(data: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
}
