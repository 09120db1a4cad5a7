// A plan that everybody signs, each in a browser of their own, against the real program. The steps go on from one
// another.
import { draftPlan, planDocument, planVersions, redraftPlan, viewer } from '@beback/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DayPage } from './pages/day-page.ts';
import { PlanPage } from './pages/plan-page.ts';
import { expectCount, expectText, textOf } from './support/expect-locator.ts';
import { leadById } from './support/operations.ts';
import { ask, fixture, postLead, withKey } from './support/server.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { withFirstCall } from './support/with-first-call.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 120_000;

describe('S15 Signed, on the page of the plan', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let manager: Visitor;
  let page: PlanPage;
  let storeId = '';
  let inForce: unknown;
  let versionId = '';
  let owner = '';
  let me = '';
  const withManager = <Result>(run: (colleague: string) => Promise<Result>) =>
    Promise.all([...world.managers.keys()].filter((name) => name !== me).map(run));
  const draft = async (minutes: number) => {
    const input = withKey({ storeId, document: withFirstCall(inForce, minutes) });
    const { draftPlan: answer } = await ask(world, manager.context, draftPlan, { input });
    if (answer.__typename !== 'PlanChangeSuccess') throw new Error(answer.message);
    return answer.planVersion;
  };
  const logInOf = (name: string) => {
    const logIn = world.managers.get(name);
    if (logIn === undefined) throw new Error(`${name} is no manager`);
    return logIn;
  };
  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
    manager = await openMember(world, DEMO.manager, '/plan/');
    page = new PlanPage(manager.page);
    const { viewer: reader } = await ask(world, manager.context, viewer, {});
    storeId = reader?.stores[0]?.id ?? '';
    me = reader?.member.name ?? '';
    const { planVersions: versions } = await ask(world, manager.context, planVersions, { storeId });
    const { node } = await ask(world, manager.context, planDocument, { id: versions[0]?.id ?? '' });
    inForce = node?.__typename === 'PlanVersion' ? node.document : undefined;
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('shows of a draft what it changes, in words, and whose names it waits for, the owner first', async () => {
    versionId = (await draft(4)).id;
    await page.open(`${world.url}/plan/`);
    await expectText(page.title, 'Follow-up plan, version 2');
    await expectText(
      page.changes,
      /What it changes Changed 1 After an Internet lead Now: Within 4 minutes .* Before: /,
    );
    await expectText(page.signatures, 'Signatures 0 of 10 Your signature is missing.');
    await expectText(page.signatures, / Principal needed to start .* General manager needed to start .* Salesperson/);
    owner = (await page.names.first().textContent()) ?? '';
    const leaders = (await page.names.allTextContents()).slice(1, 4);
    expect(leaders.toSorted()).toEqual([...world.managers.keys()].toSorted());
    await expectText(page.verdict, 'The owner has not signed. Without the owner the plan does not start.');
    expect(await textOf(page.verdict)).not.toContain('Activate');
  });

  it('takes each name once, by an act that says what is signed', async () => {
    await page.press('Sign version 2');
    await expectText(page.signatures, /You sign version 2, text 1: its \d+ steps and \d+ rules as they read now\./);
    await page.press(`Sign as ${me}`);
    await expectText(page.status, 'You have signed version 2.');
    await expectText(page.signatures, /Signatures 1 of 10 You signed this version, Nov 20, 2026/);
    const principal = await openMember(world, DEMO.principal, '/plan/');
    const theirs = new PlanPage(principal.page);
    await theirs.signVersion(2);
    await expectText(theirs.status, 'You have signed version 2.');
    await expectText(theirs.verdict, 'Managers who have not signed: 2.');
    // The owner's is there: of those who are missing the managers come first.
    const names = await theirs.names.allTextContents();
    expect(names.slice(0, 2).every((name) => world.managers.has(name))).toBe(true);
    expect(principal.troubles).toEqual([]);
    await principal.context.close();
  });

  it('takes no name under a text that was changed meanwhile, shows the change, and asks everybody anew', async () => {
    const [colleague = ''] = [...world.managers.keys()].filter((name) => name !== me);
    const other = await openMember(world, logInOf(colleague), '/plan/');
    const theirs = new PlanPage(other.page);
    await theirs.press('Sign version 2');
    const input = withKey({ planVersionId: versionId, document: withFirstCall(inForce, 3), revision: 1 });
    const { redraftPlan: answer } = await ask(world, manager.context, redraftPlan, { input });
    expect(answer.__typename).toBe('PlanChangeSuccess');
    await theirs.press(`Sign as ${colleague}`);
    await expectText(theirs.signatures, 'Signatures 0 of 10');
    await expectText(theirs.signatures, 'Changed while you read it Nothing was signed.');
    await expectText(theirs.signatures, /Now: Within 3 minutes .* Before: Within 4 minutes/);
    await other.context.close();
  });

  it('starts once the owner and all managers have signed, each in a browser of their own', async () => {
    await withManager(async (colleague) => {
      const other = await openMember(world, logInOf(colleague), '/plan/');
      const theirs = new PlanPage(other.page);
      await theirs.signVersion(2);
      await expectText(theirs.status, 'You have signed version 2.');
      await other.context.close();
    });
    const principal = await openMember(world, DEMO.principal, '/plan/');
    await new PlanPage(principal.page).signVersion(2);
    await expectText(new PlanPage(principal.page).status, 'You have signed version 2.');
    await principal.context.close();
    await page.open(`${world.url}/plan/`);
    await expectText(page.verdict, 'Managers who have not signed: 1.');
    await page.signVersion(2);
    await expectText(page.signatures, 'Signatures 4 of 10');
    await page.press('Activate version 2');
    await page.press('Activate now');
    await expectText(page.state, /^In force since Nov 20, 2026, by /);
    await expectText(page.signatures, /Salesperson due by Nov 27, 2026, /);
    expect(manager.troubles).toEqual([]);
  });

  it('tells a salesperson of a task under which version it arose, and asks for the name', async () => {
    const [lead] = await postLead(world, await fixture('lead.xml'));
    const { lead: found } = await ask(world, manager.context, leadById, { id: lead?.id ?? '' });
    const seller = await openMember(world, world.logInOf(found?.opportunity?.owner?.name ?? ''), '/day/');
    const day = new DayPage(seller.page);
    await day.card.getByText('More on why').click();
    await expectText(day.card, 'It arose under version 2 of the follow-up plan.');
    await seller.page.goto(`${world.url}/plan/`);
    const theirs = new PlanPage(seller.page);
    await expectText(theirs.signatures, 'Your signature is missing.');
    await expectText(theirs.changes, /What it changed .*Now: Within 3 minutes/);
    await theirs.signVersion(2);
    await expectText(theirs.signatures, 'Signatures 5 of 10');
    expect(seller.troubles).toEqual([]);
    await seller.context.close();
  });

  it('names after five working days who has not signed, to everybody who reads the plan', async () => {
    await world.setClock('2026-11-30T15:00:00Z');
    await page.open(`${world.url}/plan/`);
    await expectText(page.signatures, /Salesperson overdue since Nov 27, 2026, /);
    await world.setClock('2026-11-30T15:01:00Z');
  });

  it('asks everybody anew for the next version, and says what it changes', async () => {
    await draft(2);
    await page.open(`${world.url}/plan/`);
    await expectText(page.title, 'Follow-up plan, version 3');
    await expectText(page.changes, /Now: Within 2 minutes .* Before: Within 3 minutes/);
    await expectText(page.signatures, 'Signatures 0 of 10 Your signature is missing.');
    await expectCount(page.signatures.getByText('needed to start', { exact: true }), 4);
    expect(await page.names.first().textContent()).toBe(owner);
    expect(manager.troubles).toEqual([]);
  });
});
