import { memberInSight } from '../modules/access/member-in-sight.ts';
import { type Capability, hasCapability, seesStore } from '../modules/access/viewer.ts';
import type { RequestContext } from './context.ts';
import { decodeGlobalId } from './global-id.ts';

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
    store: (wanted) => seesStore(viewer, idIn('Store', wanted)),
    day: (wanted) => {
      const memberId = typeof wanted === 'string' ? idIn('Member', wanted) : viewer.memberId;
      if (memberId === viewer.memberId) return true;
      return hasCapability(viewer, 'storeBoard') && memberInSight(group, viewer, memberId);
    },
    widget: false,
  };
}

const isWidget = (caller: RequestContext['caller']): boolean => caller.kind === 'widget';

/** The id, or one that nothing bears. */
function idIn(typename: string, globalId: string): string {
  const decoded = decodeGlobalId(globalId);
  return decoded?.typename === typename ? decoded.id : '00000000-0000-0000-0000-000000000000';
}
