import { expect, it } from 'vitest';
import { faultOf } from './fault.ts';
import { TextNotTaken } from './text-sender.ts';

/** As nodemailer tells what a mail server answered. */
const answered = (command: string, responseCode: number, code = 'EENVELOPE') =>
  Object.assign(new Error('550 ana@example.com does not exist'), { command, responseCode, code });

it.each([
  ['of the recipient', answered('RCPT TO', 550)],
  ['of the mail itself', answered('DATA', 554, 'EMESSAGE')],
  ['of a number, by the carrier', new TextNotTaken('21610', false)],
])('takes a final answer for one %s', (_, error) => {
  expect(faultOf(error).final).toBe(true);
});

it.each([
  ['a password that is wrong or missing', answered('AUTH PLAIN', 535, 'EAUTH')],
  ['a sign-in that is asked for', answered('MAIL FROM', 530)],
  ['a sign-in that is asked for later', answered('RCPT TO', 530)],
  ['a sender that the house has set wrong', answered('MAIL FROM', 553)],
  ['a greeting that the server did not like', answered('EHLO', 502, 'EPROTOCOL')],
  ['a full mailbox', answered('RCPT TO', 452)],
  ['no connection', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ESOCKET', command: 'CONN' })],
  ['a bug', new TypeError('no such thing')],
  ['a carrier that is down', new TextNotTaken('503', true)],
])('takes %s for what may pass: it is no word about the message', (_, error) => {
  expect(faultOf(error).final).toBe(false);
});

it('keeps codes, and no word of a server', () => {
  expect(faultOf(answered('RCPT TO', 550)).code).toBe('EENVELOPE 550');
  expect(faultOf(new TextNotTaken('21610', false)).code).toBe('21610');
  expect(faultOf(Object.assign(new Error('x'), { code: 'ETIMEDOUT' })).code).toBe('ETIMEDOUT');
  expect(faultOf(new TypeError('ana@example.com')).code).toBe('TypeError');
  expect(faultOf('ana@example.com').code).toBe('unknown');
});
