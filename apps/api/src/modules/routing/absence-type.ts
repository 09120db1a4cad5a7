import { ABSENCE_REASONS, type Absence } from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import { encodeGlobalId } from '../../graphql/global-id.ts';

export const AbsenceReasonEnum = builder.enumType('AbsenceReason', {
  values: ABSENCE_REASONS,
  description: 'Why somebody is away, as far as the store needs to know: never an illness.',
});

export const AbsenceType = builder.objectRef<Absence>('Absence').implement({
  description: 'Whole days on which a person is away.',
  fields: (t) => ({
    id: t.id({ resolve: ({ absenceId }) => encodeGlobalId('Absence', absenceId) }),
    from: t.expose('from', { type: 'Day' }),
    until: t.field({
      type: 'Day',
      nullable: true,
      description: 'The last day, as it was said; null: until somebody says that the person is back.',
      resolve: ({ until }) => until ?? null,
    }),
    backOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'The first day on which the person is there again; null: nobody knows yet.',
      resolve: ({ backOn }) => backOn ?? null,
    }),
    why: t.field({
      type: AbsenceReasonEnum,
      nullable: true,
      description: 'Null: nobody needs to know.',
      resolve: ({ why }) => why ?? null,
    }),
  }),
});
