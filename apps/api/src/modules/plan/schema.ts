import {
  describePlan,
  describePolicies,
  diffPlans,
  PLAN_STATES,
  type PlanChange,
  type PlanSentence,
  type PolicySentence,
} from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { LocaleEnum } from '../../graphql/enums.ts';
import { idOf } from '../../graphql/global-id.ts';
import { inOrderOf, memberOf } from '../../graphql/load-nodes.ts';
import { hasCapability } from '../access/viewer.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { StoreType } from '../store/schema.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';
import { LoadBasisType } from './load-basis-type.ts';
import { loadSignatures } from './load-signatures.ts';
import { PlanLoadType, TriggerEnum } from './load-type.ts';
import { loadVersionBefore } from './load-version-before.ts';
import './plan-document.ts';
import { PLAN_VERSIONS_BY_ID, PLAN_VERSIONS_OF_STORE, type PlanVersionView } from './plan-view.ts';
import { PlanSignaturesType } from './signature-type.ts';
import { loadBasis, testLoad } from './test-load.ts';

// A store has a handful of versions, a plan some fifty sentences; each list is one reading of a document at hand.
const VERSIONS = { complexity: { field: 10, multiplier: 5 } } as const;
const SENTENCES = { complexity: { field: 5, multiplier: 5 } } as const;

const PlanStateEnum = builder.enumType('PlanState', {
  values: PLAN_STATES,
  description:
    'draft: may still change; active: in force; retired: another took its place, and what began under it ends under it, or it was withdrawn before it ran (`retirement`).',
});

const PlanSentenceType = builder.objectRef<PlanSentence>('PlanSentence').implement({
  description: 'One step of a plan in plain language.',
  fields: (t) => ({
    stepId: t.string({ resolve: ({ step }) => step }),
    trigger: t.expose('trigger', { type: TriggerEnum }),
    text: t.exposeString('text'),
  }),
});

const PolicySentenceType = builder.objectRef<PolicySentence>('PolicySentence').implement({
  description: 'One rule of a plan that is no step, in plain language.',
  fields: (t) => ({ path: t.exposeString('path'), text: t.exposeString('text') }),
});

const PlanChangeKindEnum = builder.enumType('PlanChangeKind', { values: ['added', 'removed', 'changed'] as const });

const PlanChangeType = builder.objectRef<PlanChange>('PlanChange').implement({
  description: 'What a version says otherwise than the one before, in words.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Where in the document: `steps.internet-call-first`, `clock`.' }),
    kind: t.expose('kind', { type: PlanChangeKindEnum }),
    before: t.string({ nullable: true, resolve: (change) => ('before' in change ? change.before : null) }),
    after: t.string({ nullable: true, resolve: (change) => ('after' in change ? change.after : null) }),
  }),
});

const LoadOverrideType = builder.objectRef<PlanVersionView>('LoadOverride').implement({
  description: 'Somebody’s signed word that the store carries more than it gets done.',
  fields: (t) => ({
    by: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ overrideById }, _args, context) => memberOrNull(overrideById, context),
    }),
    at: t.expose('overrideAt', { type: 'DateTime', nullable: true }),
    note: t.exposeString('overrideNote', { nullable: true }),
  }),
});

interface PlanRetirement {
  readonly at: Date;
  readonly byId: string | null;
  readonly whySealed: Uint8Array | null;
}

const PlanRetirementType = builder.objectRef<PlanRetirement>('PlanRetirement').implement({
  description: 'That a version was withdrawn before it ran.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    by: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ byId }, _args, context) => memberOrNull(byId, context),
    }),
    why: t.string({
      nullable: true,
      description: 'In the words of who did it; null where nobody said, or they were erased.',
      resolve: ({ whySealed }, _args, context) => {
        const { groupId } = memberOf(context).group;
        return whySealed === null ? null : context.resources.seal.open(groupId, NOTE_FIELD, whySealed);
      },
    }),
  }),
});

function memberOrNull(id: string | null, context: RequestContext) {
  return id === null ? null : loadMember(context, id);
}

/** Versions in the viewer's sight, in the order of the ids; null for any other. */
export async function planVersionsById(context: RequestContext, ids: string[]): Promise<(PlanVersionView | null)[]> {
  const { viewer, group } = memberOf(context);
  return inOrderOf(ids, await group.sql<PlanVersionView>(PLAN_VERSIONS_BY_ID, [group.groupId, viewer.memberId, ids]));
}

export const PlanVersionType = builder.node(builder.objectRef<PlanVersionView>('PlanVersion'), {
  description: 'A version of a store’s follow-up plan: what people read and sign, and what the engine executes.',
  id: { resolve: ({ id }) => id },
  loadMany: (ids: string[], context) => planVersionsById(context, ids),
  fields: (t) => ({
    store: t.field({
      type: StoreType,
      resolve: ({ storeId, storeName, zone, storePhone }) => ({
        id: storeId,
        name: storeName,
        zone,
        phone: storePhone,
      }),
    }),
    number: t.int({ description: 'Counts from 1 in each store.', resolve: ({ version }) => version }),
    name: t.string({ resolve: ({ document }) => document.name }),
    state: t.expose('state', { type: PlanStateEnum }),
    document: t.field({ type: 'PlanDocument', resolve: ({ document }) => document }),
    sentences: t.field({
      type: [PlanSentenceType],
      ...SENTENCES,
      description: 'The plan in plain sentences, one for each step, in the document’s order.',
      args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en' }) },
      resolve: ({ document }, { locale }) => [...describePlan(document, locale ?? 'en')],
    }),
    policies: t.field({
      type: [PolicySentenceType],
      ...SENTENCES,
      description:
        'What the plan says beside its steps: the clock, capacity, limits on contact, standards, the survey.',
      args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en' }) },
      resolve: ({ document }, { locale }) => [...describePolicies(document, locale ?? 'en')],
    }),
    unfinished: t.exposeBoolean('unfinished', {
      description: 'A draft that somebody is still writing: nobody is asked to sign it, and it does not start.',
    }),
    revision: t.exposeInt('revision', {
      description: 'Counts the texts of a draft; a signature is under one of them.',
    }),
    changes: t.field({
      type: [PlanChangeType],
      ...SENTENCES,
      nullable: true,
      description: 'What it says otherwise than the version before it that was in force; null for the first.',
      args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en' }) },
      resolve: async (version, { locale }, context) => {
        const { group } = memberOf(context);
        const before = await loadVersionBefore(group, group.groupId, version);
        return before === undefined ? null : [...diffPlans(before, version.document, locale ?? 'en')];
      },
    }),
    signatures: t.field({
      type: PlanSignaturesType,
      resolve: async (version, _args, context) => {
        const { viewer, group } = memberOf(context);
        const signatures = await loadSignatures(group, group.groupId, version, context.resources.clock.now());
        return { ...signatures, zone: version.zone, viewerId: viewer.memberId };
      },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    draftedBy: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ draftedById }, _args, context) => memberOrNull(draftedById, context),
    }),
    activatedAt: t.expose('activatedAt', { type: 'DateTime', nullable: true }),
    activatedBy: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ activatedById }, _args, context) => memberOrNull(activatedById, context),
    }),
    loadOverride: t.field({
      type: LoadOverrideType,
      nullable: true,
      resolve: (version) => (version.overrideAt === null ? null : version),
    }),
    retirement: t.field({
      type: PlanRetirementType,
      nullable: true,
      description: 'Null for a version that was in force, or may come into force.',
      resolve: ({ retiredAt: at, retiredById: byId, retiredWhySealed: whySealed }) =>
        at === null ? null : { at, byId, whySealed },
    }),
    load: t.field({
      type: PlanLoadType,
      nullable: true,
      // A reckoning over 45 days for each kind of people.
      complexity: 100,
      description: 'What it asks of people, beside what they get done; null for who does not answer for the store.',
      resolve: async (version, _args, context) => {
        const { viewer, group } = memberOf(context);
        if (!hasCapability(viewer, 'storeBoard')) return null;
        const test = await testLoad(group, group.groupId, version, context.resources.clock.now());
        return { ...test, zone: version.zone };
      },
    }),
    loadBasis: t.field({
      type: LoadBasisType,
      nullable: true,
      description: 'What its load is reckoned with now; null for who does not answer for the store.',
      resolve: (version, _args, context) => {
        const { viewer, group } = memberOf(context);
        if (!hasCapability(viewer, 'storeBoard')) return null;
        return loadBasis(group, group.groupId, version, context.resources.clock.now());
      },
    }),
  }),
});

builder.queryField('planVersions', (t) =>
  t.field({
    type: [PlanVersionType],
    ...VERSIONS,
    description:
      'A store’s plan versions, the latest first; drafts included. Of what was withdrawn only what people were asked to sign.',
    args: { storeId: t.arg.id({ required: true }) },
    authScopes: (_root, { storeId }) => ({ store: storeId }),
    resolve: async (_root, { storeId }, context) => {
      const { viewer, group } = memberOf(context);
      const key = [group.groupId, viewer.memberId, idOf('Store', storeId)];
      return [...(await group.sql<PlanVersionView>(PLAN_VERSIONS_OF_STORE, key))];
    },
  }),
);
