import { Vocabulary } from '../base/vocabulary.ts';
import type { SurveyWords } from './survey-words.ts';

const english: SurveyWords = {
  title: (store) => `How was it at ${store}?`,
  with: (salesperson) => `You were looked after by ${salesperson}.`,
  choose: 'Choose an answer.',
  check: (count) => (count === 1 ? 'One question is not answered yet.' : `${count} questions are not answered yet.`),
  outOf: (value, most) => `${value} of ${most}`,
  send: 'Send',
  sending: 'Sending …',
  loading: 'Fetching the questions …',
  thanks: 'Thank you',
  already: 'You have answered already',
  alreadyText: 'Your first answers stand. Nothing was changed.',
  gone: 'This link does not work any more',
  goneText: 'It is unknown or has expired. The newest mail from the store has the right one.',
  failed: 'That did not work',
  tryAgain: 'Try again',
  failures: {
    signedOut: 'The link is not valid.',
    notAllowed: 'The link is not valid.',
    notFound: 'The link is not valid.',
    input: 'Something in it could not be taken. Please check your answers.',
    limited: 'Too many tries came from here. Please wait a few minutes.',
    offline: 'There is no connection. Your answers stay here and are sent once there is one.',
    timeout: 'The server took too long to answer.',
    server: 'Something went wrong at the server.',
  },
};

export const SURVEY_TEXTS = new Vocabulary(english, {
  es: async () => (await import('./survey.es.ts')).spanish,
  fr: async () => (await import('./survey.fr.ts')).french,
});
