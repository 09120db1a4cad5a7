// A lead that nobody answers, on the pages of those whom its clock concerns, in a real browser against the real program.
// The steps go on from one another.
import { type FloodedStore, floodedStore, PASSWORD, type Wave } from '@beback/api/test/flooded-store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DayPage } from './pages/day-page.ts';
import { barriers } from './support/barriers.ts';
import { expectCount, expectText, textOf } from './support/expect-locator.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 120_000;
const CENTRAL = 'America/Chicago';
const at = (time: string) => `2026-11-24T${time}-06:00`;
const WAITING: readonly Wave[] = [
  { name: 'Waiting', count: 1, origin: 'internet', at: Date.parse(at('10:00:00')) as Wave['at'] },
];

describe('S17 One clock, on the pages', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let store: FloodedStore;
  let ann: Visitor;
  let max: Visitor;
  const open = ({ email }: { readonly email: string }, path: string) =>
    openMember(world, { email, password: PASSWORD }, path, CENTRAL);
  const clockOf = ({ page }: Visitor) => page.locator('.lead-clock').first();

  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
    const { resources } = world.program;
    const [row] = await resources.gateway.directory.sql<{ readonly groupId: string }>(
      { name: 'the group', text: 'select group_id as "groupId" from user_group limit 1' },
      [],
    );
    const database = resources.gateway.enterGroup(row?.groupId ?? '');
    await world.setClock(at('10:00:00'));
    store = await floodedStore(resources, database, 'Clock', WAITING);
    await world.setClock(at('10:07:00'));
    ann = await open(store.ann, '/day/');
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('shows the clock on the card: how far it has come, the wall and the open time', async () => {
    await expectText(new DayPage(ann.page).customer, 'Waiting Nr0');
    await expectText(clockOf(ann), /^First call late Waiting 7:\d\d open 7:\d\d$/);
  });

  it('ticks, and moves nothing', async () => {
    await world.program.resources.clock.set({ rate: 1 });
    await ann.page.reload();
    await clockOf(ann).waitFor();
    const dial = ann.page.locator('.reach .button').first();
    const [before, place] = [await textOf(clockOf(ann)), await dial.boundingBox()];
    await expect.poll(() => textOf(clockOf(ann)), { timeout: 20_000 }).not.toBe(before);
    expect(await dial.boundingBox()).toEqual(place);
  });

  it('is on a colleague’s list after 15 minutes, and says from whom', async () => {
    await world.setClock(at('10:16:00'));
    const bea = await open(store.bea, '/day/');
    await expectText(new DayPage(bea.page).customer, 'Waiting Nr0');
    await expectText(clockOf(bea), /^Handed on Waiting 16:\d\d/);
    await bea.page.getByText('More on why').click();
    await expectText(new DayPage(bea.page).card, 'Unanswered for 15 min of opening hours: handed on from Ann.');
    await bea.context.close();
  });

  it('stands in the manager’s morning, with its running clock and who has the call', async () => {
    max = await open(store.max, '/morning/');
    const section = max.page.getByRole('region', { name: 'Unanswered leads' });
    await expectText(section, /1 lead waits for an answer/);
    await expectText(section, /Bea has the call · Ann’s customer/);
    await expectText(clockOf(max), /^Handed on Waiting 16:\d\d open 16:\d\d$/);
    expect(await barriers(max.page)).toEqual([]);
  });

  it('goes to the manager after 30 minutes, and ends for all with one answer', async () => {
    await world.setClock(at('10:31:00'));
    const own = await open(store.max, '/day/');
    const day = new DayPage(own.page);
    await expectText(clockOf(own), /^With a manager Waiting 31:\d\d/);
    await day.log('left message');
    await expectCount(day.card, 0);
    await max.page.reload();
    await expectText(max.page.getByRole('region', { name: 'Unanswered leads' }), /Nobody waits for an answer/);
    await own.context.close();
  });
});
