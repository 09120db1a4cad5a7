import { countedIn } from '../format/counted.ts';
import { STAFF_ES } from '../staff/staff.es.ts';
import type { KeyInWords } from './key-in-words.ts';

const counted = countedIn('es');

export const KEY_IN_ES: KeyInWords = {
  ...STAFF_ES,
  title: 'Anotar hojas del día',
  how: 'Código, número del resultado, Intro: cada fila se guarda sola y usted sigue con la siguiente.',
  loading: 'Cargando la hoja …',
  whose: 'Hoja de',
  mine: 'La mía',
  day: 'Hecho el',
  code: 'Código',
  outcome: 'Resultado',
  choose: 'Elija',
  time: 'Hora, si está escrita',
  note: 'Nota',
  appointmentDay: 'Día de la cita',
  appointmentTime: 'Hora de la cita',
  againDay: 'Volver a llamar el',
  againTime: 'Volver a llamar a las',
  which: 'Cuál de ellas',
  more: 'Se prometió otra llamada',
  save: 'Guardar fila',
  open: (count) =>
    counted(count, '# tarea de ese día aún no tiene resultado.', '# tareas de ese día aún no tienen resultado.'),
  faults: {
    code: 'Ninguna tarea de esta hoja tiene ese código. Revise el código, de quién es la hoja y el día.',
    done: (name) => `El resultado de ${name} ya está anotado.`,
    outcome: 'Elija el resultado.',
    outcomeOf: (channel) => `Ese resultado no es de esta tarea (${channel}).`,
    appointment: 'Una cita necesita su día y su hora.',
    begun: 'Guarde antes esta fila o vacíe sus campos: al corregir otra se perdería.',
    again: 'Una llamada prometida necesita su día y su hora.',
    day: 'Indique qué día se hizo: hoy o en los últimos 14 días.',
  },
  fields: {
    appointmentAt: 'La cita debe ser después del día en que se hizo, con la tienda abierta.',
    promiseAt: 'La llamada prometida debe ser después del día en que se hizo, con la tienda abierta.',
    time: 'La hora no es de ese día.',
    note: 'La nota es demasiado larga.',
  },
  rows: 'Filas de esta sesión',
  none: 'Todavía no hay nada anotado.',
  saving: 'guardando …',
  saved: 'guardada',
  refused: 'No se guardó',
  waits: 'Sin guardar todavía',
  correct: 'Corregir',
  correctOf: (name) => `Corregir la fila de ${name}`,
  count: (saved, left) => counted(saved, '# guardada', '# guardadas') + (left === 0 ? '' : `, ${left} sin guardar`),
};
