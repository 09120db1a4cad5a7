import type { StaticFolder } from './static-files.ts';

/** What the HTTP side needs to know beside its resources. */
export interface ServerSettings {
  /** Signs sessions and keys the hashes of addresses; at least 32 bytes. */
  readonly authSecret: string;
  /** Where browsers find us; `https:` makes cookies `Secure`. */
  readonly publicUrl: string;
  /** Further origins of our own pages, where a proxy changes `Host`. */
  readonly trustedOrigins: readonly string[];
  /** A proxy of ours stands in front and appends the client's address to `X-Forwarded-For`. */
  readonly trustProxy: boolean;
  /** Signs the texts that a carrier hands in; undefined: none are taken. */
  readonly textToken?: string | undefined;
  /** Texts of operations that members may name by id beside ours. */
  readonly operations?: readonly string[] | undefined;
  readonly staticFolders: readonly StaticFolder[];
  /** A request that has not arrived whole by then is cut. */
  readonly requestTimeoutMs: number;
  /** How long a stop waits for running requests. */
  readonly stopWithinMs: number;
}
