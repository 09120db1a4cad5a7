import type { SigningWords } from './signing-words.ts';

export const SIGNING_FR: SigningWords = {
  signatures: 'Signatures',
  notAskedYet: 'Personne n’est encore invité à signer : cette version est en cours de rédaction.',
  signedOf: (signed, total) => `${signed} sur ${total}`,
  allSigned: 'Tout le monde a signé.',
  youSigned: (time) => `Vous avez signé cette version, ${time}.`,
  yoursMissing: 'Votre signature manque.',
  signVersion: (version) => `Signer la version ${version}`,
  signAsk: (version, text, steps, rules) =>
    `Vous signez la version ${version}, texte ${text} : ses ${steps} étapes et ${rules} règles telles qu’elles se lisent.`,
  signMeans: 'Votre nom et l’heure restent sous ce texte. S’il change, on vous le demandera à nouveau.',
  signAs: (name) => `Signer : ${name}`,
  startRule:
    'Il démarre quand le propriétaire et tous les responsables ont signé. Les autres ont alors 5 jours ouvrés.',
  unsigned: 'Pas encore signé',
  neededToStart: 'nécessaire au démarrage',
  dueBy: (time) => `avant le ${time}`,
  overdueSince: (time) => `en retard depuis le ${time}`,
  signedBy: 'Signé',
  more: (count) => `et ${count} de plus`,

  changesOf: { ahead: 'Ce qu’elle change', done: 'Ce qu’elle a changé' },
  noChanges: 'Elle dit la même chose que la version précédente.',
  changeKinds: { added: 'Nouveau', removed: 'Supprimé', changed: 'Modifié' },
  before: 'Avant :',
  now: 'Maintenant :',
  sameWords: 'La phrase se lit comme avant ; un détail derrière elle change.',
  meanwhile: 'Modifié pendant votre lecture',
  meanwhileSame:
    'Toutes les phrases se lisent comme avant : le brouillon a été enregistré à nouveau, par exemple avec d’autres contacts.',
  readAgain: 'Rien n’a été signé. Lisez ce qui a changé, puis signez le nouveau texte.',
  rules: 'Règles en plus des étapes',
};
