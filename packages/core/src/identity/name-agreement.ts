import { foldName, type PersonName } from './judge-name.ts';
import { NAME_FORMS } from './name-rules.ts';

/** Whether two parts of a name may belong to one person. `unknown`: one of them was not given. */
export type Agreement = 'yes' | 'no' | 'unknown';

/** How two names agree, part by part. */
export interface NameAgreement {
  readonly first: Agreement;
  readonly last: Agreement;
}

/**
 * Compares two names with the mistakes that forms and ears make: initials, short forms, one typing error, second
 * family names, first and last exchanged. Forms that differ by sex (Daniel, Daniela) do not agree: they are a couple
 * more often than an error.
 *
 * @example
 * agreementOf({ first: 'Bob', last: 'Smith' }, { first: 'Robert', last: 'Smyth' }); // { first: 'yes', last: 'yes' }
 */
export function agreementOf(a: PersonName, b: PersonName): NameAgreement {
  const straight = { first: firstAgrees(a.first, b.first), last: lastAgrees(a.last, b.last) };
  if (straight.first === 'yes') return straight;
  const crossed = firstAgrees(a.first, b.last) === 'yes' && firstAgrees(a.last, b.first) === 'yes';
  return crossed ? { first: 'yes', last: 'yes' } : straight;
}

function firstAgrees(a: string | undefined, b: string | undefined): Agreement {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  const [nameA, nameB] = [wordsA[0], wordsB[0]];
  if (nameA === undefined || nameB === undefined) return 'unknown';
  if (nameA === nameB || wordsA.join('') === wordsB.join('')) return 'yes';
  if (nameA.length === 1 || nameB.length === 1) return nameA[0] === nameB[0] ? 'yes' : 'no';
  if (NAME_FORMS.some((forms) => forms.includes(nameA) && forms.includes(nameB))) return 'yes';
  return oneTypingError(nameA, nameB) && !differAtTheEnd(nameA, nameB) ? 'yes' : 'no';
}

/** One family name in common is enough: García López and García, Smith-Jones and Smith. */
function lastAgrees(a: string | undefined, b: string | undefined): Agreement {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  if (wordsA.length === 0 || wordsB.length === 0) return 'unknown';
  if (wordsA.join('') === wordsB.join('')) return 'yes';
  const weighty = (word: string) => word.length > 2;
  const shared = wordsA.filter(weighty).some((word) => wordsB.some((other) => alike(word, other)));
  const initial = wordsA.join('').length === 1 || wordsB.join('').length === 1;
  return shared || (initial && wordsA[0]?.[0] === wordsB[0]?.[0]) ? 'yes' : 'no';
}

function alike(a: string, b: string): boolean {
  return a === b || oneTypingError(a, b);
}

function wordsOf(text: string | undefined): readonly string[] {
  return foldName(text ?? '')
    .replace(/['’.]/g, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

function differAtTheEnd(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  return a.slice(0, shorter - 1) === b.slice(0, shorter - 1);
}

/** Too short words are too often other words: Ann and Jan, Lee and Leo. */
const MIN_LENGTH_FOR_ERRORS = 5;

/** One letter wrong, missing, too many, or two neighbours exchanged; the first letter is hardly ever the wrong one. */
function oneTypingError(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < MIN_LENGTH_FOR_ERRORS || long.length - short.length > 1 || short[0] !== long[0]) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (word: string, skip: number) => word.slice(start + skip);
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  const exchanged = short[start] === long[start + 1] && short[start + 1] === long[start];
  return rest(short, 1) === rest(long, 1) || (exchanged && rest(short, 2) === rest(long, 2));
}
