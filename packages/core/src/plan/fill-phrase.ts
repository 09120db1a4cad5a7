/** Puts words into the places of a phrase: `{name}`. A place without a word is left empty. */
export function fillPhrase(phrase: string, words: Readonly<Record<string, string | number>>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? ''));
}
