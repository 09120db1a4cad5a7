import type { CallOutcome, CallRecorded } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { batched } from '../../graphql/batched.ts';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { storeInSight } from '../access/sight-sql.ts';
import { ActivityType } from '../activity/schema.ts';
import { PROOF_COLUMNS, PROOF_KINDS, type ProofRow } from './proof-row.ts';

/** How far a claim is documented, with the record that shows it. */
interface ProofView extends ProofRow {
  readonly zone: string;
  readonly record: RecordView | null;
}

interface RecordView {
  readonly at: Date;
  readonly data: CallRecorded['data'];
}

const PROOFS = statement(
  'proofs by claim',
  `select ${PROOF_COLUMNS}, s.zone, r.at as "recordAt", r.data as "recordData"
     from proof p
     join store s on s.group_id = $1 and s.id = p.store_id
     left join fact r on r.group_id = $1 and r.id = p.record_id
    where p.group_id = $1 and p.claim_id = any($3) and ${storeInSight('p.store_id', '$2')}`,
);

type Row = Omit<ProofView, 'record'> & {
  readonly recordAt: Date | null;
  readonly recordData: CallRecorded['data'] | null;
};

async function proofsByClaim(context: RequestContext, claimIds: string[]): Promise<readonly (ProofView | null)[]> {
  const { viewer, group } = memberOf(context);
  const rows = await group.sql<Row>(PROOFS, [group.groupId, viewer.memberId, claimIds]);
  const byClaim = new Map(rows.map((row) => [row.claimId, row]));
  return claimIds.map((id) => {
    const row = byClaim.get(id);
    if (row === undefined) return null;
    const { recordAt: at, recordData: data, ...proof } = row;
    return { ...proof, record: at === null || data === null ? null : { at, data } };
  });
}

const loadProof = batched<ProofView>(proofsByClaim);

const ProofKindEnum = builder.enumType('ProofKind', {
  values: PROOF_KINDS,
  description: 'How far a claimed call is documented; `unmatched`: not documented.',
});

const ProofViewType = builder.objectRef<ProofView>('ProofView').implement({
  description: 'How far a claimed call is documented, and why.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ProofKindEnum }),
    reasons: t.field({
      type: [ReasonType],
      resolve: ({ reasons, zone }) => reasons.map((reason) => ({ reason, zone })),
    }),
  }),
});

const CallRecordViewType = builder.objectRef<RecordView>('CallRecordView').implement({
  description: 'A call as the phone system tells it.',
  fields: (t) => ({
    startedAt: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    talkSeconds: t.int({ nullable: true, resolve: ({ data }) => data.talkSeconds ?? null }),
    totalSeconds: t.int({ resolve: ({ data }) => data.totalSeconds }),
    outcome: t.string({ resolve: ({ data }): CallOutcome => data.outcome }),
    source: t.string({ resolve: ({ data }) => data.source }),
  }),
});

builder.objectFields(ActivityType, (t) => ({
  proof: t.field({
    type: ProofViewType,
    nullable: true,
    description: 'Null for what is no call: nothing documents it.',
    resolve: ({ id }, _args, context) => loadProof(context, id),
  }),
  record: t.field({
    type: CallRecordViewType,
    nullable: true,
    description: 'The phone system’s record that was found for it.',
    resolve: async ({ id }, _args, context) => (await loadProof(context, id))?.record ?? null,
  }),
}));
