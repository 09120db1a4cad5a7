import { reason } from '../spine/reason.ts';
import type { ReasonTexts } from '../spine/reason-texts.ts';

export const REASON_TEXTS = {
  'contact.lawWithinHours': {
    en: 'Lawful until {until:time} ({rule}; {source}).',
    es: 'Permitido hasta {until:time} ({rule}; {source}).',
    fr: 'Permis jusqu’à {until:time} ({rule} ; {source}).',
  },
  'contact.lawQuietHours': {
    en: 'Not at this hour: {rule} allows {from} to {until} where the customer may be ({zone}; {source}).',
    es: 'No a esta hora: {rule} permite de {from} a {until} donde puede estar el cliente ({zone}; {source}).',
    fr: 'Pas à cette heure : {rule} permet de {from} à {until} là où peut se trouver le client ({zone} ; {source}).',
  },
  'contact.lawQuietDay': {
    en: 'Not on {day:day}: {rule} forbids the whole day where the customer may be ({zone}; {source}).',
    es: 'No el {day:day}: {rule} prohíbe todo el día donde puede estar el cliente ({zone}; {source}).',
    fr: 'Pas le {day:day} : {rule} l’interdit toute la journée là où peut se trouver le client ({zone} ; {source}).',
  },
  'contact.planWithinHours': {
    en: 'Within the hours of our plan until {until:time} ({zone}).',
    es: 'Dentro del horario de nuestro plan hasta {until:time} ({zone}).',
    fr: 'Dans les heures de notre plan jusqu’à {until:time} ({zone}).',
  },
  'contact.planQuietHours': {
    en: 'Not at this hour: our plan keeps to {from} to {until} where the customer may be ({zone}).',
    es: 'No a esta hora: nuestro plan se limita de {from} a {until} donde puede estar el cliente ({zone}).',
    fr: 'Pas à cette heure : notre plan s’en tient à {from} à {until} là où peut se trouver le client ({zone}).',
  },
  'contact.planQuietDay': {
    en: 'Not on {day:day}: our plan keeps that weekday quiet ({zone}).',
    es: 'No el {day:day}: nuestro plan deja ese día en silencio ({zone}).',
    fr: 'Pas le {day:day} : notre plan garde ce jour silencieux ({zone}).',
  },
  'contact.attemptCap': {
    en: '{attempts:number} attempts in the last 24 hours, {rule} allows {cap:number} ({source}); again from {freeAt:time}.',
    es: '{attempts:number} intentos en las últimas 24 horas, {rule} permite {cap:number} ({source}); de nuevo desde {freeAt:time}.',
    fr: '{attempts:number} tentatives en 24 heures, {rule} en permet {cap:number} ({source}) ; à nouveau dès {freeAt:time}.',
  },
  'contact.planAttemptCap': {
    en: '{attempts:number} calls in the last 24 hours, our plan allows {cap:number}; again from {freeAt:time}.',
    es: '{attempts:number} llamadas en las últimas 24 horas, nuestro plan permite {cap:number}; de nuevo desde {freeAt:time}.',
    fr: '{attempts:number} appels en 24 heures, notre plan en permet {cap:number} ; à nouveau dès {freeAt:time}.',
  },
  'contact.unknownPlace': {
    en: 'Nothing tells where the customer is: the store’s own hours and hours that are safe from coast to coast hold together.',
    es: 'Nada indica dónde está el cliente: valen a la vez el horario de la tienda y uno seguro de costa a costa.',
    fr: 'Rien ne dit où se trouve le client : les heures du magasin et des heures sûres d’un océan à l’autre valent ensemble.',
  },
  'contact.revoked': {
    en: 'The customer said on {revokedAt:instant}: no contact by {channel:word} for {purpose:word} ({source}).',
    es: 'El cliente dijo el {revokedAt:instant}: ningún contacto por {channel:word} para {purpose:word} ({source}).',
    fr: 'Le client a dit le {revokedAt:instant} : aucun contact par {channel:word} pour {purpose:word} ({source}).',
  },
  'contact.noBasis': {
    en: 'Contact by {channel:word} for {purpose:word} needs a consent, or an inquiry or purchase that still counts; there is none ({rule}; {source}).',
    es: 'El contacto por {channel:word} para {purpose:word} exige un consentimiento, o una consulta o compra aún vigente; no hay ninguno ({rule}; {source}).',
    fr: 'Le contact par {channel:word} pour {purpose:word} exige un consentement, ou une demande ou un achat encore valable ; il n’y en a pas ({rule} ; {source}).',
  },
  'contact.noWrittenConsent': {
    en: 'Contact by {channel:word} for {purpose:word} needs the customer’s written consent; there is none ({rule}; {source}).',
    es: 'El contacto por {channel:word} para {purpose:word} exige el consentimiento escrito del cliente; no lo hay ({rule}; {source}).',
    fr: 'Le contact par {channel:word} pour {purpose:word} exige le consentement écrit du client ; il n’y en a pas ({rule} ; {source}).',
  },
  'contact.noCommonHour': {
    en: 'No hour of the next two weeks is allowed by all rules together.',
    es: 'Ninguna hora de las próximas dos semanas cumple todas las reglas a la vez.',
    fr: 'Aucune heure des deux prochaines semaines ne respecte toutes les règles à la fois.',
  },
  'contact.groundEndsFirst': {
    en: 'The ground for contact ends on {until:instant}, before the next lawful hour ({next:instant}).',
    es: 'El motivo para el contacto termina el {until:instant}, antes de la próxima hora permitida ({next:instant}).',
    fr: 'Le motif du contact prend fin le {until:instant}, avant la prochaine heure permise ({next:instant}).',
  },
  'contact.basis.consent': {
    en: 'The customer consented to contact by {channel:word} for {purpose:word} ({rule}).',
    es: 'El cliente aceptó el contacto por {channel:word} para {purpose:word} ({rule}).',
    fr: 'Le client a accepté le contact par {channel:word} pour {purpose:word} ({rule}).',
  },
  'contact.basis.writtenConsent': {
    en: 'The customer consented in writing to contact by {channel:word} for {purpose:word} ({rule}).',
    es: 'El cliente aceptó por escrito el contacto por {channel:word} para {purpose:word} ({rule}).',
    fr: 'Le client a accepté par écrit le contact par {channel:word} pour {purpose:word} ({rule}).',
  },
  'contact.basis.inquiry': {
    en: 'The customer’s own inquiry allows it until {until:instant} ({rule}).',
    es: 'La propia consulta del cliente lo permite hasta el {until:instant} ({rule}).',
    fr: 'La demande du client le permet jusqu’au {until:instant} ({rule}).',
  },
  'contact.basis.purchase': {
    en: 'The customer’s purchase allows it until {until:instant} ({rule}).',
    es: 'La compra del cliente lo permite hasta el {until:instant} ({rule}).',
    fr: 'L’achat du client le permet jusqu’au {until:instant} ({rule}).',
  },
  'contact.confirmsRevocation': {
    en: 'One text may confirm until {until:time} that the stop was heard ({rule}; {source}).',
    es: 'Un mensaje puede confirmar hasta {until:time} que se recibió la baja ({rule}; {source}).',
    fr: 'Un message peut confirmer jusqu’à {until:time} que l’arrêt a été reçu ({rule} ; {source}).',
  },
  'contact.nothingToConfirm': {
    en: 'No text may confirm a stop: there is none, it was confirmed, or five minutes have passed ({rule}; {source}).',
    es: 'Ningún mensaje puede confirmar la baja: no hay, ya se confirmó o pasaron cinco minutos ({rule}; {source}).',
    fr: 'Aucun message ne peut confirmer l’arrêt : il n’y en a pas, c’est fait, ou cinq minutes ont passé ({rule} ; {source}).',
  },
  'contact.noConsentNeeded': {
    en: 'Contact by {channel:word} for {purpose:word} needs no consent; the customer has not forbidden it.',
    es: 'El contacto por {channel:word} para {purpose:word} no exige consentimiento; el cliente no lo ha prohibido.',
    fr: 'Le contact par {channel:word} pour {purpose:word} n’exige pas de consentement ; le client ne l’a pas interdit.',
  },
  'bestTime.leadHour': {
    en: 'Best around {hour:time}: at that hour the customer asked.',
    es: 'Mejor hacia {hour:time}: a esa hora preguntó el cliente.',
    fr: 'De préférence vers {hour:time} : c’est l’heure à laquelle le client a demandé.',
  },
  'bestTime.ownAnswers': {
    en: 'Best around {hour:time}: near that hour the customer answered {answers:number} times.',
    es: 'Mejor hacia {hour:time}: cerca de esa hora el cliente contestó {answers:number} veces.',
    fr: 'De préférence vers {hour:time} : autour de cette heure, le client a répondu {answers:number} fois.',
  },
  'bestTime.showroomPeak': {
    en: 'Best around {hour:time}, when most people visit showrooms, as this customer did.',
    es: 'Mejor hacia {hour:time}, cuando más gente visita las tiendas, como este cliente.',
    fr: 'De préférence vers {hour:time}, quand on visite le plus les magasins, comme l’a fait ce client.',
  },
  'bestTime.floorBusy': {
    en: 'Better by the BDC: the showroom is busy at that hour.',
    es: 'Mejor por el BDC: a esa hora la tienda está llena.',
    fr: 'Plutôt par le BDC : le magasin est plein à cette heure.',
  },
  'bestTime.workNumber': {
    en: 'At once: the customer gave a work number in business hours ({given:time}).',
    es: 'De inmediato: el cliente dio un número del trabajo en horario laboral ({given:time}).',
    fr: 'Tout de suite : le client a donné un numéro professionnel pendant les heures de bureau ({given:time}).',
  },
  'bestTime.storeClosed': {
    en: 'At {hour:time} the store is closed or about to close: {best:time} instead.',
    es: 'A las {hour:time} la tienda está cerrada o a punto de cerrar: mejor {best:time}.',
    fr: 'À {hour:time} le magasin est fermé ou sur le point de fermer : plutôt {best:time}.',
  },
  'bestTime.notLawful': {
    en: 'At {hour:time} a rule forbids it where the customer may be: {best:time} instead.',
    es: 'A las {hour:time} una regla lo prohíbe donde puede estar el cliente: mejor {best:time}.',
    fr: 'À {hour:time} une règle l’interdit là où peut se trouver le client : plutôt {best:time}.',
  },
  'bestTime.noneInWindow': {
    en: 'The plan’s time for this has no moment that is lawful wherever the customer may be while the store is open.',
    es: 'El plazo del plan no tiene ningún momento permitido donde puede estar el cliente con la tienda abierta.',
    fr: 'Le délai du plan n’a aucun moment permis partout où peut se trouver le client quand le magasin est ouvert.',
  },
} as const satisfies ReasonTexts;

/** The codes of reasons that `mayContact` and `bestTime` give. */
export type ContactCode = keyof typeof REASON_TEXTS;

/** The codes of reasons for an hour. */
export type BestTimeCode = Extract<ContactCode, `bestTime.${string}`>;

/** A reason of this folder: the compiler refuses a code that has no sentence. */
export const contactReason = reason<ContactCode>;
