import type { Instant, Locale, Questionnaire } from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import { LocaleEnum } from '../../graphql/enums.ts';
import { LimitedError, NotFoundError } from '../../graphql/errors.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { OpportunityType, opportunityInSight } from '../opportunity/schema.ts';
import { loadQuestionnaire } from './load-questionnaire.ts';
import { type DeliveryAnswer, markDelivered, markDeliveredWish } from './mark-delivered.ts';
import { openInvitation } from './open-invitation.ts';
import { submitSurvey } from './submit-survey.ts';
import { SURVEY_THANKS } from './survey-thanks.ts';

interface SurveyPage {
  readonly storeName: string;
  readonly salespersonName: string | null;
  readonly locale: Locale;
  readonly questionnaire: Questionnaire;
  readonly answered: boolean;
}

const SurveyPageType = builder.objectRef<SurveyPage>('SurveyPage').implement({
  description: 'What the page behind a personal survey link shows.',
  fields: (t) => ({
    storeName: t.exposeString('storeName'),
    salespersonName: t.exposeString('salespersonName', { nullable: true }),
    locale: t.expose('locale', { type: LocaleEnum }),
    questionnaire: t.field({ type: 'JSON', resolve: ({ questionnaire }) => questionnaire }),
    answered: t.exposeBoolean('answered'),
  }),
});

builder.queryField('survey', (t) =>
  t.field({
    type: SurveyPageType,
    nullable: true,
    description: 'Public: the token of a personal link opens it. Null for an unknown and for an expired token, alike.',
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, { resources }) => {
      const opened = await openInvitation(resources.gateway, token, resources.clock.now());
      if (opened === undefined) return null;
      const { group, invitation } = opened;
      const { questionnaire } = await loadQuestionnaire(group, group.groupId, invitation.planVersionId);
      return { ...invitation, questionnaire };
    },
  }),
);

const SurveyAnswerInput = builder.inputType('SurveyAnswerInput', {
  fields: (t) => ({ questionId: t.string({ required: true }), value: t.int({ required: true }) }),
});

const SubmitSurveyInput = builder.inputType('SubmitSurveyInput', {
  fields: (t) => ({
    token: t.string({ required: true }),
    answers: t.field({ type: [SurveyAnswerInput], required: true }),
    comment: t.string(),
  }),
});

interface SurveyTaken {
  readonly already: boolean;
  readonly thanks: string;
}

const SubmitSurveySuccessType = builder.objectRef<SurveyTaken>('SubmitSurveySuccess').implement({
  fields: (t) => ({
    already: t.exposeBoolean('already', { description: 'It had been answered before: nothing was changed.' }),
    thanks: t.exposeString('thanks'),
  }),
});

builder.mutationField('submitSurvey', (t) =>
  t.field({
    type: SubmitSurveySuccessType,
    errors: {},
    description: 'Public: the token of a personal link. A second submission changes nothing and says so.',
    args: { input: t.arg({ type: SubmitSurveyInput, required: true }) },
    resolve: async (_root, { input }, { resources, addressKey }) => {
      const wait = resources.limits.surveysOfAddress.take(addressKey, performance.now());
      if (wait > 0) throw new LimitedError(wait);
      const now = resources.clock.now();
      const opened = await openInvitation(resources.gateway, input.token, now);
      if (opened === undefined) throw new NotFoundError('Survey');
      const answers = Object.fromEntries(input.answers.map(({ questionId, value }) => [questionId, value]));
      const submitted = { answers, comment: input.comment ?? undefined };
      const { already } = await submitSurvey(opened, resources.seal, submitted, now);
      return { already, thanks: SURVEY_THANKS[opened.invitation.locale][already ? 'already' : 'first'] };
    },
  }),
);

const MarkDeliveredInput = builder.inputType('MarkDeliveredInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    opportunityId: t.id({ required: true }),
    at: t.field({ type: 'DateTime', description: 'When the car was handed over; now unless given.' }),
  }),
});

const MarkDeliveredSuccessType = builder.objectRef<DeliveryAnswer>('MarkDeliveredSuccess').implement({
  fields: (t) => ({
    opportunity: t.prismaField({
      type: OpportunityType,
      resolve: (query, { opportunityId }, _args, context) =>
        memberOf(context).group.prisma.opportunity.findUniqueOrThrow({
          ...query,
          where: opportunityInSight(context, opportunityId),
        }),
    }),
    surveyDueAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the buyer will be asked three questions; null: not at all.',
      resolve: ({ surveyDueAt }) => surveyDueAt as Instant | null,
    }),
  }),
});

builder.mutationField('markDelivered', (t) =>
  t.field({
    type: MarkDeliveredSuccessType,
    errors: {},
    description: 'The car was handed over.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: MarkDeliveredInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { clock, seal } = context.resources;
      const wish = {
        ...parseInput(markDeliveredWish, input),
        opportunityId: idOf('Opportunity', input.opportunityId),
        at: input.at ?? undefined,
      };
      return markDelivered(group, seal, viewer, wish, clock.now());
    },
  }),
);
