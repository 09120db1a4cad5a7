import { DAY_24H, defaultPlan, type FollowUpPlan, HOUR, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { adf } from './support/adf.ts';
import { signAs } from './support/sign-as.ts';
import { leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const VERSION = `fragment Version on PlanVersion { id number state revision
  sentences { stepId text } policies { path text } changes { path kind before after }
  signatures { signed total mine awaited signedBy { name role at } refusals { code text }
    missing { name role required dueBy overdue } } }`;
const CHANGE = `__typename ... on Error { message } ... on RefusedError { reasons { code text } }
  ... on PlanChangeSuccess { planVersion { ...Version } }`;

interface Version {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly revision: number;
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

interface Task {
  readonly customerName: string | null;
  readonly planNumber: number;
  readonly reasons: readonly { readonly planVersion: string | null }[];
}

interface Change {
  readonly __typename: string;
  readonly message?: string;
  readonly reasons?: readonly { readonly code: string; readonly text: string }[];
  readonly planVersion?: Version;
}

let keys = 0;

describe.each(ENGINES)('S15 Signed, on %s', (engine) => {
  let test: TestServer;
  let pat: TestBrowser;
  let max: TestBrowser;
  let ana: TestBrowser;
  let storeId = '';
  beforeAll(async () => {
    test = await openTestServer(engine);
    [pat, max, ana] = await Promise.all([
      signIn(test.url, test.ours.principal),
      signIn(test.url, test.ours.manager),
      signIn(test.url, test.ours.ana),
    ]);
    storeId = encodeGlobalId('Store', test.ours.ford.storeId);
    await test.setClock(plus(TUESDAY_10, HOUR));
  }, OPENING_MS);
  afterAll(() => test.close());

  const change = async (browser: TestBrowser, name: string, type: string, input: object): Promise<Change> => {
    const query = `mutation ($input: ${type}!) { answer: ${name}(input: $input) { ${CHANGE} } } ${VERSION}`;
    const { data, errors } = await browser.graphql<{ answer: Change }>(query, {
      input: { key: `s15-key-${++keys}`, ...input },
    });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.answer;
  };
  const made = ({ planVersion, ...refused }: Change): Version => {
    if (planVersion === undefined) throw new Error(JSON.stringify(refused));
    return planVersion;
  };
  const draft = async (document: FollowUpPlan) =>
    made(await change(max, 'draftPlan', 'DraftPlanInput', { storeId, document, leadsAMonth: LEADS }));
  const activate = (planVersionId: string) => change(max, 'activatePlan', 'PlanVersionInput', { planVersionId });
  const sign = (browser: TestBrowser, { id, revision }: Version) =>
    change(browser, 'signPlan', 'SignPlanInput', { planVersionId: id, revision });
  const read = async (browser: TestBrowser, id: string): Promise<Version> => {
    const { data } = await browser.graphql<{ node: Version }>(
      `query ($id: ID!) { node(id: $id) { ...Version } } ${VERSION}`,
      { id },
    );
    if (data == null) throw new Error('no such version');
    return data.node;
  };

  const tasks = async () => {
    const { data } = await ana.graphql<{ workPlan: { tasks: readonly Task[] } }>(
      '{ workPlan { tasks { customerName planNumber reasons { planVersion } } } }',
    );
    return data?.workPlan.tasks ?? [];
  };

  it('waits for the owner and every manager, and names who is missing, the owner first', async () => {
    const version = await draft(faster(4));
    expect(version.signatures).toMatchObject({ signed: 0, total: 3, mine: null, awaited: true });
    expect(version.signatures.missing.map(({ role, required }) => [role, required])).toEqual([
      ['principal', true],
      ['manager', true],
      ['salesperson', false],
    ]);
    const refused = await activate(version.id);
    expect(refused.reasons?.map(({ code }) => code)).toEqual(['signature.ownerMissing', 'signature.managersMissing']);
    expect(made(await sign(max, version)).signatures).toMatchObject({ signed: 1, awaited: false });
    expect((await activate(version.id)).reasons?.map(({ code }) => code)).toEqual(['signature.ownerMissing']);
    await sign(pat, version);
    expect(made(await activate(version.id)).state).toBe('active');
  });

  it('gives the others five open days from the start, and names them then', async () => {
    const { data } = await ana.graphql<{ planVersions: readonly Version[] }>(
      `query ($storeId: ID!) { planVersions(storeId: $storeId) { ...Version } } ${VERSION}`,
      { storeId },
    );
    const [active] = data?.planVersions ?? [];
    expect(active?.signatures.missing).toMatchObject([
      { role: 'salesperson', required: false, dueBy: '2026-12-01T02:00:00.000Z', overdue: false },
    ]);
    await test.setClock(plus(TUESDAY_10, 7 * DAY_24H));
    expect((await read(max, active?.id ?? '')).signatures.missing).toMatchObject([{ overdue: true }]);
    const late = made(await sign(ana, active as Version));
    expect(late.signatures).toMatchObject({ signed: 3, total: 3, missing: [] });
    expect(late.signatures.signedBy.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Max', 'Paula']);
    await test.setClock(plus(TUESDAY_10, 2 * HOUR));
  });

  it('shows of the next version what changed, in words, and asks anew', async () => {
    const next = await draft(faster(3));
    expect(next.signatures).toMatchObject({ signed: 0, total: 3 });
    expect(next.changes).toEqual([
      {
        path: 'steps.internet-call-first',
        kind: 'changed',
        before: expect.stringMatching(/^Within 4 minutes/),
        after: expect.stringMatching(/^Within 3 minutes/),
      },
      {
        path: 'clock',
        kind: 'changed',
        before: expect.stringMatching(/within 4 minutes/),
        after: expect.stringMatching(/within 3 minutes/),
      },
    ]);
    await signAs([pat, max], next.id);
    const redrafted = made(
      await change(max, 'redraftPlan', 'RedraftPlanInput', { planVersionId: next.id, document: faster(2) }),
    );
    expect(redrafted).toMatchObject({ revision: 2, signatures: { signed: 0, total: 3 } });
    expect((await sign(pat, next)).reasons).toMatchObject([{ code: 'planVersion.changed' }]);
    expect((await activate(next.id)).__typename).toBe('RefusedError');
    await signAs([pat, max], next.id);
    expect(made(await activate(next.id)).state).toBe('active');
  });

  it('is read in plain sentences that name every step of the document and every rule', async () => {
    const { data } = await ana.graphql<{ planVersions: readonly (Version & { document: FollowUpPlan })[] }>(
      `query ($storeId: ID!) { planVersions(storeId: $storeId) { ...Version document } } ${VERSION}`,
      { storeId },
    );
    const [active] = data?.planVersions ?? [];
    const steps = active?.document.actionPlans.flatMap((each) => each.steps.map(({ id }) => id as string));
    expect(active?.sentences.map(({ stepId }) => stepId)).toEqual(steps);
    expect(active?.policies.map(({ path }) => path)).toContain('survey.questions.recommend');
  });

  it('tells of a task under which version it arose, also when another is in force by now', async () => {
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ first: 'Zed', phone: '312-555-4004' })));
    const [task] = await tasks();
    expect(task?.planNumber).toBe(3);
    expect(await read(ana, task?.reasons[0]?.planVersion ?? '')).toMatchObject({ state: 'active', number: 3 });
    const next = await draft(faster(1));
    await signAs([pat, max], next.id);
    expect(made(await activate(next.id)).number).toBe(4);
    await test.setClock(plus(TUESDAY_10, 2 * HOUR + MINUTE));
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ first: 'Yve', phone: '312-555-4005' })));
    const numbers = new Map((await tasks()).map(({ customerName, planNumber }) => [customerName, planNumber]));
    expect([numbers.get('Zed Delgado'), numbers.get('Yve Delgado')]).toEqual([3, 4]);
  });

  it('takes one signature from one person, from nobody who looks after the house only, and keeps each', async () => {
    const version = await draft(faster(4));
    await signAs([ana, ana], version.id);
    expect((await read(ana, version.id)).signatures).toMatchObject({ signed: 1, mine: expect.any(String) });
    const administrator = await signIn(test.url, test.ours.administrator);
    expect((await sign(administrator, version)).__typename).toBe('NotAllowedError');
    const carla = await signIn(test.url, test.ours.carla);
    expect((await sign(carla, version)).__typename).toBe('NotFoundError');
    const forge = test.database.asOwner('update plan_signature set signed_at = now() where group_id = $1', [
      test.ours.groupId,
    ]);
    await expect(forge).rejects.toThrow(/append-only/);
  });
});

const LEADS = [{ trigger: 'internet', count: 40 }];

/** The default plan, with a first call within so many minutes. */
function faster(minutes: number): FollowUpPlan {
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
