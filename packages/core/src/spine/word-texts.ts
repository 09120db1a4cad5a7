import type { CallOutcome } from './fact.ts';
import type { Locale } from './reason-texts.ts';
import type { Channel, DepartmentKind, Direction, Disposition, Origin, Purpose, Role } from './words.ts';

type Word = Channel | Purpose | Origin | DepartmentKind | Role | Disposition | Direction | CallOutcome | 'all';

/** The glossary's words as they stand inside a sentence: "by text message", "for an appointment". */
export const WORD_TEXTS: Readonly<Record<Word, Readonly<Record<Locale, string>>>> = {
  all: { en: 'all', es: 'todo', fr: 'tout' },
  // channels
  call: { en: 'phone', es: 'teléfono', fr: 'téléphone' },
  text: { en: 'text message', es: 'mensaje de texto', fr: 'texto' },
  email: { en: 'e-mail', es: 'correo electrónico', fr: 'courriel' },
  video: { en: 'video', es: 'video', fr: 'vidéo' },
  letter: { en: 'letter', es: 'carta', fr: 'lettre' },
  inPerson: { en: 'visit', es: 'visita', fr: 'visite' },
  // purposes
  replyToInquiry: { en: 'a reply to an inquiry', es: 'responder a una consulta', fr: 'répondre à une demande' },
  appointment: { en: 'an appointment', es: 'una cita', fr: 'un rendez-vous' },
  transaction: { en: 'a deal under way', es: 'una operación en curso', fr: 'une affaire en cours' },
  survey: { en: 'a survey', es: 'una encuesta', fr: 'un sondage' },
  marketing: { en: 'marketing', es: 'publicidad', fr: 'publicité' },
  // origins and departments
  internet: { en: 'Internet', es: 'internet', fr: 'Internet' },
  phoneUp: { en: 'phone-up', es: 'llamada entrante', fr: 'appel entrant' },
  walkIn: { en: 'walk-in', es: 'visita sin cita', fr: 'visite spontanée' },
  referral: { en: 'referral', es: 'recomendación', fr: 'recommandation' },
  service: { en: 'service', es: 'servicio', fr: 'atelier' },
  leaseEnd: { en: 'lease end', es: 'fin del arrendamiento', fr: 'fin de location' },
  beBack: { en: 'be-back', es: 'cliente que vuelve', fr: 'client qui revient' },
  sales: { en: 'sales', es: 'ventas', fr: 'ventes' },
  bdc: { en: 'BDC', es: 'BDC', fr: 'BDC' },
  // roles
  principal: { en: 'principal', es: 'propietario', fr: 'propriétaire' },
  generalManager: { en: 'general manager', es: 'gerente general', fr: 'directeur général' },
  manager: { en: 'manager', es: 'gerente', fr: 'directeur des ventes' },
  salesperson: { en: 'salesperson', es: 'vendedor', fr: 'vendeur' },
  bdcAgent: { en: 'BDC agent', es: 'agente del BDC', fr: 'agent du BDC' },
  auditor: { en: 'auditor', es: 'auditor', fr: 'vérificateur' },
  administrator: { en: 'administrator', es: 'administrador', fr: 'administrateur' },
  // dispositions and outcomes of calls
  spoke: { en: 'spoke', es: 'habló', fr: 'a parlé' },
  leftMessage: { en: 'left a message', es: 'dejó un mensaje', fr: 'a laissé un message' },
  noAnswer: { en: 'no answer', es: 'sin respuesta', fr: 'sans réponse' },
  wrongNumber: { en: 'wrong number', es: 'número equivocado', fr: 'mauvais numéro' },
  sent: { en: 'sent', es: 'enviado', fr: 'envoyé' },
  appointmentSet: { en: 'appointment set', es: 'cita fijada', fr: 'rendez-vous fixé' },
  notInterested: { en: 'not interested', es: 'sin interés', fr: 'pas intéressé' },
  connected: { en: 'connected', es: 'conectada', fr: 'connecté' },
  voicemailLeft: { en: 'voicemail left', es: 'mensaje de voz dejado', fr: 'message vocal laissé' },
  voicemailBox: { en: 'voicemail box', es: 'buzón de voz', fr: 'boîte vocale' },
  busy: { en: 'busy', es: 'ocupado', fr: 'occupé' },
  failed: { en: 'failed', es: 'fallida', fr: 'échoué' },
  abandoned: { en: 'abandoned', es: 'abandonada', fr: 'abandonné' },
  unknown: { en: 'unknown', es: 'desconocido', fr: 'inconnu' },
  // directions
  inbound: { en: 'inbound', es: 'entrante', fr: 'entrant' },
  outbound: { en: 'outbound', es: 'saliente', fr: 'sortant' },
};
