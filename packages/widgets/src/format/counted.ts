import type { Language } from '../base/locale.ts';

/** A number with the form of its noun that goes with it; `#` in a form stands for the number. */
export type Counted = (count: number, one: string, other: string) => string;

/** Which form goes with which number is each language's own rule: French has none in the singular, Spanish in the plural. */
export function countedIn(language: Language): Counted {
  const rules = new Intl.PluralRules(language);
  return (count, one, other) => (rules.select(count) === 'one' ? one : other).replace('#', String(count));
}
