import {
  type BebackClient,
  type ControllerHost,
  type Failure,
  failureIn,
  type MemberBoardResult,
  type MemberBoardVariables,
  memberBoard,
  QueryController,
} from '@beback/client';

type Board = MemberBoardResult['memberBoard'];
/** The lists of a person's board that come page by page, and the cursor of each. */
const CURSORS = { activities: 'after', missed: 'missedAfter' } as const;
export type PagedList = keyof typeof CURSORS;

export interface MemberPagesOptions {
  readonly client: () => BebackClient | undefined;
  /** The board as it is asked for without a cursor; undefined while none is shown. */
  readonly variables: () => MemberBoardVariables | undefined;
  /** Another page is shown. */
  readonly onTurned: (list: PagedList) => void;
}

/** The pages of one list. What is shown stays until the next page is here. */
export class MemberPages<List extends PagedList> {
  readonly list: List;
  readonly #query: QueryController<MemberBoardResult, MemberBoardVariables>;
  readonly #host: ControllerHost;
  readonly #onTurned: (list: List) => void;
  #cursor: string | undefined;
  #shown: Board[List] | undefined;

  constructor(host: ControllerHost, list: List, options: MemberPagesOptions) {
    this.list = list;
    this.#host = host;
    this.#onTurned = options.onTurned;
    this.#query = new QueryController(host, {
      operation: memberBoard,
      client: options.client,
      variables: () => {
        const variables = options.variables();
        if (variables === undefined || this.#cursor === undefined) return undefined;
        return { ...variables, [CURSORS[list]]: this.#cursor };
      },
      onData: ({ memberBoard: board }) => {
        this.#shown = board[list];
        this.#turned();
      },
    });
  }

  get atNewest(): boolean {
    return this.#shown === undefined;
  }

  get busy(): boolean {
    return this.#query.state.status === 'loading';
  }

  get failure(): Failure | undefined {
    return failureIn(this.#query.state);
  }

  /** The page to show; `newest` is the board's own. */
  page(newest: Board[List]): Board[List] {
    return this.#shown ?? newest;
  }

  turnTo(cursor: string): void {
    this.#cursor = cursor;
    this.#host.requestUpdate();
  }

  turnToNewest(): void {
    this.reset();
    this.#turned();
  }

  again(): void {
    this.#query.refetch();
  }

  /** Another person is shown. */
  reset(): void {
    this.#cursor = undefined;
    this.#shown = undefined;
    this.#host.requestUpdate();
  }

  #turned(): void {
    this.#host.requestUpdate();
    this.#onTurned(this.list);
  }
}
