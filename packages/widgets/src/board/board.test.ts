import { activity, groupBoard, storeBoard, viewer } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { makeFinding, makePerson, makeStoreBoard } from '../../test/support/board-make.ts';
import { BoardStage, follow, until } from '../../test/support/board-stage.ts';
import { expectAccessible, expectNoOverflow, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import { stepOf } from './heat-map.ts';
import { sparklinePoints } from './sparkline.ts';

let stage: BoardStage;

beforeEach(() => {
  stage = new BoardStage();
});

const DEEP = 'store/store-1/department/department-1/member/member-1/activity/activity-newest-0';

describe('<beback-board>', () => {
  itBearsAnyPage({
    make: () => stage.element(),
    ready: (board) => vi.waitFor(() => expect(board.shadowRoot?.querySelectorAll('.map li')).toHaveLength(88)),
    words: { en: '1 of 88 stores needs', es: '1 de 88 tiendas necesita', fr: '1 magasin sur 88 attend' },
  });

  it('says first how many stores need a call, with evidence, since when, and whom to dial', async () => {
    const board = await stage.show('', '1 of 88 stores needs your call');
    const text = textOf(board);
    expect(text).toContain('As of 10:00 AM. Figures of Oct 23 to Nov 21.');
    expect(text).toContain('Internet: 42 of 48 calls of the plan were not made in 5 store days');
    expect(text).toContain('Since 9:00 AM Not acknowledged');
    expect(text).toContain('Dana Cole, General manager Call (555) 010-3300');
    expect(inside(board, '.manager a').getAttribute('href')).toBe('tel:+15550103300');
  });

  it('says who has acknowledged a finding, and when', async () => {
    const acknowledged = makeFinding({
      state: 'acknowledged',
      acknowledgedAt: '2026-11-21T15:10:00Z',
      acknowledgedBy: { id: 'member-dana', name: 'Dana Cole' },
    });
    const { groupBoard: board } = stage.group;
    const needs = board.storesNeedingYou.map((need) => ({ ...need, findings: [acknowledged], manager: null }));
    stage.group = { groupBoard: { ...board, storesNeedingYou: needs } };
    const shown = await stage.show('', 'Acknowledged by Dana Cole, 9:10 AM');
    expect(textOf(shown)).toContain('No manager is named for this store');
  });

  it('shows the documented share with the pending and the excused beside it, and how sure it is', async () => {
    const board = await stage.show('', '1 of 88');
    const figures = inside(board, '.figures').innerText.replaceAll(/\s+/g, ' ');
    expect(figures).toContain('93% 30,100 of 32,200 settled claims (likely 89% to 97%)');
    expect(figures).toContain('Pending: the records have not arrived 38');
    expect(figures).toContain('Excused 12');
    expect(figures).toContain('First response 4 min median of 232, in opening time');
  });

  it('has a table behind the map, and every store in its place in both', async () => {
    const board = await stage.show('', '1 of 88');
    const cells = [...(board.shadowRoot?.querySelectorAll('.map a') ?? [])];
    expect(cells[0]?.getAttribute('aria-label')).toBe('Cedar Ford: 33% of calls made, 1 open finding');
    const details = inside<HTMLDetailsElement>(board, 'details');
    details.open = true;
    const names = [...details.querySelectorAll('tbody th')].map((cell) => cell.textContent?.trim());
    expect(names).toEqual(stage.group.groupBoard.stores.map((row) => row.store.name));
    expect(details.querySelector('svg.spark')?.getAttribute('aria-label')).toBe(
      'Calls made over 30 days: from 95% to 22%',
    );
    await expectAccessible(board);
  });

  it('says from which stores phone records have stopped coming', async () => {
    const board = await stage.show('', '1 of 88');
    expect(textOf(board)).toContain('Fir Ford twilio: complete until Thu, Nov 19, 1:15 PM');
  });

  it('leads from the group to the single activity and back, and tells the page each step', async () => {
    const board = await stage.show('', '1 of 88');
    const steps: string[] = [];
    board.addEventListener('beback-navigate', (event) => steps.push(event.path));
    await follow(board, 'Cedar Ford');
    await until(board, 'Departments');
    await follow(board, 'Internet');
    await until(board, 'Assigned to nobody');
    await follow(board, 'Sam Ortiz');
    await until(board, 'What was logged');
    expect(textOf(board)).toContain('9:01 AM Not documented Call, left message: Ann Lee');
    expect(textOf(board)).toContain('Call, was due by 8:05 AM: Bo Ruiz First call, 5 minutes after receipt.');
    await follow(board, '9:00 AM');
    await until(board, 'The phone system has this call, 1 min from the time noted.');
    expect(textOf(board)).toContain('Talked 34 s');
    expect(textOf(board)).toContain('All stores Cedar Ford Internet Sam Ortiz Activity');
    expect(board.path).toBe(DEEP);
    expect(board.getAttribute('path')).toBe(DEEP);
    await expectAccessible(board);
    await follow(board, 'Cedar Ford');
    await until(board, 'Departments');
    await follow(board, 'All stores');
    await until(board, '1 of 88');
    expect(steps).toEqual([
      'store/store-1',
      'store/store-1/department/department-1',
      'store/store-1/department/department-1/member/member-1',
      DEEP,
      'store/store-1',
      '',
    ]);
  });

  it('puts the reader at the title of each place, by keyboard too', async () => {
    const board = await stage.show('', '1 of 88');
    inside(board, '.need a').focus();
    await userEvent.keyboard('{Enter}');
    await until(board, 'Departments');
    await vi.waitFor(() => expect(board.shadowRoot?.activeElement?.id).toBe('title'));
  });

  it('opens a deep link with its way back named', async () => {
    const board = await stage.show(DEEP, 'The phone system has this call');
    await until(board, 'All stores Cedar Ford Internet Sam Ortiz Activity');
  });

  it.each(['store/store-1', 'store/store-1/department/department-1', DEEP.replace(/\/activity.*/, ''), DEEP])(
    'is accessible and fits 320 px at %s',
    async (path) => {
      const page = mount(document.createElement('div'));
      page.style.inlineSize = '320px';
      const board = stage.element(path);
      board.locale = 'fr';
      mount(board, page);
      await vi.waitFor(() => expect(board.shadowRoot?.querySelector('h1')).not.toBeNull());
      await expectAccessible(board);
      expectNoOverflow(board);
    },
  );

  it('begins at the only store of whoever sees no group board', async () => {
    stage.capabilities = ['storeBoard'];
    stage.stores = stage.stores.slice(0, 1);
    const board = await stage.show('', 'Departments');
    expect(stage.api.callsOf(groupBoard)).toHaveLength(0);
    expect(board.shadowRoot?.querySelector('nav')).toBeNull();
  });

  it('lets whoever runs several stores choose, and tells whoever runs none', async () => {
    stage.capabilities = ['storeBoard'];
    const board = await stage.show('', 'Your stores Cedar Ford Aspen Ford');
    await follow(board, 'Aspen Ford');
    await until(board, 'Departments');
    stage.capabilities = ['ownDay'];
    await stage.show('', 'There is no board for you');
  });

  it('says that no store needs a call', async () => {
    stage.group = { groupBoard: { ...stage.group.groupBoard, storesNeedingYou: [] } };
    const board = await stage.show('', 'None of 88 stores needs your call');
    await expectAccessible(board);
  });

  it('shows five of many stores that need a call and folds the rest', async () => {
    const { groupBoard: board } = stage.group;
    const storesNeedingYou = Array.from({ length: 12 }, (_, index) => ({
      store: { id: `store-${index}`, name: `Store ${index}`, zone: 'America/Chicago', phone: null },
      manager: makePerson(),
      findings: [makeFinding({ id: `finding-${index}` })],
    }));
    stage.group = { groupBoard: { ...board, storesNeedingYou } };
    const shown = await stage.show('', '12 of 88 stores need your call');
    expect(textOf(shown)).toContain('7 more');
  });

  it('keeps what it shows, and says so, when the server is lost', async () => {
    const board = await stage.show('', '1 of 88');
    stage.api.offline = true;
    board.refresh();
    await until(board, 'There is no connection to the server.');
    expect(textOf(board)).toContain('1 of 88 stores needs your call');
  });

  it('says what it waits for, why it failed, and tries again', async () => {
    stage.api.on(groupBoard, (_, count) => (count === 1 ? failing('bug') : stage.group));
    const board = mount(stage.element());
    board.locale = 'en';
    await board.updateComplete;
    expect(textOf(board)).toContain('Fetching the board …');
    await until(board, 'The board could not be fetched. Something went wrong at the server.');
    await expectAccessible(board);
    inside(board, '.waiting button').click();
    await until(board, '1 of 88');
  });

  it.each([
    [
      'a board that is not theirs',
      'store/store-9',
      () => stage.api.on(storeBoard, () => failing('notAllowed')),
      'not yours',
    ],
    ['an activity that is gone', DEEP, () => stage.api.on(activity, () => ({ node: null })), 'not there any more'],
  ])('says so at %s', async (_, path, arrange, words) => {
    arrange();
    await stage.show(path, words);
  });

  it('tells a signed-out person to sign in, and the page too', async () => {
    stage.api.on(viewer, () => ({ viewer: null }));
    const board = stage.element();
    board.signInHref = '/signin/';
    const told = vi.fn();
    board.addEventListener('beback-sign-in-needed', told);
    mount(board);
    await until(board, 'Your session has ended.');
    expect(told).toHaveBeenCalledOnce();
    await expectAccessible(board);
  });

  it('goes on where it was once somebody is signed in again', async () => {
    let ended = true;
    stage.api
      .on(viewer, () => (ended ? { viewer: null } : stage.signedIn()))
      .on(storeBoard, () => (ended ? failing('signedOut') : makeStoreBoard()));
    const board = await stage.show('store/store-1', 'Your session has ended.');
    ended = false;
    board.refresh();
    await until(board, 'All stores Cedar Ford');
    await until(board, 'Departments');
  });
});

describe('the map of stores', () => {
  it.each([
    [undefined, undefined],
    [0, 0],
    [0.499, 0],
    [0.5, 1],
    [0.7, 2],
    [0.8, 3],
    [0.899, 3],
    [0.9, 4],
    [1, 4],
  ])('puts a share of %s in step %s', (share, step) => {
    expect(stepOf(share)).toBe(step);
  });
});

describe('a sparkline', () => {
  it('runs from left to right with 1 at the top and 0 at the bottom', () => {
    expect(sparklinePoints([0, 1, 0.5])).toBe('2,22 48,2 94,12');
  });

  it('never leaves its frame', () => {
    expect(sparklinePoints([-1, 2])).toBe('2,22 94,2');
  });
});
