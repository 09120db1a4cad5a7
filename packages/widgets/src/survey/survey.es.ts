import type { SurveyWords } from './survey-words.ts';

export const spanish: SurveyWords = {
  title: (store) => `¿Qué tal en ${store}?`,
  with: (salesperson) => `Le atendió ${salesperson}.`,
  outOf: (value, most) => `${value} de ${most}`,
  send: 'Enviar',
  sending: 'Enviando …',
  loading: 'Cargando las preguntas …',
  tryAgain: 'Intentar de nuevo',
  notNow: 'No hay conexión. Inténtelo de nuevo, por favor.',
};
