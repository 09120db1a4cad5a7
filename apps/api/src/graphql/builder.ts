import type { Day, FollowUpPlan, Instant } from '@beback/core';
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type PrismaTypes from '../generated/pothos.ts';
import { getDatamodel } from '../generated/pothos.ts';
import type { MemberContext, RequestContext, WidgetContext } from './context.ts';
import { InputError, NotAllowedError, NotFoundError, RefusedError, SignedOutError } from './errors.ts';
import { decodeGlobalId, encodeGlobalId } from './global-id.ts';
import { OPERATION_LIMITS, PAGE_SIZES } from './limits.ts';
import { type AuthScopes, authScopesOf } from './scopes.ts';

export interface BuilderTypes {
  Context: RequestContext;
  PrismaTypes: PrismaTypes;
  AuthScopes: AuthScopes;
  AuthContexts: { signedIn: MemberContext; capability: MemberContext; widget: WidgetContext };
  DefaultAuthStrategy: 'all';
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Instant; Output: Instant | Date };
    Day: { Input: Day; Output: Day };
    JSON: { Input: never; Output: unknown };
    PlanDocument: { Input: unknown; Output: FollowUpPlan };
  };
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * The one schema builder; it holds no types. Errors come first, so that what a scope refuses becomes a member of the
 * result union. Input is checked by zod inside the resolver, after the scopes (`parseInput`): the validation plug-in
 * answers before them, which would tell an outsider what the rules of a field are.
 */
export const builder = new SchemaBuilder<BuilderTypes>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, ComplexityPlugin, RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  errors: {
    directResult: true,
    defaultTypes: [InputError, RefusedError, NotAllowedError, NotFoundError],
    defaultUnionOptions: { name: ({ fieldName }) => `${capitalised(fieldName)}Result` },
  },
  scopeAuth: {
    authScopes: authScopesOf,
    defaultStrategy: 'all',
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, { caller }) =>
      caller.kind === 'nobody' ? new SignedOutError() : new NotAllowedError(),
  },
  complexity: {
    limit: {
      depth: OPERATION_LIMITS.depth,
      breadth: OPERATION_LIMITS.breadth,
      complexity: OPERATION_LIMITS.complexity,
    },
    defaultListMultiplier: OPERATION_LIMITS.listMultiplier,
  },
  relay: {
    encodeGlobalID: encodeGlobalId,
    // An id that this server never handed out is an unknown id, not a syntax error.
    decodeGlobalID: (globalId) => decodeGlobalId(globalId) ?? { typename: '', id: '' },
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    clientMutationId: 'omit',
    cursorType: 'String',
  },
  prisma: {
    client: (context) => databaseOf(context).prisma,
    dmmf: getDatamodel(),
    maxConnectionSize: PAGE_SIZES.largest,
    defaultConnectionSize: PAGE_SIZES.usual,
    onUnusedQuery: 'error',
  },
});

builder.queryType();
builder.mutationType();
builder.subscriptionType();

function databaseOf(context: RequestContext) {
  if (context.caller.kind === 'nobody') throw new SignedOutError();
  return context.caller.group;
}
