import {
  type Channel,
  type Id,
  type Instant,
  instant,
  type MeasureRow,
  type ProofOutcome,
  type StepActor,
} from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { json, type SqlParameter, statement } from '../../database/statement.ts';
import type { DueWork } from '../../jobs/due-work.ts';
import { schedule } from '../../jobs/schedule.ts';
import type { TouchState } from '../cadence/touch-row.ts';
import { addMeasures } from '../measures/add-measures.ts';
import { type CountedStep, countedOf, recountStep, sameCount } from '../measures/count-steps.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { PROOF_COLUMNS, type ProofRow, readProof } from './proof-row.ts';

/** Due work at the deadline of a step whose claim no record shows: from then on it counts as missed. */
export const UNCLEARED_STEP = 'proof.unclearedStep';

interface SettledRow {
  readonly id: string;
  readonly storeId: string;
  readonly departmentId: string;
  readonly memberId: string | null;
  readonly channel: Channel;
  readonly who: StepActor;
  readonly state: TouchState;
  readonly deadline: Date;
  readonly settledAt: Date | null;
  readonly settledBy: string;
  readonly counted: CountedStep | null;
}

const STEP_COLUMNS = `t.id, t.store_id as "storeId", t.department_id as "departmentId", t.member_id as "memberId", t.channel,
       t.who, t.state, t.deadline, t.settled_at as "settledAt", t.settled_by_fact_id as "settledBy", t.counted`;

// In the order of their ids, so that two transactions take their locks in the same one.
const STEPS_OF_CLAIMS = statement(
  'steps settled by claims',
  `select ${STEP_COLUMNS}
     from touch t
    where t.group_id = $1 and t.settled_by_fact_id = any($2) and t.state = 'done'
    order by t.id
      for update`,
);

const STEP = statement(
  'step with its proof',
  `select ${STEP_COLUMNS}, ${PROOF_COLUMNS}
     from touch t
     join proof p on p.group_id = $1 and p.claim_id = t.settled_by_fact_id
    where t.group_id = $1 and t.id = $2 and t.state = 'done'
      for update of t`,
);

const SAVE = statement('save count of step', 'update touch set counted = $3 where group_id = $1 and id = $2');

/** Counts the steps anew that these claims settled: a call that nothing shows clears no step of the plan. */
export async function recountSteps(
  tx: GroupTransaction,
  rules: StoreRules,
  changed: readonly { readonly outcome: ProofOutcome }[],
  now: Instant,
): Promise<readonly MeasureRow[]> {
  const outcomes = new Map(changed.map(({ outcome }) => [outcome.claim, outcome]));
  const steps = await tx.sql<SettledRow>(STEPS_OF_CLAIMS, [tx.groupId, [...outcomes.keys()]]);
  const rows: MeasureRow[] = [];
  for (const step of steps) {
    const outcome = outcomes.get(step.settledBy as Id<'Fact'>);
    if (outcome !== undefined) rows.push(...(await recount(tx, rules, step, outcome, now)));
  }
  return rows;
}

/** Does {@link UNCLEARED_STEP}. */
export async function countUncleared(tx: GroupTransaction, { subject, now }: DueWork): Promise<void> {
  const [row] = await tx.sql<SettledRow & ProofRow>(STEP, [tx.groupId, subject]);
  const rules = row === undefined ? undefined : await loadStoreRules(tx, tx.groupId, row.storeId, now);
  if (row === undefined || rules === undefined) return;
  await addMeasures(tx, await recount(tx, rules, row, readProof(row), now));
}

async function recount(
  tx: GroupTransaction,
  rules: StoreRules,
  step: SettledRow,
  proof: ProofOutcome,
  now: Instant,
): Promise<readonly MeasureRow[]> {
  const deadline = instant(step.deadline.getTime());
  const doneAt = step.settledAt === null ? undefined : instant(step.settledAt.getTime());
  const after = countedOf({ ...step, deadline, doneAt, proof, cancelled: false }, rules, now);
  if (after === null && deadline > now) {
    await schedule(tx, { kind: UNCLEARED_STEP, subject: step.id, storeId: rules.storeId, dueAt: deadline });
  }
  if (sameCount(step.counted, after)) return [];
  const counted: SqlParameter = after === null ? null : json(after);
  await tx.sql(SAVE, [tx.groupId, step.id, counted]);
  return recountStep(step.channel, step.counted, after, step);
}
