// A day on which far more is due than gets done, in a real browser against the real program. The steps go on from one
// another.
import { type FloodedStore, floodedStore, PASSWORD, type Wave } from '@beback/api/test/flooded-store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BoardPage } from './pages/board-page.ts';
import { DayPage } from './pages/day-page.ts';
import { barriers } from './support/barriers.ts';
import { expectCount, expectText, expectVisible, textOf } from './support/expect-locator.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 120_000;
const CENTRAL = 'America/Chicago';
const OPENING = '2026-11-24T08:00:00-06:00';
const at = (local: string) => Date.parse(`${local}-06:00`) as Wave['at'];

/** 140 touches are due on Tuesday; one more, of a customer in Alabama, on Thursday. */
const FLOOD: readonly Wave[] = [
  { name: 'Old', count: 39, origin: 'internet', at: at('2026-11-12T12:00'), answered: true },
  { name: 'Week', count: 32, origin: 'phoneUp', at: at('2026-11-18T12:00') },
  { name: 'Promise', count: 8, origin: 'walkIn', at: at('2026-11-23T11:00') },
  { name: 'Fresh', count: 61, origin: 'phoneUp', at: at('2026-11-23T12:00') },
  { name: 'Later', count: 1, origin: 'internet', at: at('2026-11-14T12:00'), answered: true, areaCode: '205' },
];
const PROMISES: readonly Wave[] = [
  { name: 'Promise', count: 30, origin: 'walkIn', at: at('2026-11-23T11:00') },
  { name: 'Fresh', count: 110, origin: 'phoneUp', at: at('2026-11-23T12:00') },
];

describe('S05 The flooded list, on the page of the day', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let flood: FloodedStore;
  let promised: FloodedStore;
  let ann: Visitor;
  let day: DayPage;
  const open = ({ email }: { readonly email: string }, path = '/day/') =>
    openMember(world, { email, password: PASSWORD }, path, CENTRAL);

  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
    const { resources } = world.program;
    const [row] = await resources.gateway.directory.sql<{ readonly groupId: string }>(
      { name: 'the group', text: 'select group_id as "groupId" from user_group limit 1' },
      [],
    );
    const database = resources.gateway.enterGroup(row?.groupId ?? '');
    flood = await floodedStore(resources, database, 'Flood', FLOOD);
    promised = await floodedStore(resources, database, 'Promised', PROMISES);
    await world.setClock(OPENING);
    ann = await open(flood.ann);
    day = new DayPage(ann.page);
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('lists what its person gets done, promises first, and keeps room for the leads to come', async () => {
    await expectText(day.figures, '0 done 21 left');
    const waves = (await day.customers()).map(waveOf);
    expect(waves.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 'Promise'));
    expect(waves.slice(8)).toEqual(Array.from({ length: 13 }, () => 'Fresh'));
    await expectCount(day.overload, 0);
  });

  it('says of each task why it is on the list', async () => {
    await day.card.getByText('More on why').click();
    await expectText(day.card, 'Near the top of the list: it was promised to the customer.');
    await day.next('Fresh').first().click();
    await expectText(day.card, /Ranked by the chance to close: \d+(\.\d+)? ?% on day 1\./);
  });

  it('adds up: 140 were due, and each stands somewhere', async () => {
    await day.openSum();
    await expectCount(day.sum, 5);
    const rows = await Promise.all((await day.sum.all()).map(textOf));
    expect(rows).toEqual([
      'Put off to Wed, Nov 25 39',
      'Left to the system 32',
      'With the BDC: Bea 30',
      'On your list 21',
      'With a manager: Max 18',
    ]);
    expect(rows.reduce((sum, row) => sum + Number(/\d+$/.exec(row)?.[0]), 0)).toBe(140);
  });

  it('says why somebody is not on it: left to the system, put off, not due', async () => {
    await day.ask('week nr7');
    await expectText(
      day.answers,
      /^Week Nr7 .*Left to the system Call Left to the system’s e-mail of Fri, Nov 27: nobody/,
    );
    await day.ask('Öld NR38');
    await expectText(day.answers, /^Old Nr38 .*Put off to Wed, Nov 25 Call Put off to Wed, Nov 25: nobody has room/);
    await day.ask('later');
    await expectText(day.answers, /^Later Nr0 .*Not due before Thu, Nov 26/);
    expect(await barriers(ann.page)).toEqual([]);
    await day.ask('Nobody at all');
    await expectCount(day.answers, 0);
  });

  it.each(['bea', 'max'] as const)('says that somebody else has it: %s, who reads why', async (name) => {
    const other = await open(flood[name]);
    const theirs = new DayPage(other.page);
    await expectVisible(theirs.card);
    const customer = await theirs.customer.innerText();
    await theirs.card.getByText('More on why').click();
    const why = name === 'bea' ? 'Handed over: the person whose it is' : 'Handed to a manager: the lead is fresh';
    await expectText(theirs.card, why);
    await day.ask(customer);
    const whose = name === 'bea' ? 'With the BDC: Bea' : 'With a manager: Max';
    await expectText(day.answers, new RegExp(`^${customer} .*${whose} Call ${why}`));
    expect(other.troubles).toEqual([]);
    await other.context.close();
  });

  it('says when somebody who has been called comes again', async () => {
    const customer = await day.customer.innerText();
    await day.log('No answer');
    await expectText(day.figures, '1 done 20 left');
    await day.ask(customer);
    await expectText(day.answers, /Not due before Mon, Nov 30 Call Not yet: it begins on Mon, Nov 30/);
  });

  it('lists exactly the promises when they alone are too many, and tells the manager', async () => {
    const theirs = await open(promised.ann);
    const list = new DayPage(theirs.page);
    await expectText(list.figures, '0 done 30 left');
    expect(new Set((await list.customers()).map(waveOf))).toEqual(new Set(['Promise']));
    const words = /30 promises \(30 calls\), while 25 tasks and 25 calls get done/;
    await expectText(list.overload, /^More is promised for today than gets done\./);
    await expectText(list.overload, words);
    expect(await barriers(theirs.page)).toEqual([]);
    const manager = await open(promised.max, '/board/');
    await expectText(new BoardPage(manager.page).findings.first(), words);
    expect([...theirs.troubles, ...manager.troubles]).toEqual([]);
    await theirs.context.close();
    await manager.context.close();
  });

  it('says what the law forbids, and until when', async () => {
    // Thanksgiving: nobody sells by phone in Alabama.
    await world.setClock('2026-11-26T08:00:00-06:00');
    await ann.page.reload();
    await day.ask('later');
    await expectText(day.answers, /^Later Nr0 .*Not allowed today Call/);
    expect(ann.troubles).toEqual([]);
  });
});

// Helpers

function waveOf(customer: string): string | undefined {
  return customer.split(' ')[0];
}
