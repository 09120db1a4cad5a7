import type { ReasonTexts } from '../spine/reason-texts.ts';

/** The sentences of this folder's refusals, and the words of the reasons for which a sale is lost. */
export const REASON_TEXTS = {
  'opportunity.unknown': {
    en: 'There is no such deal yet: no opening of it is known.',
    es: 'Esta operación todavía no existe: no consta su apertura.',
    fr: "Cette affaire n'existe pas encore : son ouverture n'est pas connue.",
  },
  'opportunity.inFuture': {
    en: 'The time given lies ahead ({at:instant}). Only what has happened can be recorded.',
    es: 'La hora indicada está en el futuro ({at:instant}). Solo se registra lo que ya ocurrió.',
    fr: "L'heure indiquée est à venir ({at:instant}). Seul ce qui a eu lieu peut être enregistré.",
  },
  'opportunity.beforeOpening': {
    en: 'The time given ({at:instant}) is before the deal began ({openedAt:instant}).',
    es: 'La hora indicada ({at:instant}) es anterior al inicio de la operación ({openedAt:instant}).',
    fr: "L'heure indiquée ({at:instant}) précède le début de l'affaire ({openedAt:instant}).",
  },
  'opportunity.beforeLastTurn': {
    en: 'The time given ({at:instant}) is before the last change of this deal ({turnedAt:instant}).',
    es: 'La hora indicada ({at:instant}) es anterior al último cambio de la operación ({turnedAt:instant}).',
    fr: "L'heure indiquée ({at:instant}) précède le dernier changement de l'affaire ({turnedAt:instant}).",
  },
  'opportunity.alreadyDelivered': {
    en: 'The vehicle is delivered already ({deliveredAt:instant}).',
    es: 'El vehículo ya fue entregado ({deliveredAt:instant}).',
    fr: 'Le véhicule est déjà livré ({deliveredAt:instant}).',
  },
  'opportunity.noAppointment': {
    en: 'No appointment is set with this customer.',
    es: 'No hay ninguna cita fijada con este cliente.',
    fr: 'Aucun rendez-vous n’est fixé avec ce client.',
  },
  'opportunity.appointmentOver': {
    en: 'The appointment was on {startsAt:instant}: set a new one.',
    es: 'La cita era el {startsAt:instant}: fije una nueva.',
    fr: 'Le rendez-vous était le {startsAt:instant} : fixez-en un nouveau.',
  },
  'opportunity.appointmentAhead': {
    en: 'The appointment is only on {startsAt:instant}: the customer cannot have come to it yet.',
    es: 'La cita es el {startsAt:instant}: el cliente aún no puede haber acudido.',
    fr: 'Le rendez-vous n’est que le {startsAt:instant} : le client ne peut pas encore y être venu.',
  },
  'opportunity.notDelivered': {
    en: 'Only a delivered deal can be unwound.',
    es: 'Solo se puede deshacer una operación entregada.',
    fr: 'Seule une affaire livrée peut être annulée.',
  },
  'opportunity.alreadyLost': {
    en: 'The deal is lost already ({lostAt:instant}).',
    es: 'La operación ya consta como perdida ({lostAt:instant}).',
    fr: "L'affaire est déjà perdue ({lostAt:instant}).",
  },
  'opportunity.lostReasonMissing': {
    en: 'A lost sale needs its reason.',
    es: 'Una venta perdida necesita su motivo.',
    fr: 'Une vente perdue demande un motif.',
  },
  'opportunity.lostReasonUnknown': {
    en: 'This reason for a lost sale is not on the list. Choose one of: {allowed}.',
    es: 'Ese motivo de venta perdida no está en la lista. Elija uno de: {allowed}.',
    fr: "Ce motif de vente perdue n'est pas dans la liste. Choisissez parmi : {allowed}.",
  },
  'lost.boughtElsewhere': { en: 'Bought elsewhere', es: 'Compró en otro lugar', fr: 'A acheté ailleurs' },
  'lost.price': { en: 'Price or payment', es: 'Precio o cuota', fr: 'Prix ou mensualité' },
  'lost.credit': { en: 'Credit refused', es: 'Crédito rechazado', fr: 'Crédit refusé' },
  'lost.vehicleGone': {
    en: 'Vehicle no longer there',
    es: 'Vehículo ya no disponible',
    fr: 'Véhicule plus disponible',
  },
  'lost.notBuying': { en: 'No longer buying', es: 'Ya no quiere comprar', fr: "N'achète plus" },
  'lost.unreachable': { en: 'Never reached', es: 'No se logró contactar', fr: 'Jamais joint' },
  'lost.service': { en: 'Unhappy with how we served', es: 'Descontento con la atención', fr: "Mécontent de l'accueil" },
  'lost.other': { en: 'Another reason', es: 'Otro motivo', fr: 'Autre motif' },
} as const satisfies ReasonTexts;
