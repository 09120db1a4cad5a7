import { type Fact, foldAll, type Instant, opportunityHistory, plus } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import type { Seal } from '../../secrets/seal.ts';
import { replan } from '../cadence/replan.ts';
import { recordFacts } from '../fact/record-facts.ts';
import { CHECK_AFTER, orderFindingCheck } from '../finding/order-check.ts';
import { addMeasures } from '../measures/add-measures.ts';
import { countFacts } from '../measures/count-facts.ts';
import { saveResponses } from '../measures/save-responses.ts';
import { orderSteps } from '../outgoing/send-steps.ts';
import { judgedHistory } from '../proof/load-calls-shown.ts';
import { lockProofs, proveClaims } from '../proof/prove-claims.ts';
import type { StoreRules } from '../store/store-rules.ts';
import { type OpportunityRow, saveOpportunity } from './opportunity-row.ts';

/**
 * The one way in which an opportunity moves: facts are recorded, its history is folded and saved, the plan is asked
 * anew by what records leave of it, claims are held against the phone's records, the measures of the days move with it; all in the caller's
 * transaction.
 *
 * @param before - locked by the caller, or new
 * @param facts - none: only time has passed
 * @returns the opportunity as it is now
 */
export async function advance(
  tx: GroupTransaction,
  seal: Seal,
  rules: StoreRules,
  before: OpportunityRow,
  facts: readonly Fact[],
  now: Instant,
): Promise<OpportunityRow> {
  const opportunity = { ...before, history: foldAll(opportunityHistory, facts, before.history) };
  if (facts.length > 0) {
    await recordFacts(tx, facts);
    await saveOpportunity(tx, tx.groupId, opportunity);
  }
  const claims = facts.filter((fact) => fact.kind === 'activity.logged' && fact.data.channel === 'call');
  const moments = claims.map(({ at }) => at);
  // Before the touches are: an upload takes this lock first, and then touches.
  if (moments.length > 0) await lockProofs(tx, rules.storeId);
  const judged = { ...opportunity, history: await judgedHistory(tx, tx.groupId, opportunity) };
  const steps = await replan(tx, seal, judged, rules, now);
  // After the plan: whether a step counts as done hangs on the proof of the claim that settled it.
  const proofs = moments.length === 0 ? [] : await proveClaims(tx, rules, moments, now);
  const responses = await saveResponses(tx, judged.history, opportunity, rules);
  await addMeasures(tx, [
    ...countFacts(facts, opportunity.history.ownerId, opportunity, rules),
    ...responses,
    ...steps,
    ...proofs,
  ]);
  await orderSteps(tx, judged, rules, now);
  await orderFindingCheck(tx, rules.storeId, plus(now, CHECK_AFTER));
  return opportunity;
}
