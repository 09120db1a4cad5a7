import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { AdfPhone } from './adf-document.ts';
import { ADF_LIMITS } from './limits.ts';
import { lookup } from './lookup.ts';
import { meaningful } from './placeholders.ts';
import { type Reader, takeAttribute, use, warn } from './reader.ts';
import { deepText, elements, type XmlNode } from './xml-node.ts';

/** What senders call the kinds, in `type` or as the element's name. ADF 1.0 knows voice, fax, cellphone, pager. */
const TYPE_ALIASES: Readonly<Record<string, AdfPhone['type']>> = {
  cell: 'cellphone',
  cellphone: 'cellphone',
  cellular: 'cellphone',
  cell_phone: 'cellphone',
  mobile: 'cellphone',
  mobilephone: 'cellphone',
  mobile_phone: 'cellphone',
  sms: 'cellphone',
  text: 'cellphone',
  fax: 'fax',
  faxnumber: 'fax',
  homefax: 'fax',
  workfax: 'fax',
  pager: 'pager',
};

/** What senders call the place where a number rings, in `type` or as the element's name. */
const PLACE_ALIASES: Readonly<Record<string, 'work' | 'home'>> = {
  work: 'work',
  workphone: 'work',
  work_phone: 'work',
  business: 'work',
  businessphone: 'work',
  office: 'work',
  home: 'home',
  homephone: 'home',
  home_phone: 'home',
};

/** Elements that hold a phone number; their names tell the type where one does. */
const ELEMENTS = [
  'phone',
  'phonenumber',
  'phone_number',
  'telephone',
  'tel',
  'homephone',
  'home_phone',
  'workphone',
  'work_phone',
  'dayphone',
  'eveningphone',
  'international_phone',
  ...Object.keys(TYPE_ALIASES).filter((name) => name !== 'text'),
] as const;

/** The better type of a number that is sent twice, and the order in which numbers are tried. */
const TYPE_RANK: Readonly<Record<AdfPhone['type'], number>> = { cellphone: 0, voice: 1, fax: 2, pager: 3 };

export interface ReadPhones {
  readonly phones: readonly AdfPhone[];
  /** E-mail addresses that stood where a phone number belongs. */
  readonly emails: readonly string[];
}

/** Reads the phone numbers of a contact: the preferred first, then cell phones, voice, fax; each number once. */
export function readPhones(reader: Reader, contact: XmlNode | undefined, homeCountry: string | null): ReadPhones {
  const phones: AdfPhone[] = [];
  const emails: string[] = [];
  const nodes = contact === undefined ? [] : elements(contact, ...ELEMENTS);
  if (nodes.length > ADF_LIMITS.phones) warn(reader, 'phone.tooMany', 'customer/contact/phone', String(nodes.length));
  for (const node of nodes.slice(0, ADF_LIMITS.phones)) {
    const text = meaningful(deepText(node));
    use(reader, node);
    const sentType = (takeAttribute(reader, node, 'type') ?? '').toLowerCase();
    const type = lookup(TYPE_ALIASES, sentType) ?? lookup(TYPE_ALIASES, node.name) ?? 'voice';
    const place = lookup(PLACE_ALIASES, sentType) ?? lookup(PLACE_ALIASES, node.name) ?? null;
    const time = takeAttribute(reader, node, 'time')?.toLowerCase() ?? null;
    const preferred = isYes(takeAttribute(reader, node, 'preferredcontact'));
    if (text === null) continue;
    if (/\S@\S+\.\S/.test(text)) {
      emails.push(text);
      continue;
    }
    for (const raw of separate(text)) {
      const number = readNumber(reader, raw, [reader.country, homeCountry]);
      if (number !== null) phones.push({ raw, ...number, type, place, time, preferred });
    }
  }
  return { phones: merge(phones), emails };
}

export function isYes(value: string | null): boolean {
  return value !== null && /^(?:1|true|yes|y)$/i.test(value);
}

/** "416-555-0131 / 416-555-0132" are two; "555-0131 or so" is one. */
function separate(text: string): readonly string[] {
  const parts = text.split(/\s*(?:[/;|]|\bor\b|\band\b)\s*/i).filter((part) => part !== '');
  const full = parts.every((part) => part.replace(/\D/g, '').length >= 10);
  return full && parts.length <= 3 ? parts : [text];
}

interface ReadNumber {
  readonly e164: string | null;
  readonly extension: string | null;
}

const RUN = /[+(]?\d[\d\s().-]{5,24}\d(?:\s{0,3}(?:x|ext\.?)\s{0,3}\d{1,6})?/i;
/** Area code and exchange of North America begin with 2 to 9. */
const NANP = /^\+1[2-9]\d{2}[2-9]\d{6}$/;

/** A number in E.164, where one can be made of the text; null for one that stands for none. */
function readNumber(reader: Reader, text: string, countries: readonly (string | null)[]): ReadNumber | null {
  const bare = text.slice(0, 60);
  if (isPlaceholder(bare.replace(/\D/g, ''))) {
    warn(reader, 'phone.placeholder', 'customer/contact/phone');
    return null;
  }
  for (const candidate of [bare, RUN.exec(bare)?.[0] ?? '']) {
    for (const country of countries) {
      if (country === null || !isSupportedCountry(country)) continue;
      const number = parsePhoneNumberFromString(candidate, country as CountryCode);
      if (number === undefined) continue;
      const valid = number.isValid();
      if (!valid && !NANP.test(number.number)) continue;
      if (isPlaceholder(number.nationalNumber)) {
        warn(reader, 'phone.placeholder', 'customer/contact/phone');
        return null;
      }
      if (!valid) warn(reader, 'phone.unassigned', 'customer/contact/phone');
      return { e164: number.number, extension: number.ext ?? null };
    }
  }
  warn(reader, 'phone.unreadable', 'customer/contact/phone');
  return { e164: null, extension: null };
}

/** One digit throughout, or a counting row. */
function isPlaceholder(digits: string): boolean {
  const national = digits.length === 11 ? digits.replace(/^1/, '') : digits;
  return /^(\d)\1*$/.test(national) || national === '1234567890' || national === '0123456789';
}

/** Each number once: the best type with its time, preferred when any of them was. */
function merge(phones: readonly AdfPhone[]): readonly AdfPhone[] {
  const byNumber = new Map<string, AdfPhone>();
  for (const phone of phones) {
    const key = phone.e164 ?? phone.raw.replace(/\D/g, '');
    const known = byNumber.get(key);
    if (known === undefined) {
      byNumber.set(key, phone);
      continue;
    }
    const better = TYPE_RANK[phone.type] < TYPE_RANK[known.type] ? phone : known;
    byNumber.set(key, {
      ...better,
      place: better.place ?? known.place ?? phone.place,
      time: better.time ?? known.time ?? phone.time,
      extension: better.extension ?? known.extension ?? phone.extension,
      preferred: known.preferred || phone.preferred,
    });
  }
  return [...byNumber.values()].sort(
    (a, b) => Number(b.preferred) - Number(a.preferred) || TYPE_RANK[a.type] - TYPE_RANK[b.type],
  );
}
