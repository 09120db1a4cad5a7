import { builder } from '../../graphql/builder.ts';
import { LocaleEnum, PurposeEnum } from '../../graphql/enums.ts';
import { InputError, LimitedError, NotFoundError } from '../../graphql/errors.ts';
import { CHOICE_CHANNELS, type Choice, loadChoices, openPreferences } from './open-preferences.ts';
import { savePreferences } from './save-preferences.ts';

interface PreferencesPage {
  readonly storeName: string;
  readonly choices: readonly Choice[];
}

const MOST_CHANGES = 50;

const ChoiceChannelEnum = builder.enumType('ChoiceChannel', { values: CHOICE_CHANNELS });

const ChoiceType = builder.objectRef<Choice>('PreferenceChoice').implement({
  description: 'One box of the page.',
  fields: (t) => ({
    channel: t.expose('channel', { type: ChoiceChannelEnum }),
    purpose: t.expose('purpose', { type: PurposeEnum }),
    allowed: t.exposeBoolean('allowed', { description: 'The store may contact the customer so.' }),
  }),
});

const PreferencesPageType = builder.objectRef<PreferencesPage>('PreferencesPage').implement({
  description: 'What the page behind a personal link shows. Nothing on it tells who the customer is.',
  fields: (t) => ({
    storeName: t.exposeString('storeName'),
    choices: t.expose('choices', { type: [ChoiceType] }),
  }),
});

builder.queryField('preferences', (t) =>
  t.field({
    type: PreferencesPageType,
    nullable: true,
    description: 'Public: the token of a personal link opens it. Null for an unknown one.',
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, { resources: { gateway, seal, clock } }) => {
      const opened = await openPreferences(gateway, token);
      if (opened === undefined) return null;
      const { group, link } = opened;
      const choices = await group.transaction((tx) => loadChoices(tx, seal, link, clock.now()));
      return { storeName: link.storeName, choices };
    },
  }),
);

const PreferenceChangeInput = builder.inputType('PreferenceChangeInput', {
  fields: (t) => ({
    channel: t.field({ type: ChoiceChannelEnum, required: true }),
    purpose: t.field({ type: PurposeEnum, required: true }),
    allowed: t.boolean({ required: true }),
  }),
});

const SavePreferencesInput = builder.inputType('SavePreferencesInput', {
  fields: (t) => ({
    token: t.string({ required: true }),
    stopEverything: t.boolean({
      defaultValue: false,
      description: 'Nothing more by any channel; changes are not read.',
    }),
    changes: t.field({ type: [PreferenceChangeInput], defaultValue: [] }),
    locale: t.field({
      type: LocaleEnum,
      defaultValue: 'en',
      description: 'The language of the words beside the boxes.',
    }),
  }),
});

const SavePreferencesSuccessType = builder.objectRef<PreferencesPage>('SavePreferencesSuccess').implement({
  fields: (t) => ({ choices: t.expose('choices', { type: [ChoiceType] }) }),
});

builder.mutationField('savePreferences', (t) =>
  t.field({
    type: SavePreferencesSuccessType,
    errors: {},
    description: 'Public: the token of a personal link. What is chosen holds at once; the same again changes nothing.',
    args: { input: t.arg({ type: SavePreferencesInput, required: true }) },
    resolve: async (_root, { input }, { resources, addressKey }) => {
      const wait = resources.limits.preferencesOfAddress.take(addressKey, performance.now());
      if (wait > 0) throw new LimitedError(wait);
      const { token, changes, stopEverything, locale } = input;
      if ((changes ?? []).length > MOST_CHANGES) throw new InputError('changes', `at most ${MOST_CHANGES}`);
      const opened = await openPreferences(resources.gateway, token);
      if (opened === undefined) throw new NotFoundError('Preferences');
      const wish = { stopEverything: stopEverything ?? false, changes: changes ?? [], locale: locale ?? 'en' };
      const choices = await savePreferences(opened, resources.seal, wish, resources.clock.now());
      return { storeName: opened.link.storeName, choices };
    },
  }),
);
