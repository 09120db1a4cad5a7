import type { ReasonTexts } from '../spine/reason-texts.ts';

export const REASON_TEXTS = {
  'cadence.minutesAfterInternetLead': {
    en: 'Due within {within:duration} of opening hours after the Internet lead of {since:instant}.',
    es: 'Pendiente en {within:duration} de horario abierto desde el contacto por internet del {since:instant}.',
    fr: 'À faire en {within:duration} d’ouverture après la demande par Internet du {since:instant}.',
  },
  'cadence.dayAfterInternetLead': {
    en: 'Day {days:number} after the Internet lead of {since:instant}.',
    es: 'Día {days:number} después del contacto por internet del {since:instant}.',
    fr: 'Jour {days:number} après la demande par Internet du {since:instant}.',
  },
  'cadence.minutesAfterPhoneUp': {
    en: 'Due within {within:duration} after the customer’s call of {since:instant}.',
    es: 'Pendiente en {within:duration} desde la llamada del cliente del {since:instant}.',
    fr: 'À faire en {within:duration} après l’appel du client du {since:instant}.',
  },
  'cadence.dayAfterPhoneUp': {
    en: 'Day {days:number} after the customer’s call of {since:instant}.',
    es: 'Día {days:number} después de la llamada del cliente del {since:instant}.',
    fr: 'Jour {days:number} après l’appel du client du {since:instant}.',
  },
  'cadence.minutesAfterVisit': {
    en: 'Due within {within:duration} after the visit of {since:instant}.',
    es: 'Pendiente en {within:duration} desde la visita del {since:instant}.',
    fr: 'À faire en {within:duration} après la visite du {since:instant}.',
  },
  'cadence.dayAfterVisit': {
    en: 'Day {days:number} after the visit of {since:instant}.',
    es: 'Día {days:number} después de la visita del {since:instant}.',
    fr: 'Jour {days:number} après la visite du {since:instant}.',
  },
  'cadence.minutesAfterLeaseEndSeen': {
    en: 'Due within {within:duration} after the lease end came in sight on {since:instant}.',
    es: 'Pendiente en {within:duration} desde que se acercó el fin del leasing, el {since:instant}.',
    fr: 'À faire en {within:duration} après l’approche de la fin de location du {since:instant}.',
  },
  'cadence.dayAfterLeaseEndSeen': {
    en: 'Day {days:number} after the lease end came in sight on {since:instant}.',
    es: 'Día {days:number} desde que se acercó el fin del leasing, el {since:instant}.',
    fr: 'Jour {days:number} après l’approche de la fin de location du {since:instant}.',
  },
  'cadence.minutesAfterServiceVisit': {
    en: 'Due within {within:duration} after the visit to the workshop of {since:instant}.',
    es: 'Pendiente en {within:duration} desde la visita al taller del {since:instant}.',
    fr: 'À faire en {within:duration} après la visite à l’atelier du {since:instant}.',
  },
  'cadence.dayAfterServiceVisit': {
    en: 'Day {days:number} after the visit to the workshop of {since:instant}.',
    es: 'Día {days:number} después de la visita al taller del {since:instant}.',
    fr: 'Jour {days:number} après la visite à l’atelier du {since:instant}.',
  },
  'cadence.minutesBeforeAppointment': {
    en: 'Due in the {within:duration} before the appointment of {startsAt:instant}.',
    es: 'Pendiente en {within:duration} antes de la cita del {startsAt:instant}.',
    fr: 'À faire dans les {within:duration} avant le rendez-vous du {startsAt:instant}.',
  },
  'cadence.daysBeforeAppointment': {
    en: 'The appointment is on {startsAt:instant} (days before it: {days:number}).',
    es: 'La cita es el {startsAt:instant} (días antes: {days:number}).',
    fr: 'Le rendez-vous est le {startsAt:instant} (jours avant : {days:number}).',
  },
  'cadence.minutesAfterAppointment': {
    en: 'Due within {within:duration} after the appointment of {startsAt:instant}: nobody has noted that the customer came.',
    es: 'Pendiente en {within:duration} desde la cita del {startsAt:instant}: nadie ha anotado que el cliente viniera.',
    fr: 'À faire en {within:duration} après le rendez-vous du {startsAt:instant} : personne n’a noté que le client est venu.',
  },
  'cadence.dayAfterAppointment': {
    en: 'Day {days:number} after the appointment of {startsAt:instant}: nobody has noted that the customer came.',
    es: 'Día {days:number} después de la cita del {startsAt:instant}: nadie ha anotado que el cliente viniera.',
    fr: 'Jour {days:number} après le rendez-vous du {startsAt:instant} : personne n’a noté que le client est venu.',
  },
  'cadence.minutesAfterDelivery': {
    en: 'Due within {within:duration} after the delivery of {since:instant}.',
    es: 'Pendiente en {within:duration} desde la entrega del {since:instant}.',
    fr: 'À faire en {within:duration} après la livraison du {since:instant}.',
  },
  'cadence.dayAfterDelivery': {
    en: 'Day {days:number} after the delivery of {since:instant}.',
    es: 'Día {days:number} después de la entrega del {since:instant}.',
    fr: 'Jour {days:number} après la livraison du {since:instant}.',
  },
  'cadence.minutesAfterLoss': {
    en: 'Due within {within:duration} after the deal was lost on {since:instant}.',
    es: 'Pendiente en {within:duration} desde la pérdida de la venta del {since:instant}.',
    fr: 'À faire en {within:duration} après la perte de l’affaire du {since:instant}.',
  },
  'cadence.dayAfterLoss': {
    en: 'Day {days:number} after the deal was lost on {since:instant}.',
    es: 'Día {days:number} después de la pérdida de la venta del {since:instant}.',
    fr: 'Jour {days:number} après la perte de l’affaire du {since:instant}.',
  },
  'cadence.promised': {
    en: 'Promised to the customer on {since:instant}: contact by {channel:word} on {dueAt:instant}.',
    es: 'Prometido al cliente el {since:instant}: contacto por {channel:word} el {dueAt:instant}.',
    fr: 'Promis au client le {since:instant} : contact par {channel:word} le {dueAt:instant}.',
  },
  'cadence.clockRunning': {
    en: 'Nobody has answered this customer yet since {since:instant}.',
    es: 'Nadie ha respondido a este cliente desde el {since:instant}.',
    fr: 'Personne n’a encore répondu à ce client depuis le {since:instant}.',
  },
  'cadence.askedAgain': {
    en: 'The customer asked again on {since:instant}: the plan begins anew.',
    es: 'El cliente volvió a preguntar el {since:instant}: el plan empieza de nuevo.',
    fr: 'Le client a redemandé le {since:instant} : le plan recommence.',
  },
  'cadence.overdue': {
    en: 'It was due by {deadline:instant}.',
    es: 'Debía hacerse antes del {deadline:instant}.',
    fr: 'C’était à faire avant le {deadline:instant}.',
  },
  'cadence.missed': {
    en: 'Missed: it was due by {deadline:instant} and is asked for no longer.',
    es: 'No se hizo: debía hacerse antes del {deadline:instant} y ya no se pide.',
    fr: 'Manqué : c’était à faire avant le {deadline:instant} et ce n’est plus demandé.',
  },
  'cadence.merged': {
    en: 'Closed hours moved it onto the next touch of this kind, from {from:instant}.',
    es: 'El horario cerrado lo unió al siguiente contacto de este tipo, desde el {from:instant}.',
    fr: 'Les heures de fermeture l’ont réuni au contact suivant de ce type, dès le {from:instant}.',
  },
  'cadence.stoppedByReply': {
    en: 'Not needed: the customer replied on {at:instant}.',
    es: 'No hace falta: el cliente respondió el {at:instant}.',
    fr: 'Inutile : le client a répondu le {at:instant}.',
  },
  'cadence.stoppedByConversation': {
    en: 'Not needed: somebody spoke with the customer on {at:instant}.',
    es: 'No hace falta: alguien habló con el cliente el {at:instant}.',
    fr: 'Inutile : quelqu’un a parlé avec le client le {at:instant}.',
  },
  'cadence.stoppedByAppointment': {
    en: 'Not needed: an appointment was set on {at:instant}.',
    es: 'No hace falta: se fijó una cita el {at:instant}.',
    fr: 'Inutile : un rendez-vous a été fixé le {at:instant}.',
  },
  'cadence.stoppedByRefusal': {
    en: 'Stopped: the customer said on {at:instant} that there is no interest.',
    es: 'Detenido: el cliente dijo el {at:instant} que no le interesa.',
    fr: 'Arrêté : le client a dit le {at:instant} ne pas être intéressé.',
  },
  'cadence.stoppedByConfirmation': {
    en: 'Not needed: the customer confirmed the appointment on {at:instant}.',
    es: 'No hace falta: el cliente confirmó la cita el {at:instant}.',
    fr: 'Inutile : le client a confirmé le rendez-vous le {at:instant}.',
  },
  'cadence.stoppedByVisit': {
    en: 'Not needed: the customer came on {at:instant}.',
    es: 'No hace falta: el cliente vino el {at:instant}.',
    fr: 'Inutile : le client est venu le {at:instant}.',
  },
  'cadence.stoppedByWrongNumber': {
    en: 'Stopped: the call of {at:instant} reached a wrong number.',
    es: 'Detenido: la llamada del {at:instant} llegó a un número equivocado.',
    fr: 'Arrêté : l’appel du {at:instant} a atteint un mauvais numéro.',
  },
  'cadence.noPhone': {
    en: 'Not possible: the customer gave no phone number.',
    es: 'No es posible: el cliente no dio un número de teléfono.',
    fr: 'Impossible : le client n’a pas donné de numéro de téléphone.',
  },
  'cadence.noEmail': {
    en: 'Not possible: the customer gave no e-mail address.',
    es: 'No es posible: el cliente no dio una dirección de correo electrónico.',
    fr: 'Impossible : le client n’a pas donné d’adresse électronique.',
  },
} as const satisfies ReasonTexts;
