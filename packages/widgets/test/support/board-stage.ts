import {
  acknowledgeFinding,
  activity,
  type Capability,
  departmentBoard,
  groupBoard,
  memberBoard,
  storeBoard,
  type ViewerResult,
  viewer,
} from '@beback/client';
import { expect, vi } from 'vitest';
import { Board } from '../../src/board/board.ts';
import {
  makeActivity,
  makeDepartmentBoard,
  makeFinding,
  makeGroupBoard,
  makeMemberBoard,
  makeStoreBoard,
} from './board-make.ts';
import { NOW } from './make.ts';
import { mount, textOf } from './page.ts';
import { StubApi } from './stub-api.ts';

/** By Pat Vale, who is signed in. */
export const ACKNOWLEDGED = {
  state: 'acknowledged',
  acknowledgedAt: new Date(NOW).toISOString(),
  acknowledgedBy: { id: 'member-9', name: 'Pat Vale' },
} as const;

/** A group as its boards see it. */
export class BoardStage {
  capabilities: readonly Capability[] = ['groupBoard', 'storeBoard', 'acknowledgeFindings'];
  stores = [
    { id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' },
    { id: 'store-2', name: 'Aspen Ford', zone: 'America/Chicago' },
  ];
  group = makeGroupBoard();
  finding = makeFinding();
  readonly api = new StubApi()
    .on(viewer, () => this.signedIn())
    .on(groupBoard, () => this.group)
    .on(storeBoard, ({ storeId }) => {
      const { storeBoard: board } = makeStoreBoard(storeId, this.stores.find((store) => store.id === storeId)?.name);
      return { storeBoard: { ...board, findings: [this.finding] } };
    })
    .on(departmentBoard, () => makeDepartmentBoard())
    .on(acknowledgeFinding, () => {
      this.finding = { ...this.finding, ...ACKNOWLEDGED };
      const { groupBoard: board } = this.group;
      const needs = board.storesNeedingYou.map((need) => ({ ...need, findings: [this.finding] }));
      this.group = { groupBoard: { ...board, storesNeedingYou: needs } };
      return { acknowledgeFinding: { __typename: 'AcknowledgeFindingSuccess' as const, finding: this.finding } };
    })
    .on(memberBoard, ({ after }) => makeMemberBoard(after))
    .on(activity, () => makeActivity());

  signedIn(): ViewerResult {
    return {
      viewer: {
        member: { id: 'member-9', name: 'Pat Vale', role: 'principal' },
        group: { id: 'group-1', name: 'Northway' },
        stores: this.stores,
        capabilities: this.capabilities,
      },
    };
  }

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

/** Presses the button that bears these words. */
export async function press(board: Board, words: string): Promise<void> {
  const buttons = [...(board.shadowRoot?.querySelectorAll('button') ?? [])];
  const button = buttons.find((one) => one.innerText.includes(words));
  if (button === undefined) throw new Error(`no button says ${words}`);
  button.focus();
  button.click();
  await board.updateComplete;
}
