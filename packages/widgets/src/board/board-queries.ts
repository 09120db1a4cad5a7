import {
  activity,
  type BebackClient,
  type Capability,
  type ControllerHost,
  departmentBoard,
  failureIn,
  groupBoard,
  type Locale,
  memberBoard,
  type Operation,
  QueryController,
  type QueryState,
  storeBoard,
  viewer,
} from '@beback/client';
import type { BoardPath } from './board-path.ts';
import { MemberPages, type PagedList } from './member-pages.ts';

/** Rows on one page of a person's lists. */
const PAGE = 30;

export interface BoardQueriesOptions {
  readonly client: () => BebackClient | undefined;
  readonly place: () => BoardPath;
  readonly common: () => { readonly days: number | null; readonly locale: Locale };
  /** Another page of a person's list is shown. */
  readonly onTurned: (list: PagedList) => void;
}

type Query<Result> = { readonly state: QueryState<Result>; readonly data: Result | undefined; refetch(): void };

/**
 * What the boards ask the server: the place that is shown and the ones above it, so that the way back is there at once
 * and every step of it has its name.
 */
export class BoardQueries {
  readonly viewer;
  readonly group;
  readonly store;
  readonly department;
  readonly member;
  readonly activity;
  readonly activities;
  readonly missed;

  readonly #options: BoardQueriesOptions;

  constructor(host: ControllerHost, options: BoardQueriesOptions) {
    const { place, common, client } = options;
    this.#options = options;
    const query = <Result, Variables>(
      operation: Operation<Result, Variables>,
      variables: () => Variables | undefined,
    ): QueryController<Result, Variables> => new QueryController(host, { operation, variables, client });
    this.viewer = query(viewer, () => ({}));
    this.group = query(groupBoard, () => (this.seesGroup ? common() : undefined));
    this.store = query(storeBoard, () => {
      const { storeId } = place();
      return storeId === undefined ? undefined : { ...common(), storeId };
    });
    this.department = query(departmentBoard, () => {
      const { departmentId } = place();
      return departmentId === undefined ? undefined : { ...common(), departmentId };
    });
    const ofMember = () => {
      const { storeId, memberId } = place();
      return storeId === undefined || memberId === undefined
        ? undefined
        : { ...common(), storeId, memberId, first: PAGE };
    };
    this.member = query(memberBoard, ofMember);
    const paged = { client, variables: ofMember, onTurned: options.onTurned };
    this.activities = new MemberPages(host, 'activities', paged);
    this.missed = new MemberPages(host, 'missed', paged);
    this.activity = query(activity, () => {
      const { activityId } = place();
      return activityId === undefined ? undefined : { id: activityId, locale: common().locale };
    });
  }

  get seesGroup(): boolean {
    return this.may('groupBoard');
  }

  may(capability: Capability): boolean {
    return this.viewer.data?.viewer?.capabilities.includes(capability) ?? false;
  }

  /** Asks for what is shown again, and who asks: a session may have ended, or another begun. */
  refetch(): void {
    this.viewer.refetch();
    this.shown?.refetch();
  }

  /** Asks again for every board that shows findings. */
  refetchFindings(): void {
    for (const query of this.#withFindings) if (query.data !== undefined) query.refetch();
  }

  /** Whether what is said of findings is the newest that we know of. */
  get findingsFetched(): boolean {
    return this.#withFindings.every(({ state }) => state.status !== 'stale');
  }

  get #withFindings(): readonly Query<unknown>[] {
    return [this.group, this.store, this.department];
  }

  /** The query of the place that is shown; undefined while nobody knows where to begin. */
  get shown(): Query<unknown> | undefined {
    const { storeId, departmentId, memberId, activityId } = this.#options.place();
    if (activityId !== undefined) return this.activity;
    if (memberId !== undefined) return this.member;
    if (departmentId !== undefined) return this.department;
    if (storeId !== undefined) return this.store;
    return this.seesGroup ? this.group : undefined;
  }

  /** Whether the session has ended, by whichever answer tells it. */
  get signedOut(): boolean {
    const { state } = this.viewer;
    const known = state.status === 'ready' || state.status === 'stale';
    if (known && state.data.viewer === null) return true;
    return [state, this.shown?.state].some((one) => one !== undefined && failureIn(one)?.kind === 'signedOut');
  }

  /** The store in whose zone the place's times are told. */
  get here(): { readonly name: string; readonly zone: string } | undefined {
    const { storeId } = this.#options.place();
    if (storeId === undefined) return undefined;
    const stores = [
      this.store.data?.storeBoard.store,
      this.member.data?.memberBoard.store,
      this.department.data?.departmentBoard.store,
      ...(this.viewer.data?.viewer?.stores ?? []),
    ];
    return stores.find((store) => store?.id === storeId);
  }

  get asOf(): string | undefined {
    const boards = [
      this.member.data?.memberBoard,
      this.department.data?.departmentBoard,
      this.store.data?.storeBoard,
      this.group.data?.groupBoard,
    ];
    return boards.find((board) => board !== undefined)?.asOf;
  }
}
