import { TRIGGERS } from '@beback/core';
import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { clientKey } from '../answer-once.ts';
import { activatePlan } from './activate-plan.ts';
import { draftPlan, redraftPlan } from './draft-plan.ts';
import { TriggerEnum } from './load-type.ts';
import { overrideLoad } from './override-load.ts';
import type { LeadsAMonth, PlanVersionView } from './plan-view.ts';
import { retirePlan } from './retire-plan.ts';
import { PlanVersionType, planVersionsById } from './schema.ts';
import { signPlan } from './sign-plan.ts';

const LeadsOfTriggerInput = builder.inputType('LeadsOfTriggerInput', {
  fields: (t) => ({
    trigger: t.field({ type: TriggerEnum, required: true }),
    count: t.float({ required: true, description: 'A month.' }),
  }),
});

const LEADS_DESCRIPTION = 'How many of each trigger to expect in a month; none named: as many as in the last 30 days.';
const KEY_DESCRIPTION = 'The client’s name for this wish: the same at each try.';

const DraftPlanInput = builder.inputType('DraftPlanInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: KEY_DESCRIPTION }),
    storeId: t.id({ required: true }),
    document: t.field({ type: 'PlanDocument', required: true }),
    leadsAMonth: t.field({ type: [LeadsOfTriggerInput], description: LEADS_DESCRIPTION }),
    unfinished: t.boolean({
      description: 'It goes on being written: nobody is asked to sign it before it is handed in. None named: finished.',
    }),
  }),
});

const RedraftPlanInput = builder.inputType('RedraftPlanInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: KEY_DESCRIPTION }),
    planVersionId: t.id({ required: true }),
    document: t.field({ type: 'PlanDocument', required: true }),
    leadsAMonth: t.field({ type: [LeadsOfTriggerInput], description: 'None named: as before.' }),
    unfinished: t.boolean({
      description: 'False hands it in for signatures, true takes it back; none named: as before.',
    }),
    revision: t.int({
      required: true,
      description: 'Of the text that the writer began with: refused when somebody wrote another one since.',
    }),
  }),
});

const OverridePlanLoadInput = builder.inputType('OverridePlanLoadInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: KEY_DESCRIPTION }),
    planVersionId: t.id({ required: true }),
    note: t.string({ required: true, description: 'Why: everybody of the store reads it.' }),
  }),
});

const PlanVersionInput = builder.inputType('PlanVersionInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: KEY_DESCRIPTION }),
    planVersionId: t.id({ required: true }),
  }),
});

const RetirePlanInput = builder.inputType('RetirePlanInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: KEY_DESCRIPTION }),
    planVersionId: t.id({ required: true }),
    why: t.string({
      description:
        'For those who were asked to sign it: refused without. Of what is still being written nobody need say.',
    }),
  }),
});

const FROM_NONE = '0 to 100,000';
const NOTE_LENGTH = '10 to 1,000 characters';

const SignPlanInput = builder.inputType('SignPlanInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: KEY_DESCRIPTION }),
    planVersionId: t.id({ required: true }),
    revision: t.int({ required: true, description: 'Of the text that was read.' }),
  }),
});

const wish = z.object({ key: clientKey });
const draftWish = wish.extend({
  unfinished: given(z.boolean()),
  leadsAMonth: z
    .array(z.object({ trigger: z.enum(TRIGGERS), count: z.number().min(0, FROM_NONE).max(100_000, FROM_NONE) }))
    .nullish()
    .transform((list) => (list == null || list.length === 0 ? undefined : leadsOf(list))),
});
const redraftWish = draftWish.extend({ revision: z.int() });
const signWish = wish.extend({ revision: z.int() });
const retireWish = wish.extend({ why: given(z.string().trim().min(10, NOTE_LENGTH).max(1000, NOTE_LENGTH)) });
const overrideWish = wish.extend({ note: z.string().trim().min(10, NOTE_LENGTH).max(1000, NOTE_LENGTH) });

/** Null and nothing are the same wish. */
function given<T>(type: z.ZodType<T>) {
  return type.nullish().transform((value) => value ?? undefined);
}

function leadsOf(list: readonly { readonly trigger: keyof LeadsAMonth; readonly count: number }[]): LeadsAMonth {
  const counts = new Map(list.map(({ trigger, count }) => [trigger, count]));
  return Object.fromEntries(TRIGGERS.map((trigger) => [trigger, counts.get(trigger) ?? 0])) as LeadsAMonth;
}

const PlanChangeSuccessType = builder
  .objectRef<{ readonly planVersion: PlanVersionView }>('PlanChangeSuccess')
  .implement({
    fields: (t) => ({ planVersion: t.expose('planVersion', { type: PlanVersionType }) }),
  });

async function changed(context: RequestContext, { planVersionId }: { readonly planVersionId: string }) {
  const [planVersion] = await planVersionsById(context, [planVersionId]);
  if (planVersion == null) throw new NotFoundError('PlanVersion');
  return { planVersion };
}

builder.mutationField('draftPlan', (t) =>
  t.field({
    type: PlanChangeSuccessType,
    errors: {},
    description: 'Writes a new draft of a store’s plan. Nothing runs by it before it is activated.',
    authScopes: (_root, { input }) => ({ $all: { capability: 'managePlan', store: input.storeId } }),
    args: { input: t.arg({ type: DraftPlanInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { document } = input;
      const parsed = { ...parseInput(draftWish, input), storeId: idOf('Store', input.storeId), document };
      return changed(context, await draftPlan(group, viewer, parsed, context.resources.clock.now()));
    },
  }),
);

builder.mutationField('redraftPlan', (t) =>
  t.field({
    type: PlanChangeSuccessType,
    errors: {},
    description: 'Writes a draft anew. What was granted or signed about the former text counts no longer.',
    authScopes: { capability: 'managePlan' },
    args: { input: t.arg({ type: RedraftPlanInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { document } = input;
      const parsed = {
        ...parseInput(redraftWish, input),
        planVersionId: idOf('PlanVersion', input.planVersionId),
        document,
      };
      return changed(context, await redraftPlan(group, viewer, parsed, context.resources.clock.now()));
    },
  }),
);

builder.mutationField('overridePlanLoad', (t) =>
  t.field({
    type: PlanChangeSuccessType,
    errors: {},
    description: 'The caller’s signed word that the draft may go live although it asks for more than people get done.',
    authScopes: { capability: 'managePlan' },
    args: { input: t.arg({ type: OverridePlanLoadInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const parsed = { ...parseInput(overrideWish, input), planVersionId: idOf('PlanVersion', input.planVersionId) };
      return changed(context, await overrideLoad(group, viewer, parsed, context.resources.clock.now()));
    },
  }),
);

builder.mutationField('activatePlan', (t) =>
  t.field({
    type: PlanChangeSuccessType,
    errors: {},
    description: 'Puts a draft into force: what begins from now on runs under it. Refused when nobody could do it all.',
    authScopes: { capability: 'managePlan' },
    args: { input: t.arg({ type: PlanVersionInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const parsed = { ...parseInput(wish, input), planVersionId: idOf('PlanVersion', input.planVersionId) };
      return changed(context, await activatePlan(group, viewer, parsed, context.resources.clock.now()));
    },
  }),
);

builder.mutationField('retirePlan', (t) =>
  t.field({
    type: PlanChangeSuccessType,
    errors: {},
    description:
      'Withdraws a version that has not begun: it is not signed, written or started any more. The version in force can only be replaced.',
    authScopes: { capability: 'managePlan' },
    args: { input: t.arg({ type: RetirePlanInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, clock } = context.resources;
      const parsed = { ...parseInput(retireWish, input), planVersionId: idOf('PlanVersion', input.planVersionId) };
      return changed(context, await retirePlan(group, seal, viewer, parsed, clock.now()));
    },
  }),
);

builder.mutationField('signPlan', (t) =>
  t.field({
    type: PlanChangeSuccessType,
    errors: {},
    description: 'The caller’s signature under a version as it was read. A draft that changes asks for it anew.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: SignPlanInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const parsed = { ...parseInput(signWish, input), planVersionId: idOf('PlanVersion', input.planVersionId) };
      return changed(context, await signPlan(group, viewer, parsed, context.resources.clock.now()));
    },
  }),
);
