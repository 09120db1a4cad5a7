import { type AcknowledgeFindingVariables, acknowledgeFinding, groupBoard, storeBoard, viewer } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeFinding, makeStoreBoard } from '../../test/support/board-make.ts';
import { ACKNOWLEDGED, BoardStage, press, until } from '../../test/support/board-stage.ts';
import { expectAccessible, expectNoOverflow, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import type { Board } from './board.ts';

let stage: BoardStage;

beforeEach(() => {
  stage = new BoardStage();
});

const STORE = 'store/store-1';
const SEEN = 'Acknowledged by Pat Vale, 10:00 AM';
const inputs = (): readonly AcknowledgeFindingVariables['input'][] =>
  stage.api
    .callsOf(acknowledgeFinding)
    .map(({ variables }) => (variables as unknown as AcknowledgeFindingVariables).input);
const focused = (board: Board): HTMLElement | undefined =>
  (board.shadowRoot?.activeElement ?? undefined) as HTMLElement | undefined;

describe('acknowledging a finding', () => {
  it.each([
    ['', '1 of 88'],
    [STORE, 'Departments'],
  ])(
    'is one tap at “%s”, shown at once and fetched anew, with the reader left where they were',
    async (path, words) => {
      const board = await stage.show(path, words);
      const asked = () => stage.api.callsOf(path === '' ? groupBoard : storeBoard).length;
      const before = asked();
      await press(board, 'Acknowledge');
      await until(board, SEEN);
      expect(inputs()).toEqual([{ key: expect.any(String), findingId: 'finding-1' }]);
      expect(focused(board)?.innerText).toContain('42 of 48 calls of the plan were not made');
      expect(board.shadowRoot?.querySelector('.findings button')).toBeNull();
      await vi.waitFor(() => expect(asked()).toBe(before + 1));
      await expectAccessible(board);
    },
  );

  it('is shown while the board is still fetched, and by the board from then on', async () => {
    const board = await stage.show(STORE, 'Departments');
    let answer = (): void => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { storeBoard: old } = makeStoreBoard();
    const another = makeFinding({ ...ACKNOWLEDGED, acknowledgedBy: { id: 'member-1', name: 'Dana Cole' } });
    stage.api.on(storeBoard, async () => {
      await late;
      return { storeBoard: { ...old, findings: [another] } };
    });
    await press(board, 'Acknowledge');
    await until(board, SEEN);
    answer();
    await until(board, 'Acknowledged by Dana Cole');
  });

  it('is over when the same finding is open anew', async () => {
    const board = await stage.show(STORE, 'Departments');
    await press(board, 'Acknowledge');
    await until(board, SEEN);
    stage.finding = makeFinding();
    board.refresh();
    await until(board, 'Not acknowledged');
  });

  it('says that it is on its way, and takes no second tap meanwhile', async () => {
    const board = await stage.show(STORE, 'Departments');
    stage.api.on(acknowledgeFinding, () => new Promise(() => {}));
    await press(board, 'Acknowledge');
    expect(textOf(board)).toContain('Acknowledging …');
    await press(board, 'Acknowledging');
    expect(inputs()).toHaveLength(1);
    await expectAccessible(board);
  });

  it('says what went wrong, and is the same wish when it is tried again', async () => {
    const board = await stage.show(STORE, 'Departments');
    stage.api.on(acknowledgeFinding, (_, count) =>
      count === 1
        ? failing('bug')
        : { acknowledgeFinding: { __typename: 'NotFoundError' as const, message: 'Finding not found' } },
    );
    await press(board, 'Acknowledge');
    await until(board, 'Not acknowledged Something went wrong at the server.');
    await expectAccessible(board);
    await press(board, 'Acknowledge');
    await until(board, 'This is not there (any more).');
    expect(textOf(board)).not.toContain('Finding not found');
    expect(new Set(inputs().map(({ key }) => key)).size).toBe(1);
    expect(inputs()).toHaveLength(2);
  });

  it('asks to sign in when the session has ended meanwhile, and tells the page', async () => {
    const board = await stage.show(STORE, 'Departments');
    const told = vi.fn();
    board.addEventListener('beback-sign-in-needed', told);
    stage.api
      .on(acknowledgeFinding, () => failing('signedOut'))
      .on(storeBoard, () => failing('signedOut'))
      .on(viewer, () => ({ viewer: null }));
    await press(board, 'Acknowledge');
    await until(board, 'Your session has ended.');
    expect(told).toHaveBeenCalledOnce();
  });

  it('is not offered to whoever only looks', async () => {
    stage.capabilities = ['groupBoard', 'storeBoard'];
    const board = await stage.show(STORE, 'Departments');
    expect(textOf(board)).toContain('Not acknowledged');
    expect(board.shadowRoot?.querySelector('.findings button')).toBeNull();
  });

  it('puts the reader at the title when the finding is gone from the board', async () => {
    const board = await stage.show(STORE, 'Departments');
    const { storeBoard: old } = makeStoreBoard();
    stage.api.on(storeBoard, () => ({ storeBoard: { ...old, findings: [] } }));
    await press(board, 'Acknowledge');
    await until(board, 'No open findings');
    await vi.waitFor(() => expect(focused(board)?.id).toBe('title'));
  });

  it.each(['es', 'fr'])('fits 320 px in %s, each button with what it is for', async (locale) => {
    const page = mount(document.createElement('div'));
    page.style.inlineSize = '320px';
    const board = stage.element(STORE);
    board.locale = locale;
    mount(board, page);
    await vi.waitFor(() => expect(board.shadowRoot?.querySelector('.findings button')).not.toBeNull());
    expectNoOverflow(board);
    const button = inside(board, '.findings button');
    const told = board.shadowRoot?.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(told?.innerText).toContain('42 of 48');
  });
});
