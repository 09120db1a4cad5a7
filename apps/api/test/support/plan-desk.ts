import { defaultPlan, type FollowUpPlan } from '@beback/core';
import { encodeGlobalId } from '../../src/graphql/global-id.ts';
import { signIn, type TestBrowser } from './test-client.ts';
import type { TestServer } from './test-server.ts';

const VERSION = `fragment Version on PlanVersion { id number state revision unfinished
  sentences { stepId text } policies { path text } changes { path kind before after }
  signatures { signed total mine awaited signedBy { name role at } refusals { code text }
    missing { name role required dueBy overdue } } }`;
const CHANGE = `__typename ... on Error { message } ... on RefusedError { reasons { code text } }
  ... on PlanChangeSuccess { planVersion { ...Version } }`;
const LEADS = [{ trigger: 'internet', count: 40 }];

export interface Version {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly revision: number;
  readonly unfinished: boolean;
  readonly sentences: readonly { readonly stepId: string; readonly text: string }[];
  readonly policies: readonly { readonly path: string; readonly text: string }[];
  readonly changes:
    | readonly {
        readonly path: string;
        readonly kind: string;
        readonly before: string | null;
        readonly after: string | null;
      }[]
    | null;
  readonly signatures: {
    readonly signed: number;
    readonly total: number;
    readonly mine: string | null;
    readonly awaited: boolean;
    readonly signedBy: readonly { readonly name: string; readonly at: string }[];
    readonly refusals: readonly { readonly code: string }[];
    readonly missing: readonly {
      readonly name: string;
      readonly role: string;
      readonly required: boolean;
      readonly dueBy: string | null;
      readonly overdue: boolean;
    }[];
  };
}

interface Change {
  readonly __typename: string;
  readonly message?: string;
  readonly reasons?: readonly { readonly code: string; readonly text: string }[];
  readonly planVersion?: Version;
}

let keys = 0;

/** The Ford store's plan with its owner Paula, its manager Max and its salesperson Ana around it. */
export async function openPlanDesk(test: TestServer) {
  const [pat, max, ana] = await Promise.all([
    signIn(test.url, test.ours.principal),
    signIn(test.url, test.ours.manager),
    signIn(test.url, test.ours.ana),
  ]);
  const storeId = encodeGlobalId('Store', test.ours.ford.storeId);
  const change = async (browser: TestBrowser, name: string, type: string, input: object): Promise<Change> => {
    const query = `mutation ($input: ${type}!) { answer: ${name}(input: $input) { ${CHANGE} } } ${VERSION}`;
    const { data, errors } = await browser.graphql<{ answer: Change }>(query, {
      input: { key: `plan-desk-key-${++keys}`, ...input },
    });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.answer;
  };
  return {
    pat,
    max,
    ana,
    storeId,
    change,
    draft: async (document: FollowUpPlan) =>
      made(await change(max, 'draftPlan', 'DraftPlanInput', { storeId, document, leadsAMonth: LEADS })),
    activate: (planVersionId: string) => change(max, 'activatePlan', 'PlanVersionInput', { planVersionId }),
    sign: (browser: TestBrowser, { id, revision }: Version) =>
      change(browser, 'signPlan', 'SignPlanInput', { planVersionId: id, revision }),
    read: async (browser: TestBrowser, id: string): Promise<Version> => {
      const query = `query ($id: ID!) { node(id: $id) { ...Version } } ${VERSION}`;
      const { data } = await browser.graphql<{ node: Version }>(query, { id });
      if (data == null) throw new Error('no such version');
      return data.node;
    },
    /** The latest first. */
    versions: async (browser: TestBrowser) => {
      const query = `query ($storeId: ID!) { planVersions(storeId: $storeId) { ...Version document } } ${VERSION}`;
      const { data } = await browser.graphql<{
        planVersions: readonly (Version & { readonly document: FollowUpPlan })[];
      }>(query, { storeId });
      return data?.planVersions ?? [];
    },
  };
}

export type PlanDesk = Awaited<ReturnType<typeof openPlanDesk>>;

/** The version that came of a change. */
export function made({ planVersion, ...refused }: Change): Version {
  if (planVersion === undefined) throw new Error(JSON.stringify(refused));
  return planVersion;
}

/** The default plan, with a first call within so many minutes. */
export function faster(minutes: number): FollowUpPlan {
  const plan = defaultPlan();
  return {
    ...plan,
    clock: { ...plan.clock, callWithinOpenMinutes: minutes },
    actionPlans: plan.actionPlans.map((each) => ({
      ...each,
      steps: each.steps.map((step) =>
        step.id === 'internet-call-first'
          ? { ...step, due: { unit: 'openMinutes' as const, after: 0, within: minutes } }
          : step,
      ),
    })),
  };
}
