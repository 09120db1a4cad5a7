import type { Locale } from '@beback/client';

/** The words of what is agreed with a customer, in one language. */
export interface AgreementTexts {
  readonly appointment: (when: string) => string;
  readonly confirmed: string;
  readonly unconfirmed: string;
  readonly confirm: string;
  readonly saidConfirmed: (name: string) => string;
  readonly appointmentWhen: string;
  readonly promise: string;
  readonly promised: (when: string) => string;
  readonly promiseWhen: string;
  readonly time: string;
  readonly noTime: string;
  readonly loading: string;
  readonly failed: string;
  readonly chooseTime: string;
}

export const AGREEMENT_TEXTS: Readonly<Record<Locale, AgreementTexts>> = {
  en: {
    appointment: (when) => `Appointment: ${when}`,
    confirmed: 'confirmed',
    unconfirmed: 'not confirmed yet',
    confirm: 'Log: spoke, appointment confirmed',
    saidConfirmed: (name) => `Logged: appointment confirmed, ${name}.`,
    appointmentWhen: 'When is the appointment?',
    promise: 'Promise a call',
    promised: (when) => `Call promised: ${when}`,
    promiseWhen: 'When to call?',
    time: 'Time',
    noTime: 'Choose a time',
    loading: 'Fetching the opening hours …',
    failed: 'The opening hours could not be fetched.',
    chooseTime: 'Choose day and time first.',
  },
  es: {
    appointment: (when) => `Cita: ${when}`,
    confirmed: 'confirmada',
    unconfirmed: 'aún sin confirmar',
    confirm: 'Registrar: hablé, cita confirmada',
    saidConfirmed: (name) => `Registrado: cita confirmada, ${name}.`,
    appointmentWhen: '¿Cuándo es la cita?',
    promise: 'Prometer una llamada',
    promised: (when) => `Llamada prometida: ${when}`,
    promiseWhen: '¿Cuándo llamar?',
    time: 'Hora',
    noTime: 'Elija una hora',
    loading: 'Buscando el horario …',
    failed: 'No se pudo obtener el horario.',
    chooseTime: 'Elija primero el día y la hora.',
  },
  fr: {
    appointment: (when) => `Rendez-vous : ${when}`,
    confirmed: 'confirmé',
    unconfirmed: 'pas encore confirmé',
    confirm: 'Noter : parlé, rendez-vous confirmé',
    saidConfirmed: (name) => `Noté : rendez-vous confirmé, ${name}.`,
    appointmentWhen: 'Quand est le rendez-vous ?',
    promise: 'Promettre un appel',
    promised: (when) => `Appel promis : ${when}`,
    promiseWhen: 'Quand appeler ?',
    time: 'Heure',
    noTime: 'Choisissez une heure',
    loading: 'Recherche des heures d’ouverture …',
    failed: 'Les heures d’ouverture n’ont pas pu être obtenues.',
    chooseTime: 'Choisissez d’abord le jour et l’heure.',
  },
};
