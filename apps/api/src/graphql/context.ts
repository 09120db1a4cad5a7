import type { Locale } from '@beback/core';
import type { GroupDatabase } from '../database/gateway.ts';
import type { Viewer } from '../modules/access/viewer.ts';
import type { Resources } from '../server/resources.ts';

/** A signed-in member of a group. */
export interface MemberCaller {
  readonly kind: 'member';
  readonly viewer: Viewer;
  readonly group: GroupDatabase;
}

/** A public widget on a store's page: it knows its store and nothing of people. */
export interface WidgetCaller {
  readonly kind: 'widget';
  readonly apiKeyId: string;
  readonly storeId: string;
  /** The listed page that it stands on: `https://www.dealer.example`. */
  readonly origin: string;
  readonly group: GroupDatabase;
}

export type Caller = { readonly kind: 'nobody' } | MemberCaller | WidgetCaller;

/** What every resolver gets. The group comes from here and from nowhere else. */
export interface RequestContext {
  readonly requestId: string;
  /** The address that the request came from, as the log and the limits see it: a keyed hash, never the address. */
  readonly addressKey: string;
  readonly locale: Locale;
  readonly caller: Caller;
  readonly resources: Resources;
  /** Aborted when the server stops: whatever streams, ends. */
  readonly stopping: AbortSignal;
}

export interface MemberContext extends RequestContext {
  readonly caller: MemberCaller;
}

export interface WidgetContext extends RequestContext {
  readonly caller: WidgetCaller;
}
