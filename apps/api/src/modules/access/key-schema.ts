import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
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
    kind: z.enum(['intake', 'publishable']),
    name: z.string().trim().min(1, '1 to 100 characters').max(100, '1 to 100 characters'),
    origins: z.array(origin).max(50, 'at most 50 origins'),
  })
  .refine(({ kind, origins }) => kind === 'intake' || origins.length > 0, {
    path: ['origins'],
    message: ORIGIN_ALLOWED,
  });

const CreateApiKeySuccessType = builder.objectRef<MadeKey>('CreateApiKeySuccess').implement({
  fields: (t) => ({
    hint: t.exposeString('hint', { description: 'The beginning of the secret, to recognise it by.' }),
    secret: t.exposeString('secret', { description: 'Shown this once: nobody can read it again.' }),
  }),
});

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  fields: (t) => ({
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
    authScopes: { capability: 'administer' },
    args: { input: t.arg({ type: CreateApiKeyInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { group } = memberOf(context);
      const now = context.resources.clock.now();
      const wish = parseInput(createApiKeyWish, { ...input, kind: input.kind ?? 'publishable' });
      const storeId = idOf('Store', input.storeId);
      return group.transaction(async (tx) => {
        const store = await tx.prisma.store.findUnique({
          where: { groupId_id: { groupId: tx.groupId, id: storeId } },
          select: { id: true },
        });
        if (store === null) throw new NotFoundError('Store');
        return makeKey(tx, { ...wish, storeId }, now);
      });
    },
  }),
);
