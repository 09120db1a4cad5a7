import type { SigningWords } from './signing-words.ts';

export const SIGNING_ES: SigningWords = {
  signatures: 'Firmas',
  notAskedYet: 'Todavía no se pide ninguna firma: esta versión aún se está escribiendo.',
  signedOf: (signed, total) => `${signed} de ${total}`,
  allSigned: 'Todos han firmado.',
  youSigned: (time) => `Usted firmó esta versión, ${time}.`,
  yoursMissing: 'Falta su firma.',
  signVersion: (version) => `Firmar la versión ${version}`,
  signAsk: (version, text, steps, rules) =>
    `Usted firma la versión ${version}, texto ${text}: sus ${steps} pasos y ${rules} reglas tal como se leen ahora.`,
  signMeans: 'Su nombre y la hora quedan bajo este texto. Si el texto cambia, se le preguntará de nuevo.',
  signAs: (name) => `Firmar como ${name}`,
  startRule: 'Empieza cuando han firmado el dueño y todos los gerentes. Los demás tienen entonces 5 días laborables.',
  unsigned: 'Aún sin firmar',
  neededToStart: 'necesaria para empezar',
  dueBy: (time) => `hasta el ${time}`,
  overdueSince: (time) => `atrasada desde el ${time}`,
  signedBy: 'Firmado',
  more: (count) => `y ${count} más`,

  changesOf: { ahead: 'Qué cambia', done: 'Qué cambió' },
  noChanges: 'Dice lo mismo que la versión anterior.',
  changeKinds: { added: 'Nuevo', removed: 'Ya no', changed: 'Cambiado' },
  before: 'Antes:',
  now: 'Ahora:',
  sameWords: 'La frase se lee como antes; cambia un detalle detrás de ella.',
  meanwhile: 'Cambió mientras usted lo leía',
  meanwhileSame:
    'Todas las frases se leen como antes: el borrador se guardó de nuevo, por ejemplo con otros contactos.',
  readAgain: 'No se firmó nada. Lea lo que cambió y firme el texto nuevo.',
  rules: 'Reglas además de los pasos',
};
