import { HOUR, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { faster, made, openPlanDesk, type PlanDesk, type Version } from './support/plan-desk.ts';
import { signAs } from './support/sign-as.ts';
import { signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const RETIREMENT = `query ($id: ID!) { node(id: $id) { ... on PlanVersion {
  state retirement { at by { name } why } signatures { awaited missing { name } }
} } }`;
const WHY = 'Two of us leave in June: we take the shorter one.';

describe.each(ENGINES)('S15 a version that is retired before it runs, on %s', (engine) => {
  let test: TestServer;
  let desk: PlanDesk;
  let retired: Version;
  beforeAll(async () => {
    test = await openTestServer(engine);
    desk = await openPlanDesk(test);
    await test.setClock(plus(TUESDAY_10, HOUR));
  }, OPENING_MS);
  afterAll(() => test.close());

  const retire = (planVersionId: string, more: object = { why: WHY }, browser = desk.max) =>
    desk.change(browser, 'retirePlan', 'RetirePlanInput', { planVersionId, ...more });
  const codesOf = ({ reasons }: { readonly reasons?: readonly { readonly code: string }[] }) =>
    reasons?.map(({ code }) => code);
  const numbers = async () => (await desk.versions(desk.ana)).map(({ number, state }) => `${number} ${state}`);

  it('waits for nobody’s name any more, and tells everybody by whom and why', async () => {
    const draft = await desk.draft(faster(4));
    await signAs([desk.pat], draft.id);
    expect((await desk.read(desk.ana, draft.id)).signatures.awaited).toBe(true);
    retired = made(await retire(draft.id, { why: `  ${WHY}  `, key: 'retire once' }));
    expect(retired.state).toBe('retired');
    expect(made(await retire(draft.id, { why: `  ${WHY}  `, key: 'retire once' }))).toEqual(retired);
    const { data } = await desk.ana.graphql(RETIREMENT, { id: draft.id });
    expect(data).toEqual({
      node: {
        state: 'retired',
        retirement: { at: new Date(plus(TUESDAY_10, HOUR)).toISOString(), by: { name: 'Max' }, why: WHY },
        signatures: { awaited: false, missing: [] },
      },
    });
    expect(await numbers()).toEqual(['2 retired', '1 active']);
  });

  it('is a fact that stays, without the words', async () => {
    const facts = await test.database.asOwner<{ data: unknown }>(`select data from fact where kind = 'plan.retired'`);
    expect(facts).toEqual([{ data: { planVersionId: expect.any(String), byId: expect.any(String) } }]);
  });

  it('is not signed, written, signed for, started or retired again', async () => {
    const id = retired.id;
    expect(codesOf(await desk.sign(desk.ana, retired))).toEqual(['planVersion.notInUse']);
    const redraft = { planVersionId: id, document: faster(3), revision: retired.revision };
    expect(codesOf(await desk.change(desk.max, 'redraftPlan', 'RedraftPlanInput', redraft))).toEqual([
      'planVersion.notDraft',
    ]);
    const note = { planVersionId: id, note: 'Two students help.' };
    expect(codesOf(await desk.change(desk.max, 'overridePlanLoad', 'OverridePlanLoadInput', note))).toEqual([
      'planVersion.notDraft',
    ]);
    expect(codesOf(await desk.activate(id))).toEqual(['planVersion.notDraft']);
    expect(codesOf(await retire(id))).toEqual(['planVersion.notInUse']);
  });

  it('cannot be the one in force: that ends when another one starts', async () => {
    const [, active] = await desk.versions(desk.max);
    const refused = await retire(active?.id ?? '');
    expect(refused.reasons).toMatchObject([
      {
        code: 'planVersion.inForce',
        text: 'This version of the plan is in force: it ends when another one starts, and cannot be retired.',
      },
    ]);
    const next = await desk.draft(faster(3));
    await signAs([desk.pat, desk.max], next.id);
    expect(made(await desk.activate(next.id)).state).toBe('active');
    expect(await numbers()).toEqual(['3 active', '2 retired', '1 retired']);
    const { data } = await desk.ana.graphql<{ node: { retirement: unknown } }>(RETIREMENT, { id: active?.id ?? '' });
    expect(data?.node.retirement).toBeNull();
  });

  it('needs a reason where people were asked to sign it, and none while it is being written', async () => {
    const handedIn = await desk.draft(faster(4));
    expect(codesOf(await retire(handedIn.id, {}))).toEqual(['planVersion.whyMissing']);
    expect((await retire(handedIn.id, { why: 'no' })).message).toMatch(/why.*10 to 1,000/);
    const written = made(
      await desk.change(desk.max, 'draftPlan', 'DraftPlanInput', {
        storeId: desk.storeId,
        document: faster(4),
        unfinished: true,
      }),
    );
    expect(made(await retire(written.id, {})).state).toBe('retired');
    // Nobody has seen it: it is gone.
    expect((await numbers()).some((one) => one.startsWith(`${written.number} `))).toBe(false);
  });

  it('is found by those who had signed it, also where it was taken back and discarded without a word', async () => {
    const handedIn = await desk.draft(faster(4));
    await signAs([desk.pat], handedIn.id);
    const back = { planVersionId: handedIn.id, document: faster(3), revision: handedIn.revision, unfinished: true };
    made(await desk.change(desk.max, 'redraftPlan', 'RedraftPlanInput', back));
    made(await retire(handedIn.id, {}));
    expect(await numbers()).toContain(`${handedIn.number} retired`);
    const { data } = await desk.pat.graphql(RETIREMENT, { id: handedIn.id });
    expect(data).toMatchObject({ node: { retirement: { by: { name: 'Max' }, why: null } } });
  });

  it('lets one of two who start and retire it at the same time through', async () => {
    const draft = await desk.draft(faster(2));
    await signAs([desk.pat, desk.max], draft.id);
    const answers = await Promise.all([desk.activate(draft.id), retire(draft.id)]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['PlanChangeSuccess', 'RefusedError']);
  });

  it('is for who may write plans, and for nobody of another group', async () => {
    const draft = await desk.draft(faster(4));
    expect((await retire(draft.id, { why: WHY }, desk.ana)).__typename).toBe('NotAllowedError');
    const stranger = await signIn(test.url, test.theirs.manager);
    expect((await retire(draft.id, { why: WHY }, stranger)).__typename).toBe('NotFoundError');
    expect((await desk.read(desk.ana, draft.id)).state).toBe('draft');
  });

  it('no longer shows a reason that was erased', async () => {
    await test.database.asOwner(
      `delete from note where fact_id in (select id from fact where kind = 'plan.retired' and data ->> 'planVersionId' = $1)`,
      [Buffer.from(retired.id, 'base64url').toString('utf8').split(':')[1] ?? newId()],
    );
    const { data } = await desk.ana.graphql(RETIREMENT, { id: retired.id });
    expect(data).toMatchObject({ node: { retirement: { why: null, by: { name: 'Max' } } } });
  });
});
