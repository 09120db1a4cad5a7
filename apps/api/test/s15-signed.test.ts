import { DAY_24H, HOUR, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adf } from './support/adf.ts';
import { faster, made, openPlanDesk, type PlanDesk, type Version } from './support/plan-desk.ts';
import { signAs } from './support/sign-as.ts';
import { leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

interface Task {
  readonly customerName: string | null;
  readonly planNumber: number;
  readonly reasons: readonly { readonly planVersion: string | null }[];
}

describe.each(ENGINES)('S15 Signed, on %s', (engine) => {
  let test: TestServer;
  let desk: PlanDesk;
  let pat: TestBrowser;
  let max: TestBrowser;
  let ana: TestBrowser;
  beforeAll(async () => {
    test = await openTestServer(engine);
    desk = await openPlanDesk(test);
    ({ pat, max, ana } = desk);
    await test.setClock(plus(TUESDAY_10, HOUR));
  }, OPENING_MS);
  afterAll(() => test.close());

  const tasks = async () => {
    const { data } = await ana.graphql<{ workPlan: { tasks: readonly Task[] } }>(
      '{ workPlan { tasks { customerName planNumber reasons { planVersion } } } }',
    );
    return data?.workPlan.tasks ?? [];
  };

  it('waits for the owner and every manager, and names who is missing, the owner first', async () => {
    const version = await desk.draft(faster(4));
    expect(version.signatures).toMatchObject({ signed: 0, total: 3, mine: null, awaited: true });
    expect(version.signatures.missing.map(({ role, required }) => [role, required])).toEqual([
      ['principal', true],
      ['manager', true],
      ['salesperson', false],
    ]);
    const refused = await desk.activate(version.id);
    expect(refused.reasons?.map(({ code }) => code)).toEqual(['signature.ownerMissing', 'signature.managersMissing']);
    expect(made(await desk.sign(max, version)).signatures).toMatchObject({ signed: 1, awaited: false });
    expect((await desk.activate(version.id)).reasons?.map(({ code }) => code)).toEqual(['signature.ownerMissing']);
    await desk.sign(pat, version);
    expect(made(await desk.activate(version.id)).state).toBe('active');
  });

  it('gives the others five open days from the start, and names them then', async () => {
    const [active] = await desk.versions(ana);
    expect(active?.signatures.missing).toMatchObject([
      { role: 'salesperson', required: false, dueBy: '2026-12-01T02:00:00.000Z', overdue: false },
    ]);
    await test.setClock(plus(TUESDAY_10, 7 * DAY_24H));
    expect((await desk.read(max, active?.id ?? '')).signatures.missing).toMatchObject([{ overdue: true }]);
    const late = made(await desk.sign(ana, active as Version));
    expect(late.signatures).toMatchObject({ signed: 3, total: 3, missing: [] });
    expect(late.signatures.signedBy.map(({ name }) => name)).toEqual(['Paula', 'Max', 'Ana']);
    await test.setClock(plus(TUESDAY_10, 2 * HOUR));
  });

  it('shows of the next version what changed, in words, and asks anew', async () => {
    const next = await desk.draft(faster(3));
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
      await desk.change(max, 'redraftPlan', 'RedraftPlanInput', {
        planVersionId: next.id,
        document: faster(2),
        revision: next.revision,
      }),
    );
    expect(redrafted).toMatchObject({ revision: 2, signatures: { signed: 0, total: 3 } });
    expect((await desk.sign(pat, next)).reasons).toMatchObject([{ code: 'planVersion.changed' }]);
    expect((await desk.activate(next.id)).__typename).toBe('RefusedError');
    await signAs([pat, max], next.id);
    expect(made(await desk.activate(next.id)).state).toBe('active');
  });

  it('is read in plain sentences that name every step of the document and every rule', async () => {
    const [active] = await desk.versions(ana);
    const steps = active?.document.actionPlans.flatMap((each) => each.steps.map(({ id }) => id as string));
    expect(active?.sentences.map(({ stepId }) => stepId)).toEqual(steps);
    expect(active?.policies.map(({ path }) => path)).toContain('survey.questions.recommend');
  });

  it('tells of a task under which version it arose, also when another is in force by now', async () => {
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ first: 'Zed', phone: '312-555-4004' })));
    const [task] = await tasks();
    expect(task?.planNumber).toBe(3);
    expect(await desk.read(ana, task?.reasons[0]?.planVersion ?? '')).toMatchObject({ state: 'active', number: 3 });
    const next = await desk.draft(faster(1));
    await signAs([pat, max], next.id);
    expect(made(await desk.activate(next.id)).number).toBe(4);
    await test.setClock(plus(TUESDAY_10, 2 * HOUR + MINUTE));
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ first: 'Yve', phone: '312-555-4005' })));
    const numbers = new Map((await tasks()).map(({ customerName, planNumber }) => [customerName, planNumber]));
    expect([numbers.get('Zed Delgado'), numbers.get('Yve Delgado')]).toEqual([3, 4]);
  });

  it('takes one signature from one person, from nobody who looks after the house only, and keeps each', async () => {
    const version = await desk.draft(faster(4));
    await signAs([ana, ana], version.id);
    expect((await desk.read(ana, version.id)).signatures).toMatchObject({ signed: 1, mine: expect.any(String) });
    const administrator = await signIn(test.url, test.ours.administrator);
    expect((await desk.sign(administrator, version)).__typename).toBe('NotAllowedError');
    const carla = await signIn(test.url, test.ours.carla);
    expect((await desk.sign(carla, version)).__typename).toBe('NotFoundError');
    const forge = test.database.asOwner('update plan_signature set signed_at = now() where group_id = $1', [
      test.ours.groupId,
    ]);
    await expect(forge).rejects.toThrow(/append-only/);
  });
});
