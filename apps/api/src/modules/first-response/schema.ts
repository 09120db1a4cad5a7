import { RESPONSE_STAGES } from '@beback/core';
import { batched } from '../../graphql/batched.ts';
import { builder } from '../../graphql/builder.ts';
import { encodeGlobalId, idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { LeadType } from '../lead/schema.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { OpportunityType } from '../opportunity/schema.ts';
import { TaskType } from '../workday/schema.ts';
import { type ClockView, clockViews } from './clock-view.ts';
import { clockOfLead } from './lead-clock.ts';
import { type UnansweredLead, type UnansweredLeads, unansweredLeads } from './unanswered-leads.ts';
import { loadWaitingRows } from './waiting-rows.ts';

const ResponseStateEnum = builder.enumType('ResponseState', {
  values: ['running', 'stopped', 'closed'] as const,
  description:
    'running: nobody has answered; stopped: a person answered; closed: over before anybody had, by sale, loss or the customer’s wish.',
});
const ResponseStepEnum = builder.enumType('ResponseStep', {
  values: RESPONSE_STAGES,
  description:
    'call: the first call is due; late: its minutes are over; handOver: another person who is present has it; manager: a manager has it.',
});
const ResponsePauseEnum = builder.enumType('ResponsePause', {
  values: ['closing', 'law'] as const,
  description: 'closing: the store is closed; law: at this hour the customer may not be called.',
});

export const FirstResponseType = builder.objectRef<ClockView>('FirstResponse').implement({
  description: 'The response clock of a lead: how long it has waited for a person, and how far that has come.',
  fields: (t) => ({
    state: t.field({ type: ResponseStateEnum, resolve: ({ response }) => response.kind }),
    receivedAt: t.field({
      type: 'DateTime',
      description: 'The clock starts then.',
      resolve: ({ response }) => response.since,
    }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'The figures are of this moment, by the server’s clock.' }),
    wallSeconds: t.int({
      description: 'Waited by the clock on the wall, until now or until it ended.',
      resolve: ({ response }) => Math.floor(response.time.wall / 1000),
    }),
    openSeconds: t.int({
      description: 'Waited while the store was open.',
      resolve: ({ response }) => Math.floor(response.time.open / 1000),
    }),
    open: t.exposeBoolean('open', { description: 'The store is open: open time goes on.' }),
    openChangesAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the store next closes or opens.',
      resolve: ({ openChangesAt }) => openChangesAt ?? null,
    }),
    step: t.field({
      type: ResponseStepEnum,
      nullable: true,
      description: 'Null: it runs no longer.',
      resolve: ({ response }) => (response.kind === 'running' ? response.stage : null),
    }),
    nextStep: t.field({
      type: ResponseStepEnum,
      nullable: true,
      resolve: ({ response }) => (response.kind === 'running' ? (response.next?.stage ?? null) : null),
    }),
    nextStepAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'If nobody answers before. What is closed or forbidden until then is left out of the count.',
      resolve: ({ response }) => (response.kind === 'running' ? (response.next?.at ?? null) : null),
    }),
    pausedBy: t.field({
      type: ResponsePauseEnum,
      nullable: true,
      description: 'What keeps its steps from counting now; null: they count.',
      resolve: ({ response }) => (response.kind === 'running' ? (response.waits?.by ?? null) : null),
    }),
    pausedUntil: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ response }) => (response.kind === 'running' ? (response.waits?.until ?? null) : null),
    }),
    heldBy: t.field({
      type: MemberType,
      nullable: true,
      description: 'On whose list the call stands that would stop it.',
      resolve: ({ row, response }, _args, context) =>
        row.heldById === null || response.kind !== 'running' ? null : loadMember(context, row.heldById),
    }),
    stoppedAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ response }) => (response.kind === 'running' ? null : response.at),
    }),
    stoppedBy: t.field({
      type: MemberType,
      nullable: true,
      description: 'Who answered.',
      resolve: ({ response }, _args, context) =>
        response.kind === 'stopped' ? loadMember(context, response.memberId) : null,
    }),
    provisional: t.boolean({
      description: 'A claimed call stopped it whose records have not come yet: if none shows it, the clock runs on.',
      resolve: ({ response }) => response.kind === 'stopped' && response.provisional,
    }),
    inTime: t.boolean({
      nullable: true,
      description: 'Answered within the minutes that the plan promises for the first call.',
      resolve: ({ response }) => (response.kind === 'stopped' ? response.inTime : null),
    }),
    reasons: t.field({
      type: [ReasonType],
      description:
        'Where it stands, then what was done and is no answer: auto-replies, rings, calls that nothing shows.',
      resolve: ({ response, zone }) => [...response.reasons, ...response.passedBy].map((reason) => ({ reason, zone })),
    }),
  }),
});

/** The clock of an opportunity that the caller sees already. */
const loadClock = batched<ClockView>(async (context, opportunityIds) => {
  const { group } = memberOf(context);
  const { seal, clock } = context.resources;
  const rows = await loadWaitingRows(group, group.groupId, opportunityIds);
  const views = await clockViews(group, group.groupId, seal, rows, clock.now());
  return opportunityIds.map((id) => views.find(({ row }) => row.id === id) ?? null);
});

builder.objectField(TaskType, 'firstResponse', (t) =>
  t.field({
    type: FirstResponseType,
    nullable: true,
    description: 'The clock that this task would stop; null where none runs.',
    resolve: ({ row }, _args, context) =>
      row.urgency === 'clock' && row.state === 'due' ? loadClock(context, row.opportunityId) : null,
  }),
);

builder.prismaObjectField(OpportunityType, 'firstResponse', (t) =>
  t.field({
    type: FirstResponseType,
    nullable: true,
    description: 'The clock of its latest lead; null where no lead asks for an answer.',
    select: { id: true },
    resolve: ({ id }, _args, context) => loadClock(context, id),
  }),
);

builder.prismaObjectField(LeadType, 'firstResponse', (t) =>
  t.field({
    type: FirstResponseType,
    nullable: true,
    description: 'Its own clock; null where it asks for no answer, or a later lead took the clock over.',
    select: { id: true, opportunityId: true },
    resolve: async ({ id, opportunityId }, _args, context) => {
      const view = opportunityId === null ? null : await loadClock(context, opportunityId);
      return view === null ? null : clockOfLead(memberOf(context).group, view, id, context.resources.seal);
    },
  }),
);

const UnansweredLeadType = builder.objectRef<UnansweredLead>('UnansweredLead').implement({
  description: 'A lead that nobody has answered yet.',
  fields: (t) => ({
    opportunityId: t.id({ resolve: ({ clock }) => encodeGlobalId('Opportunity', clock.row.id) }),
    customerName: t.string({ nullable: true, resolve: ({ customerName }) => customerName ?? null }),
    vehicle: t.string({ nullable: true, resolve: ({ clock }) => clock.row.vehicle }),
    source: t.string({ resolve: ({ source }) => source }),
    owner: t.field({
      type: MemberType,
      nullable: true,
      description: 'Whose the customer is, whoever has the call.',
      resolve: ({ clock }, _args, context) =>
        clock.row.ownerId === null ? null : loadMember(context, clock.row.ownerId),
    }),
    firstResponse: t.field({ type: FirstResponseType, resolve: ({ clock }) => clock }),
  }),
});

const UnansweredLeadsType = builder.objectRef<UnansweredLeads>('UnansweredLeads').implement({
  description: 'The leads of a store that wait for a person.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime' }),
    zone: t.exposeString('zone', { description: 'IANA zone of the store.' }),
    total: t.exposeInt('total', { description: 'All of them, also those that are not listed.' }),
    leads: t.field({
      type: [UnansweredLeadType],
      description: 'The latest first: the sooner it is answered the more it is worth. At most 50.',
      resolve: ({ leads }) => [...leads],
    }),
  }),
});

builder.queryField('unansweredLeads', (t) =>
  t.field({
    type: UnansweredLeadsType,
    description: 'For managers: who waits for an answer, how long, and who has the call.',
    args: { storeId: t.arg.id({ required: true }) },
    authScopes: (_root, { storeId }) => ({ capability: 'storeBoard', store: storeId }),
    resolve: (_root, { storeId }, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, clock } = context.resources;
      return unansweredLeads(group, seal, viewer.memberId, idOf('Store', storeId), clock.now());
    },
  }),
);
