import { Vocabulary } from '../base/vocabulary.ts';
import type { SurveyWords } from './survey-words.ts';

const english: SurveyWords = {
  title: (store) => `How was it at ${store}?`,
  with: (salesperson) => `You were looked after by ${salesperson}.`,
  outOf: (value, most) => `${value} of ${most}`,
  send: 'Send',
  sending: 'Sending …',
  loading: 'Fetching the questions …',
  tryAgain: 'Try again',
  notNow: 'There is no connection. Please try again.',
};

export const SURVEY_TEXTS = new Vocabulary(english, {
  es: async () => (await import('./survey.es.ts')).spanish,
  fr: async () => (await import('./survey.fr.ts')).french,
});
