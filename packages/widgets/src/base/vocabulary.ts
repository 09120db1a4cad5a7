import type { Language } from './locale.ts';

type Fetched<T> = Readonly<Record<Exclude<Language, 'en'>, () => Promise<T>>>;

/** A visitor's widget carries its English words; those of another language are fetched by pages that speak it. */
export class Vocabulary<T> {
  readonly #words: Partial<Record<Language, T>> & { readonly en: T };
  readonly #files: Fetched<T>;

  constructor(english: T, files: Fetched<T>) {
    this.#words = { en: english };
    this.#files = files;
  }

  /** The words of a language; English ones where those are not here. */
  in(language: Language): T {
    return this.#words[language] ?? this.#words.en;
  }

  /**
   * Fetches the words of a language. Words that do not come keep nobody from writing to a store: English ones stand in.
   *
   * @returns undefined when they are here already.
   */
  fetch(language: Language): Promise<void> | undefined {
    if (language === 'en' || this.#words[language] !== undefined) return undefined;
    return this.#files[language]().then(
      (words) => {
        this.#words[language] = words;
      },
      () => {},
    );
  }
}
