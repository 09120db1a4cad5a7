import { countedIn } from '../format/counted.ts';
import { STAFF_ES } from '../staff/staff.es.ts';
import type { DaySheetWords } from './day-sheet-words.ts';

const counted = countedIn('es');

export const DAY_SHEET_ES: DaySheetWords = {
  ...STAFF_ES,
  loading: 'Cargando el día …',
  failed: 'No se pudo cargar el día',
  empty: (name) => `No hay nada en la lista de ${name} para este día.`,
  asOf: (time) => `a las ${time}`,
  tasks: (count) => counted(count, '# tarea', '# tareas'),
  how: 'Marque el resultado y escriba la hora. Sin hora, cuenta el día.',
  code: 'Código',
  customer: 'Cliente',
  why: 'Qué y por qué',
  done: 'Resultado',
  note: 'Nota',
  time: 'Hora',
  appointment: 'Cita',
  callAgain: 'Volver a llamar',
  until: (time) => `Permitido hasta las ${time}`,
  notBefore: (time) => `No antes de ${time}`,
  last: (what, when) => `Último: ${what}, ${when}`,
  comesIn: (when) => `Cita: ${when}`,
  outcomes: {
    spoke: 'Habló',
    leftMessage: 'Dejó mensaje',
    noAnswer: 'Sin respuesta',
    wrongNumber: 'Número equivocado',
    sent: 'Enviado',
    appointmentSet: 'Cita fijada',
    notInterested: 'Sin interés',
  },
  keep: 'Datos de clientes: llévelos consigo, entréguelos y destrúyalos cuando estén anotados.',
};
