import { builder } from './builder.ts';
import { InputError, NotAllowedError, NotFoundError, RefusedError } from './errors.ts';
import { ReasonType } from './reason-type.ts';

const ErrorInterface = builder.interfaceRef<Error>('Error').implement({
  description: 'Something expected went wrong; the concrete type says what.',
  fields: (t) => ({ message: t.exposeString('message', { description: 'For developers, in English.' }) }),
});

builder.objectType(InputError, {
  name: 'InputError',
  description: "A field's value cannot be taken.",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Path inside the input: `vehicle.year`.' }),
    allowed: t.exposeString('allowed', { description: 'What is taken there.' }),
  }),
});

builder.objectType(RefusedError, {
  name: 'RefusedError',
  description: 'The rules say no, and why.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    reasons: t.field({
      type: [ReasonType],
      resolve: ({ reasons, zone }) => reasons.map((reason) => ({ reason, zone })),
    }),
  }),
});

builder.objectType(NotAllowedError, { name: 'NotAllowedError', interfaces: [ErrorInterface] });

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'There is no such thing for this caller; an unknown id and one of another group are answered alike.',
  interfaces: [ErrorInterface],
});
