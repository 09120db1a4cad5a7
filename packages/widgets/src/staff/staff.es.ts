import type { StaffWords } from './staff-words.ts';

export const STAFF_ES: StaffWords = {
  tryAgain: 'Intentar de nuevo',
  signedOut: 'Su sesión ha terminado. Entre de nuevo para seguir.',
  signIn: 'Entrar',
  nobodyNamed: 'Cliente sin nombre',
  roles: {
    principal: 'Propietario',
    generalManager: 'Gerente general',
    manager: 'Gerente',
    salesperson: 'Vendedor',
    bdcAgent: 'Agente BDC',
    auditor: 'Auditor',
    administrator: 'Administrador',
  },
  failure: {
    signedOut: 'Su sesión ha terminado.',
    notAllowed: 'Usted no puede ver ni hacer esto.',
    notFound: 'Esto no existe (o ya no existe).',
    input: 'El servidor no entendió la pregunta.',
    limited: 'Demasiadas peticiones: espere un momento.',
    offline: 'No hay conexión con el servidor.',
    timeout: 'El servidor tardó demasiado en responder.',
    server: 'Algo falló en el servidor.',
  },
  channels: {
    call: 'Llamada',
    text: 'Mensaje de texto',
    email: 'Correo',
    video: 'Video',
    letter: 'Carta',
    inPerson: 'En persona',
  },
  dispositions: {
    spoke: 'conversación',
    leftMessage: 'mensaje dejado',
    noAnswer: 'sin respuesta',
    wrongNumber: 'número equivocado',
    sent: 'enviado',
    appointmentSet: 'cita acordada',
    notInterested: 'sin interés',
  },
};
