import type { ReasonTexts } from '../spine/reason-texts.ts';

/** The sentences of this folder: what is wrong with contact data, why two people are one, why a lead waits. */
export const REASON_TEXTS = {
  'identity.phoneMalformed': {
    en: 'This is not a complete phone number ({digits:number} digits).',
    es: 'No es un número de teléfono completo ({digits:number} dígitos).',
    fr: "Ce n'est pas un numéro de téléphone complet ({digits:number} chiffres).",
  },
  'identity.phoneImpossible': {
    en: 'No phone in North America has such a number.',
    es: 'Ningún teléfono de Norteamérica tiene un número así.',
    fr: "Aucun téléphone d'Amérique du Nord n'a un tel numéro.",
  },
  'identity.phonePlaceholder': {
    en: 'The number is a placeholder, not a phone.',
    es: 'El número es de relleno, no un teléfono.',
    fr: 'Ce numéro ne fait que remplir le champ.',
  },
  'identity.phoneRepeatedDigits': {
    en: 'The number repeats one digit: it may be made up.',
    es: 'El número repite una sola cifra: puede ser inventado.',
    fr: 'Le numéro répète un seul chiffre : il est peut-être inventé.',
  },
  'identity.phoneFictional': {
    en: 'The number is from the range kept for fiction (555-0100 to 555-0199).',
    es: 'El número pertenece al rango reservado para la ficción (555-0100 a 555-0199).',
    fr: 'Le numéro appartient à la série réservée à la fiction (555-0100 à 555-0199).',
  },
  'identity.phoneTollFree': {
    en: 'A toll-free number belongs to a business, not to one person.',
    es: 'Un número gratuito pertenece a una empresa, no a una persona.',
    fr: "Un numéro gratuit est celui d'une entreprise, pas d'une personne.",
  },
  'identity.phoneOfBusiness': {
    en: 'The number is that of the dealer or of the lead provider.',
    es: 'El número es del concesionario o del proveedor del contacto.',
    fr: 'Le numéro est celui du concessionnaire ou du fournisseur de la demande.',
  },
  'identity.emailMalformed': {
    en: 'This is not an e-mail address.',
    es: 'No es una dirección de correo electrónico.',
    fr: "Ce n'est pas une adresse électronique.",
  },
  'identity.emailPlaceholder': {
    en: 'The e-mail address is a placeholder.',
    es: 'La dirección de correo es de relleno.',
    fr: "L'adresse électronique ne fait que remplir le champ.",
  },
  'identity.emailReserved': {
    en: 'The e-mail address is in a domain kept for examples ({domain}).',
    es: 'La dirección de correo está en un dominio reservado para ejemplos ({domain}).',
    fr: "L'adresse électronique est dans un domaine réservé aux exemples ({domain}).",
  },
  'identity.emailOfBusiness': {
    en: 'The e-mail address is that of the dealer or of the lead provider.',
    es: 'La dirección de correo es del concesionario o del proveedor del contacto.',
    fr: "L'adresse électronique est celle du concessionnaire ou du fournisseur de la demande.",
  },
  'identity.emailRelay': {
    en: 'The e-mail address passes through a lead provider ({domain}); it says nothing about who the customer is.',
    es: 'La dirección de correo pasa por un proveedor de contactos ({domain}); no dice quién es el cliente.',
    fr: "L'adresse électronique passe par un fournisseur de demandes ({domain}) ; elle ne dit pas qui est le client.",
  },
  'identity.emailShared': {
    en: 'The e-mail address is a shared mailbox.',
    es: 'La dirección de correo es un buzón compartido.',
    fr: "L'adresse électronique est une boîte partagée.",
  },
  'identity.nameMissing': {
    en: 'No name was given.',
    es: 'No se indicó ningún nombre.',
    fr: "Aucun nom n'a été donné.",
  },
  'identity.namePlaceholder': {
    en: 'The name is a placeholder.',
    es: 'El nombre es de relleno.',
    fr: 'Le nom ne fait que remplir le champ.',
  },
  'identity.nameIncomplete': {
    en: 'Only part of the name was given.',
    es: 'Solo se indicó una parte del nombre.',
    fr: 'Une partie seulement du nom a été donnée.',
  },
  'identity.sameEmail': {
    en: 'Same e-mail address, and the names do not disagree.',
    es: 'La misma dirección de correo, y los nombres no se contradicen.',
    fr: 'Même adresse électronique, et les noms ne se contredisent pas.',
  },
  'identity.samePhone': {
    en: 'Same phone number, and the names do not disagree.',
    es: 'El mismo número de teléfono, y los nombres no se contradicen.',
    fr: 'Même numéro de téléphone, et les noms ne se contredisent pas.',
  },
  'identity.sameOtherLastName': {
    en: 'Same contact data and first name; the last name differs, as after a marriage.',
    es: 'Los mismos datos y el mismo nombre; el apellido difiere, como tras un matrimonio.',
    fr: 'Mêmes coordonnées et même prénom ; le nom diffère, comme après un mariage.',
  },
  'identity.sameDoubtful': {
    en: 'Same full name with the same contact data, though that data is doubtful.',
    es: 'El mismo nombre completo con los mismos datos, aunque estos son dudosos.',
    fr: 'Même nom complet avec les mêmes coordonnées, bien que celles-ci soient douteuses.',
  },
  'identity.sharedContact': {
    en: 'Same contact data, another first name: another person of one household.',
    es: 'Los mismos datos, otro nombre: otra persona del mismo hogar.',
    fr: "Mêmes coordonnées, autre prénom : une autre personne d'un même foyer.",
  },
  'identity.severalPossible': {
    en: '{count:number} known customers fit. The closest was taken; they may be one person.',
    es: 'Coinciden {count:number} clientes conocidos. Se tomó el más cercano; pueden ser una sola persona.',
    fr: "{count:number} clients connus correspondent. Le plus proche a été pris ; il s'agit peut-être d'une seule personne.",
  },
  'identity.namelessAmbiguous': {
    en: 'The names do not tell which of {count:number} known people with this contact data it is.',
    es: 'Los nombres no permiten saber cuál de las {count:number} personas conocidas con estos datos es.',
    fr: 'Les noms ne disent pas laquelle des {count:number} personnes connues avec ces coordonnées est la bonne.',
  },
  'identity.nobodyKnown': {
    en: 'No known customer has this contact data.',
    es: 'Ningún cliente conocido tiene estos datos.',
    fr: "Aucun client connu n'a ces coordonnées.",
  },
  'repeat.sameSourceAndId': {
    en: 'The same source sent this lead before, under the same id.',
    es: 'La misma fuente ya envió este contacto con el mismo identificador.',
    fr: 'La même source a déjà envoyé cette demande sous le même identifiant.',
  },
  'repeat.openOpportunity': {
    en: 'The same person has an open deal: the lead belongs to it.',
    es: 'La misma persona tiene una operación abierta: el contacto le pertenece.',
    fr: 'La même personne a une affaire en cours : la demande en fait partie.',
  },
  'repeat.sameIdOtherPerson': {
    en: 'The source used this id before, but for somebody with another name: it does not identify the lead.',
    es: 'La fuente ya usó este identificador, pero para alguien con otro nombre: no identifica el contacto.',
    fr: "La source a déjà utilisé cet identifiant, mais pour quelqu'un d'un autre nom : il n'identifie pas la demande.",
  },
  'repeat.firstLead': {
    en: 'No open deal of this person is known: the lead begins one.',
    es: 'No consta ninguna operación abierta de esta persona: el contacto inicia una.',
    fr: "Aucune affaire en cours de cette personne n'est connue : la demande en ouvre une.",
  },
  'review.jobApplication': {
    en: 'This reads like a job application (“{term}”). Somebody should look before it is followed up as a sale.',
    es: 'Parece una solicitud de empleo («{term}»). Alguien debe verla antes de tratarla como venta.',
    fr: "Cela ressemble à une candidature (« {term} »). Quelqu'un doit la voir avant qu'on la suive comme une vente.",
  },
  'review.solicitation': {
    en: 'This reads like an offer to the dealer (“{term}”). Somebody should look before it is followed up as a sale.',
    es: 'Parece una oferta al concesionario («{term}»). Alguien debe verla antes de tratarla como venta.',
    fr: "Cela ressemble à un démarchage (« {term} »). Quelqu'un doit le voir avant qu'on le suive comme une vente.",
  },
} as const satisfies ReasonTexts;

/** The codes of reasons of this folder. */
export type IdentityCode = keyof typeof REASON_TEXTS;
