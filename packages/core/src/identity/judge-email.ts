import { reason } from '../spine/reason.ts';
import {
  PLACEHOLDER_WORDS,
  PROVIDER_DOMAINS,
  RESERVED_DOMAIN,
  SHARED_MAILBOX,
  TAGGING_DOMAINS,
  UNREAD_MAILBOX,
} from './email-rules.ts';
import type { Judged } from './judged.ts';
import type { IdentityCode } from './reason-texts.ts';

/** An e-mail address. Personal data, both of its forms: in facts stands at most a keyed hash of `canonical`. */
export interface EmailAddress {
  /** To write to: trimmed, in lower case. */
  readonly address: string;
  /** To compare by: the mailbox that it reaches, without dots and tags where the mail provider ignores them. */
  readonly canonical: string;
}

const ADDRESS = /^([^\s@<>()[\]\\,;:"]{1,64})@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,24})$/u;
const PLACEHOLDERS: readonly string[] = PLACEHOLDER_WORDS;

/**
 * Brings an e-mail address to one form and says what it is worth.
 *
 * @param written the address as it was given
 * @param ofBusinesses addresses of the store, the vendor and the lead's provider: a lead that carries one of them as the
 * customer's would make one customer of many
 *
 * @example
 * judgeEmail(' Jo.Smith+cars@Gmail.com', []); // good, canonical 'josmith@gmail.com'
 * judgeEmail('test@test.com', []).grade; // 'junk'
 */
export function judgeEmail(written: string, ofBusinesses: readonly string[]): Judged<EmailAddress> {
  const value = readEmail(written);
  if (value === undefined) return junk('identity.emailMalformed');
  const [local = '', domain = ''] = value.address.split('@');
  if (ofBusinesses.some((other) => readEmail(other)?.canonical === value.canonical)) {
    return junk('identity.emailOfBusiness');
  }
  const filler = PLACEHOLDERS.includes(local);
  if (UNREAD_MAILBOX.test(local) || (filler && PLACEHOLDERS.includes(siteOf(domain)))) {
    return junk('identity.emailPlaceholder');
  }
  const provider = PROVIDER_DOMAINS.find((known) => domain === known || domain.endsWith(`.${known}`));
  if (provider !== undefined) {
    return SHARED_MAILBOX.test(local)
      ? junk('identity.emailOfBusiness')
      : { grade: 'doubtful', value, reasons: [reason('identity.emailRelay', { domain: provider })] };
  }
  const reserved = RESERVED_DOMAIN.exec(domain)?.[2];
  if (reserved !== undefined) {
    return { grade: 'doubtful', value, reasons: [reason('identity.emailReserved', { domain: reserved })] };
  }
  // `test@` some real domain may be somebody's mailbox, though hardly the customer's.
  if (filler) return { grade: 'doubtful', value, reasons: [reason('identity.emailPlaceholder')] };
  return SHARED_MAILBOX.test(local)
    ? { grade: 'doubtful', value, reasons: [reason('identity.emailShared')] }
    : { grade: 'good', value };
}

function junk(code: IdentityCode): Judged<never> {
  return { grade: 'junk', reasons: [reason(code)] };
}

/** `test` of `mail.test.com`: the part that its owner chose. */
function siteOf(domain: string): string {
  return domain.split('.').at(-2) ?? '';
}

function readEmail(written: string): EmailAddress | undefined {
  const bare = /<([^<>]+)>\s*$/.exec(written)?.[1] ?? written;
  const address = bare
    .normalize('NFC')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.,;]+$/, '')
    .toLowerCase();
  const [, local, domain] = ADDRESS.exec(address) ?? [];
  if (local === undefined || domain === undefined || /^\.|\.\.|\.$/.test(local)) return undefined;
  return { address, canonical: canonicalOf(local, domain) };
}

function canonicalOf(local: string, domain: string): string {
  const home = domain === 'googlemail.com' ? 'gmail.com' : domain;
  const untagged = (TAGGING_DOMAINS as readonly string[]).includes(home) ? local.replace(/(?<=.)\+.*$/, '') : local;
  return `${home === 'gmail.com' ? untagged.replaceAll('.', '') : untagged}@${home}`;
}
