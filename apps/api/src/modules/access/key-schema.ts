import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
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

/** The secret is in nobody's database, so that a repetition of the wish cannot tell it again. */
type ToldKey = Pick<MadeKey, 'id' | 'hint'> & { readonly secret?: string };

const CreateApiKeySuccessType = builder.objectRef<ToldKey>('CreateApiKeySuccess').implement({
  fields: (t) => ({
    hint: t.exposeString('hint', { description: 'The beginning of the secret, to recognise it by.' }),
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
