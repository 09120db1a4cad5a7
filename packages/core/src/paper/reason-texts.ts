import type { ReasonTexts } from '../spine/reason-texts.ts';

/** The sentences of this folder. */
export const REASON_TEXTS = {
  'paper.future': {
    en: 'That lies ahead: only what has been done is keyed in, up to {now:instant}.',
    es: 'Eso está en el futuro: solo se anota lo que ya se hizo, hasta el {now:instant}.',
    fr: 'C’est à venir : on ne saisit que ce qui est fait, jusqu’au {now:instant}.',
  },
  'paper.beforeTask': {
    en: 'The task arose only on {since:instant}: it cannot have been done before.',
    es: 'La tarea surgió el {since:instant}: no pudo hacerse antes.',
    fr: 'La tâche n’est née que le {since:instant} : elle n’a pas pu être faite avant.',
  },
  'paper.tooLate': {
    en: 'That is too long ago: results are keyed in within {days:number} days, now from {earliest:day} on.',
    es: 'Hace demasiado tiempo: los resultados se anotan en un plazo de {days:number} días, ahora desde el {earliest:day}.',
    fr: 'C’est trop ancien : les résultats se saisissent sous {days:number} jours, donc à partir du {earliest:day}.',
  },
  'paper.keyedIn': {
    en: 'This line is in already, as done on {doneOn:day}: whose sheet it is keyed it in on {keyedInAt:instant}.',
    es: 'Esta línea ya está anotada, hecha el {doneOn:day}: la anotó el dueño de la hoja el {keyedInAt:instant}.',
    fr: 'Cette ligne est déjà saisie, faite le {doneOn:day} : la personne de la feuille l’a saisie le {keyedInAt:instant}.',
  },
  'paper.keyedInByAnother': {
    en: 'This line is in already, as done on {doneOn:day}: somebody who runs the day keyed it in on {keyedInAt:instant}.',
    es: 'Esta línea ya está anotada, hecha el {doneOn:day}: la anotó quien dirige el día el {keyedInAt:instant}.',
    fr: 'Cette ligne est déjà saisie, faite le {doneOn:day} : un responsable de la journée l’a saisie le {keyedInAt:instant}.',
  },
  'trial.automationLocked': {
    en: 'Not sent: the store lives its plan by hand until {until:day}, and automation stays locked until the owner says go.',
    es: 'No se envía: la tienda sigue su plan a mano hasta el {until:day}, y la automatización queda bloqueada hasta que el dueño la apruebe.',
    fr: 'Non envoyé : le magasin suit son plan à la main jusqu’au {until:day}, et l’automatisation reste bloquée jusqu’au feu vert du propriétaire.',
  },
  'trial.automationRefused': {
    en: 'Not sent: the owner said no-go on {at:instant}, and automation stays locked.',
    es: 'No se envía: el dueño dijo que no el {at:instant}, y la automatización queda bloqueada.',
    fr: 'Non envoyé : le propriétaire a dit non le {at:instant}, et l’automatisation reste bloquée.',
  },
  'trial.running': {
    en: 'A trial runs already, until {until:day}.',
    es: 'Ya hay una prueba en curso, hasta el {until:day}.',
    fr: 'Un essai est déjà en cours, jusqu’au {until:day}.',
  },
  'trial.ownerBegins': {
    en: 'The owner decided the last trial on {at:instant}: another one is the owner’s to begin.',
    es: 'El dueño decidió la última prueba el {at:instant}: otra solo la empieza el dueño.',
    fr: 'Le propriétaire a décidé du dernier essai le {at:instant} : lui seul peut en lancer un autre.',
  },
  'trial.none': {
    en: 'There is no trial to decide about.',
    es: 'No hay ninguna prueba que decidir.',
    fr: 'Il n’y a pas d’essai à décider.',
  },
  'trial.decided': {
    en: 'This trial was decided on {at:instant}.',
    es: 'Esta prueba se decidió el {at:instant}.',
    fr: 'Cet essai a été décidé le {at:instant}.',
  },
  'trial.notOver': {
    en: 'The trial lasts until {until:day}: go can be said after it, no-go at any time.',
    es: 'La prueba dura hasta el {until:day}: el sí se dice después, el no en cualquier momento.',
    fr: 'L’essai dure jusqu’au {until:day} : le feu vert se donne après, le non à tout moment.',
  },
  'trial.allKept': {
    en: 'Everybody with enough to judge kept to the plan ({of:number}).',
    es: 'Todas las personas con datos suficientes cumplieron el plan ({of:number}).',
    fr: 'Toutes les personnes jugeables ont suivi le plan ({of:number}).',
  },
  'trial.someDidNot': {
    en: 'Did not keep to the plan: {count:number} of {of:number}.',
    es: 'No cumplieron el plan: {count:number} de {of:number}.',
    fr: 'N’ont pas suivi le plan : {count:number} sur {of:number}.',
  },
  'trial.tooLittle': {
    en: 'Nobody has enough steps yet to be judged.',
    es: 'Nadie tiene todavía pasos suficientes para juzgar.',
    fr: 'Personne n’a encore assez d’étapes pour être jugé.',
  },
} as const satisfies ReasonTexts;

/** The codes of reasons that this folder gives. */
export type PaperCode = keyof typeof REASON_TEXTS;
