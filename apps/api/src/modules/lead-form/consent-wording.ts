import { LOCALES, type Locale } from '@beback/core';
import type { Inquiry } from '../lead/inquiry.ts';
import type { ConsentDraft } from '../lead/open-inquiry.ts';

/**
 * The wordings of consent that the form has ever shown. A version's text never changes: the fact that somebody ticked
 * it names the version, and the evidence is the text of that version. To change a word, add a version.
 *
 * 47 CFR 64.1200(f)(9): clear and conspicuous, names who calls and texts by what means, and is no condition of a
 * purchase. `{store}` stands for the store's name.
 */
export const CONSENT_WORDINGS = {
  'lead-form-1': {
    en: 'I agree that {store} may contact me about cars and offers by call, text message and e-mail at the number and address given here, also by automated means. I can say no: my consent is no condition of a purchase. I can withdraw it at any time; message and data rates may apply.',
    es: 'Acepto que {store} me contacte sobre autos y ofertas por llamada, mensaje de texto y correo electrónico al número y la dirección indicados aquí, también por medios automatizados. Puedo negarme: mi consentimiento no es condición de compra. Puedo retirarlo en cualquier momento; pueden aplicarse tarifas de mensajes y datos.',
    fr: 'J’accepte que {store} me contacte au sujet de véhicules et d’offres par appel, message texte et courriel au numéro et à l’adresse indiqués ici, y compris par des moyens automatisés. Je peux refuser : mon consentement n’est pas une condition d’achat. Je peux le retirer en tout temps ; des frais de messages et de données peuvent s’appliquer.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

type WordingId = keyof typeof CONSENT_WORDINGS;

/** A wording in one language: `lead-form-1.es`. It names exactly one text. */
export type ConsentVersion = `${WordingId}.${Locale}`;

/** What the form shows today. */
export function currentConsent(locale: Locale): ConsentVersion {
  return `lead-form-1.${locale}`;
}

/** The wording as it was shown to a store's visitor; undefined for a version that never was. */
export function consentText(version: string, storeName: string): string | undefined {
  const [id = '', language = ''] = version.split('.', 2);
  const locale = LOCALES.find((known) => known === language);
  if (locale === undefined || !isWording(id)) return undefined;
  return CONSENT_WORDINGS[id][locale].replaceAll('{store}', () => storeName);
}

/** The store's name in a wording as it was shown; undefined where the text is none of that version. */
export function storeNameIn(version: string, shown: string): string | undefined {
  const [before = '', after, ...more] = consentText(version, GAP)?.split(GAP) ?? [];
  if (after === undefined || more.length > 0 || !shown.startsWith(before) || !shown.endsWith(after)) return undefined;
  return shown.slice(before.length, shown.length - after.length) || undefined;
}

/** Stands in no wording and in no store's name. */
const GAP = '\u0000';

function isWording(id: string): id is WordingId {
  return Object.hasOwn(CONSENT_WORDINGS, id);
}

/** The channels that the wordings name, and by which number or address each goes. */
const CHANNELS_NAMED = [
  { channel: 'call', by: 'phones' },
  { channel: 'text', by: 'phones' },
  { channel: 'email', by: 'emails' },
] as const;

/**
 * What a tick under that wording allows: marketing, by the number and the address that were given with it.
 *
 * @param storeName - as it stood in the wording; undefined where it is not known
 */
export function consentDrafts(
  version: string,
  storeName: string | undefined,
  given: Pick<Inquiry, 'phones' | 'emails'>,
): readonly ConsentDraft[] {
  return CHANNELS_NAMED.filter(({ by }) => given[by].length > 0).map(({ channel }) => ({
    channel,
    purpose: 'marketing',
    how: 'ticked on the lead form',
    wording: version,
    ...(storeName !== undefined && { wordingStore: storeName }),
    written: true,
  }));
}
