import type { WireValue } from './values/encode.ts';

/** As whom a connection speaks. Each role has its own tables; `app` sees the rows of one group. */
export type Identity =
  | { readonly role: 'app'; readonly groupId: string }
  | { readonly role: 'directory' }
  | { readonly role: 'jobs' };

/** The database role of each identity; made by the migrations, none can log in. */
export const DATABASE_ROLES = { app: 'beback_app', directory: 'beback_directory', jobs: 'beback_jobs' } as const;

export interface Query {
  readonly text: string;
  readonly values: readonly WireValue[];
  /** Prepared under this name. Absent: the engine decides. */
  readonly name?: string | undefined;
}

export interface QueryResult {
  /** `SELECT`, `INSERT`, `COMMIT` …: the first word of the server's answer. */
  readonly command: string;
  /** Rows returned or changed, as the server counts them. */
  readonly rowCount: number;
  readonly fields: readonly { readonly name: string; readonly oid: number }[];
  /** Text form, or null. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A connection lent to one user at a time, speaking as one {@link Identity}. */
export interface Link {
  /** @throws SqlError */
  query(query: Query): Promise<QueryResult>;
  /** Several statements at once, without parameters. @throws SqlError */
  script(text: string): Promise<readonly QueryResult[]>;
  /** `I`: no transaction, `T`: in one, `E`: in a failed one. */
  status(): 'I' | 'T' | 'E';
  /**
   * Gives the connection back. One that is broken or still in a transaction is cleaned or closed before anybody else
   * gets it. A second call does nothing; a query after it is refused.
   */
  release(): Promise<void>;
}

/** Either database, below the walls. Held by the gateway alone. */
export interface Engine {
  readonly kind: 'pglite' | 'postgres';
  /** Waits for its turn; @throws SqlError (53300) when that takes too long. */
  take(identity: Identity): Promise<Link>;
  /** As the owner of all tables, for migrations: row security without a group still shows no rows. */
  takeAsOwner(): Promise<Link>;
  listen(channel: string, heard: (payload: string) => void, missed: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
