// A season by hand from its beginning to the owner's word, in a real browser against the real program. The steps go on
// from one another.
import { outbox } from '@beback/client';
import { DEMO_BEGINS } from '@beback/demo/demo-clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TrialPage } from './pages/trial-page.ts';
import { barriers } from './support/barriers.ts';
import { expectCount, expectText } from './support/expect-locator.ts';
import { ask, fixture, postLead } from './support/server.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 120_000;
const DAY = 24 * 60 * 60_000;
const WHY = 'Who was asked to keep to it kept to it.';

describe('S14 The trial, on its page', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let manager: Visitor;
  let owner: Visitor;
  let theirs: TrialPage;
  let ours: TrialPage;
  /** What was written to the customer of the test's lead, sent or waiting. */
  const written = async () => {
    const visitor = await openMember(world, DEMO.administrator, '/outbox/');
    const { outbox: found } = await ask(world, visitor.context, outbox, { first: 100 });
    await visitor.context.close();
    return found.edges.filter(({ node }) => /marisol|5185550142/.test(node.to)).map(({ node }) => node.subject);
  };

  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
    manager = await openMember(world, DEMO.manager, '/trial/');
    owner = await openMember(world, DEMO.principal, '/trial/');
    ours = new TrialPage(manager.page);
    theirs = new TrialPage(owner.page);
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('is begun by a manager, asked twice, and locks automation where everybody sees it', async () => {
    await expectText(ours.text, 'This store was never in a trial.');
    await ours.chooseMonths(1);
    await ours.press('Begin …');
    await expectText(ours.beginning, 'Begin now, for 1 month? Automation is locked until the owner says go.');
    await ours.press('Begin the trial');
    await expectText(ours.progress, /It runs Day 1 of 3\d .*begun by /);
    await expectText(ours.lock, 'Automation is locked');
  });

  it('sends nothing of a new lead’s, and says what go would set going', async () => {
    await postLead(world, await fixture('lead.xml'));
    await world.setClock(new Date(DEMO_BEGINS + 10 * 60_000).toISOString());
    await ours.reload();
    await expectText(ours.lock, /Go would set going what is open now: \d+ (text|e-mail)/);
    expect(await written()).toEqual([]);
  });

  it('leaves the word to the owner, who cannot say go while it runs', async () => {
    await expectText(ours.deciding, 'The owner decides.');
    await expectCount(ours.deciding.getByRole('button'), 0);
    await theirs.reload();
    await expectText(theirs.deciding, 'Go can be said after');
    await expectCount(theirs.deciding.getByRole('button', { name: 'Go …', exact: true }), 0);
    await expectCount(theirs.deciding.getByRole('button', { name: 'No-go …' }), 1);
  });

  it('shows at its end who kept to it, as figures and as bars, without a barrier', async () => {
    await world.setClock(new Date(DEMO_BEGINS + 40 * DAY).toISOString());
    await theirs.reload();
    await expectText(theirs.progress, 'It is over and waits for the owner');
    await expect.poll(() => theirs.people.count(), { timeout: 20_000 }).toBeGreaterThan(2);
    await expectText(theirs.people.first(), /Steps done \d+ of \d+ .*Calls documented /);
    await expectCount(theirs.people.first().locator('.bar'), 2);
    expect(await barriers(owner.page)).toEqual([]);
  });

  it('takes go with a word why and the owner’s name, and opens automation', async () => {
    await theirs.press('Go …');
    await expectText(theirs.deciding, 'What is late by now is not sent any more.');
    await theirs.why.fill('Yes.');
    await theirs.press(/^Say go as /);
    await expectText(theirs.deciding, 'Say why, in 10 to 1000 characters.');
    await theirs.why.fill(WHY);
    await theirs.press(/^Say go as /);
    await expectText(theirs.progress, new RegExp(`^Go .*Go, said by .* ${WHY} The figures are those of that moment`));
    await expectText(theirs.lock, 'Automation is free');
    expect(await written()).toEqual([]);
  });

  it('tells the manager whose word it was, and leaves another beginning to the owner', async () => {
    await ours.reload();
    await expectText(ours.progress, new RegExp(`Go, said by .* ${WHY}`));
    await expectText(ours.beginning, 'only the owner begins another.');
    await expectCount(ours.beginning.getByRole('button'), 0);
    expect([...manager.troubles, ...owner.troubles]).toEqual([]);
  });
});
