/** The languages that the widgets speak. */
export const LANGUAGES = ['en', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A widget's words in each language. A sentence with a number in it is a function. */
export type Texts<T> = Readonly<Record<Language, T>>;

/** How to speak (`language`) and how to write dates and numbers (`tag`, a BCP 47 tag). */
export interface Speech {
  readonly language: Language;
  readonly tag: string;
}

/**
 * The first of the wished tags whose language the widgets speak, else English. A region is kept for dates and numbers:
 * `es-US` speaks Spanish and writes dates as Spanish is written in the United States.
 */
export function chooseSpeech(wished: readonly (string | null | undefined)[]): Speech {
  for (const tag of wished) {
    if (!tag) continue;
    const language = LANGUAGES.find((known) => known === tag.toLowerCase().split(/[-_]/)[0]);
    if (language !== undefined) return { language, tag: validTag(tag.replaceAll('_', '-')) ?? language };
  }
  return { language: 'en', tag: 'en-US' };
}

function validTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
