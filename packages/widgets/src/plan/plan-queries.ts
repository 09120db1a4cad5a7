import {
  type BebackClient,
  type ControllerHost,
  type Failure,
  failureIn,
  type Locale,
  type Operation,
  type PlanState,
  type PlanVersionResult,
  type PlanVersionsResult,
  planVersion,
  planVersions,
  QueryController,
  type ViewerResult,
  viewer,
} from '@beback/client';
import type { PlanPath } from './plan-path.ts';

/** A version with its sentences and, for who answers for the store, its load. */
export type PlanVersion = Extract<NonNullable<PlanVersionResult['node']>, { readonly __typename: 'PlanVersion' }>;
export type PlanLoad = NonNullable<PlanVersion['load']>;
export type PeopleLoad = PlanLoad['people'][number];
/** A line of the chooser. */
export type VersionRow = PlanVersionsResult['planVersions'][number];
export type Reader = NonNullable<ViewerResult['viewer']>;

export interface PlanQueriesOptions {
  readonly client: () => BebackClient | undefined;
  readonly locale: () => Locale;
  /** What the page asks to see. */
  readonly wanted: () => PlanPath;
}

const IN_FORCE: readonly PlanState[] = ['active'];
const IN_USE: readonly PlanState[] = ['draft', ...IN_FORCE];

/** What the plan's element asks the server: who reads, which versions there are, the one that is shown. */
export class PlanQueries {
  readonly #viewer;
  readonly #versions;
  readonly #version;
  readonly #options: PlanQueriesOptions;

  constructor(host: ControllerHost, options: PlanQueriesOptions) {
    this.#options = options;
    const query = <Result, Variables>(
      operation: Operation<Result, Variables>,
      variables: () => Variables | undefined,
    ): QueryController<Result, Variables> =>
      new QueryController(host, { operation, variables, client: options.client });
    this.#viewer = query(viewer, () => ({}));
    this.#versions = query(planVersions, () => {
      const { storeId } = this;
      return storeId === undefined ? undefined : { storeId };
    });
    this.#version = query(planVersion, () => {
      const { shown } = this;
      return shown === undefined ? undefined : { id: shown.id, locale: options.locale() };
    });
  }

  /** Null when nobody is signed in, undefined while that is not known. */
  get reader(): Reader | null | undefined {
    return this.#viewer.data?.viewer;
  }

  get manages(): boolean {
    return this.reader?.capabilities.includes('managePlan') ?? false;
  }

  /** The store whose plan is shown: the wanted one, else the reader's first. */
  get storeId(): string | undefined {
    return this.#options.wanted().storeId ?? this.reader?.stores[0]?.id;
  }

  get versions(): readonly VersionRow[] | undefined {
    return this.#versions.data?.planVersions;
  }

  /** The versions are as the server has them now: one that is not among them is not there. */
  get settled(): boolean {
    return this.#versions.state.status === 'ready';
  }

  /** The version to show: the wanted one; else the latest in use for who manages plans, for everybody else the one in force. */
  get shown(): VersionRow | undefined {
    const { versions, reader } = this;
    if (versions === undefined || reader == null) return undefined;
    const wanted = this.#options.wanted().version;
    if (wanted !== undefined) return versions.find(({ number }) => number === wanted);
    const states = this.manages ? IN_USE : IN_FORCE;
    return versions.find(({ state }) => states.includes(state)) ?? versions[0];
  }

  /** Undefined while it is on its way, null when it is not there any more. */
  get version(): PlanVersion | null | undefined {
    const { data } = this.#version;
    if (data === undefined) return undefined;
    return data.node?.__typename === 'PlanVersion' ? data.node : null;
  }

  /** Why something of it did not come, or did not come anew. */
  get failure(): Failure | undefined {
    return failureIn(this.#viewer.state) ?? failureIn(this.#versions.state) ?? failureIn(this.#version.state);
  }

  get signedOut(): boolean {
    return this.reader === null || this.failure?.kind === 'signedOut';
  }

  /** Asks for everything again; what is shown stays until the answer is here. */
  refetch(): void {
    for (const query of [this.#viewer, this.#versions, this.#version]) query.refetch();
  }
}
