import type { ReasonTexts } from '../spine/reason-texts.ts';

export const REASON_TEXTS = {
  'workday.clock': {
    en: 'First on the list: a lead is waiting for a person.',
    es: 'Primero en la lista: un cliente espera a una persona.',
    fr: 'En tête de liste : un client attend une personne.',
  },
  'workday.promise': {
    en: 'Near the top of the list: it was promised to the customer.',
    es: 'Arriba en la lista: se le prometió al cliente.',
    fr: 'En haut de la liste : cela a été promis au client.',
  },
  'workday.chanceToClose': {
    en: 'Ranked by the chance to close: {chance:percent} on day {days:number}.',
    es: 'Ordenado por la probabilidad de venta: {chance:percent} en el día {days:number}.',
    fr: 'Classé selon la chance de conclure : {chance:percent} au jour {days:number}.',
  },
  'workday.lawfulFrom': {
    en: 'It may be done from {from:time} on.',
    es: 'Puede hacerse a partir de las {from:time}.',
    fr: 'Possible à partir de {from:time}.',
  },
  'workday.automated': {
    en: 'The system does this step.',
    es: 'El sistema hace este paso.',
    fr: 'Le système fait cette étape.',
  },
  'workday.ownerFull': {
    en: 'Handed over: the person whose it is has no room left today.',
    es: 'Transferido: la persona a quien le toca no tiene más margen hoy.',
    fr: 'Transmis : la personne concernée n’a plus de place aujourd’hui.',
  },
  'workday.ownerAway': {
    en: 'Handed over: nobody whose it is can do it today.',
    es: 'Transferido: hoy no puede hacerlo nadie a quien le toque.',
    fr: 'Transmis : aucune personne concernée ne peut le faire aujourd’hui.',
  },
  'workday.toColleague': {
    en: 'Handed over: the person whose it is is away today, and of the same department this one had the most room, with {tasks:number} of {capacity:number} tasks.',
    es: 'Transferido: la persona a quien le toca está ausente hoy y, en su departamento, quien lo recibe era quien más margen tenía, con {tasks:number} de {capacity:number} tareas.',
    fr: 'Transmis : la personne concernée est absente aujourd’hui et, dans son service, c’est celle qui avait le plus de place, avec {tasks:number} tâches sur {capacity:number}.',
  },
  'workday.floorBusy': {
    en: 'Handed to the BDC: at the best hour for this call the showroom is busy.',
    es: 'Transferido al BDC: a la mejor hora para esta llamada la tienda está llena.',
    fr: 'Transmis au BDC : à la meilleure heure pour cet appel, le magasin est plein.',
  },
  'workday.noBdc': {
    en: 'It stays with its own person: nobody of a BDC is at work today.',
    es: 'Se queda con su persona: hoy no trabaja nadie del BDC.',
    fr: 'Cela reste à la personne concernée : personne du BDC ne travaille aujourd’hui.',
  },
  'workday.bdcFull': {
    en: 'It stays with its own person: the BDC has no room left today.',
    es: 'Se queda con su persona: el BDC no tiene más margen hoy.',
    fr: 'Cela reste à la personne concernée : le BDC n’a plus de place aujourd’hui.',
  },
  'workday.freshToManager': {
    en: 'Handed to a manager: the lead is fresh, and neither its own person nor the BDC has room left today.',
    es: 'Transferido a un gerente: el contacto es reciente y hoy ni su persona ni el BDC tienen margen.',
    fr: 'Transmis à un directeur : la demande est récente, et ni la personne concernée ni le BDC n’ont de place aujourd’hui.',
  },
  'workday.leftToAutomation': {
    en: 'Left to the system’s {channel:word} of {day:day}: nobody has room left today, and the lead is no longer fresh.',
    es: 'Queda para el {channel:word} del sistema del {day:day}: hoy nadie tiene margen y el contacto ya no es reciente.',
    fr: 'Laissé au {channel:word} du système du {day:day} : plus personne n’a de place, et la demande n’est plus récente.',
  },
  'workday.nobodyThere': {
    en: 'Put off to {day:day}: nobody who may do it is at work today.',
    es: 'Aplazado al {day:day}: hoy no trabaja nadie que pueda hacerlo.',
    fr: 'Reporté au {day:day} : aucune personne qui peut le faire ne travaille aujourd’hui.',
  },
  'workday.noRoom': {
    en: 'Put off to {day:day}: nobody has room left today, and other touches have the better chance to close.',
    es: 'Aplazado al {day:day}: hoy nadie tiene margen y otros contactos tienen más probabilidad de venta.',
    fr: 'Reporté au {day:day} : plus personne n’a de place, et d’autres contacts ont plus de chances de conclure.',
  },
  'workday.notYet': {
    en: 'Not yet: it begins on {day:day}.',
    es: 'Todavía no: empieza el {day:day}.',
    fr: 'Pas encore : cela commence le {day:day}.',
  },
} as const satisfies ReasonTexts;
