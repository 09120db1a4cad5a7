// A plan that asks for more than people get done, in a real browser against the real program. The steps go on from one
// another.
import { draftPlan, planDocument, planVersions, viewer } from '@beback/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlanPage } from './pages/plan-page.ts';
import { expectCount, expectText, expectVisible, textOf } from './support/expect-locator.ts';
import { planOf } from './support/plan-of.ts';
import { ask, withKey } from './support/server.ts';
import { signAs } from './support/sign-as.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 120_000;
const NOTE = 'Two students help from Monday on, until the end of January.';

describe('S04 Buy-or-die against less-is-more, on the page of the plan', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let manager: Visitor;
  let page: PlanPage;
  let storeId = '';
  let inForce: unknown;
  let salesperson = 'nobody';
  let refused = '';
  /** A draft with so many touches of a person for each of 70 Internet leads a month, as a program writes one. */
  const draft = async (touches: number) => {
    const leadsAMonth = [{ trigger: 'internet' as const, count: 70 }];
    const input = withKey({ storeId, document: planOf(inForce, touches), leadsAMonth });
    const { draftPlan: answer } = await ask(world, manager.context, draftPlan, { input });
    if (answer.__typename !== 'PlanChangeSuccess') throw new Error(answer.message);
    return answer.planVersion;
  };
  /** The owner and the managers put their names under a version, without which no plan starts. */
  const signed = (versionId: string) => signAs(world, [DEMO.principal, ...world.managers.values()], versionId);
  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
    manager = await openMember(world, DEMO.manager, '/plan/');
    page = new PlanPage(manager.page);
    const { viewer: reader } = await ask(world, manager.context, viewer, {});
    storeId = reader?.stores[0]?.id ?? '';
    salesperson = await keepOneOnInternet(world, reader?.group.id ?? '');
    const { planVersions: versions } = await ask(world, manager.context, planVersions, { storeId });
    const { node } = await ask(world, manager.context, planDocument, { id: versions[0]?.id ?? '' });
    inForce = node?.__typename === 'PlanVersion' ? node.document : undefined;
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('shows who works in the store its plan in force, which passes its own load test', async () => {
    await manager.page.reload();
    await expectText(page.title, 'Follow-up plan, version 1');
    await expectText(page.state, /^In force since Nov 20, 2026/);
    await expectText(page.verdict, 'It fits: nobody is asked for more than gets done');
    await expectCount(page.guilty, 0);
  });

  it('refuses 20 touches: 63.6 a day against 50, from which day on, and by which steps', async () => {
    const { number, id } = await draft(20);
    refused = id;
    await page.open(`${world.url}/plan/`);
    await expectText(page.title, `Follow-up plan, version ${number}`);
    await expectText(page.state, /^Draft Nov 20, 2026, by /);
    await expectText(page.verdict, 'Too much. First day over: Mon, Dec 7');
    await expectText(page.verdict, 'up to 63.6 on a working day, 50 get done');
    await expectText(page.verdict, 'These 5 steps are too many: After an Internet lead 16 17 18 19 20');
    await expectText(page.loadOf('Internet 1 person'), 'Too much 63.6 of 50 tasks a day');
    await expectVisible(page.loadOf('Internet 1 person').getByRole('img', { name: /First day over: Mon, Dec 7\.$/ }));
    await expectCount(page.guilty, 5);
    expect(await textOf(page.verdict)).not.toContain('Activate');
  });

  it('leads from a guilty step to its sentence, which has an address of its own', async () => {
    await page.accused.first().click();
    await manager.page.waitForURL(/#store\/.+\/version\/2\/step\/touch-16$/);
    const sentence = page.guilty.first();
    await expect.poll(() => sentence.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.open(manager.page.url());
    await expectText(sentence, /^16 On day 15 after an Internet lead/);
  });

  it('says what other leads would mean, and counts no signature that was given for the former ones', async () => {
    await page.sign(NOTE);
    await expectVisible(page.verdict.getByText(NOTE));
    await page.reckonWith(55);
    await expectText(page.verdict, 'It fits');
    await expectCount(page.verdict.getByText(NOTE), 0);
    await page.reckonWith(70);
    await expectText(page.verdict, 'Too much.');
    await expectText(page.verdict, 'Not to be activated like this');
  });

  it('goes live by a manager’s signed word, which stays to be seen by everybody in the store', async () => {
    await page.sign(NOTE);
    await expectText(page.status, 'Signed for the load of version 2.');
    await expectText(page.verdict, /signed for this load, Nov 20, 2026, 3:\d\d PM: Two students help from Monday on/);
    await expectText(page.verdict, 'The owner has not signed. Without the owner the plan does not start.');
    await signed(refused);
    await manager.page.reload();
    await page.press('Activate version 2');
    await page.press('Activate now');
    await expectText(page.state, /^In force since Nov 20, 2026, by /);
    await expectText(page.verdict, NOTE);
    const seller = await openMember(world, world.logInOf(salesperson), '/plan/');
    const theirs = new PlanPage(seller.page);
    await expectText(theirs.title, 'Follow-up plan, version 2');
    await expectVisible(seller.page.getByText(NOTE));
    await expectCount(theirs.sentences, 20);
    await expectCount(theirs.verdict, 0);
    expect(seller.troubles).toEqual([]);
    await seller.context.close();
  });

  it('activates 10 touches: 31.8 a day', async () => {
    const { number, id } = await draft(10);
    await signed(id);
    await page.open(`${world.url}/plan/`);
    await expectText(page.title, `Follow-up plan, version ${number}`);
    await expectText(page.loadOf('Internet 1 person'), 'Fits 31.8 of 50 tasks a day');
    await page.press(`Activate version ${number}`);
    await page.press('Activate now');
    await expectText(page.status, `Version ${number} is in force.`);
    await expectText(page.state, /^In force/);
    expect(manager.troubles).toEqual([]);
  });
});

/**
 * One of the demo's two people of the Internet department leaves: the story's numbers are those of one person.
 *
 * @returns who stays
 */
async function keepOneOnInternet({ program }: World, globalId: string): Promise<string> {
  const groupId = Buffer.from(globalId, 'base64').toString().replace('Group:', '');
  const { prisma } = program.resources.gateway.enterGroup(groupId);
  const [stays, ...others] = await prisma.member.findMany({
    where: { role: 'salesperson', assignments: { some: { department: { kind: 'internet' } } } },
    orderBy: { id: 'asc' },
  });
  for (const { id } of others) {
    await prisma.member.update({ where: { groupId_id: { groupId, id } }, data: { active: false } });
  }
  return stays?.name ?? '';
}
