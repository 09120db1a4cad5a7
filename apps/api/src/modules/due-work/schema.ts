import { builder } from '../../graphql/builder.ts';
import { encodeGlobalId } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { type DeadWork, deadWork } from '../../jobs/dead-work.ts';
import { loadStore, StoreType } from '../store/schema.ts';

const DeadWorkType = builder.objectRef<DeadWork>('DeadWork').implement({
  description: 'Work of the server’s own that failed as often as is allowed: a person must see to it.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => encodeGlobalId('DueWork', id) }),
    kind: t.exposeString('kind', { description: 'What was to be done: `cadence.replan`, `survey.invite`.' }),
    subject: t.exposeString('subject', { description: 'What it is about, by the id in the database.' }),
    store: t.field({
      type: StoreType,
      nullable: true,
      resolve: ({ storeId }, _args, context) => (storeId === undefined ? null : loadStore(context, storeId)),
    }),
    dueAt: t.expose('dueAt', { type: 'DateTime' }),
    diedAt: t.expose('diedAt', { type: 'DateTime' }),
    attempts: t.exposeInt('attempts'),
    error: t.exposeString('error', { description: 'Name and code of the last error; the log has where it came from.' }),
  }),
});

builder.queryField('deadWork', (t) =>
  t.field({
    type: [DeadWorkType],
    description: 'What the server has given up on, the latest first, at most a hundred.',
    authScopes: { capability: 'administer' },
    resolve: async (_root, _args, context) => [...(await deadWork(memberOf(context).group))],
  }),
);
