import { STAFF_ES } from '../staff/staff.es.ts';
import type { WhileAwayWords } from './while-away-words.ts';

export const WHILE_AWAY_ES: WhileAwayWords = {
  ...STAFF_ES,
  title: 'Mientras usted no estaba',
  span: (from, to) => (from === to ? from : `${from} a ${to}`),
  nothing: 'No pasó nada con sus clientes.',
  more: 'Hay más: vea el historial de cada cliente.',
  rest: (count) => `${count} más`,
  by: (name) => `por ${name}`,
  kinds: {
    lead: 'consultó',
    reply: 'se puso en contacto',
    delivered: 'recibió el vehículo',
    lost: 'se dio por perdido',
  },
  looked: 'Lo he visto',
  saying: 'Guardando …',
};
