import type { Locale } from '../spine/reason-texts.ts';

/** Sentences of what stands in a plan beside its steps; `{…}` are filled in. */
export interface PolicyPhrases {
  readonly clock: string;
  readonly capacity: Readonly<Record<'sales' | 'internet' | 'bdc', string>>;
  readonly calls: string;
  readonly texts: string;
  readonly attempts: string;
  readonly quiet: string;
  readonly documented: string;
  readonly skipping: string;
  readonly survey: string;
  readonly lowAnswer: string;
  readonly and: string;
}

export const POLICY_PHRASES: Readonly<Record<Locale, PolicyPhrases>> = {
  en: {
    clock:
      'A lead is called within {call} minutes while the store is open; after {handOver} minutes anybody present may take it, after {manager} minutes the manager is told.',
    capacity: {
      sales: 'A salesperson on the floor gets at most {tasks} tasks a day, {calls} of them calls.',
      internet: 'A person of the Internet department gets at most {tasks} tasks a day, {calls} of them calls.',
      bdc: 'An agent of the BDC gets at most {tasks} tasks a day, {calls} of them calls.',
    },
    calls: 'Nobody is called before {from} or after {until} by the customer’s own clock.',
    texts: 'Nobody is texted before {from} or after {until} by the customer’s own clock.',
    attempts: 'Nobody is called more than {cap} times in 24 hours.',
    quiet: 'On {days} the store neither calls nor texts.',
    documented: 'When fewer than {share} of the logged calls are documented, there is an alarm.',
    skipping:
      'A department skips its calls when in {days} store days at least {steps} call steps passed their deadline, {missed} of them or more were missed, and {emails} or more of its e-mails went out.',
    survey: 'The buyer gets {questions} questions {days} days after delivery.',
    lowAnswer: 'An answer of {low} or less opens a recovery task.',
    and: ' and ',
  },
  es: {
    clock:
      'A un contacto se le llama en {call} minutos con la tienda abierta; a los {handOver} minutos puede atenderlo cualquiera presente y a los {manager} se avisa al gerente.',
    capacity: {
      sales: 'Un vendedor de piso recibe como máximo {tasks} tareas al día, de ellas {calls} llamadas.',
      internet:
        'Una persona del departamento de Internet recibe como máximo {tasks} tareas al día, de ellas {calls} llamadas.',
      bdc: 'Un agente del BDC recibe como máximo {tasks} tareas al día, de ellas {calls} llamadas.',
    },
    calls: 'No se llama a nadie antes de las {from} ni después de las {until}, hora del cliente.',
    texts: 'No se envían mensajes a nadie antes de las {from} ni después de las {until}, hora del cliente.',
    attempts: 'No se llama a nadie más de {cap} veces en 24 horas.',
    quiet: 'La tienda no llama ni envía mensajes en {days}.',
    documented: 'Si menos del {share} de las llamadas anotadas está documentado, hay una alarma.',
    skipping:
      'Un departamento omite sus llamadas cuando en {days} días de tienda vencieron al menos {steps} llamadas del plan, faltó el {missed} o más de ellas y salió el {emails} o más de sus correos.',
    survey: 'El comprador recibe {questions} preguntas {days} días después de la entrega.',
    lowAnswer: 'Una respuesta de {low} o menos abre una tarea de recuperación.',
    and: ' y ',
  },
  fr: {
    clock:
      'Un client est appelé dans les {call} minutes d’ouverture ; après {handOver} minutes toute personne présente peut s’en charger, après {manager} minutes le responsable est prévenu.',
    capacity: {
      sales: 'Un vendeur du hall reçoit au plus {tasks} tâches par jour, dont {calls} appels.',
      internet: 'Une personne du service Internet reçoit au plus {tasks} tâches par jour, dont {calls} appels.',
      bdc: 'Un agent du BDC reçoit au plus {tasks} tâches par jour, dont {calls} appels.',
    },
    calls: 'Personne n’est appelé avant {from} ni après {until}, à l’heure du client.',
    texts: 'Personne ne reçoit de SMS avant {from} ni après {until}, à l’heure du client.',
    attempts: 'Personne n’est appelé plus de {cap} fois en 24 heures.',
    quiet: 'Le magasin n’appelle ni n’écrit de SMS le {days}.',
    documented: 'Si moins de {share} des appels notés sont documentés, il y a une alerte.',
    skipping:
      'Un service omet ses appels quand, en {days} jours d’ouverture, au moins {steps} appels du plan sont échus, que {missed} d’entre eux ou plus manquent et que {emails} ou plus de ses e-mails sont partis.',
    survey: 'L’acheteur reçoit {questions} questions {days} jours après la livraison.',
    lowAnswer: 'Une réponse de {low} ou moins ouvre une tâche de rattrapage.',
    and: ' et ',
  },
};
