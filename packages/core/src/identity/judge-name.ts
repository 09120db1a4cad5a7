import { type Reason, reason } from '../spine/reason.ts';
import type { Judged } from './judged.ts';
import { DOUBTFUL_NAMES, PLACEHOLDER_NAMES, TITLES } from './name-rules.ts';
import type { IdentityCode } from './reason-texts.ts';

/** A person's name as the trade writes it. Personal data. `first` may hold middle names too. */
export interface PersonName {
  readonly first?: string;
  readonly last?: string;
}

/** A name as a lead gives it: in parts, whole, or both. */
export interface WrittenName extends PersonName {
  readonly full?: string;
}

const PLACEHOLDERS: readonly string[] = PLACEHOLDER_NAMES;
const DOUBTFUL: readonly string[] = DOUBTFUL_NAMES;
/** A digit, an address, or one letter over and over is no name; nor is a word without any letter. */
const NO_NAME = /\d|@|https?:|^(\p{L})\1{2,}$|^[^\p{L}]*$/u;

/**
 * Brings a name to one form and says what it is worth. Parts given one by one are preferred to the whole name.
 *
 * Placeholders are dropped part by part; a name written in one case throughout is given capitals.
 *
 * @example
 * judgeName({ full: 'DOE, JOHN' }); // { grade: 'good', value: { first: 'John', last: 'Doe' } }
 * judgeName({ first: 'asdf', last: 'asdf' }).grade; // 'junk'
 */
export function judgeName(written: WrittenName): Judged<PersonName> {
  const parts = given(written.first) || given(written.last) ? written : splitFullName(written.full ?? '');
  const [first, last] = withoutDoubtful(cleanPart(parts.first), cleanPart(parts.last));
  const value = { ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
  if (first === undefined && last === undefined) {
    const filled = given(parts.first) || given(parts.last);
    return { grade: 'junk', reasons: [because(filled ? 'identity.namePlaceholder' : 'identity.nameMissing')] };
  }
  const complete = first !== undefined && last !== undefined && letterCount(last) > 1;
  return complete
    ? { grade: 'good', value }
    : { grade: 'doubtful', value, reasons: [because('identity.nameIncomplete')] };
}

function because(code: IdentityCode): Reason<IdentityCode> {
  return reason(code);
}

function given(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/** "Doe, John" and "John Ann Doe"; one word alone is a first name, as people sign. */
function splitFullName(full: string): PersonName {
  const [beforeComma = '', afterComma] = full.split(',', 2);
  if (afterComma !== undefined && afterComma.trim() !== '' && !isTitle(afterComma)) {
    return { first: afterComma, last: beforeComma };
  }
  const words = withoutTitles(beforeComma.split(/\s+/).filter((word) => word !== ''));
  const last = words.length > 1 ? words.at(-1) : undefined;
  return { first: words.slice(0, last === undefined ? 1 : -1).join(' '), ...(last !== undefined && { last }) };
}

function cleanPart(text: string | undefined): string | undefined {
  const spaced = (text ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}"()[\]<>*_]/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  const words = withoutTitles(spaced.split(' '));
  const name = words.join(' ').replace(/^[\s.,;:-]+|[\s,;:-]+$/g, '');
  if (NO_NAME.test(name) || PLACEHOLDERS.includes(foldName(name))) return undefined;
  return capitalised(name);
}

/** "Na Kim" is a name, "na" alone and "No Name" are none. */
function withoutDoubtful(...parts: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const named = parts.some((part) => part !== undefined && !DOUBTFUL.includes(foldName(part)));
  return named ? parts : [];
}

/** Titles go, unless nothing would be left: Don is a name as well. */
function withoutTitles(words: readonly string[]): readonly string[] {
  const rest = words.filter((word) => !isTitle(word) || /^[A-Z]\.?$/.test(word));
  return rest.length > 0 ? rest : words;
}

function isTitle(word: string): boolean {
  return TITLES.test(foldName(word).replaceAll('.', ''));
}

/** Lower case without accents: names are compared in this form. */
export function foldName(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function capitalised(name: string): string {
  if (name !== name.toLowerCase() && name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function letterCount(text: string): number {
  return text.replace(/[^\p{L}]/gu, '').length;
}
