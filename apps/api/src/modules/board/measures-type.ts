import { MINUTE } from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import { BOARD_MEASURES, type BoardMeasures, type RateView, rateView } from './board-measures.ts';

/** The board's one statement has them already: asking for more of them costs nothing. */
const FREE = { complexity: 0 } as const;

const RateType = builder.objectRef<RateView>('Rate').implement({
  description: 'A share, 0 to 1, with its 95 % interval (Wilson).',
  fields: (t) => ({
    share: t.exposeFloat('share', FREE),
    low: t.exposeFloat('low', FREE),
    high: t.exposeFloat('high', FREE),
    of: t.exposeInt('of', { ...FREE, description: 'Cases that it is of.' }),
  }),
});

type Counts = { readonly [M in (typeof BOARD_MEASURES)[number]]: string };

const MEANING: Counts = {
  leads: 'Leads that came in, repeats among them.',
  callStepsDue: 'Calls of the plan that were made or whose time passed.',
  callStepsDone: 'Of them: made, or claimed and not refuted.',
  callStepsMissed: 'Of them: not made, or claimed and shown by nothing.',
  emailStepsDue: 'E-mails of the plan that went out or whose time passed.',
  emailStepsDone: 'Of them: sent.',
  claims: 'Calls that somebody says were made.',
  documented: 'Claims that a record shows.',
  pending: 'Claims whose records have not arrived yet.',
  notDocumented: 'Claims that no record shows, though the feed has passed them.',
  excused: 'Claims that are allowed to be without a record.',
  firstResponses: 'Leads that a person answered.',
  deliveries: 'Cars handed over, less those unwound.',
  surveysInvited: 'Buyers invited to the survey.',
  surveysAnswered: 'Buyers who answered it.',
};

export const MeasuresType = builder.objectRef<BoardMeasures>('Measures').implement({
  description: 'What was counted on some days.',
  fields: (t) => ({
    ...Object.fromEntries(
      BOARD_MEASURES.map((measure) => [
        measure,
        t.int({ ...FREE, description: MEANING[measure], resolve: (measures) => measures[measure] }),
      ]),
    ),
    documentedShare: t.field({
      ...FREE,
      type: RateType,
      nullable: true,
      description: 'Of the judged claims; pending and excused ones are left out. Null: too few to say.',
      resolve: ({ documented, notDocumented }) => rateView(documented, documented + notDocumented),
    }),
    callCompliance: t.field({
      ...FREE,
      type: RateType,
      nullable: true,
      description: 'Made calls of the due ones. Null: too few to say.',
      resolve: ({ callStepsDone, callStepsDue }) => rateView(callStepsDone, callStepsDue),
    }),
    firstResponseMedianMinutes: t.float({
      ...FREE,
      nullable: true,
      description: 'In minutes in which the store was open.',
      resolve: ({ medianOpenMs }) => (medianOpenMs === null ? null : medianOpenMs / MINUTE),
    }),
  }),
});
