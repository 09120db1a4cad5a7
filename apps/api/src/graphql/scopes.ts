import { seesDay } from '../modules/access/sees-day.ts';
import { type Capability, hasCapability, seesStore } from '../modules/access/viewer.ts';
import type { RequestContext } from './context.ts';
import { idOrNothing } from './global-id.ts';

/**
 * What a field can ask of its caller. Below it, the statements ask the database the same once more: a check forgotten
 * here shows nothing.
 */
export interface AuthScopes {
  readonly signedIn: boolean;
  readonly capability: Capability;
  /** Global id of a store: the caller works there or sees the group. Unknown and foreign ids are refused alike. */
  readonly store: string;
  /** Global id of a member whose day is asked for; null or undefined: the caller's own. */
  readonly day: string | null | undefined;
  /** The caller is a public widget: a publishable key, used from a listed origin. */
  readonly widget: boolean;
}

type ScopeLoaders = {
  [Scope in keyof AuthScopes]: boolean | ((wanted: AuthScopes[Scope]) => boolean | Promise<boolean>);
};

/** How each scope is answered for one request. */
export function authScopesOf({ caller }: RequestContext): ScopeLoaders {
  if (caller.kind !== 'member') {
    return { signedIn: false, capability: () => false, store: () => false, day: () => false, widget: isWidget(caller) };
  }
  const { viewer, group } = caller;
  return {
    signedIn: true,
    capability: (wanted) => hasCapability(viewer, wanted),
    store: (wanted) => seesStore(viewer, idOrNothing('Store', wanted)),
    day: (wanted) =>
      seesDay(group, viewer, typeof wanted === 'string' ? idOrNothing('Member', wanted) : viewer.memberId),
    widget: false,
  };
}

const isWidget = (caller: RequestContext['caller']): boolean => caller.kind === 'widget';
