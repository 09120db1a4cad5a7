import { activity, type MemberBoardVariables, memberBoard } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeMemberBoard } from '../../test/support/board-make.ts';
import { BoardStage, follow, press, until } from '../../test/support/board-stage.ts';
import { expectAccessible, inside, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import type { Board } from './board.ts';

let stage: BoardStage;

beforeEach(() => {
  stage = new BoardStage();
});

const MEMBER = 'store/store-1/department/department-1/member/member-1';
const open = (): Promise<Board> => stage.show(MEMBER, 'What was logged');
const focused = (board: Board): string | undefined => board.shadowRoot?.activeElement?.id;
const asked = (): readonly MemberBoardVariables[] =>
  stage.api.callsOf(memberBoard).map(({ variables }) => variables as unknown as MemberBoardVariables);
const pressIn = async (board: Board, section: string, words: string): Promise<void> => {
  const buttons = [...inside(board, `section[aria-labelledby=${section}]`).querySelectorAll('button')];
  const button = buttons.find((one) => one.innerText === words);
  if (button === undefined) throw new Error(`no button of ${section} says ${words}`);
  button.focus();
  button.click();
  await board.updateComplete;
};

describe('the pages of a person’s board', () => {
  it('turns them with everything else left in its place, and puts the reader at the head of the new page', async () => {
    const board = await open();
    let arrive = (): void => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    stage.api.on(memberBoard, async ({ after }) => {
      await late;
      return makeMemberBoard(after);
    });
    await press(board, 'Older');
    expect(textOf(board)).toContain('Sam Ortiz');
    expect(textOf(board)).toContain('9:00 AM');
    expect(inside(board, 'section[aria-labelledby=activities] ol').getAttribute('aria-busy')).toBe('true');
    await expectAccessible(board);
    arrive();
    await until(board, 'Newest');
    await vi.waitFor(() => expect(focused(board)).toBe('activities'));
    await follow(board, '9:00 AM');
    expect(board.path).toContain('activity-older-0');
  });

  it('goes back to the newest at once', async () => {
    const board = await open();
    await press(board, 'Older');
    await until(board, 'Newest');
    const before = asked().length;
    await press(board, 'Newest');
    expect(textOf(board)).not.toContain('Newest');
    expect(asked()).toHaveLength(before);
    await vi.waitFor(() => expect(focused(board)).toBe('activities'));
  });

  it('turns the pages of what was missed by themselves', async () => {
    stage.api.on(memberBoard, ({ after, missedAfter }) => makeMemberBoard(after, missedAfter, 2));
    const board = await open();
    expect(textOf(board)).toContain('Bo Ruiz');
    await pressIn(board, 'missed', 'Older');
    await until(board, 'Cy Adler');
    expect(asked().at(-1)).toMatchObject({ missedAfter: 'missed-1' });
    await vi.waitFor(() => expect(focused(board)).toBe('missed'));
    expect(inside(board, 'section[aria-labelledby=activities]').innerText).not.toContain('Newest');
    expect(inside(board, 'section[aria-labelledby=missed]').innerText).not.toContain('Older');
    await pressIn(board, 'missed', 'Newest');
    expect(textOf(board)).toContain('Bo Ruiz');
  });

  it('says why a page did not come, keeps the one that is shown, and tries again', async () => {
    const board = await open();
    stage.api.on(memberBoard, ({ after }, count) => (count === 2 ? failing('bug') : makeMemberBoard(after)));
    await press(board, 'Older');
    await until(board, 'Something went wrong at the server.');
    expect(textOf(board)).toContain('9:00 AM');
    await expectAccessible(board);
    await press(board, 'Try again');
    await until(board, 'Newest');
    expect(textOf(board)).not.toContain('Something went wrong');
  });

  it('comes back from an activity to the page that it was on, and begins anew with another person', async () => {
    const board = await open();
    await press(board, 'Older');
    await until(board, 'Newest');
    await follow(board, '9:00 AM');
    await vi.waitFor(() => expect(stage.api.callsOf(activity)).toHaveLength(1));
    await until(board, 'The phone system has this call');
    await follow(board, 'Sam Ortiz');
    await until(board, 'Newest');
    board.path = MEMBER.replace('member-1', 'member-2');
    await until(board, 'Older');
    expect(textOf(board)).not.toContain('Newest');
  });
});
