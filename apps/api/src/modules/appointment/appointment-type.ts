import { builder } from '../../graphql/builder.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { OpportunityType, opportunityInSight } from '../opportunity/schema.ts';
import type { AppointmentView } from './appointments-to-confirm.ts';

export const AppointmentType = builder.objectRef<AppointmentView>('Appointment').implement({
  description: 'The time at which a customer agreed to come in.',
  fields: (t) => ({
    startsAt: t.expose('startsAt', { type: 'DateTime' }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the customer confirmed this very time; null: not yet.',
    }),
    zone: t.exposeString('zone', { description: 'IANA zone of the store: the time is told in it.' }),
    opportunity: t.prismaField({
      type: OpportunityType,
      resolve: (query, { opportunityId }, _args, context) =>
        memberOf(context).group.prisma.opportunity.findUniqueOrThrow({
          ...query,
          where: opportunityInSight(context, opportunityId),
        }),
    }),
  }),
});
