import type { Locale } from '../spine/reason-texts.ts';
import type { Channel, Purpose } from '../spine/words.ts';
import type { DayMark, StepActor, StepTiming, StopEvent, Trigger } from './follow-up-plan.ts';

/** The pieces that a step's sentence is put together from; `{after}`, `{until}`, `{trigger}` … are filled in. */
export interface PlanPhrases {
  readonly sentence: string;
  readonly when: Readonly<Record<'openWithin' | 'openRange' | 'within' | 'range' | 'day' | 'days', string>>;
  /** What a step's time is counted in, as it is chosen in a form. */
  readonly unit: Readonly<Record<StepTiming['unit'], string>>;
  readonly at: Readonly<Record<DayMark, string>>;
  readonly trigger: Readonly<Record<Trigger, string>>;
  readonly who: Readonly<Record<StepActor, string>>;
  readonly channel: Readonly<Record<Channel, string>>;
  readonly purpose: Readonly<Record<Purpose, string>>;
  readonly every: string;
  readonly unless: string;
  readonly or: string;
  readonly stop: Readonly<Record<StopEvent, string>>;
}

/** What the document's own words are called; forms offer them by these. */
export const PLAN_PHRASES: Readonly<Record<Locale, PlanPhrases>> = {
  en: {
    sentence: '{when}, {who} {channel} {purpose}{every}{unless}.',
    when: {
      openWithin: 'Within {until} minutes (while the store is open) after {trigger}',
      openRange: '{after} to {until} minutes (while the store is open) after {trigger}',
      within: 'Within {until} minutes after {trigger}',
      range: '{after} to {until} minutes after {trigger}',
      day: 'On day {after} after {trigger}, {at}',
      days: 'From day {after} to day {until} after {trigger}, {at}',
    },
    unit: {
      openMinutes: 'minutes while the store is open',
      minutes: 'minutes, day and night',
      days: 'days',
      appointmentMinutes: 'minutes from the appointment',
      appointmentDays: 'days from the appointment',
    },
    at: { triggerHour: 'best at the same time of day', opening: 'best at opening' },
    trigger: {
      internet: 'an Internet lead',
      phoneUp: 'a phone-up',
      walkIn: 'a visit to the showroom',
      leaseEnd: 'a lease end that comes in sight',
      service: 'a visit to the workshop',
      appointmentSet: 'the setting of an appointment',
      sold: 'the delivery',
      lost: 'the loss of the deal',
    },
    who: {
      owner: 'the customer’s salesperson',
      automation: 'the system',
      manager: 'a manager',
      bdc: 'the BDC',
    },
    channel: {
      call: 'calls the customer',
      text: 'texts the customer',
      email: 'e-mails the customer',
      video: 'sends the customer a video',
      letter: 'writes the customer a letter',
      inPerson: 'sees the customer',
    },
    purpose: {
      replyToInquiry: 'to answer the inquiry',
      appointment: 'about the appointment',
      transaction: 'about the purchase',
      survey: 'to ask for an opinion',
      marketing: 'to keep in touch',
    },
    every: ', and again every {everyDays} days',
    unless: ', unless {stops}',
    or: ' or ',
    stop: {
      reply: 'the customer has replied',
      reached: 'somebody has spoken with the customer',
      appointment: 'an appointment is set',
      notInterested: 'the customer is not interested',
      confirmed: 'the customer has confirmed',
      shown: 'the customer has come',
    },
  },
  es: {
    sentence: '{when}, {who} {channel} {purpose}{every}{unless}.',
    when: {
      openWithin: 'En los {until} minutos (con la tienda abierta) después de {trigger}',
      openRange: 'De {after} a {until} minutos (con la tienda abierta) después de {trigger}',
      within: 'En los {until} minutos después de {trigger}',
      range: 'De {after} a {until} minutos después de {trigger}',
      day: 'El día {after} después de {trigger}, {at}',
      days: 'Del día {after} al día {until} después de {trigger}, {at}',
    },
    unit: {
      openMinutes: 'minutos con la tienda abierta',
      minutes: 'minutos, día y noche',
      days: 'días',
      appointmentMinutes: 'minutos desde la cita',
      appointmentDays: 'días desde la cita',
    },
    at: { triggerHour: 'mejor a la misma hora', opening: 'mejor al abrir' },
    trigger: {
      internet: 'un contacto por internet',
      phoneUp: 'una llamada del cliente',
      walkIn: 'una visita a la tienda',
      leaseEnd: 'acercarse el fin de un leasing',
      service: 'una visita al taller',
      appointmentSet: 'fijar una cita',
      sold: 'la entrega',
      lost: 'la pérdida de la venta',
    },
    who: {
      owner: 'el vendedor del cliente',
      automation: 'el sistema',
      manager: 'un gerente',
      bdc: 'el BDC',
    },
    channel: {
      call: 'llama al cliente',
      text: 'envía un mensaje de texto al cliente',
      email: 'envía un correo electrónico al cliente',
      video: 'envía un video al cliente',
      letter: 'escribe una carta al cliente',
      inPerson: 'se reúne con el cliente',
    },
    purpose: {
      replyToInquiry: 'para responder a su consulta',
      appointment: 'por la cita',
      transaction: 'por la compra',
      survey: 'para pedirle su opinión',
      marketing: 'para mantener el contacto',
    },
    every: ', y de nuevo cada {everyDays} días',
    unless: ', salvo si {stops}',
    or: ' o ',
    stop: {
      reply: 'el cliente ha respondido',
      reached: 'alguien ha hablado con el cliente',
      appointment: 'hay una cita fijada',
      notInterested: 'al cliente no le interesa',
      confirmed: 'el cliente ha confirmado',
      shown: 'el cliente ha venido',
    },
  },
  fr: {
    sentence: '{when}, {who} {channel} {purpose}{every}{unless}.',
    when: {
      openWithin: 'Dans les {until} minutes (magasin ouvert) après {trigger}',
      openRange: 'De {after} à {until} minutes (magasin ouvert) après {trigger}',
      within: 'Dans les {until} minutes après {trigger}',
      range: 'De {after} à {until} minutes après {trigger}',
      day: 'Le jour {after} après {trigger}, {at}',
      days: 'Du jour {after} au jour {until} après {trigger}, {at}',
    },
    unit: {
      openMinutes: 'minutes, magasin ouvert',
      minutes: 'minutes, jour et nuit',
      days: 'jours',
      appointmentMinutes: 'minutes à partir du rendez-vous',
      appointmentDays: 'jours à partir du rendez-vous',
    },
    at: { triggerHour: 'de préférence à la même heure', opening: 'de préférence à l’ouverture' },
    trigger: {
      internet: 'une demande par Internet',
      phoneUp: 'un appel du client',
      walkIn: 'une visite au magasin',
      leaseEnd: 'l’approche d’une fin de location',
      service: 'une visite à l’atelier',
      appointmentSet: 'la prise d’un rendez-vous',
      sold: 'la livraison',
      lost: 'la perte de l’affaire',
    },
    who: {
      owner: 'le vendeur du client',
      automation: 'le système',
      manager: 'un responsable',
      bdc: 'le BDC',
    },
    channel: {
      call: 'appelle le client',
      text: 'envoie un SMS au client',
      email: 'envoie un courriel au client',
      video: 'envoie une vidéo au client',
      letter: 'écrit une lettre au client',
      inPerson: 'rencontre le client',
    },
    purpose: {
      replyToInquiry: 'pour répondre à sa demande',
      appointment: 'au sujet du rendez-vous',
      transaction: 'au sujet de l’achat',
      survey: 'pour lui demander son avis',
      marketing: 'pour garder le contact',
    },
    every: ', puis de nouveau tous les {everyDays} jours',
    unless: ', sauf si {stops}',
    or: ' ou ',
    stop: {
      reply: 'le client a répondu',
      reached: 'quelqu’un a parlé avec le client',
      appointment: 'un rendez-vous est fixé',
      notInterested: 'le client n’est pas intéressé',
      confirmed: 'le client a confirmé',
      shown: 'le client est venu',
    },
  },
};
