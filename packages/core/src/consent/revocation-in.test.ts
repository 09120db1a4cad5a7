import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Channel } from '../spine/words.ts';
import { revocationIn, revocationInNote } from './revocation-in.ts';

const TEXTS_STOPPED = { channel: 'text', purpose: 'all' };
const MARKETING_STOPPED = { channel: 'all', purpose: 'marketing' };
const CALLS_STOPPED = { channel: 'call', purpose: 'all' };
const EMAILS_STOPPED = { channel: 'email', purpose: 'all' };
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
  ...['Pls stop', 'plz stop', 'Stop, thanks', 'stop thank you', 'stop ty', 'OK stop', 'STOP ... ALL'],
  ...['Alto por favor', 'Baja, gracias', 'Arrêter merci', '\n \n!!\nSTOP\nI have bought elsewhere'],
  ...['CANCEL', 'Unsubscribe', 'STOPALL', 'ALTO', 'Arrêt', 'Désabonner SVP', 'STOP\n-- \nSent from my phone'],
])('takes %j by text for a revocation of every text', (text) => {
  expect(revocationIn(text, 'text')).toEqual({ rule: 'word', ...TEXTS_STOPPED });
});

it.each<[string, string, Channel, object]>([
  ['UNSUBSCRIBE', 'word', 'email', MARKETING_STOPPED],
  ['take me off your list', 'offTheList', 'call', MARKETING_STOPPED],
  ['Customer says: "Take me OFF your list!!"', 'offTheList', 'call', MARKETING_STOPPED],
  ['please remove my number from your database', 'offTheList', 'text', TEXTS_STOPPED],
  ['Take us off all your weekly sales lists', 'offTheList', 'text', TEXTS_STOPPED],
  ['drop my e-mail from this record', 'offTheList', 'email', MARKETING_STOPPED],
  ['get me out of that file', 'offTheList', 'email', MARKETING_STOPPED],
  ['Delete my name from your files and records', 'offTheList', 'email', MARKETING_STOPPED],
  ['take me off any e-mails', 'offTheList', 'email', MARKETING_STOPPED],
  ['take me off the text', 'offTheList', 'text', TEXTS_STOPPED],
  ['take my name off the mailing', 'offTheList', 'letter', MARKETING_STOPPED],
  ['Wants off our list', 'offTheList', 'call', MARKETING_STOPPED],
  ['they want off our lists', 'offTheList', 'call', MARKETING_STOPPED],
  ['asked to be taken off the mailing list', 'offTheList', 'call', MARKETING_STOPPED],
  ['asks being removed from all our text lists', 'offTheList', 'text', TEXTS_STOPPED],
  ['to be off this e-mail', 'offTheList', 'email', MARKETING_STOPPED],
  ['she asks off the mailings', 'offTheList', 'inPerson', MARKETING_STOPPED],
  ['when I ask off your emails I mean it', 'offTheList', 'email', MARKETING_STOPPED],
  ['Take me off please', 'word', 'text', TEXTS_STOPPED],
  ['I want to opt out of this', 'offTheList', 'text', TEXTS_STOPPED],
  ['You may unsubscribe me', 'offTheList', 'email', MARKETING_STOPPED],
  ['Do not call me again', 'noCalls', 'email', CALLS_STOPPED],
  ['don’t call me', 'noCalls', 'call', CALLS_STOPPED],
  ['Stop   calling   me!', 'noCalls', 'text', CALLS_STOPPED],
  ['I want no more calls', 'noCalls', 'text', CALLS_STOPPED],
  ['I want no more phone calls', 'noCalls', 'text', CALLS_STOPPED],
  ['put me on your do not call list', 'noCalls', 'call', CALLS_STOPPED],
  ['quit texting this number', 'noTexts', 'text', TEXTS_STOPPED],
  ['no more text messages pls', 'noTexts', 'text', TEXTS_STOPPED],
  ['stop sending texts', 'noTexts', 'email', TEXTS_STOPPED],
  ['stop sending me messages', 'noTexts', 'email', TEXTS_STOPPED],
  ['stop sending these sms', 'noTexts', 'email', TEXTS_STOPPED],
  ['stop sending me these texts', 'noTexts', 'email', TEXTS_STOPPED],
  ["Please don't email me any more", 'noEmails', 'email', EMAILS_STOPPED],
  ['No more emails', 'noEmails', 'text', EMAILS_STOPPED],
  ['stop sending e-mails', 'noEmails', 'text', EMAILS_STOPPED],
  ['stop sending me these emails', 'noEmails', 'text', EMAILS_STOPPED],
  ['Leave me alone', 'noContact', 'text', ALL_STOPPED],
  ['never contact me again', 'noContact', 'call', ALL_STOPPED],
  ['Stop bothering us', 'noContact', 'email', ALL_STOPPED],
  ['No me contacte', 'noContact', 'text', ALL_STOPPED],
  ['Que no me contacten', 'noContact', 'text', ALL_STOPPED],
  ['No me llame', 'noCalls', 'text', CALLS_STOPPED],
  ['No me llamen más', 'noCalls', 'text', CALLS_STOPPED],
  ['No me escriba', 'noTexts', 'email', TEXTS_STOPPED],
  ['No me escriban más', 'noTexts', 'email', TEXTS_STOPPED],
  ['Ne m’appelez plus', 'noCalls', 'email', CALLS_STOPPED],
  ['Wrong number, I never asked about a truck', 'wrongNumber', 'text', TEXTS_STOPPED],
])('hears a demand in %j, rule %s, by %s', (text, rule, heardOn, scope) => {
  expect(revocationIn(text, heardOn)).toEqual({ rule, ...scope });
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
  [
    'under a mail head further in',
    '  On Fri, Nov 20, 2026 Main Street Motors wrote:\nIf you want to unsubscribe, reply STOP',
  ],
  ['under a Spanish head', 'El vie, 20 nov 2026, Main Street Motors escribió:\nIf you want to unsubscribe, reply STOP'],
  ['under a French head', 'Le 20 nov. 2026, Main Street Motors a écrit :\nIf you want to unsubscribe, reply STOP'],
  ['quoted further in', '  > If you want to unsubscribe, reply STOP'],
  ['under a line with more words', '--- Your original message\nIf you want to unsubscribe, reply STOP'],
  ['under a line', '-----Original Message-----\nIf you want to unsubscribe, reply STOP'],
])('does not take our own footer for the customer’s words, %s', (_, quoted) => {
  expect(revocationIn(`Yes, Saturday works!\n\n${quoted}`, 'email')).toBeUndefined();
  expect(revocationIn(`Unsubscribe\n\n${quoted}`, 'email')).toEqual({ rule: 'word', ...MARKETING_STOPPED });
});

it('hears nothing in an answer that is only quoted', () => {
  const quoted = 'On Fri, Nov 20, 2026 Main Street Motors wrote:\nIf you want to unsubscribe, reply STOP';
  expect(revocationIn(quoted, 'email')).toBeUndefined();
});

it.each([
  'Is the price > 20,000? Unsubscribe me',
  '- As in my original message:\nunsubscribe me',
  'Bob on the phone and by mail wrote: unsubscribe me',
])('takes %j for the customer’s own words', (text) => {
  expect(revocationIn(text, 'email')).toEqual({ rule: 'offTheList', ...MARKETING_STOPPED });
});

it('looks for a demand near the beginning of a letter, not at its far end', () => {
  expect(revocationIn(`${'I like trucks. '.repeat(100)} Stop calling me`, 'email')).toBeDefined();
  expect(revocationIn(`${'I like trucks. '.repeat(150)} Stop calling me`, 'email')).toBeUndefined();
});

it.each([
  ...['STOP', 'Unsubscribe', 'Opt out', 'Optout', 'Take me off', 'Remove me please'].map((note) => [note, 'word']),
  ['Says: take me off your list', 'offTheList'],
  ['asked to be taken off our list', 'offTheList'],
])('hears the demand that the note %j tells of', (note, rule) => {
  expect(revocationInNote(note, 'call')).toEqual({ rule, ...MARKETING_STOPPED });
});

it.each(['Cancel', 'End', 'quit', 'wrong number', 'Wrong person answered', 'Left a voicemail', ''])(
  'hears no demand in the note %j',
  (note) => expect(revocationInNote(note, 'call')).toBeUndefined(),
);

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
