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

/** A language with its subtags, well enough formed for `Intl`. */
const TAG = /^\w{2}(-\w{2,8})*$/;

/**
 * The first of the wished tags whose language the widgets speak, else English. A region is kept for dates and numbers:
 * `es-US` speaks Spanish and writes dates as Spanish is written in the United States.
 */
export function chooseSpeech(wished: readonly (string | null | undefined)[]): Speech {
  for (const wish of wished) {
    const tag = wish?.replaceAll('_', '-') ?? '';
    const language = LANGUAGES.find((known) => known === tag.slice(0, 2).toLowerCase());
    if (language !== undefined && TAG.test(tag)) return { language, tag };
  }
  return { language: 'en', tag: 'en-US' };
}
