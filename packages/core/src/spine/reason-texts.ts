/** The languages that reasons are written in. */
export const LOCALES = ['en', 'es', 'fr'] as const;
/** One of {@link LOCALES}. */
export type Locale = (typeof LOCALES)[number];

/**
 * The sentences of one folder's reasons: reason code to sentence in each language. A folder contributes its own as
 * `REASON_TEXTS` in `<folder>/reason-texts.ts`; `src/render-reason.ts` puts the tables together.
 *
 * `{name}` stands for `reason.data.name`. What kind of thing it is may follow a colon:
 * - `{until:time}`: an instant, shown as a time of day (and the day where it is not today's);
 * - `{due:instant}`: an instant, shown with day and time;
 * - `{day:day}`: a `YYYY-MM-DD`;
 * - `{wait:duration}`: milliseconds, shown as "5 min" or "2 h 30 min";
 * - `{share:percent}`: 0 … 1;
 * - `{count:number}`: a number with the language's separators;
 * - `{channel:word}`, `{purpose:word}`, `{kind:word}` …: a word of the glossary (spine/words.ts), translated;
 * - `{name}` alone: shown as it is.
 *
 * A doubled brace (`{{`) is a brace. Sentences are plain text: who shows them escapes them.
 *
 * @example
 * export const REASON_TEXTS = {
 *   'touch.firstCall': {
 *     en: 'First call, due by {deadline:time}.',
 *     es: 'Primera llamada, antes de las {deadline:time}.',
 *     fr: 'Premier appel, avant {deadline:time}.',
 *   },
 * } as const satisfies ReasonTexts;
 */
export type ReasonTexts = Readonly<Record<string, Readonly<Record<Locale, string>>>>;
