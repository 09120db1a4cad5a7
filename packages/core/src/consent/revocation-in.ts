import type { Channel, Purpose } from '../spine/words.ts';
import { POLITE_WORDS, REVOCATION_RULES, REVOCATION_WORDS, type RevocationReach } from './revocation-rules.ts';

/** A revocation found in words: what a `consent.revoked` fact needs. The words themselves stay outside. */
export interface Revocation {
  /** `word`, or the rule of the table that matched: evidence for the ledger's `how`. */
  readonly rule: string;
  readonly channel: Channel | 'all';
  readonly purpose: Purpose | 'all';
}

/** Longer texts are letters: a demand stands near their beginning. */
const READ_CHARACTERS = 2000;

/**
 * Whether a customer's words revoke consent, and how far. Reads a text, an e-mail, a voicemail's transcript, or a note
 * of what the customer said.
 *
 * A word such as STOP by text stops every text, and marketing everywhere; by other channels it ends marketing on
 * all channels. Who names a channel stops that channel; who wants no contact at all gets none.
 *
 * @param text - what the customer said; what he quotes of ours in an e-mail is left out
 * @param heardOn - the channel it came by
 *
 * @example
 * revocationIn('STOP', 'text'); // { rule: 'word', channel: 'text', purpose: 'all' }
 * revocationIn('Please take me off your list', 'email'); // { rule: 'offTheList', channel: 'all', purpose: 'marketing' }
 * revocationIn('Can I stop by at five?', 'text'); // undefined
 */
export function revocationIn(text: string, heardOn: Channel): Revocation | undefined {
  const own = withoutQuoted(text.slice(0, READ_CHARACTERS));
  const firstLine = own.split('\n').find((line) => plainWords(line) !== '') ?? '';
  if (isRevocationWord(own) || isRevocationWord(firstLine)) return { rule: 'word', ...scopeOf('heard', heardOn) };
  const words = plainWords(own);
  const found = REVOCATION_RULES.find((candidate) => candidate.words.test(words));
  return found && { rule: found.rule, ...scopeOf(found.reach, heardOn) };
}

/**
 * Whether a note that somebody of the store wrote tells of a revocation: `Asked to be taken off: "take me off your list"`.
 * A note's lone `cancel` may be about an appointment and its `wrong number` is what the log says anyway: neither counts.
 *
 * @param loggedOn - the channel of the activity that the note is about
 *
 * @example
 * revocationInNote('Says: take me off your list', 'call'); // { rule: 'offTheList', channel: 'all', purpose: 'marketing' }
 */
export function revocationInNote(note: string, loggedOn: Channel): Revocation | undefined {
  const found = revocationIn(note, loggedOn);
  if (found?.rule === 'wrongNumber') return undefined;
  if (found?.rule === 'word' && !/\b(?:stop|unsubscribe|opt ?out|take me off|remove me)/.test(plainWords(note)))
    return undefined;
  return found;
}

function scopeOf(reach: RevocationReach, heardOn: Channel): Pick<Revocation, 'channel' | 'purpose'> {
  if (reach === 'everything') return { channel: 'all', purpose: 'all' };
  if (reach !== 'heard') return { channel: reach, purpose: 'all' };
  return heardOn === 'text' ? { channel: 'text', purpose: 'all' } : { channel: 'all', purpose: 'marketing' };
}

function isRevocationWord(line: string): boolean {
  const words = plainWords(line)
    .split(' ')
    .filter((word) => !POLITE_WORDS.includes(word));
  return REVOCATION_WORDS.includes(words.join(' '));
}

/** Our own footer tells how to unsubscribe: a reply that quotes it is no demand. */
function withoutQuoted(text: string): string {
  const lines = text.split(/\r?\n/);
  const quoteStart = lines.findIndex((line) =>
    /^\s*(?:-{2,}.*original message|on .{4,120} wrote:|el .{4,120} escribi|le .{4,120} a [eé]crit)/i.test(line),
  );
  return (quoteStart < 0 ? lines : lines.slice(0, quoteStart)).filter((line) => !/^\s*>/.test(line)).join('\n');
}

/** Lower case, without accents, apostrophes and punctuation: `Don’t call!` is `dont call`. */
function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\b(do|ca)n['’]t\b/g, '$1nt')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
