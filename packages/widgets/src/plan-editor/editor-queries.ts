import {
  type BebackClient,
  type ControllerHost,
  type Failure,
  failureIn,
  planVersions,
  QueryController,
  viewer,
} from '@beback/client';
import type { PlanPath } from '../plan/plan-path.ts';
import type { Reader, VersionRow } from '../plan/plan-queries.ts';

export interface EditorQueriesOptions {
  readonly client: () => BebackClient | undefined;
  /** What the page asks for. */
  readonly wanted: () => PlanPath;
}

/** Who writes, in which store, and which versions of the plan there are. */
export class EditorQueries {
  readonly #options: EditorQueriesOptions;
  readonly #viewer;
  readonly #versions;

  constructor(host: ControllerHost, options: EditorQueriesOptions) {
    this.#options = options;
    const { client } = options;
    this.#viewer = new QueryController(host, { operation: viewer, variables: () => ({}), client });
    this.#versions = new QueryController(host, {
      operation: planVersions,
      variables: () => (this.storeId === undefined ? undefined : { storeId: this.storeId }),
      client,
    });
  }

  /** Null when nobody is signed in, undefined while that is not known. */
  get reader(): Reader | null | undefined {
    return this.#viewer.data?.viewer;
  }

  get manages(): boolean {
    return this.reader?.capabilities.includes('managePlan') ?? false;
  }

  get storeId(): string | undefined {
    return this.#options.wanted().storeId ?? this.reader?.stores[0]?.id;
  }

  get versions(): readonly VersionRow[] | undefined {
    return this.#versions.data?.planVersions;
  }

  get inForce(): VersionRow | undefined {
    return this.versions?.find(({ state }) => state === 'active');
  }

  /** The version that the page names; else the latest draft. */
  get shown(): VersionRow | undefined {
    const { version } = this.#options.wanted();
    if (version !== undefined) return this.versions?.find(({ number }) => number === version);
    return this.versions?.find(({ state }) => state === 'draft');
  }

  get failure(): Failure | undefined {
    return failureIn(this.#viewer.state) ?? failureIn(this.#versions.state);
  }

  get signedOut(): boolean {
    return this.reader === null || this.failure?.kind === 'signedOut';
  }

  refetch(): void {
    this.#viewer.refetch();
    this.#versions.refetch();
  }
}
