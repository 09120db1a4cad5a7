import { builder } from './builder.ts';
import { decodeGlobalId } from './global-id.ts';

builder.queryField('node', (t) =>
  t.node({
    description: 'Anything with an id. Null for an unknown id as for one that is not for this caller.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    id: (_root, { id }, _context, { schema }) => {
      const decoded = decodeGlobalId(id);
      const type = decoded === undefined ? undefined : schema.getType(decoded.typename);
      const isNode =
        type !== undefined && 'getInterfaces' in type && type.getInterfaces().some(({ name }) => name === 'Node');
      return isNode ? id : null;
    },
  }),
);
