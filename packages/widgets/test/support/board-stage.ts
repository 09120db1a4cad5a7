import {
  activity,
  type Capability,
  departmentBoard,
  groupBoard,
  memberBoard,
  storeBoard,
  viewer,
} from '@beback/client';
import { expect, vi } from 'vitest';
import { Board } from '../../src/board/board.ts';
import { makeActivity, makeDepartmentBoard, makeGroupBoard, makeMemberBoard, makeStoreBoard } from './board-make.ts';
import { mount, textOf } from './page.ts';
import { StubApi } from './stub-api.ts';

/** A group as its boards see it. */
export class BoardStage {
  capabilities: readonly Capability[] = ['groupBoard', 'storeBoard'];
  stores = [
    { id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' },
    { id: 'store-2', name: 'Aspen Ford', zone: 'America/Chicago' },
  ];
  group = makeGroupBoard();
  readonly api = new StubApi()
    .on(viewer, () => ({
      viewer: {
        member: { id: 'member-9', name: 'Pat Vale', role: 'principal' as const },
        group: { id: 'group-1', name: 'Northway' },
        stores: this.stores,
        capabilities: this.capabilities,
      },
    }))
    .on(groupBoard, () => this.group)
    .on(storeBoard, ({ storeId }) => makeStoreBoard(storeId, this.stores.find((store) => store.id === storeId)?.name))
    .on(departmentBoard, () => makeDepartmentBoard())
    .on(memberBoard, ({ after }) => makeMemberBoard(after))
    .on(activity, () => makeActivity());

  element(path = ''): Board {
    const board = new Board();
    board.client = this.api.client();
    board.path = path;
    return board;
  }

  async show(path = '', words = 'stores need'): Promise<Board> {
    const board = this.element(path);
    board.locale = 'en';
    mount(board);
    await until(board, words);
    return board;
  }
}

export async function until(board: Board, words: string): Promise<void> {
  await vi.waitFor(() => expect(textOf(board)).toContain(words), 8000);
}

/** Follows the link that bears these words. */
export async function follow(board: Board, words: string): Promise<void> {
  const links = [...(board.shadowRoot?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? [])];
  const link = links.find((one) => one.innerText === words) ?? links.find((one) => one.innerText.includes(words));
  if (link === undefined) throw new Error(`no link says ${words}`);
  link.click();
  await board.updateComplete;
}
