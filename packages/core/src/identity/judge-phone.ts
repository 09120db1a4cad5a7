import { reason } from '../spine/reason.ts';
import type { Judged } from './judged.ts';
import type { IdentityCode } from './reason-texts.ts';

/** A phone number in E.164 form. Personal data: it belongs in erasable rows, its keyed hash in facts. */
export interface PhoneNumber {
  readonly e164: string;
  /** Digits to dial once the other side has answered. */
  readonly extension?: string;
}

interface PhoneRule {
  readonly grade: 'doubtful' | 'junk';
  readonly code: IdentityCode;
  readonly test: RegExp;
}

/** North American numbers, as ten digits: area code, exchange, line. The first rule that fits decides. */
const NORTH_AMERICAN: readonly PhoneRule[] = [
  { grade: 'junk', code: 'identity.phonePlaceholder', test: /^(\d)\1{9}$|^(1234567890|0123456789|9876543210)$/ },
  // Neither area codes nor exchanges begin with 0 or 1; N11 are service codes (North American Numbering Plan).
  { grade: 'junk', code: 'identity.phoneImpossible', test: /^[01]|^.11|^...[01]|^....11/ },
  // Directory assistance of any area.
  { grade: 'junk', code: 'identity.phonePlaceholder', test: /^...5551212$/ },
  { grade: 'doubtful', code: 'identity.phoneFictional', test: /^...55501\d\d$/ },
  { grade: 'doubtful', code: 'identity.phoneRepeatedDigits', test: /^...(\d)\1{6}$/ },
  { grade: 'doubtful', code: 'identity.phoneTollFree', test: /^8(00|33|44|55|66|77|88)/ },
];

const ELSEWHERE: readonly PhoneRule[] = [
  { grade: 'junk', code: 'identity.phonePlaceholder', test: /^\d{1,3}?(\d)\1{6,}$|^(\d)\2+$/ },
];

const EXTENSION = /\s*(?:;?ext(?:ension)?\.?\s*=?|x|#)\s*(\d{1,7})\s*$/i;

/**
 * Brings a phone number as people write it to E.164 form and says what it is worth.
 *
 * Without a leading `+` (or international `011`) it is read as North American. An extension is kept apart.
 *
 * @param written the number as it was given
 * @param ofBusinesses numbers of the store, the vendor and the lead's provider, written in any way: they are not the customer's
 *
 * @example
 * judgePhone('1 (816) 234-5678 x12', []); // { grade: 'good', value: { e164: '+18162345678', extension: '12' } }
 * judgePhone('(000) 000-0000', []).grade; // 'junk'
 */
export function judgePhone(written: string, ofBusinesses: readonly string[]): Judged<PhoneNumber> {
  const value = readPhone(written);
  if (value === undefined) {
    return junk('identity.phoneMalformed', { digits: written.replace(/\D/g, '').length });
  }
  if (ofBusinesses.some((other) => readPhone(other)?.e164 === value.e164)) return junk('identity.phoneOfBusiness');
  const [digits, rules] = value.e164.startsWith('+1')
    ? [value.e164.slice(2), NORTH_AMERICAN]
    : [value.e164.slice(1), ELSEWHERE];
  const rule = rules.find(({ test }) => test.test(digits));
  if (rule === undefined) return { grade: 'good', value };
  return rule.grade === 'junk' ? junk(rule.code) : { grade: 'doubtful', value, reasons: [reason(rule.code)] };
}

function junk(code: IdentityCode, data: Readonly<Record<string, number>> = {}): Judged<never> {
  return { grade: 'junk', reasons: [reason(code, data)] };
}

function readPhone(written: string): PhoneNumber | undefined {
  const extension = EXTENSION.exec(written)?.[1];
  const text = written.replace(EXTENSION, '').trim();
  // A word instead of a number ("call me", "n/a") is none, whatever digits it holds.
  if (/\p{L}/u.test(text.replace(/^tel:/i, ''))) return undefined;
  const digits = text.replace(/\D/g, '');
  const international = text.replace(/^tel:/i, '').trimStart().startsWith('+') ? digits : /^011(.+)/.exec(digits)?.[1];
  const e164 = international === undefined ? northAmerican(digits) : whole(international);
  return e164 === undefined ? undefined : { e164, ...(extension !== undefined && { extension }) };
}

function northAmerican(digits: string): string | undefined {
  if (digits.length === 10) return `+1${digits}`;
  return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : undefined;
}

/** E.164 allows 15 digits; nobody's number has fewer than 7 with its country code. */
function whole(digits: string): string | undefined {
  if (digits.startsWith('1')) return digits.length === 11 ? `+${digits}` : undefined;
  return digits.length >= 7 && digits.length <= 15 && !digits.startsWith('0') ? `+${digits}` : undefined;
}
