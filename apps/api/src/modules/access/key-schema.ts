import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { encodeGlobalId, idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
import { type ApiKey, apiKeysOf, loadApiKey, revokeApiKey } from './api-key.ts';
import { type MadeKey, makeKey } from './make-key.ts';

const ApiKeyKindEnum = builder.enumType('ApiKeyKind', {
  values: ['intake', 'publishable'],
  description:
    'intake: a server posts leads with it, keep it secret. publishable: lies open in a listed page’s source.',
});

const ORIGIN_ALLOWED = 'origins of web pages, such as https://www.dealer.example, without a path';

/** As browsers write it: scheme, host, port where it is not the usual one. */
const origin = z.string().refine((text) => URL.parse(text)?.origin === text && /^https?:/.test(text), ORIGIN_ALLOWED);

const createApiKeyWish = z
  .object({
    key: clientKey,
    kind: z.enum(['intake', 'publishable']),
    name: z.string().trim().min(1, '1 to 100 characters').max(100, '1 to 100 characters'),
    origins: z.array(origin).max(50, 'at most 50 origins'),
  })
  .refine(({ kind, origins }) => kind === 'intake' || origins.length > 0, {
    path: ['origins'],
    message: ORIGIN_ALLOWED,
  })
  .refine(({ kind, origins }) => kind === 'publishable' || origins.length === 0, {
    path: ['origins'],
    message: 'none for an intake key: a server may stand anywhere',
  });

const ApiKeyType = builder.objectRef<ApiKey>('ApiKey').implement({
  description: 'A store’s key; its secret was shown once, when it was made.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => encodeGlobalId('ApiKey', id) }),
    kind: t.expose('kind', { type: ApiKeyKindEnum }),
    name: t.exposeString('name'),
    hint: t.exposeString('hint', { description: 'The beginning of the secret, to recognise it by.' }),
    origins: t.stringList({
      description: 'The pages that may use a publishable key.',
      resolve: ({ origins }) => [...origins],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'It opens nothing since then.' }),
  }),
});

builder.queryField('apiKeys', (t) =>
  t.field({
    type: [ApiKeyType],
    description: 'A store’s keys for administrators, the newest first, those that were revoked last.',
    authScopes: { capability: 'administer' },
    args: { storeId: t.arg.id({ required: true }) },
    resolve: async (_root, { storeId }, context) => {
      const { group } = memberOf(context);
      return [...(await apiKeysOf(group, group.groupId, idOf('Store', storeId)))];
    },
  }),
);

/** The secret is in nobody's database, so that a repetition of the wish cannot tell it again. */
type ToldKey = Pick<MadeKey, 'id' | 'hint'> & { readonly secret?: string };

const CreateApiKeySuccessType = builder.objectRef<ToldKey>('CreateApiKeySuccess').implement({
  fields: (t) => ({
    hint: t.exposeString('hint', { description: 'The beginning of the secret, to recognise it by.' }),
    apiKey: t.field({ type: ApiKeyType, resolve: ({ id }, _args, context) => keyOf(context, id) }),
    secret: t.string({
      nullable: true,
      description: 'Shown this once: nobody can read it again. Null when the wish is repeated.',
      resolve: ({ secret }) => secret ?? null,
    }),
  }),
});

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    storeId: t.id({ required: true }),
    kind: t.field({ type: ApiKeyKindEnum, defaultValue: 'publishable' }),
    name: t.string({ required: true, description: 'For people: `Website form`.' }),
    origins: t.stringList({ required: true, description: 'Of a publishable key: the pages that may use it.' }),
  }),
});

builder.mutationField('createApiKey', (t) =>
  t.field({
    type: CreateApiKeySuccessType,
    errors: {},
    description: 'Makes a store’s key.',
    authScopes: { capability: 'administer' },
    args: { input: t.arg({ type: CreateApiKeyInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { group, viewer } = memberOf(context);
      const now = context.resources.clock.now();
      const { key, ...wish } = parseInput(createApiKeyWish, { ...input, kind: input.kind ?? 'publishable' });
      const storeId = idOf('Store', input.storeId);
      const once = { actorId: viewer.memberId, key, operation: 'createApiKey' };
      return group.transaction(async (tx) => {
        let secret: string | undefined;
        const told = await answerOnce(tx, once, now, async () => {
          const where = { groupId_id: { groupId: tx.groupId, id: storeId } };
          if ((await tx.prisma.store.findUnique({ where, select: { id: true } })) === null) {
            throw new NotFoundError('Store');
          }
          const made = await makeKey(tx, { ...wish, storeId }, now);
          secret = made.secret;
          return { id: made.id, hint: made.hint };
        });
        return { ...told, ...(secret !== undefined && { secret }) };
      });
    },
  }),
);

const RevokeApiKeySuccessType = builder.objectRef<{ readonly id: string }>('RevokeApiKeySuccess').implement({
  fields: (t) => ({
    apiKey: t.field({ type: ApiKeyType, resolve: ({ id }, _args, context) => keyOf(context, id) }),
  }),
});

const RevokeApiKeyInput = builder.inputType('RevokeApiKeyInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    apiKeyId: t.id({ required: true }),
  }),
});

builder.mutationField('revokeApiKey', (t) =>
  t.field({
    type: RevokeApiKeySuccessType,
    errors: {},
    description: 'Ends a key for good, one that leaked or is needed no more.',
    authScopes: { capability: 'administer' },
    args: { input: t.arg({ type: RevokeApiKeyInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { group, viewer } = memberOf(context);
      const now = context.resources.clock.now();
      const { key } = parseInput(z.object({ key: clientKey }), input);
      const id = idOf('ApiKey', input.apiKeyId);
      const once = { actorId: viewer.memberId, key, operation: 'revokeApiKey' };
      return group.transaction((tx) =>
        answerOnce(tx, once, now, async () => {
          await revokeApiKey(tx, id, now);
          return { id };
        }),
      );
    },
  }),
);

function keyOf(context: RequestContext, id: string): Promise<ApiKey> {
  const { group } = memberOf(context);
  return loadApiKey(group, group.groupId, id);
}
