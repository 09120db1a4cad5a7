import { ADF_LIMITS } from './limits.ts';

export interface NameParts {
  readonly firstName: string | null;
  readonly middleName: string | null;
  readonly lastName: string | null;
  readonly suffix: string | null;
}

/** Words that belong to the family name behind them. */
const PARTICLES: ReadonlySet<string> = new Set(
  'af al ap at ben bin da das de del della den der di do dos du el ibn la las le los mac san santa st st. ten ter van vander vom von zu zur'.split(
    ' ',
  ),
);
const SUFFIX = /^(?:jr|sr|ii|iii|iv|v|esq|md|phd)\.?$/i;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|rev|sr|sra|srta|mme|mlle)\.?$/i;
const INITIAL = /^\p{L}\.?$/u;

/**
 * Splits a full name by likelihood; the full name itself stays what the customer is called by.
 *
 * The family name is the last word with the particles before it, or what stands before a comma. Single letters in the
 * middle are middle names; other middle words stay with the first name ("Mary Ann").
 *
 * @example
 * splitName('Ludwig van der Rohe Jr.');
 * // { firstName: 'Ludwig', middleName: null, lastName: 'van der Rohe', suffix: 'Jr.' }
 */
export function splitName(full: string): NameParts {
  if (full.length > ADF_LIMITS.name) return { firstName: null, middleName: null, lastName: null, suffix: null };
  let suffix: string | null = null;
  const commaParts = full.split(',').map((part) => part.trim());
  const lastPart = commaParts.at(-1) ?? '';
  if (commaParts.length > 1 && SUFFIX.test(lastPart)) {
    suffix = lastPart;
    commaParts.pop();
  }
  const [before = '', ...after] = commaParts.filter((part) => part !== '');
  const reversed = after.length > 0;
  const words = (reversed ? after.join(' ') : before).split(/\s+/).filter((word) => word !== '');
  while (words.length > 1 && TITLE.test(words[0] ?? '')) words.shift();
  if (suffix === null && words.length > (reversed ? 1 : 2) && SUFFIX.test(words.at(-1) ?? ''))
    suffix = words.pop() ?? null;
  let lastName: string | null = reversed ? before : null;
  if (!reversed && words.length > 1) {
    const family = [words.pop() ?? ''];
    while (words.length > 1 && PARTICLES.has((words.at(-1) ?? '').toLowerCase())) family.unshift(words.pop() ?? '');
    lastName = family.join(' ');
  }
  const middle: string[] = [];
  while (words.length > 1 && INITIAL.test(words.at(-1) ?? '')) middle.unshift(words.pop() ?? '');
  return {
    firstName: words.join(' ') || null,
    middleName: middle.join(' ') || null,
    lastName,
    suffix,
  };
}
