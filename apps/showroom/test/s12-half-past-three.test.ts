// When a call is best made, and by whom, in a real browser against the real program. The steps go on from one another.
import { defaultPlan, type FloodedStore, floodedStore, PASSWORD, type Wave } from '@beback/api/test/flooded-store';
import { uploadCallRecords, viewer } from '@beback/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DayPage } from './pages/day-page.ts';
import { barriers } from './support/barriers.ts';
import { expectCount, expectText } from './support/expect-locator.ts';
import { leadById } from './support/operations.ts';
import { ask, fixture, postLead, withKey } from './support/server.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 120_000;
const CENTRAL = 'America/Chicago';
const WEDNESDAY = '2026-11-25T09:00:00-06:00';
const EVENING_PHONE = '+13125551800';
const at = (local: string) => Date.parse(`${local}-06:00`) as Wave['at'];

const WAVES: readonly Wave[] = [
  { name: 'Half', count: 1, origin: 'phoneUp', at: at('2026-11-24T15:30') },
  { name: 'Evening', count: 1, origin: 'phoneUp', at: at('2026-11-24T12:00'), phone: EVENING_PHONE },
  { name: 'Visit', count: 1, origin: 'walkIn', at: at('2026-11-24T11:00') },
];
const CALLS = [
  'sid,from,to,status,direction,start_time,end_time,duration',
  `E1,+13125550100,${EVENING_PHONE},completed,outbound-api,2026-11-24T00:05:00Z,2026-11-24T00:06:30Z,90`,
  `E2,+13125550100,${EVENING_PHONE},completed,outbound-api,2026-11-24T23:55:00Z,2026-11-24T23:56:30Z,90`,
].join('\n');

describe('S12 Half past three on a Tuesday, on the page of the day', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let store: FloodedStore;
  let ann: Visitor;
  let day: DayPage;
  const open = ({ email }: { readonly email: string }) =>
    openMember(world, { email, password: PASSWORD }, '/day/', CENTRAL);

  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('says that a work number is called at once', async () => {
    const document = (await fixture('lead.xml')).replace(/<phone\b[^>]*>/, '<phone type="work">');
    const [lead] = await postLead(world, document);
    const manager = await openMember(world, DEMO.manager, '/leads/');
    const { lead: found } = await ask(world, manager.context, leadById, { id: lead?.id ?? '' });
    const owner = await openMember(world, world.logInOf(found?.opportunity?.owner?.name ?? ''), '/day/');
    const theirs = new DayPage(owner.page);
    await expectText(theirs.card, /At once: the customer gave a work number in business hours \(3:\d\d PM\)\./);
    expect([...manager.troubles, ...owner.troubles]).toEqual([]);
    await manager.context.close();
    await owner.context.close();
  });

  it('says when a following call is best made, and why then', async () => {
    const { resources } = world.program;
    const [row] = await resources.gateway.directory.sql<{ readonly groupId: string }>(
      { name: 'the group', text: 'select group_id as "groupId" from user_group limit 1' },
      [],
    );
    const group = resources.gateway.enterGroup(row?.groupId ?? '');
    store = await floodedStore(resources, group, 'Peak', WAVES, { plan: defaultPlan() });
    await world.setClock(WEDNESDAY);
    ann = await open(store.ann);
    day = new DayPage(ann.page);
    await expectText(day.figures, '0 done 2 left');
    await day.turnTo('Half');
    await expectText(day.card, 'Best around 3:30 PM: at that hour the customer asked.');
    await expectText(day.next('Evening'), 'Best at 12:00 PM');
    expect(await barriers(ann.page)).toEqual([]);
  });

  it('leaves a visitor’s call at the showroom’s peak to the BDC, and tells both why', async () => {
    await day.ask('Visit');
    await expectText(
      day.answers,
      /^Visit Nr0 .*With the BDC: Bea Call Handed to the BDC: at the best hour for this call the showroom is busy\./,
    );
    const bea = await open(store.bea);
    const theirs = new DayPage(bea.page);
    await expectText(theirs.customer, 'Visit Nr0');
    await expectText(theirs.card, 'Best around 4:00 PM, when most people visit showrooms, as this customer did.');
    await expectText(theirs.card, 'Better by the BDC: the showroom is busy at that hour.');
    expect(bea.troubles).toEqual([]);
    await bea.context.close();
  });

  it('moves a call to the hour at which the customer took the last two', async () => {
    const max = await open(store.max);
    const { viewer: reader } = await ask(world, max.context, viewer, {});
    const storeId = reader?.stores[0]?.id ?? '';
    const file = { storeId, source: 'pbx', format: 'twilioCsv' as const, content: CALLS, completeUntil: WEDNESDAY };
    const { uploadCallRecords: taken } = await ask(world, max.context, uploadCallRecords, { input: withKey(file) });
    expect(taken.__typename).toBe('UploadCallRecordsSuccess');
    // Nobody reloads the page.
    await expectText(day.next('Evening'), 'Best at 6:00 PM');
    await day.turnTo('Evening');
    await expectText(day.card, 'Best around 6:00 PM: near that hour the customer answered 2 times.');
    await expectCount(day.next('Half'), 1);
    expect([...ann.troubles, ...max.troubles]).toEqual([]);
    await max.context.close();
  });
});
