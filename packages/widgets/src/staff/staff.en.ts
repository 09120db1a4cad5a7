import type { StaffWords } from './staff-words.ts';

export const STAFF_EN: StaffWords = {
  tryAgain: 'Try again',
  signedOut: 'Your session has ended. Sign in to go on.',
  signIn: 'Sign in',
  nobodyNamed: 'Customer without a name',
  roles: {
    principal: 'Principal',
    generalManager: 'General manager',
    manager: 'Manager',
    salesperson: 'Salesperson',
    bdcAgent: 'BDC agent',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
  failure: {
    signedOut: 'You are signed out.',
    notAllowed: 'This is not yours to see or do.',
    notFound: 'This is not there (any more).',
    input: 'The server did not understand the question.',
    limited: 'Too many requests: please wait a moment.',
    offline: 'There is no connection to the server.',
    timeout: 'The server took too long to answer.',
    server: 'Something went wrong at the server.',
  },
  channels: { call: 'Call', text: 'Text', email: 'E-mail', video: 'Video', letter: 'Letter', inPerson: 'In person' },
  dispositions: {
    spoke: 'spoke',
    leftMessage: 'left message',
    noAnswer: 'no answer',
    wrongNumber: 'wrong number',
    sent: 'sent',
    appointmentSet: 'appointment set',
    notInterested: 'not interested',
  },
};
