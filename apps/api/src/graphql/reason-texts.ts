import type { Locale, Reason } from '@beback/core';

/** Sentences of refusals that are the server's own; core has those of its rules. No figures in them. */
export const API_REASON_TEXTS = {
  'activity.taskSettled': {
    en: 'This task is done already, or no longer asked for.',
    es: 'Esta tarea ya está hecha o ya no se pide.',
    fr: 'Cette tâche est déjà faite ou n’est plus demandée.',
  },
  'intake.manyLeads': {
    en: 'It came with many others in one document: is it a new lead?',
    es: 'Llegó con muchos otros en un solo documento: ¿es un contacto nuevo?',
    fr: 'Il est arrivé avec beaucoup d’autres dans un seul document : est-ce un nouveau contact ?',
  },
  'lead.nobodyFound': {
    en: 'Nobody can be found in this lead: add a name, a number or an address, or dismiss it.',
    es: 'No se encuentra a nadie en este contacto: añada un nombre, un número o una dirección, o descártelo.',
    fr: 'Personne n’est identifiable dans ce contact : ajoutez un nom, un numéro ou une adresse, ou rejetez-le.',
  },
  'lead.notHeld': {
    en: 'This lead waits for no review any more.',
    es: 'Este contacto ya no espera revisión.',
    fr: 'Ce contact n’attend plus d’examen.',
  },
  'leadForm.looksAutomated': {
    en: 'The form was filled in as programs do it.',
    es: 'El formulario se llenó como lo hacen los programas.',
    fr: 'Le formulaire a été rempli comme le font les programmes.',
  },
  'member.emailTaken': {
    en: 'Somebody signs in with this address already.',
    es: 'Alguien ya inicia sesión con esta dirección.',
    fr: 'Quelqu’un se connecte déjà avec cette adresse.',
  },
  'planVersion.changed': {
    en: 'The plan was changed after you read it: read it again, then sign.',
    es: 'El plan cambió después de que usted lo leyó: léalo de nuevo y firme.',
    fr: 'Le plan a changé depuis que vous l’avez lu : relisez-le, puis signez.',
  },
  'outgoing.notResendable': {
    en: 'Only a message that failed or was kept can be sent again.',
    es: 'Solo se puede volver a enviar un mensaje fallido o retenido.',
    fr: 'Seul un message échoué ou conservé peut être renvoyé.',
  },
  'planVersion.writtenMeanwhile': {
    en: 'Somebody else saved another text of this draft meanwhile; nothing was written over.',
    es: 'Otra persona guardó entretanto otro texto de este borrador; no se ha sobrescrito nada.',
    fr: 'Quelqu’un d’autre a enregistré entre-temps un autre texte de ce projet ; rien n’a été écrasé.',
  },
  'setUp.already': {
    en: 'This server is set up already.',
    es: 'Este servidor ya está configurado.',
    fr: 'Ce serveur est déjà configuré.',
  },
  'workday.nothingAsked': {
    en: 'The plan asks nothing about this customer.',
    es: 'El plan no pide nada sobre este cliente.',
    fr: 'Le plan ne demande rien au sujet de ce client.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

export type ApiReasonCode = keyof typeof API_REASON_TEXTS;

/** The sentence of one of the server's own reasons; undefined for a reason of core. */
export function apiReasonText(reason: Reason, locale: Locale): string | undefined {
  const texts: Readonly<Record<string, Readonly<Record<Locale, string>>>> = API_REASON_TEXTS;
  return Object.hasOwn(texts, reason.code) ? texts[reason.code]?.[locale] : undefined;
}
