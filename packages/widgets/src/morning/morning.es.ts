import { countedIn } from '../format/counted.ts';
import { STAFF_ES } from '../staff/staff.es.ts';
import type { MorningWords } from './morning-words.ts';

const counted = countedIn('es');
const tasks = (count: number): string => counted(count, '# tarea', '# tareas');

export const MORNING_ES: MorningWords = {
  ...STAFF_ES,
  asOf: (day, time) => `${day}. Datos de las ${time}`,
  loading: 'Cargando la mañana …',
  failed: 'No se pudo cargar la mañana.',
  chooseStore: 'Sus tiendas',
  noStores: 'No hay una mañana para usted: no dirige ninguna tienda.',
  people: 'Personas',
  inToday: (there, all) => counted(there, `# de ${all} presente hoy`, `# de ${all} presentes hoy`),
  noPeople: 'En esta tienda nadie recibe tareas.',
  otherPeople: 'Toda la tienda',
  load: (done, capacity) => `${done} de ${tasks(capacity)}`,
  done: (count) => counted(count, '# hecha', '# hechas'),
  promised: (count) => counted(count, '# promesa', '# promesas'),
  room: (count) => `Margen para ${count}`,
  full: 'Completo',
  over: (count) => `${count} de más`,
  away: 'Ausente',
  awayUntil: (day) => `Ausente hasta el ${day}`,
  awayLater: (day) => `Ausente desde el ${day}`,
  markAway: 'Ausente hoy',
  markAwayOf: (name) => `${name} está ausente hoy`,
  back: 'Ha vuelto',
  backOf: (name) => `${name} ha vuelto`,
  callOff: 'Sí estará',
  callOffOf: (name) => `${name} sí estará`,
  awayTitle: (name) => `¿${name} está ausente hoy?`,
  asking: 'Calculando quién recibe qué …',
  nothingMoves: (name) => `${name} no tiene tareas abiertas hoy: no se mueve nada.`,
  moves: (count) => `${counted(count, 'Se moverá # tarea', 'Se moverán # tareas')} de hoy, primero las promesas:`,
  toPerson: (name, count) => `${name} recibe ${tasks(count)}`,
  automated: (count) => `${counted(count, '# tarea queda', '# tareas quedan')} para los mensajes del sistema`,
  deferred: (count, day) => `${counted(count, '# tarea se aplaza', '# tareas se aplazan')} al ${day}`,
  blocked: (count) => counted(count, '# tarea no permitida hoy', '# tareas no permitidas hoy'),
  each: 'Cada tarea y por qué',
  staysOwner: (name) => `Los clientes siguen siendo de ${name}.`,
  lastDay: 'Último día de ausencia',
  why: 'Motivo (opcional)',
  whyNot: 'Sin indicar',
  reasons: { dayOff: 'Día libre', vacation: 'Vacaciones', training: 'Formación' },
  confirm: (name) => `Anotar ausencia de ${name}`,
  cancel: 'Cancelar',
  working: 'Moviendo las tareas …',
  isAway: (name, moved) =>
    moved === 0
      ? `${name} figura como ausente.`
      : `${name} figura como ausente: ${counted(moved, '# tarea cambió', '# tareas cambiaron')} de lista.`,
  isBack: (name, moved) => (moved === 0 ? `${name} ha vuelto.` : `${name} ha vuelto, y con ello ${tasks(moved)}.`),
  findings: 'Hallazgos',
  findingsOpen: (count) => counted(count, '# hallazgo sin reconocer', '# hallazgos sin reconocer'),
  noFindings: 'Sin hallazgos abiertos',
};
