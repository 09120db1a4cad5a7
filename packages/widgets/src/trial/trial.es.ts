import { countedIn } from '../format/counted.ts';
import { STAFF_ES } from '../staff/staff.es.ts';
import type { TrialWords } from './trial-words.ts';

const counted = countedIn('es');
/** What there is none of goes unsaid. */
const both = (texts: number, emails: number): string =>
  [
    texts > 0 ? counted(texts, '# mensaje de texto', '# mensajes de texto') : '',
    emails > 0 ? counted(emails, '# correo', '# correos') : '',
  ]
    .filter(Boolean)
    .join(' y ');
const by = (name: string | undefined): string => (name === undefined ? '' : ` por ${name}`);

export const TRIAL_ES: TrialWords = {
  ...STAFF_ES,
  title: 'La prueba',
  about:
    'La tienda sigue su plan a mano durante una temporada, con hojas impresas y un bolígrafo. Nada se automatiza antes de que el dueño diga sí: automatizar el desorden da un desorden automático.',
  store: 'Tienda',
  loading: 'Buscando la prueba …',
  failed: 'No se pudo obtener la prueba',
  noStore: 'Usted no responde por ninguna tienda.',
  none: 'Esta tienda nunca estuvo en prueba.',
  phases: {
    running: 'En curso',
    undecided: 'Terminó y espera al dueño',
    go: 'Sí',
    noGo: 'No',
    calledOff: 'Cancelada',
  },
  lasts: (from, until) => `${from} a ${until}`,
  begunBy: (name) => `empezada por ${name}`,
  dayOf: (day, days) => `Día ${day} de ${days}`,
  locked: 'La automatización está bloqueada',
  free: 'La automatización está libre',
  freeBecause: 'Los mensajes de texto y correos del plan se envían cuando llega su hora.',
  goWould: (texts, emails) =>
    `El sí pondría en marcha lo que está abierto ahora: ${both(texts, emails)}, cada uno a su hora y si la ley lo permite.`,
  nothingWaits: 'La automatización no tiene nada abierto ahora. El sí pondría en marcha lo que surja desde entonces.',
  late: (count) => counted(count, '# ya llega tarde y no se envía.', '# ya llegan tarde y no se envían.'),
  who: 'Quién lo cumple',
  judging: 'Cumplir: nueve pasos de diez hechos, y llamadas documentadas según la norma del plan.',
  nobody: 'Nadie tuvo nada que hacer todavía.',
  everybody: 'Todos juntos',
  unknownPerson: 'Alguien que ya no está',
  steps: 'Pasos hechos',
  documented: 'Llamadas documentadas',
  of: (done, of) => `${done} de ${of}`,
  noneYet: 'ninguna todavía',
  keepings: { kept: 'lo cumplió', notKept: 'no lo cumplió', tooLittle: 'muy poco para juzgar' },
  figures: 'Lo que llegó',
  leads: 'Contactos',
  deliveries: 'Entregas',
  surveyed: 'Compradores que respondieron',
  answers: 'Lo que respondieron los clientes',
  noAnswers: 'Nadie ha respondido la encuesta todavía.',
  mean: (mean, scale) => `${mean} de ${scale}`,
  answered: (count) => counted(count, '# respuesta', '# respuestas'),
  low: (count) => (count === 0 ? 'ninguna baja' : `${counted(count, '# baja', '# bajas')}: alguien tuvo que llamar`),
  deciding: 'Sí o no',
  goAfter: (day) => `El sí se puede decir después del ${day}, el no en cualquier momento.`,
  ownerDecides: 'Decide el dueño.',
  acts: { go: 'Sí …', noGo: 'No …', calledOff: 'Cancelarla …' },
  asks: {
    go: 'Desde ahora los mensajes de texto y correos del plan se envían cuando llega su hora. Lo que ya llega tarde no se envía.',
    noGo: 'La prueba termina y la automatización queda bloqueada hasta que otra prueba acabe con un sí.',
    calledOff: 'Como si nadie la hubiera empezado: la automatización queda tan libre como antes.',
  },
  signs: {
    go: (name) => `Decir sí como ${name}`,
    noGo: (name) => `Decir no como ${name}`,
    calledOff: (name) => `Cancelarla como ${name}`,
  },
  why: 'Por qué',
  whyHint: 'Con sus propias palabras. Lo lee quien responde por la tienda, con su nombre y la hora.',
  whyFault: 'Diga por qué, en 10 a 1000 caracteres.',
  notYet: 'Todavía no',
  decided: {
    go: (name, at) => `Sí, dicho${by(name)} el ${at}`,
    noGo: (name, at) => `No, dicho${by(name)} el ${at}`,
    calledOff: (name, at) => `Cancelada${by(name)} el ${at}`,
  },
  figuresOfThen: 'Las cifras son las de aquel momento.',
  beginning: 'Empezar una prueba',
  beginAbout:
    'Desde el primer momento los mensajes de texto y correos del plan quedan bloqueados, también los que esperan su envío.',
  months: 'Cuánto tiempo',
  monthCount: (count) => counted(count, '# mes', '# meses'),
  begin: 'Empezar …',
  beginAsk: (months) => `¿Empezar ahora, por ${months}? La automatización queda bloqueada hasta que el dueño diga sí.`,
  beginNow: 'Empezar la prueba',
  managersBegin: 'La empieza un gerente.',
  ownerBegins: 'El dueño ya decidió esta: solo el dueño empieza otra.',
  saying: 'Guardando …',
  done: {
    start: 'La prueba ha empezado. La automatización está bloqueada.',
    go: 'Sí. La automatización está libre.',
    noGo: 'No. La automatización sigue bloqueada.',
    calledOff: 'La prueba está cancelada.',
  },
  notDone: 'No se hizo.',
};
