// An appointment from its setting to the day before it, in a real browser against the real program. The steps go on from
// one another.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DayPage } from './pages/day-page.ts';
import { MorningPage } from './pages/morning-page.ts';
import { expectCount, expectText, expectVisible } from './support/expect-locator.ts';
import { leadById } from './support/operations.ts';
import { ask, fixture, postLead } from './support/server.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 120_000;
const CUSTOMER = 'Marisol Quintero';
/** The demo begins on Friday, 20 November; this is the opening of the Monday after. */
const MONDAY_MORNING = '2026-11-23T14:05:00.000Z';

describe('an appointment, from its setting to the day before it', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let owner = 'nobody';
  let seller: Visitor;
  let manager: Visitor;
  let day: DayPage;

  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
    const [lead] = await postLead(world, await fixture('lead.xml'));
    manager = await openMember(world, DEMO.manager, '/morning/');
    const { lead: found } = await ask(world, manager.context, leadById, { id: lead?.id ?? '' });
    owner = found?.opportunity?.owner?.name ?? owner;
    seller = await openMember(world, world.logInOf(owner), '/day/');
    day = new DayPage(seller.page);
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('is set on the card, at a time at which the store is open', async () => {
    await day.turnTo(CUSTOMER);
    await day.logAppointment('2026-11-24', '10:30 AM');
    await expectText(day.status, CUSTOMER);
    await expectText(new MorningPage(manager.page).unconfirmed, 'Appointments not yet confirmed');
    await expectCount(new MorningPage(manager.page).unconfirmed.getByText(CUSTOMER), 0);
  });

  it('is called to be confirmed on the day before, and stands on the manager’s morning until then', async () => {
    await world.setClock(MONDAY_MORNING);
    await seller.page.reload();
    await day.turnTo(CUSTOMER);
    await expectText(day.card, 'Appointment: Tue, Nov 24, 10:30 AM, not confirmed yet');
    await expectText(day.card, 'The appointment is on');
    await manager.page.reload();
    const { unconfirmed } = new MorningPage(manager.page);
    await expectText(unconfirmed, `Customer of ${owner}`);
    await expectVisible(unconfirmed.getByText(CUSTOMER));
  });

  it('is confirmed in one tap, and waits for nobody any more', async () => {
    await day.confirmAppointment();
    await expectText(day.status, `appointment confirmed, ${CUSTOMER}`);
    await expectCount(day.next(CUSTOMER), 0);
    await manager.page.reload();
    const { unconfirmed } = new MorningPage(manager.page);
    await expectVisible(unconfirmed);
    await expectCount(unconfirmed.getByText(CUSTOMER), 0);
    expect([...seller.troubles, ...manager.troubles]).toEqual([]);
  });
});
