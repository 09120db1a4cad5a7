// One lead all the way, in a real browser against the real program. The steps go on from one another.
import { markDelivered } from '@beback/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BoardPage } from './pages/board-page.ts';
import { DayPage } from './pages/day-page.ts';
import { DealerPage } from './pages/dealer-page.ts';
import { OutboxPage } from './pages/outbox-page.ts';
import { RecordsPage } from './pages/records-page.ts';
import { SurveyPage } from './pages/survey-page.ts';
import { callFile } from './support/call-file.ts';
import { expectCount, expectText, expectVisible, textOf } from './support/expect-locator.ts';
import { linkIn } from './support/mail.ts';
import { latestLead, leadById } from './support/operations.ts';
import { ask, fixture, type IntakeLead, postLead, withKey } from './support/server.ts';
import type { LogIn } from './support/staff.ts';
import { loadedAt, openMember, openVisitor, type Visitor } from './support/visitor.ts';
import { DEMO, ENGINES, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STORES = 88;
const STEP_MILLISECONDS = 240_000;
const CUSTOMER = { name: 'Marisol Quintero', phone: '+15185550142', email: 'marisol.quintero@mail.example' };

describe.each(ENGINES)('a lead on %s', { timeout: STEP_MILLISECONDS }, (engine) => {
  let world: World;
  let principal: Visitor;
  let salesperson: Visitor;
  let lead: IntakeLead | undefined;
  let owner = 'nobody';
  const opportunityOf = async (id: string | undefined) => {
    const { lead: found } = await ask(world, principal.context, leadById, { id: id ?? '' });
    if (!found?.opportunity?.owner || !found.opportunity.store) throw new Error('the lead has led to nothing');
    const { owner, store, ...opportunity } = found.opportunity;
    return { ...opportunity, owner, store };
  };
  /** All that somebody's day shows. */
  const dayOf = async (logIn: LogIn): Promise<string> => {
    const { page, context } = await openMember(world, logIn, '/day/');
    const { everything, figures } = new DayPage(page);
    await expectText(figures, /done .* left/);
    const text = await textOf(everything);
    await context.close();
    return text;
  };
  beforeAll(async () => {
    world = await openWorld(engine, { stores: STORES });
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('is taken in, and the same bytes again are the same lead', async () => {
    const document = await fixture('lead.xml');
    [lead] = await postLead(world, document);
    expect(lead).toMatchObject({ index: 0, status: 'accepted' });
    expect(await postLead(world, document)).toEqual([lead]);
  });

  it('is a repeat from another provider, and waits for a person where a program cannot tell', async () => {
    expect(await postLead(world, await fixture('same-person.xml'))).toMatchObject([{ index: 0, status: 'repeat' }]);
    const [unreadable] = await postLead(world, await fixture('no-customer.xml'));
    expect(unreadable).toMatchObject({ status: 'needsEyes' });
    expect(await postLead(world, await fixture('job-application.xml'))).toMatchObject([{ status: 'awaitsReview' }]);
    principal = await openMember(world, DEMO.principal, '/board/');
    const kept = await ask(world, principal.context, leadById, { id: unreadable?.id ?? '' });
    expect(kept.lead).toMatchObject({ status: 'needsEyes', raw: await fixture('no-customer.xml') });
  });

  it('is on its salesperson’s list: whom to call, why, until when, and by when at the latest', async () => {
    owner = (await opportunityOf(lead?.id)).owner.name;
    salesperson = await openMember(world, world.logInOf(owner), '/day/');
    const day = new DayPage(salesperson.page);
    await expectText(day.customer, CUSTOMER.name);
    await expectText(day.card, 'Call answer to an inquiry');
    await expectText(day.card, '2024 Subaru Outback · Northgate Motors Albany');
    await expectText(day.card, 'Due by 3:35 PM, 5 min left');
    await expectText(day.card, 'May be made until 9:00 PM');
    await expectText(day.card, 'Why now Due within 5 min of opening hours after the Internet lead of Nov 20, 3:30 PM.');
    await expectVisible(day.card.getByRole('link', { name: 'Call (518) 555-0142' }));
  });

  it('gives way to the next touch in two taps, in every browser of that person, without a reload', async () => {
    const other = await openMember(world, world.logInOf(owner), '/day/');
    const [here, there] = [new DayPage(salesperson.page), new DayPage(other.page)];
    await expectText(there.customer, CUSTOMER.name);
    const loaded = [await loadedAt(salesperson.page), await loadedAt(other.page)];
    await here.log('Left message');
    await expectText(here.status, `Logged: left message, ${CUSTOMER.name}.`);
    for (const day of [here, there]) {
      await expectText(day.card, `${CUSTOMER.name} 2024 Subaru Outback · Northgate Motors Albany From 3:40 PM`);
      await expectText(day.card, 'Call, left message, Fri, Nov 20, 3:30 PM');
    }
    expect([await loadedAt(salesperson.page), await loadedAt(other.page)]).toEqual(loaded);
    expect([...salesperson.troubles, ...other.troubles]).toEqual([]);
    await other.context.close();
  });

  it('has its calls documented by the phone system’s records, and pending until these have come', async () => {
    await world.setClock('2026-11-20T15:45:00-05:00');
    await salesperson.page.reload();
    await new DayPage(salesperson.page).log('No answer');
    await expectText(new DayPage(salesperson.page).status, `Logged: no answer, ${CUSTOMER.name}.`);

    const board = new BoardPage(principal.page);
    await board.openStore(DEMO.store);
    await board.open('Internet');
    await board.open(owner);
    await expectText(board.title, owner);
    const calls = board.activitiesOf(CUSTOMER.name);
    await expectCount(calls, 2);
    await expectText(calls.nth(0), 'Pending');
    await expectText(calls.nth(1), 'Pending');

    await world.setClock('2026-11-20T16:30:00-05:00');
    const { store } = await opportunityOf(lead?.id);
    const at = new Date('2026-11-20T15:29:20-05:00');
    const call = { sid: 'CA01', from: store.phone, to: CUSTOMER.phone, at, seconds: 31 } as const;
    const manager = await openMember(world, DEMO.manager, '/records/');
    const records = new RecordsPage(manager.page);
    await records.upload(callFile([{ ...call, answeredBy: 'machine_end_beep' }]), '2026-11-20T16:20');
    await expectText(records.status, 'The file tells of 1 call: 1 new, 0 known already.');
    expect(manager.troubles).toEqual([]);
    await manager.context.close();

    await principal.page.reload();
    await expectText(calls.nth(1), 'Documented');
    await expectText(calls.nth(0), 'Not documented');
  });

  it('is at the bottom of the principal’s board, which names the department that skips its calls', async () => {
    const board = new BoardPage(principal.page);
    await principal.page.goto(`${world.url}/board/`);
    await expectText(board.title, new RegExp(`^\\d+ of ${STORES} stores needs? your call`));
    await expectCount(board.cells, STORES);
    await expectText(board.need(DEMO.skippingStore), /Internet: \d+ of \d+ calls of the plan were not made/);
    await expectVisible(board.need(DEMO.skippingStore).getByRole('link', { name: /^Call \(/ }));
    await board.openStore(DEMO.skippingStore);
    await expectText(board.title, DEMO.skippingStore);
    const finding = board.findings.filter({ hasText: 'calls of the plan were not made' });
    await finding.getByRole('button', { name: 'Acknowledge' }).click();
    await expectText(finding, /Acknowledged by .+, \d+:\d\d/);
    await principal.page.goto(`${world.url}/board/`);
    await expectText(board.need(DEMO.skippingStore), 'Acknowledged by');
    await board.openStore(DEMO.skippingStore);
    await board.open('Internet');
    await expectText(board.title, 'Internet');

    await principal.page.goto(`${world.url}/board/`);
    await board.openStore(DEMO.store);
    await board.open('Internet');
    await board.open(owner);
    await board.activitiesOf(CUSTOMER.name).nth(1).getByRole('link').click();
    await expectText(board.title, `Call: ${CUSTOMER.name}`);
    await expectText(board.side('What was logged'), `Outcome left message`);
    await expectText(board.side('Phone record'), 'Lasted in all 31 s');
    await principal.page.reload();
    await expectText(board.title, `Call: ${CUSTOMER.name}`);
    await principal.page.goBack();
    await expectText(board.title, owner);
    expect(principal.troubles).toEqual([]);
  });

  it('asks the buyer by mail two days after the delivery, and has a manager call who was unhappy', async () => {
    const { id: opportunityId } = await opportunityOf(lead?.id);
    const input = withKey({ opportunityId });
    const { markDelivered: delivered } = await ask(world, salesperson.context, markDelivered, { input });
    // Friday and two days is a Sunday, on which the store is shut.
    expect(delivered).toMatchObject({ surveyDueAt: new Date('2026-11-23T09:00:00-05:00').toISOString() });
    await world.setClock('2026-11-23T09:00:00-05:00');
    const mail = await world.mail.nextMail(
      ({ to, raw }) => to.includes(CUSTOMER.email) && raw.includes('Three questions'),
    );
    const administrator = await openMember(world, DEMO.administrator, '/outbox/');
    const outbox = new OutboxPage(administrator.page);
    const shown = outbox.mailsTo(CUSTOMER.email, 'Three questions');
    await outbox.goBackTo(shown);
    await expectText(shown, /sent/);

    const buyer = await openVisitor(world);
    const survey = new SurveyPage(buyer.page);
    await survey.open(linkIn(mail, `${world.url}/survey/`));
    await expectText(survey.title, `How was it at ${DEMO.store}?`);
    await expectCount(survey.questions, 3);
    await survey.answer([1, 2, 1], 'Nobody told me about the hitch.');
    await expectText(survey.title, 'Thank you');
    await survey.open('about:blank');
    await survey.open(linkIn(mail, `${world.url}/survey/`));
    await expectText(survey.title, 'You have answered already');
    expect(buyer.troubles).toEqual([]);

    const days = await Promise.all([...world.managers.values()].map((logIn) => dayOf(logIn)));
    expect(days.filter((day) => day.includes(CUSTOMER.name))).toHaveLength(1);
    expect(days.join()).toContain('A buyer answered 1 of 5 (3 low answers). Somebody should call.');
  });

  it('comes as well from a form on the dealer’s own page, and from no page that is not listed', async () => {
    const shopper = await openVisitor(world);
    const page = new DealerPage(shopper.page);
    await page.open(world.dealerSite);
    const comment = 'Is the green one still on the lot?';
    await page.send({ first: 'Tova', last: 'Lindqvist', phone: '(518) 555-0166', comment });
    await expectText(page.form, /Thank you, we have it .*Northgate Motors Albany will answer by .*Your receipt: /);
    const { store } = await opportunityOf(lead?.id);
    const { leads } = await ask(world, principal.context, latestLead, { storeId: store.id });
    expect(leads.edges[0]?.node.comment).toBe(comment);
    const hers = await opportunityOf(leads.edges[0]?.node.id);
    const answering = await openMember(world, world.logInOf(hers.owner.name), '/day/');
    await expectText(new DayPage(answering.page).everything, 'Tova Lindqvist');

    await page.open(world.strangerSite);
    await expectText(page.form, `works only on the web sites that the dealer has listed, and ${world.strangerSite} is`);
    expect(shopper.troubles).toEqual([]);
  });
});
