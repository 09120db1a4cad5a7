import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Channel } from '../spine/words.ts';
import { revocationIn } from './revocation-in.ts';

const TEXTS_STOPPED = { channel: 'text', purpose: 'all' };
const MARKETING_STOPPED = { channel: 'all', purpose: 'marketing' };
const ALL_STOPPED = { channel: 'all', purpose: 'all' };

it.each([
  ...[
    'STOP',
    'stop',
    ' Stop. ',
    'Please STOP',
    'stop now!!!',
    'STOP\n',
    'QUIT',
    'End',
    'revoke',
    'OPT OUT',
    'opt-out',
    'Stop it!',
    'Opt out please',
  ],
  ...['CANCEL', 'Unsubscribe', 'STOPALL', 'ALTO', 'Arrêt', 'Désabonner SVP', 'STOP\n-- \nSent from my phone'],
])('takes %j by text for a revocation of every text', (text) => {
  expect(revocationIn(text, 'text')).toEqual({ rule: 'word', ...TEXTS_STOPPED });
});

it.each<[string, Channel, object]>([
  ['UNSUBSCRIBE', 'email', MARKETING_STOPPED],
  ['take me off your list', 'call', MARKETING_STOPPED],
  ['Customer says: "Take me OFF your list!!"', 'call', MARKETING_STOPPED],
  ['please remove my number from your database', 'text', TEXTS_STOPPED],
  ['Take me off please', 'text', TEXTS_STOPPED],
  ['I want to opt out of this', 'text', TEXTS_STOPPED],
  ['Do not call me again', 'email', { channel: 'call', purpose: 'all' }],
  ['don’t call me', 'call', { channel: 'call', purpose: 'all' }],
  ['Stop calling me!', 'text', { channel: 'call', purpose: 'all' }],
  ['put me on your do not call list', 'call', { channel: 'call', purpose: 'all' }],
  ['quit texting this number', 'text', TEXTS_STOPPED],
  ['no more text messages pls', 'text', TEXTS_STOPPED],
  ["Please don't email me any more", 'email', { channel: 'email', purpose: 'all' }],
  ['Leave me alone', 'text', ALL_STOPPED],
  ['never contact me again', 'call', ALL_STOPPED],
  ['Stop bothering us', 'email', ALL_STOPPED],
  ['No me llamen más', 'text', { channel: 'call', purpose: 'all' }],
  ['Ne m’appelez plus', 'email', { channel: 'call', purpose: 'all' }],
  ['Wrong number, I never asked about a truck', 'text', TEXTS_STOPPED],
])('hears a demand in %j by %s', (text, heardOn, scope) => {
  expect(revocationIn(text, heardOn)).toMatchObject(scope);
});

it.each([
  ...['Can I stop by at five?', "I'll stop in tomorrow", 'Please cancel my appointment', 'The trip will end Friday'],
  ...[
    "Don't call me before 5",
    'dont call me at work, text me',
    'Do not call me on Sundays',
    "don't text me right now, driving",
  ],
  ...[
    'I am not interested',
    'Is the end of the month ok?',
    'cancel it',
    'Por favor no me llame mañana',
    'Call me about this car',
    'what is on your list of trucks',
    '',
  ],
  ...[
    'My quit date is May',
    'Non-stop flight',
    'Could you drop me off at home after service?',
    "don't send the papers yet",
    'take me for a ride in it',
  ],
])('hears no demand in %j', (text) => {
  expect(revocationIn(text, 'text')).toBeUndefined();
});

it.each([
  ['quoted by >', '> See you.\n> If you want to unsubscribe, reply STOP'],
  [
    'under a mail head',
    'On Fri, Nov 20, 2026 at 9:00 AM Main Street Motors wrote:\nIf you want to unsubscribe, reply STOP',
  ],
  ['under a line', '-----Original Message-----\nIf you want to unsubscribe, reply STOP'],
])('does not take our own footer for the customer’s words, %s', (_, quoted) => {
  expect(revocationIn(`Yes, Saturday works!\n\n${quoted}`, 'email')).toBeUndefined();
  expect(revocationIn(`Unsubscribe\n\n${quoted}`, 'email')).toEqual({ rule: 'word', ...MARKETING_STOPPED });
});

it('never answers with the words it was given', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom<Channel>('text', 'email', 'call'), (text, heardOn) => {
      const answer = revocationIn(`stop calling me ${text}`, heardOn);
      expect(Object.keys(answer ?? {}).sort()).toEqual(answer ? ['channel', 'purpose', 'rule'] : []);
    }),
  );
});

it('reads a hostile text in no time', () => {
  expect(revocationIn('do not '.repeat(200_000), 'text')).toBeUndefined();
});
