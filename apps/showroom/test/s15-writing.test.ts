// A manager writes the next version of the plan, against the real program. The steps go on from one another.
import { planDocument, planVersion, planVersions, redraftPlan, viewer } from '@beback/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlanEditorPage } from './pages/plan-editor-page.ts';
import { PlanPage } from './pages/plan-page.ts';
import { expectCount, expectText, textOf } from './support/expect-locator.ts';
import { ask, withKey } from './support/server.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 120_000;
const REMOVED = 'internet-call-day14';

describe('S15 The next version is written', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let manager: Visitor;
  let editor: PlanEditorPage;
  let plan: PlanPage;
  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
    manager = await openMember(world, DEMO.manager, '/plan/');
    editor = new PlanEditorPage(manager.page);
    plan = new PlanPage(manager.page);
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  /** The latest first. */
  const versionsOf = async () => {
    const { viewer: reader } = await ask(world, manager.context, viewer, {});
    const storeId = reader?.stores[0]?.id ?? '';
    return (await ask(world, manager.context, planVersions, { storeId })).planVersions;
  };

  const go = async (path: string) => {
    // Two addresses that differ behind the # are one document.
    await manager.page.goto('about:blank');
    await manager.page.goto(`${world.url}${path}`);
  };

  it('begins with the version in force, from the page where it is read', async () => {
    await manager.page.getByRole('link', { name: 'Write a new version from version 1' }).click();
    await expectText(editor.title, 'Write a plan');
    await editor.press('Begin with version 1 (In force)');
    await expectText(editor.title, 'Writing version 2');
    await expectText(editor.bar, 'Fits Saved');
    await go('/plan/');
    await expectText(plan.state, /^Being written Nov 20, 2026/);
    await expectText(plan.signatures, 'Nobody is asked to sign yet');
  });

  it('refuses to hand in a load that is too much, and is of one mind with the server about it', async () => {
    await manager.page.getByRole('link', { name: 'Write on this draft' }).click();
    await editor.openPart('What people get done');
    await editor.fill('capacity-internet-calls', '1');
    await editor.fill('capacity-internet-tasks', '1');
    await expectText(editor.bar, /^Too much\. First day over: .* Not saved yet/);
    await editor.press('Hand in …');
    await expectText(editor.handingIn, 'It asks for more than people get done.');
    expect(await textOf(editor.handingIn)).not.toContain('for signatures');
    await editor.press('Not yet');
    await editor.press('Save');
    await expectText(editor.status, 'Version 2 is saved. Nobody is asked to sign it yet.');
    const here = await textOf(editor.verdict);
    await go('/plan/');
    await expectText(plan.verdict, 'Too much. First day over');
    expect((await textOf(plan.verdict)).startsWith(here)).toBe(true);
  });

  it('is mended, sentence by sentence', async () => {
    await go('/plan-editor/');
    await editor.openPart('What people get done');
    await editor.fill('capacity-internet-tasks', '50');
    await editor.fill('capacity-internet-calls', '50');
    await expectText(editor.bar, 'Fits Not saved yet');
    await editor.openStep(REMOVED);
    await expectText(editor.step(REMOVED), 'On day 14 after an Internet lead');
    await editor.press('Remove');
    await expectCount(editor.step(REMOVED), 0);
    await editor.press('Save');
    await expectText(editor.status, 'Version 2 is saved.');
    await manager.page.reload();
    await expectText(editor.bar, 'Fits Saved');
    await expectCount(editor.step(REMOVED), 0);
  });

  it('loses nothing when two save: both texts are put together', async () => {
    const [draft] = await versionsOf();
    const id = draft?.id ?? '';
    const { node } = await ask(world, manager.context, planDocument, { id });
    if (node?.__typename !== 'PlanVersion') throw new Error('the draft is not there');
    const { revision } = node;
    const document = { ...(node.document as object), name: 'Theirs' };
    const [login] = [...world.managers.values()].filter(({ email }) => email !== DEMO.manager.email);
    if (login === undefined) throw new Error('the store has one manager only');
    const other = await openMember(world, login, '/plan/');
    await editor.openPart('The survey after delivery');
    await editor.fill('survey-daysAfterDelivery', '3');
    const input = withKey({ planVersionId: id, document, revision });
    expect((await ask(world, other.context, redraftPlan, { input })).redraftPlan.__typename).toBe('PlanChangeSuccess');
    await other.context.close();
    await editor.press('Save');
    await expectText(editor.meanwhile, 'saved another text meanwhile');
    await expectText(editor.meanwhile, 'Theirs');
    await editor.press('Put both together');
    await editor.press('Save');
    await expectText(editor.status, 'Version 2 is saved.');
  });

  it('hands it in after saying what changes; the plan’s page says the same and asks everybody anew', async () => {
    await editor.press('Hand in …');
    await expectText(editor.handingIn, /What it changes .*No longer .*On day 14 after an Internet lead/);
    await expectText(editor.handingIn, 'The buyer gets 3 questions 3 days after delivery.');
    await editor.press('Hand in version 2 for signatures');
    await expectText(editor.status, 'Version 2 is handed in');
    await manager.page.getByRole('link', { name: 'Show it as a plan' }).click();
    await expectText(plan.title, 'Follow-up plan, version 2');
    await expectText(plan.verdict, 'It fits: nobody is asked for more than gets done');
    await expectText(plan.changes, /No longer .*On day 14 after an Internet lead/);
    await expectText(plan.changes, 'The buyer gets 3 questions 3 days after delivery.');
    await expectText(plan.signatures, 'Signatures 0 of 10 Your signature is missing.');
    await plan.signVersion(2);
    await expectText(plan.signatures, 'Signatures 1 of 10');
  });

  it('takes it back when another text is saved: who had signed is asked anew', async () => {
    await go('/plan-editor/');
    await expectText(editor.told, 'This text was handed in; signatures: 1.');
    await editor.fill('name', 'How we follow up');
    await editor.press('Save');
    await expectText(editor.status, 'Version 2 is saved.');
    await go('/plan/');
    await expectText(plan.signatures, 'Nobody is asked to sign yet');
    expect(manager.troubles).toEqual([]);
  });

  it('is not for salespeople', async () => {
    const { node } = await ask(world, manager.context, planVersion, { id: (await versionsOf()).at(-1)?.id ?? '' });
    const people = node?.__typename === 'PlanVersion' ? node.signatures.missing : [];
    const { name = '' } = people.find(({ role }) => role === 'salesperson') ?? {};
    const seller = await openMember(world, world.logInOf(name), '/plan-editor/');
    await expectText(new PlanEditorPage(seller.page).told, 'Plans are written by who manages them');
    await seller.context.close();
  });
});
