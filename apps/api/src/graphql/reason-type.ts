import type { Reason } from '@beback/core';
import { builder } from './builder.ts';
import { LocaleEnum } from './enums.ts';
import { encodeGlobalId } from './global-id.ts';
import { reasonText } from './reason-words.ts';

/** A reason with the zone in which its times are told: the store's. */
export interface ReasonView {
  readonly reason: Reason;
  readonly zone: string;
}

export const ReasonType = builder.objectRef<ReasonView>('Reason');

ReasonType.implement({
  description: 'Why a decision is what it is, as data; `text` is the sentence in the asked language.',
  fields: (t) => ({
    code: t.string({
      description: 'An entry of a rule table, such as `contact.quietHours`.',
      resolve: ({ reason }) => reason.code,
    }),
    data: t.field({ type: 'JSON', description: 'The figures of the sentence.', resolve: ({ reason }) => reason.data }),
    text: t.string({
      args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en' }) },
      resolve: ({ reason, zone }, { locale }, { resources }) =>
        reasonText(reason, { locale: locale ?? 'en', zone, now: resources.clock.now() }),
    }),
    planVersion: t.id({
      nullable: true,
      resolve: ({ reason: { plan } }) => (plan === undefined ? null : encodeGlobalId('PlanVersion', plan.version)),
    }),
    stepId: t.string({ nullable: true, resolve: ({ reason }) => reason.plan?.step ?? null }),
  }),
});
