import { countedIn } from '../format/counted.ts';
import { STAFF_EN } from '../staff/staff.en.ts';
import type { TrialWords } from './trial-words.ts';

const counted = countedIn('en');
/** What there is none of goes unsaid. */
const both = (texts: number, emails: number): string =>
  [texts > 0 ? counted(texts, '# text', '# texts') : '', emails > 0 ? counted(emails, '# e-mail', '# e-mails') : '']
    .filter(Boolean)
    .join(' and ');
const by = (name: string | undefined): string => (name === undefined ? '' : ` by ${name}`);

export const TRIAL_EN: TrialWords = {
  ...STAFF_EN,
  title: 'The trial',
  about:
    'The store lives its plan by hand for a season, with printed sheets and a pen. Nothing is automated before the owner says go: software on a mess is an automated mess.',
  store: 'Store',
  loading: 'Fetching the trial …',
  failed: 'The trial could not be fetched',
  noStore: 'You answer for no store.',
  none: 'This store was never in a trial.',
  phases: {
    running: 'It runs',
    undecided: 'It is over and waits for the owner',
    go: 'Go',
    noGo: 'No-go',
    calledOff: 'Called off',
  },
  lasts: (from, until) => `${from} to ${until}`,
  begunBy: (name) => `begun by ${name}`,
  dayOf: (day, days) => `Day ${day} of ${days}`,
  locked: 'Automation is locked',
  free: 'Automation is free',
  freeBecause: 'The plan’s own texts and e-mails are sent when their time comes.',
  goWould: (texts, emails) =>
    `Go would set going what is open now: ${both(texts, emails)}, each when its time comes and the law allows it.`,
  nothingWaits: 'Nothing of automation’s is open now. Go would set going what comes up from then on.',
  late: (count) => `${counted(count, '# is late by now and is', '# are late by now and are')} not sent any more.`,
  who: 'Who keeps to it',
  judging: 'Kept: nine steps of ten done, and calls documented to the plan’s standard.',
  nobody: 'Nobody had anything to do yet.',
  everybody: 'All together',
  unknownPerson: 'Somebody who is not here any more',
  steps: 'Steps done',
  documented: 'Calls documented',
  of: (done, of) => `${done} of ${of}`,
  noneYet: 'none yet',
  keepings: { kept: 'kept to it', notKept: 'did not keep to it', tooLittle: 'too little to judge' },
  figures: 'What came in',
  leads: 'Leads',
  deliveries: 'Deliveries',
  surveyed: 'Buyers who answered',
  answers: 'What customers answered',
  noAnswers: 'Nobody has answered the survey yet.',
  mean: (mean, scale) => `${mean} of ${scale}`,
  answered: (count) => counted(count, '# answer', '# answers'),
  low: (count) => (count === 0 ? 'none low' : `${count} low: somebody had to call`),
  deciding: 'Go or no-go',
  goAfter: (day) => `Go can be said after ${day}, no-go at any time.`,
  ownerDecides: 'The owner decides.',
  acts: { go: 'Go …', noGo: 'No-go …', calledOff: 'Call it off …' },
  asks: {
    go: 'From now on the plan’s own texts and e-mails are sent when their time comes. What is late by now is not sent any more.',
    noGo: 'The trial ends, and automation stays locked until another trial ends with go.',
    calledOff: 'As if nobody had begun it: automation is as free as it was before.',
  },
  signs: {
    go: (name) => `Say go as ${name}`,
    noGo: (name) => `Say no-go as ${name}`,
    calledOff: (name) => `Call it off as ${name}`,
  },
  why: 'Why',
  whyHint: 'In your own words. Who answers for the store reads it, with your name and the time.',
  whyFault: 'Say why, in 10 to 1000 characters.',
  notYet: 'Not yet',
  decided: {
    go: (name, at) => `Go, said${by(name)} on ${at}`,
    noGo: (name, at) => `No-go, said${by(name)} on ${at}`,
    calledOff: (name, at) => `Called off${by(name)} on ${at}`,
  },
  figuresOfThen: 'The figures are those of that moment.',
  beginning: 'Begin a trial',
  beginAbout: 'From its first moment the plan’s own texts and e-mails are locked, also those that wait to be sent.',
  months: 'How long',
  monthCount: (count) => counted(count, '# month', '# months'),
  begin: 'Begin …',
  beginAsk: (months) => `Begin now, for ${months}? Automation is locked until the owner says go.`,
  beginNow: 'Begin the trial',
  managersBegin: 'A manager begins one.',
  ownerBegins: 'The owner has spoken on this one: only the owner begins another.',
  saying: 'Saying so …',
  done: {
    start: 'The trial has begun. Automation is locked.',
    go: 'Go. Automation is free.',
    noGo: 'No-go. Automation stays locked.',
    calledOff: 'The trial is called off.',
  },
  notDone: 'It was not done.',
};
