import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { idOf } from '../../graphql/global-id.ts';
import { inOrderOf, memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { hasCapability } from '../access/viewer.ts';
import { clientKey } from '../answer-once.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { DepartmentType, loadDepartment, StoreType } from '../store/schema.ts';
import { acknowledgeFinding } from './acknowledge-finding.ts';
import { FINDING_STATES, FINDINGS_BY_ID, type FindingView, storeOf } from './finding-view.ts';

const FindingStateEnum = builder.enumType('FindingState', { values: FINDING_STATES });

/** Findings are for those who answer for a store; null for everybody else. */
async function findingsById(context: RequestContext, ids: string[]): Promise<(FindingView | null)[]> {
  const { viewer, group } = memberOf(context);
  if (!hasCapability(viewer, 'storeBoard')) return ids.map(() => null);
  return inOrderOf(ids, await group.sql<FindingView>(FINDINGS_BY_ID, [group.groupId, viewer.memberId, ids]));
}

export const FindingType = builder.node(builder.objectRef<FindingView>('Finding'), {
  description: 'Something that the plan’s standards say somebody must know.',
  id: { resolve: ({ id }) => id },
  loadMany: (ids: string[], context) => findingsById(context, ids),
  fields: (t) => ({
    kind: t.exposeString('kind'),
    state: t.expose('state', { type: FindingStateEnum }),
    openedAt: t.expose('openedAt', { type: 'DateTime' }),
    reasons: t.field({
      type: [ReasonType],
      resolve: ({ reasons, zone }) => reasons.map((reason) => ({ reason, zone })),
    }),
    evidence: t.field({ type: 'JSON', description: 'The figures.', resolve: ({ evidence }) => evidence }),
    store: t.field({ type: StoreType, resolve: storeOf }),
    department: t.field({
      type: DepartmentType,
      nullable: true,
      resolve: ({ departmentId }, _args, context) =>
        departmentId === null ? null : loadDepartment(context, departmentId),
    }),
    member: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ memberId }, _args, context) => (memberId === null ? null : loadMember(context, memberId)),
    }),
    acknowledgedAt: t.expose('acknowledgedAt', { type: 'DateTime', nullable: true }),
    acknowledgedBy: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ acknowledgedById }, _args, context) =>
        acknowledgedById === null ? null : loadMember(context, acknowledgedById),
    }),
  }),
});

const AcknowledgeFindingSuccessType = builder
  .objectRef<{ readonly finding: FindingView }>('AcknowledgeFindingSuccess')
  .implement({ fields: (t) => ({ finding: t.expose('finding', { type: FindingType }) }) });

const AcknowledgeFindingInput = builder.inputType('AcknowledgeFindingInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    findingId: t.id({ required: true }),
  }),
});

builder.mutationField('acknowledgeFinding', (t) =>
  t.field({
    type: AcknowledgeFindingSuccessType,
    errors: {},
    description: 'Says that the caller has seen a finding; the first who says so stands.',
    authScopes: { capability: 'acknowledgeFindings' },
    args: { input: t.arg({ type: AcknowledgeFindingInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { key } = parseInput(z.object({ key: clientKey }), input);
      const findingId = idOf('Finding', input.findingId);
      await acknowledgeFinding(group, viewer, { key, findingId }, context.resources.clock.now());
      const [finding] = await findingsById(context, [findingId]);
      if (finding == null) throw new NotFoundError('Finding');
      return { finding };
    },
  }),
);
