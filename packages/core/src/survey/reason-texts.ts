import type { ReasonTexts } from '../spine/reason-texts.ts';

/** The sentences of this folder: why somebody is invited or not, what is wrong with answers, why to recover. */
export const REASON_TEXTS = {
  'survey.invitationDue': {
    en: 'Delivered on {delivered:day}: the survey goes out {days:number} days later.',
    es: 'Entregado el {delivered:day}: la encuesta sale {days:number} días después.',
    fr: "Livré le {delivered:day} : l'enquête part {days:number} jours plus tard.",
  },
  'survey.notYet': {
    en: 'Delivered on {delivered:day}: the survey goes out on {at:instant}.',
    es: 'Entregado el {delivered:day}: la encuesta sale el {at:instant}.',
    fr: "Livré le {delivered:day} : l'enquête part le {at:instant}.",
  },
  'survey.notDelivered': {
    en: 'No survey: nothing was delivered.',
    es: 'Sin encuesta: no hubo entrega.',
    fr: "Pas d'enquête : rien n'a été livré.",
  },
  'survey.unwound': {
    en: 'No survey: the deal was unwound.',
    es: 'Sin encuesta: la operación se deshizo.',
    fr: "Pas d'enquête : l'affaire a été annulée.",
  },
  'survey.alreadyInvited': {
    en: 'Invited already ({invitedAt:instant}).',
    es: 'Ya se envió la invitación ({invitedAt:instant}).',
    fr: 'Invitation déjà envoyée ({invitedAt:instant}).',
  },
  'survey.noAddress': {
    en: 'No survey: no e-mail address of the customer is known.',
    es: 'Sin encuesta: no consta el correo del cliente.',
    fr: "Pas d'enquête : aucune adresse électronique du client n'est connue.",
  },
  'survey.tooLate': {
    en: 'No survey: more than {days:number} days have passed since it was due.',
    es: 'Sin encuesta: pasaron más de {days:number} días desde la fecha prevista.',
    fr: "Pas d'enquête : plus de {days:number} jours se sont écoulés depuis la date prévue.",
  },
  'survey.formMalformed': {
    en: 'The answers did not arrive in a form that can be read.',
    es: 'Las respuestas no llegaron en un formato legible.',
    fr: 'Les réponses ne sont pas arrivées sous une forme lisible.',
  },
  'survey.answerMissing': {
    en: 'Please answer this question too.',
    es: 'Por favor, responda también a esta pregunta.',
    fr: 'Merci de répondre aussi à cette question.',
  },
  'survey.answerOffScale': {
    en: 'Please choose a number from 1 to {scaleTo:number}.',
    es: 'Por favor, elija un número del 1 al {scaleTo:number}.',
    fr: 'Merci de choisir un nombre de 1 à {scaleTo:number}.',
  },
  'survey.questionUnknown': {
    en: '{count:number} answers belong to no question of this survey.',
    es: '{count:number} respuestas no corresponden a ninguna pregunta de esta encuesta.',
    fr: '{count:number} réponses ne correspondent à aucune question de cette enquête.',
  },
  'survey.commentMalformed': {
    en: 'The comment is not a text.',
    es: 'El comentario no es un texto.',
    fr: "Le commentaire n'est pas un texte.",
  },
  'survey.commentTooLong': {
    en: 'The comment has {length:number} characters; {maxLength:number} fit.',
    es: 'El comentario tiene {length:number} caracteres; caben {maxLength:number}.',
    fr: 'Le commentaire compte {length:number} caractères ; {maxLength:number} sont possibles.',
  },
  'survey.lowAnswer': {
    en: 'A buyer answered {answer:number} of {scaleTo:number} ({count:number} low answers). Somebody should call.',
    es: 'Un comprador respondió {answer:number} de {scaleTo:number} ({count:number} respuestas bajas). Alguien debe llamar.',
    fr: "Un acheteur a répondu {answer:number} sur {scaleTo:number} ({count:number} réponses basses). Quelqu'un doit appeler.",
  },
} as const satisfies ReasonTexts;

/** The codes of reasons of this folder. */
export type SurveyCode = keyof typeof REASON_TEXTS;
