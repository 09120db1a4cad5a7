import type { Instant } from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext, WidgetCaller } from '../../graphql/context.ts';
import { ChannelEnum, LocaleEnum } from '../../graphql/enums.ts';
import { LimitedError, NotAllowedError } from '../../graphql/errors.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import { consentText, currentConsent } from './consent-wording.ts';
import { answerBy, type LeadReceived, submitLead, submitLeadWish } from './submit-lead.ts';

interface LeadFormSettings {
  readonly storeName: string;
  readonly phone: string | null;
  readonly zone: string;
  readonly consentText: string;
  readonly consentVersion: string;
  readonly answerBy: Instant;
}

const LeadFormSettingsType = builder.objectRef<LeadFormSettings>('LeadFormSettings').implement({
  description: 'What a store’s lead form says.',
  fields: (t) => ({
    storeName: t.exposeString('storeName'),
    phone: t.exposeString('phone', { nullable: true }),
    zone: t.exposeString('zone'),
    consentText: t.exposeString('consentText', { description: 'The wording beside the unticked box.' }),
    consentVersion: t.exposeString('consentVersion', { description: 'Names exactly this text in this language.' }),
    answerBy: t.expose('answerBy', {
      type: 'DateTime',
      nullable: true,
      description: 'When a lead that came in now would be answered by, from the real opening hours.',
    }),
  }),
});

builder.queryField('leadForm', (t) =>
  t.field({
    type: LeadFormSettingsType,
    description: 'Public: of the store whose publishable key is shown.',
    authScopes: { widget: true },
    args: { locale: t.arg({ type: LocaleEnum }) },
    resolve: async (_root, { locale: asked }, context) => {
      const { group, storeId } = widgetOf(context);
      const now = context.resources.clock.now();
      const rules = await loadStoreRules(group, group.groupId, storeId, now);
      if (rules === undefined) throw new Error(`store ${storeId} has a key but no active plan`);
      const version = currentConsent(asked ?? context.locale);
      return {
        storeName: rules.name,
        phone: rules.phone ?? null,
        zone: rules.zone,
        consentText: consentText(version, rules.name) ?? '',
        consentVersion: version,
        answerBy: answerBy(rules, now),
      };
    },
  }),
);

const SubmitLeadSuccessType = builder.objectRef<LeadReceived>('SubmitLeadSuccess').implement({
  fields: (t) => ({
    receipt: t.exposeString('receipt', { description: 'To name it by, short enough to be read out: BB-7K2M-Q4XA.' }),
    answerBy: t.expose('answerBy', { type: 'DateTime', description: 'By the plan’s promise and the opening hours.' }),
  }),
});

const SubmitVehicleInput = builder.inputType('SubmitVehicleInput', {
  fields: (t) => ({ vin: t.string(), stock: t.string(), description: t.string() }),
});

const SubmitLeadInput = builder.inputType('SubmitLeadInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The page’s name for this submission: the same at each try.' }),
    firstName: t.string(),
    lastName: t.string(),
    phone: t.string(),
    phoneIsWork: t.boolean({ description: 'The number rings at work: in business hours it is called at once.' }),
    email: t.string(),
    preferredChannel: t.field({ type: ChannelEnum }),
    vehicle: t.field({ type: SubmitVehicleInput }),
    comment: t.string(),
    consentTicked: t.boolean({ required: true }),
    consentVersion: t.string({ required: true }),
    pageUrl: t.string(),
    trap: t.string({ description: 'A field that people do not see.' }),
    shownForMilliseconds: t.float({ required: true, description: 'A page may stand open for weeks.' }),
  }),
});

builder.mutationField('submitLead', (t) =>
  t.field({
    type: SubmitLeadSuccessType,
    errors: {},
    description: 'Public: hands in a lead to the store whose publishable key is shown.',
    authScopes: { widget: true },
    args: { input: t.arg({ type: SubmitLeadInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const caller = widgetOf(context);
      const { seal, matchKeys, limits, clock } = context.resources;
      const realNow = performance.now();
      // In this order: who floods from one address must not use up what the store's other visitors are left.
      const wait =
        limits.leadsOfAddress.take(context.addressKey, realNow) || limits.leadsOfKey.take(caller.apiKeyId, realNow);
      if (wait > 0) throw new LimitedError(wait);
      const wish = parseInput(submitLeadWish, input);
      return submitLead(caller, { seal, matchKeys }, wish, context.addressKey, clock.now());
    },
  }),
);

function widgetOf({ caller }: RequestContext): WidgetCaller {
  if (caller.kind !== 'widget') throw new NotAllowedError();
  return caller;
}
