import type { ReasonTexts } from '../spine/reason-texts.ts';

/** The sentences of this folder: figures first, no verdict on people. */
export const REASON_TEXTS = {
  'finding.skippingCalls': {
    en: '{callStepsMissed:number} of {callStepsDue:number} calls of the plan were not made in {storeDays:number} store days, while {emailStepsDone:number} of {emailStepsDue:number} e-mails went out.',
    es: 'No se hicieron {callStepsMissed:number} de {callStepsDue:number} llamadas del plan en {storeDays:number} días de tienda, mientras salieron {emailStepsDone:number} de {emailStepsDue:number} correos.',
    fr: "{callStepsMissed:number} appels du plan sur {callStepsDue:number} n'ont pas été passés en {storeDays:number} jours d'ouverture, alors que {emailStepsDone:number} messages sur {emailStepsDue:number} sont partis.",
  },
  'finding.absent': {
    en: 'Nothing of the plan was done in {storeDays:number} store days: {callStepsDue:number} calls and {emailStepsDue:number} e-mails were due.',
    es: 'No se hizo nada del plan en {storeDays:number} días de tienda: correspondían {callStepsDue:number} llamadas y {emailStepsDue:number} correos.',
    fr: "Rien du plan n'a été fait en {storeDays:number} jours d'ouverture : {callStepsDue:number} appels et {emailStepsDue:number} messages étaient prévus.",
  },
  'finding.lowDocumented': {
    en: '{documented:number} of {of:number} noted calls are documented ({share:percent}; the plan expects {standard:percent}).',
    es: 'Están documentadas {documented:number} de {of:number} llamadas anotadas ({share:percent}; el plan espera {standard:percent}).',
    fr: '{documented:number} appels notés sur {of:number} sont documentés ({share:percent} ; le plan attend {standard:percent}).',
  },
  'finding.responseOverdue': {
    en: 'A lead of {since:instant} has waited {open:duration} of opening time for a first answer.',
    es: 'Un contacto de {since:instant} espera desde hace {open:duration} de horario abierto una primera respuesta.',
    fr: "Une demande du {since:instant} attend depuis {open:duration} d'ouverture une première réponse.",
  },
  'finding.overload': {
    en: 'More is promised for one day than fits into it: {promised:number} promises ({calls:number} calls), while {capacity:number} tasks and {callCapacity:number} calls get done.',
    es: 'Se prometió para un solo día más de lo que cabe: {promised:number} promesas ({calls:number} llamadas), mientras se hacen {capacity:number} tareas y {callCapacity:number} llamadas.',
    fr: "Plus est promis pour une seule journée qu'elle n'en contient : {promised:number} promesses ({calls:number} appels), pour {capacity:number} tâches et {callCapacity:number} appels possibles.",
  },
  'finding.leadersUnsigned': {
    en: 'The plan in force is not signed by all who lead: {count:number} missing among owner and managers, due by {due:instant}.',
    es: 'El plan vigente no está firmado por todos los que dirigen: faltan {count:number} entre dueño y gerentes; el plazo era {due:instant}.',
    fr: 'Le plan en vigueur n’est pas signé par tous ceux qui dirigent : {count:number} manquent parmi propriétaire et responsables, échéance {due:instant}.',
  },
  'finding.othersUnsigned': {
    en: 'The plan in force is not signed by all who work by it: {count:number} missing, due by {due:instant}.',
    es: 'El plan vigente no está firmado por todos los que trabajan con él: faltan {count:number}; el plazo era {due:instant}.',
    fr: 'Le plan en vigueur n’est pas signé par tous ceux qui l’appliquent : {count:number} manquent, échéance {due:instant}.',
  },
} as const satisfies ReasonTexts;

/** The codes of reasons of findings. */
export type FindingCode = keyof typeof REASON_TEXTS;
