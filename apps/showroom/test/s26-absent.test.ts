// Somebody is ill, in a real browser against the real program. The steps go on from one another.
import { DEMO_BEGINS } from '@beback/demo/demo-clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DayPage } from './pages/day-page.ts';
import { MorningPage } from './pages/morning-page.ts';
import { expectCount, expectText, expectVisible, textOf } from './support/expect-locator.ts';
import { leadById } from './support/operations.ts';
import { ask, fixture, postLead } from './support/server.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 120_000;
const CUSTOMER = 'Marisol Quintero';

describe('S26 A person is absent, on the manager’s morning', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let manager: Visitor;
  let morning: MorningPage;
  let owner = 'nobody';
  let cover = 'nobody';
  let covering: Visitor;

  /** The one clock stands: what comes later happens later. */
  const minutesOn = (minutes: number) => world.setClock(new Date(DEMO_BEGINS + minutes * 60_000).toISOString());

  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
    const [lead] = await postLead(world, await fixture('lead.xml'));
    manager = await openMember(world, DEMO.manager, '/morning/');
    morning = new MorningPage(manager.page);
    const { lead: found } = await ask(world, manager.context, leadById, { id: lead?.id ?? '' });
    owner = found?.opportunity?.owner?.name ?? owner;
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('stands in the bar of who runs a store, and shows who is in today with load against capacity', async () => {
    await expectText(morning.title, DEMO.store);
    await expectVisible(manager.page.getByRole('navigation').getByRole('link', { name: 'Morning' }));
    await expectText(morning.people, /\d+ of \d+ in today/);
    await expectText(morning.person(owner), /\d+ of \d+ tasks/);
  });

  it('shows with one tap what would move to whom, and moves it with the second', async () => {
    await morning.askAway(owner);
    await expectVisible(morning.targets.first());
    await manager.page.getByText('Each task and why').click();
    const line = manager.page.locator('beback-morning .moves li').filter({ hasText: CUSTOMER }).first();
    await expectText(line, 'of the same department this one had the most room');
    cover = (await textOf(line.locator('.muted'))).split('. ')[0] ?? cover;
    expect(cover).not.toBe(owner);
    await morning.confirm(owner);
    await expectText(morning.told, new RegExp(`^${owner} is marked away: \\d+ tasks? moved`));
    await expectText(morning.person(owner), 'Away');
  });

  it('has the waiting customer on the cover’s list, and none on the absent one’s', async () => {
    await minutesOn(2);
    const absent = await openMember(world, world.logInOf(owner), '/day/');
    await expectText(new DayPage(absent.page).figures, /(^|\D)0 left/);
    await absent.context.close();
    covering = await openMember(world, world.logInOf(cover), '/day/');
    const day = new DayPage(covering.page);
    await expectText(day.customer, CUSTOMER);
    await day.log('Spoke');
    await expectCount(day.next(CUSTOMER), 0);
  });

  it('gives the rest back when the person is back, and tells the person what happened meanwhile', async () => {
    await minutesOn(4);
    await manager.page.reload();
    await morning.back(owner);
    await expectText(morning.told, new RegExp(`^${owner} is back`));
    const returned = await openMember(world, world.logInOf(owner), '/day/');
    const away = returned.page.locator('beback-while-away').locator('section');
    await expectText(away, 'While you were away');
    await expectText(away, new RegExp(`${CUSTOMER}\\s*Call, spoke by ${cover}`));
    await away.getByRole('button', { name: 'I have seen it' }).click();
    await expectCount(away, 0);
    await returned.page.reload();
    await expectVisible(new DayPage(returned.page).figures);
    await expectCount(away, 0);
    expect([...manager.troubles, ...covering.troubles, ...returned.troubles]).toEqual([]);
  });
});
