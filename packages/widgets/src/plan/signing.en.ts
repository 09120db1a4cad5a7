import type { SigningWords } from './signing-words.ts';

export const SIGNING_EN: SigningWords = {
  signatures: 'Signatures',
  notAskedYet: 'Nobody is asked to sign yet: this version is still being written.',
  signedOf: (signed, total) => `${signed} of ${total}`,
  allSigned: 'Everybody has signed.',
  youSigned: (time) => `You signed this version, ${time}.`,
  yoursMissing: 'Your signature is missing.',
  signVersion: (version) => `Sign version ${version}`,
  signAsk: (version, text, steps, rules) =>
    `You sign version ${version}, text ${text}: its ${steps} steps and ${rules} rules as they read now.`,
  signMeans: 'Your name and the time stay under this text. When the text changes, you are asked anew.',
  signAs: (name) => `Sign as ${name}`,
  startRule: 'It starts once the owner and all managers have signed. The others then have 5 working days.',
  unsigned: 'Not signed yet',
  neededToStart: 'needed to start',
  dueBy: (time) => `due by ${time}`,
  overdueSince: (time) => `overdue since ${time}`,
  signedBy: 'Signed',
  more: (count) => `and ${count} more`,

  changesOf: { ahead: 'What it changes', done: 'What it changed' },
  noChanges: 'It says the same as the version before.',
  changeKinds: { added: 'New', removed: 'No longer', changed: 'Changed' },
  before: 'Before:',
  now: 'Now:',
  sameWords: 'The sentence reads as before; a detail behind it changes.',
  meanwhile: 'Changed while you read it',
  meanwhileSame: 'All sentences read as before: the draft was saved anew, with other leads for instance.',
  readAgain: 'Nothing was signed. Read what changed, then sign the new text.',
  rules: 'Rules beside the steps',
};
