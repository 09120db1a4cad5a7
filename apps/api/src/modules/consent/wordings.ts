import { LOCALES, type Locale } from '@beback/core';
import { consentText } from '../lead-form/consent-wording.ts';

/**
 * The words beside the boxes of the page of choices, by version. As with the form's, a version's text never changes; the
 * page's own words (`<beback-preferences>`) are the same, and a test holds them to it.
 */
export const PREFERENCES_WORDINGS = {
  'preferences-1': {
    en: 'By a new tick I agree that {store} may contact me so, also by automated means. My consent is no condition of a purchase, and I can take it back here at any time; message and data rates may apply.',
    es: 'Con una marca nueva acepto que {store} me contacte así, también por medios automatizados. Mi consentimiento no es condición de compra y puedo retirarlo aquí en cualquier momento; pueden aplicarse tarifas de mensajes y datos.',
    fr: 'En cochant une nouvelle case, j’accepte que {store} me contacte ainsi, y compris par des moyens automatisés. Mon consentement n’est pas une condition d’achat et je peux le retirer ici en tout temps ; des frais de messages et de données peuvent s’appliquer.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** Stands in a wording where the store's name of that day was not kept: its name of today may not be what was read. */
const NAME_NOT_KEPT: Readonly<Record<Locale, string>> = {
  en: '[name of the store]',
  es: '[nombre de la tienda]',
  fr: '[nom du magasin]',
};

/**
 * What somebody read who gave a consent under this version; undefined for a version that never was.
 *
 * @param storeName - as it stood in the wording; undefined: it was not kept, and the text has a gap in its place
 */
export function wordingText(version: string, storeName: string | undefined): string | undefined {
  const [id = '', language = ''] = version.split('.', 2);
  const locale = LOCALES.find((known) => known === language);
  if (locale === undefined) return undefined;
  const name = storeName ?? NAME_NOT_KEPT[locale];
  if (!Object.hasOwn(PREFERENCES_WORDINGS, id)) return consentText(version, name);
  return PREFERENCES_WORDINGS[id as keyof typeof PREFERENCES_WORDINGS][locale].replaceAll('{store}', () => name);
}
