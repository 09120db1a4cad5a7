import type { LeadFormWords } from './lead-form-words.ts';

export const spanish: LeadFormWords = {
  title: (store) => (store ? `Pregunte a ${store}` : 'Pregúntenos'),
  titleOf: (vehicle) => `Pregunte por el ${vehicle}`,
  firstName: 'Nombre',
  lastName: 'Apellidos',
  phone: 'Teléfono',
  email: 'Correo electrónico',
  reach: 'Basta con uno de los dos.',
  prefer: '¿Cómo prefiere la respuesta?',
  channels: { call: 'Llamada', text: 'Mensaje de texto', email: 'Correo' },
  comment: '¿Qué desea saber?',
  send: 'Enviar',
  sending: 'Enviando …',
  answerBy: (time) => `Le responderemos a más tardar: ${time}.`,
  orCall: 'O llame al',
  trap: 'Deje esto vacío',
  notNow: 'No hay conexión. Lo que escribió se conserva aquí; envíelo de nuevo, por favor.',
};
