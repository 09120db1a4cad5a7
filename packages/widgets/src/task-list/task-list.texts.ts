import type { Channel, Disposition, FailureKind, Purpose } from '@beback/client';
import type { Texts } from '../base/locale.ts';

export interface TaskListTexts {
  readonly title: string;
  readonly done: (count: number) => string;
  readonly left: (count: number) => string;
  readonly asOf: (time: string) => string;
  readonly due: (time: string, left: string) => string;
  readonly late: (time: string, late: string) => string;
  readonly from: (time: string) => string;
  readonly why: string;
  readonly last: string;
  readonly lastNone: string;
  readonly lawfulUntil: (time: string) => string;
  readonly notLawful: string;
  readonly notLawfulUntil: (time: string) => string;
  readonly nobody: string;
  readonly dial: (number: string) => string;
  readonly write: (address: string) => string;
  readonly noAddress: string;
  readonly outcome: string;
  readonly note: string;
  readonly log: string;
  readonly logAs: (outcome: string) => string;
  readonly chooseFirst: string;
  readonly logged: (outcome: string, name: string) => string;
  readonly unsent: (outcome: string, name: string) => string;
  readonly refused: (name: string) => string;
  readonly tryAgain: string;
  readonly drop: string;
  readonly elsewhere: string;
  readonly goOn: string;
  readonly newer: (name: string) => string;
  readonly show: string;
  readonly next: string;
  readonly more: (count: number) => string;
  readonly take: (name: string) => string;
  readonly emptyTitle: string;
  readonly emptyText: (done: number) => string;
  readonly loading: string;
  readonly failed: string;
  readonly failure: Readonly<Record<FailureKind, string>>;
  readonly reconnecting: string;
  readonly signedOut: string;
  readonly signIn: string;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly outcomes: Readonly<Record<Disposition, string>>;
}

export const TASK_LIST_TEXTS: Texts<TaskListTexts> = {
  en: {
    title: 'Your day',
    done: (count) => `${count} done`,
    left: (count) => `${count} left`,
    asOf: (time) => `As of ${time}`,
    due: (time, left) => `Due by ${time}, ${left} left`,
    late: (time, late) => `Late: was due ${time}, ${late} ago`,
    from: (time) => `From ${time}`,
    why: 'Why now',
    last: 'Last time',
    lastNone: 'Nobody has been in touch yet',
    lawfulUntil: (time) => `May be made until ${time}`,
    notLawful: 'May not be made now',
    notLawfulUntil: (time) => `May not be made before ${time}`,
    nobody: 'Customer without a name',
    dial: (number) => `Call ${number}`,
    write: (address) => `Write to ${address}`,
    noAddress: 'No number or address is known',
    outcome: 'How did it end?',
    note: 'Note (if you like)',
    log: 'Log',
    logAs: (outcome) => `Log: ${outcome}`,
    chooseFirst: 'Choose how it ended first.',
    logged: (outcome, name) => `Logged: ${outcome}, ${name}.`,
    unsent: (outcome, name) => `Not logged yet: ${outcome}, ${name}.`,
    refused: (name) => `Not logged for ${name}:`,
    tryAgain: 'Try again',
    drop: 'Drop it',
    elsewhere: 'This has been settled elsewhere meanwhile.',
    goOn: 'Go on',
    newer: (name) => `More urgent now: ${name}`,
    show: 'Show',
    next: 'Next',
    more: (count) => `${count} more today`,
    take: (name) => `Take ${name} now`,
    emptyTitle: 'Nothing left for today',
    emptyText: (done) =>
      `${done === 1 ? '1 task is done.' : `${done} tasks are done.`} New ones appear here by themselves.`,
    loading: 'Fetching your day …',
    failed: 'Your day could not be fetched.',
    failure: {
      signedOut: 'You are signed out.',
      notAllowed: 'This list is not yours to see.',
      notFound: 'There is no such list.',
      input: 'The server did not understand the question.',
      limited: 'Too many requests: please wait a moment.',
      offline: 'There is no connection to the server.',
      timeout: 'The server took too long to answer.',
      server: 'Something went wrong at the server.',
    },
    reconnecting: 'Changes do not arrive at the moment: connecting again …',
    signedOut: 'Your session has ended. Sign in to go on with your day.',
    signIn: 'Sign in',
    channels: { call: 'Call', text: 'Text', email: 'E-mail', video: 'Video', letter: 'Letter', inPerson: 'In person' },
    purposes: {
      replyToInquiry: 'answer to an inquiry',
      appointment: 'appointment',
      transaction: 'purchase',
      survey: 'survey',
      marketing: 'offer',
    },
    outcomes: {
      spoke: 'spoke',
      leftMessage: 'left message',
      noAnswer: 'no answer',
      wrongNumber: 'wrong number',
      sent: 'sent',
      appointmentSet: 'appointment set',
      notInterested: 'not interested',
    },
  },
  es: {
    title: 'Su día',
    done: (count) => (count === 1 ? '1 hecha' : `${count} hechas`),
    left: (count) => (count === 1 ? '1 pendiente' : `${count} pendientes`),
    asOf: (time) => `Situación: ${time}`,
    due: (time, left) => `Plazo: ${time}, quedan ${left}`,
    late: (time, late) => `Con retraso: plazo ${time}, hace ${late}`,
    from: (time) => `Desde: ${time}`,
    why: 'Por qué ahora',
    last: 'La última vez',
    lastNone: 'Todavía nadie se ha puesto en contacto',
    lawfulUntil: (time) => `Permitido hasta: ${time}`,
    notLawful: 'Ahora no está permitido',
    notLawfulUntil: (time) => `No permitido antes de: ${time}`,
    nobody: 'Cliente sin nombre',
    dial: (number) => `Llamar al ${number}`,
    write: (address) => `Escribir a ${address}`,
    noAddress: 'No se conoce número ni dirección',
    outcome: '¿Cómo terminó?',
    note: 'Nota (si quiere)',
    log: 'Registrar',
    logAs: (outcome) => `Registrar: ${outcome}`,
    chooseFirst: 'Elija primero cómo terminó.',
    logged: (outcome, name) => `Registrado: ${outcome}, ${name}.`,
    unsent: (outcome, name) => `Aún sin registrar: ${outcome}, ${name}.`,
    refused: (name) => `Sin registrar para ${name}:`,
    tryAgain: 'Intentar de nuevo',
    drop: 'Descartar',
    elsewhere: 'Entretanto se resolvió en otro lugar.',
    goOn: 'Seguir',
    newer: (name) => `Ahora más urgente: ${name}`,
    show: 'Mostrar',
    next: 'Después',
    more: (count) => `${count} más hoy`,
    take: (name) => `Atender ahora a ${name}`,
    emptyTitle: 'No queda nada para hoy',
    emptyText: (done) =>
      `${done === 1 ? 'Hay 1 tarea hecha.' : `Hay ${done} tareas hechas.`} Las nuevas aparecen aquí por sí solas.`,
    loading: 'Cargando su día …',
    failed: 'No se pudo cargar su día.',
    failure: {
      signedOut: 'Su sesión ha terminado.',
      notAllowed: 'Esta lista no es suya.',
      notFound: 'Esa lista no existe.',
      input: 'El servidor no entendió la pregunta.',
      limited: 'Demasiadas peticiones: espere un momento.',
      offline: 'No hay conexión con el servidor.',
      timeout: 'El servidor tardó demasiado en responder.',
      server: 'Algo falló en el servidor.',
    },
    reconnecting: 'Los cambios no llegan en este momento: conectando de nuevo …',
    signedOut: 'Su sesión ha terminado. Entre de nuevo para seguir con su día.',
    signIn: 'Entrar',
    channels: {
      call: 'Llamada',
      text: 'Mensaje de texto',
      email: 'Correo',
      video: 'Video',
      letter: 'Carta',
      inPerson: 'En persona',
    },
    purposes: {
      replyToInquiry: 'respuesta a una consulta',
      appointment: 'cita',
      transaction: 'compra',
      survey: 'encuesta',
      marketing: 'oferta',
    },
    outcomes: {
      spoke: 'hablamos',
      leftMessage: 'dejé mensaje',
      noAnswer: 'sin respuesta',
      wrongNumber: 'número equivocado',
      sent: 'enviado',
      appointmentSet: 'cita acordada',
      notInterested: 'sin interés',
    },
  },
  fr: {
    title: 'Votre journée',
    done: (count) => (count < 2 ? `${count} faite` : `${count} faites`),
    left: (count) => (count < 2 ? `${count} restante` : `${count} restantes`),
    asOf: (time) => `À ${time}`,
    due: (time, left) => `Avant ${time}, encore ${left}`,
    late: (time, late) => `En retard : prévu pour ${time}, il y a ${late}`,
    from: (time) => `À partir de ${time}`,
    why: 'Pourquoi maintenant',
    last: 'La dernière fois',
    lastNone: 'Personne n’a encore pris contact',
    lawfulUntil: (time) => `Permis jusqu’à ${time}`,
    notLawful: 'Pas permis maintenant',
    notLawfulUntil: (time) => `Pas permis avant ${time}`,
    nobody: 'Client sans nom',
    dial: (number) => `Appeler le ${number}`,
    write: (address) => `Écrire à ${address}`,
    noAddress: 'Aucun numéro ni adresse connus',
    outcome: 'Comment cela s’est-il terminé ?',
    note: 'Note (si vous voulez)',
    log: 'Noter',
    logAs: (outcome) => `Noter : ${outcome}`,
    chooseFirst: 'Choisissez d’abord comment cela s’est terminé.',
    logged: (outcome, name) => `Noté : ${outcome}, ${name}.`,
    unsent: (outcome, name) => `Pas encore noté : ${outcome}, ${name}.`,
    refused: (name) => `Non noté pour ${name} :`,
    tryAgain: 'Réessayer',
    drop: 'Abandonner',
    elsewhere: 'C’est réglé ailleurs entre-temps.',
    goOn: 'Continuer',
    newer: (name) => `Plus urgent maintenant : ${name}`,
    show: 'Montrer',
    next: 'Ensuite',
    more: (count) => `${count} de plus aujourd’hui`,
    take: (name) => `Prendre ${name} maintenant`,
    emptyTitle: 'Plus rien pour aujourd’hui',
    emptyText: (done) =>
      (done < 2 ? `${done} tâche est faite.` : `${done} tâches sont faites.`) +
      ' Les nouvelles apparaissent ici d’elles-mêmes.',
    loading: 'Chargement de votre journée …',
    failed: 'Votre journée n’a pas pu être chargée.',
    failure: {
      signedOut: 'Vous êtes déconnecté.',
      notAllowed: 'Cette liste n’est pas la vôtre.',
      notFound: 'Cette liste n’existe pas.',
      input: 'Le serveur n’a pas compris la question.',
      limited: 'Trop de requêtes : un instant, s’il vous plaît.',
      offline: 'Il n’y a pas de connexion au serveur.',
      timeout: 'Le serveur a mis trop de temps à répondre.',
      server: 'Quelque chose a échoué au serveur.',
    },
    reconnecting: 'Les changements n’arrivent pas en ce moment : nouvelle connexion …',
    signedOut: 'Votre session est terminée. Reconnectez-vous pour poursuivre votre journée.',
    signIn: 'Se connecter',
    channels: {
      call: 'Appel',
      text: 'SMS',
      email: 'E-mail',
      video: 'Vidéo',
      letter: 'Lettre',
      inPerson: 'En personne',
    },
    purposes: {
      replyToInquiry: 'réponse à une demande',
      appointment: 'rendez-vous',
      transaction: 'achat',
      survey: 'enquête',
      marketing: 'offre',
    },
    outcomes: {
      spoke: 'parlé',
      leftMessage: 'message laissé',
      noAnswer: 'pas de réponse',
      wrongNumber: 'mauvais numéro',
      sent: 'envoyé',
      appointmentSet: 'rendez-vous pris',
      notInterested: 'pas intéressé',
    },
  },
};
