import type { SurveyWords } from './survey-words.ts';

export const spanish: SurveyWords = {
  title: (store) => `¿Qué tal en ${store}?`,
  with: (salesperson) => `Le atendió ${salesperson}.`,
  choose: 'Elija una respuesta.',
  check: (count) => (count === 1 ? 'Falta una respuesta.' : `Faltan ${count} respuestas.`),
  outOf: (value, most) => `${value} de ${most}`,
  send: 'Enviar',
  sending: 'Enviando …',
  loading: 'Cargando las preguntas …',
  thanks: 'Gracias',
  already: 'Ya ha respondido',
  alreadyText: 'Valen sus primeras respuestas. No se cambió nada.',
  gone: 'Este enlace ya no funciona',
  goneText: 'Es desconocido o ha caducado. El correo más reciente del concesionario tiene el correcto.',
  failed: 'No funcionó',
  tryAgain: 'Intentar de nuevo',
  failures: {
    signedOut: 'El enlace no es válido.',
    notAllowed: 'El enlace no es válido.',
    notFound: 'El enlace no es válido.',
    input: 'Algo no se pudo aceptar. Revise sus respuestas, por favor.',
    limited: 'Hubo demasiados intentos desde aquí. Espere unos minutos.',
    offline: 'No hay conexión. Sus respuestas quedan aquí y se enviarán cuando la haya.',
    timeout: 'El servidor tardó demasiado en responder.',
    server: 'Algo falló en el servidor.',
  },
};
