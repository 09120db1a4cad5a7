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
  check: (count) => (count === 1 ? 'One field needs your attention.' : `${count} fields need your attention.`),
  faults: {
    nameMissing: 'Enter your name.',
    reachMissing: 'Enter a phone number or an e-mail address.',
    phoneShape: 'Enter the number with its area code, such as 555 010 2234.',
    emailShape: 'Enter an address such as name@example.com.',
    phoneForCall: 'Enter the number that we may call.',
    phoneForText: 'Enter the number that we may text.',
    emailForEmail: 'Enter the address to write to.',
    serverRefused: 'This could not be taken. Please check it.',
  },
  sentTitle: 'Thank you, we have it',
  sentText: (store, time) => `${store} will answer by ${time}.`,
  sentSoon: (store) => `${store} will answer you.`,
  receipt: 'Your receipt',
  another: 'Ask something else',
  keptTitle: 'Not sent yet',
  keptText:
    'There is no connection. Your message is kept on this device and will be sent once, as soon as there is one.',
  sendNow: 'Send now',
  discard: 'Do not send it',
  failedTitle: 'This could not be sent',
  failures: {
    signedOut: 'This form is not set up correctly: its key is not known.',
    notAllowed: '',
    notFound: 'This form is not set up correctly: its key is not known.',
    input: 'Something in it could not be taken. Please check your entries.',
    limited: 'Too many messages came from here. Please wait a few minutes and send it again.',
    offline: 'There is no connection.',
    timeout: 'The server took too long to answer. Please send it again.',
    server: 'Something went wrong at the server. Please send it again.',
  },
  notHere: (origin) =>
    `This form works only on the web sites that the dealer has listed, and ${origin} is not one of them.`,
  trap: 'Leave this empty',
};

export const LEAD_FORM_TEXTS = new Vocabulary(english, {
  es: async () => (await import('./lead-form.es.ts')).spanish,
  fr: async () => (await import('./lead-form.fr.ts')).french,
});
