import { Vocabulary } from '../base/vocabulary.ts';
import type { PreferencesWords } from './preferences-words.ts';

const english: PreferencesWords = {
  title: (store) => `What ${store} may contact you about`,
  stopTitle: 'Stop everything',
  stopText: (store) => `${store} will not call, text, mail or write to you any more, not even about an appointment.`,
  stop: 'Stop everything',
  stopped: (store) =>
    `Done. ${store} will not contact you any more. If you change your mind, tick what you want below.`,
  choose: 'Or choose',
  chooseText: (store) => `A tick means that ${store} may contact you so.`,
  channels: { call: 'Calls', text: 'Text messages', email: 'E-mail', letter: 'Letters' },
  purposes: {
    replyToInquiry: 'Answers to my questions',
    appointment: 'My appointments',
    transaction: 'My purchase and its papers',
    survey: 'Short surveys',
    marketing: 'Cars and offers',
  },
  consent: (store) =>
    `By a new tick I agree that ${store} may contact me so, also by automated means. My consent is no condition of a purchase, and I can take it back here at any time; message and data rates may apply.`,
  save: 'Save my choices',
  saving: 'Saving …',
  saved: 'Saved. It holds from now on.',
  unchanged: 'Nothing was changed: it is already so.',
  loading: 'Fetching your choices …',
  gone: 'This link does not work',
  goneText: 'It is unknown. The newest mail from the store has the right one.',
  failed: 'That did not work',
  held: 'It will be sent when the connection is back, if you leave this page open.',
  tryAgain: 'Try again',
  failures: {
    signedOut: 'The link is not valid.',
    notAllowed: 'The link is not valid.',
    notFound: 'The link is not valid.',
    input: 'Something in it could not be taken.',
    limited: 'Too many tries came from here. Please wait a minute.',
    offline: 'There is no connection.',
    timeout: 'The server took too long to answer.',
    server: 'Something went wrong at the server.',
  },
};

export const PREFERENCES_TEXTS = new Vocabulary(english, {
  es: async () => (await import('./preferences.es.ts')).spanish,
  fr: async () => (await import('./preferences.fr.ts')).french,
});
