import { Vocabulary } from '../base/vocabulary.ts';
import type { LeadFormWords } from './lead-form-words.ts';

const english: LeadFormWords = {
  title: (store) => (store ? `Ask ${store}` : 'Ask us'),
  titleOf: (vehicle) => `Ask about the ${vehicle}`,
  firstName: 'First name',
  lastName: 'Last name',
  phone: 'Phone',
  email: 'E-mail',
  reach: 'One of the two is enough.',
  prefer: 'How shall we answer?',
  channels: { call: 'Call', text: 'Text', email: 'E-mail' },
  comment: 'What would you like to know?',
  send: 'Send',
  sending: 'Sending …',
  answerBy: (time) => `Somebody will answer by ${time}.`,
  orCall: 'Or call',
  trap: 'Leave this empty',
  notNow: 'There is no connection. What you wrote is kept here; please send it again.',
};

export const LEAD_FORM_TEXTS = new Vocabulary(english, {
  es: async () => (await import('./lead-form.es.ts')).spanish,
  fr: async () => (await import('./lead-form.fr.ts')).french,
});
