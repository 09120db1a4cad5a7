import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { clientKey } from '../answer-once.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import { beginTrial, endTrial } from './change-trial.ts';
import { loadTrials } from './load-trials.ts';
import { TrialType, TrialVerdictEnum, type TrialView } from './trial-type.ts';

builder.queryField('trial', (t) =>
  t.field({
    type: TrialType,
    nullable: true,
    description: 'The store’s latest trial; null when there was none.',
    args: { storeId: t.arg.id({ required: true }) },
    authScopes: (_root, { storeId }) => ({ $all: { capability: 'storeBoard', store: String(storeId) } }),
    resolve: (_root, { storeId }, context) => loadView(context, idOf('Store', storeId)),
  }),
);

const WHY_LENGTH = 'from 10 to 1000 characters';

const keyed = z.object({ key: clientKey });
const startWish = keyed.extend({ months: z.number().int().min(1, 'from 1 to 12').max(12, 'from 1 to 12').nullish() });
const decideWish = keyed.extend({ why: z.string().trim().min(10, WHY_LENGTH).max(1000, WHY_LENGTH) });

const TrialChangeSuccessType = builder.objectRef<TrialView>('TrialChangeSuccess').implement({
  fields: (t) => ({ trial: t.field({ type: TrialType, resolve: (view) => view }) }),
});

const StartTrialInput = builder.inputType('StartTrialInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    storeId: t.id({ required: true }),
    months: t.int({ description: 'Absent: three.' }),
  }),
});
const DecideTrialInput = builder.inputType('DecideTrialInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    storeId: t.id({ required: true }),
    verdict: t.field({ type: TrialVerdictEnum, required: true }),
    why: t.string({ required: true, description: 'In the owner’s own words, from 10 to 1000 characters.' }),
  }),
});

builder.mutationField('startTrial', (t) =>
  t.field({
    type: TrialChangeSuccessType,
    errors: {},
    description:
      'Begins a trial: the plan’s own texts and mails stay locked until the owner says go. Once the owner has said go or no-go to one, the owner alone begins another.',
    authScopes: (_root, { input }) => ({ $all: { signedIn: true, store: String(input.storeId) } }),
    args: { input: t.arg({ type: StartTrialInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, clock } = context.resources;
      const { key, months } = parseInput(startWish, input);
      const storeId = idOf('Store', input.storeId);
      await beginTrial(group, seal, viewer, { key, storeId, months: months ?? undefined }, clock.now());
      return changed(context, storeId);
    },
  }),
);

builder.mutationField('decideTrial', (t) =>
  t.field({
    type: TrialChangeSuccessType,
    errors: {},
    description:
      'The owner’s word on a trial, signed with the name and kept with what the report said: go after its last day, no-go and calling off at any time.',
    authScopes: (_root, { input }) => ({ $all: { signedIn: true, store: String(input.storeId) } }),
    args: { input: t.arg({ type: DecideTrialInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, clock } = context.resources;
      const storeId = idOf('Store', input.storeId);
      const { key, why } = parseInput(decideWish, input);
      await endTrial(group, seal, viewer, { key, why, storeId, verdict: input.verdict }, clock.now());
      return changed(context, storeId);
    },
  }),
);

async function loadView(context: RequestContext, storeId: string): Promise<TrialView | null> {
  const { group } = memberOf(context);
  const { latest } = await loadTrials(group, group.groupId, storeId);
  const rules = await loadStoreRules(group, group.groupId, storeId, context.resources.clock.now());
  return latest === undefined || rules === undefined ? null : { trial: latest, rules };
}

async function changed(context: RequestContext, storeId: string): Promise<TrialView> {
  const view = await loadView(context, storeId);
  if (view === null) throw new NotFoundError('Trial');
  return view;
}
