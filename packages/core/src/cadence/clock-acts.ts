import type { AttemptMark, CallShown } from '../opportunity/history-marks.ts';
import type { Disposition } from '../spine/words.ts';

/**
 * What may pass for an answer to a lead, and what it does to the lead's clock: it `stops` it, stops it `provisionally`
 * until the phone system's records have come, or `never` does. A human act counts that can be shown: words spoken for
 * 20 s, a message left on a machine, something personal sent. "First response in 12 seconds" is an auto-reply
 * (ringlead.ca, how to measure speed to lead).
 */
export const CLOCK_ACTS = {
  /** What the server sends by itself, at any hour. */
  autoReply: 'never',
  /** A person pressed send, and wrote nothing. */
  unchangedTemplate: 'never',
  /** A call that nobody took, or a stranger. */
  nobodyReached: 'never',
  /** A call of less than 20 s of talk and without a message left: below that no conversation takes place (DrivingSales). */
  shortRing: 'never',
  /** The feeds have passed the time of the call, and nothing shows it. */
  notDocumented: 'never',
  /** Records come hours later: nobody is chased for a call whose record could not be here yet. */
  awaitedCall: 'provisionally',
  /** No number to look for, the phone system out of order, an excused call: nothing can speak for it or against it. */
  unprovableCall: 'stops',
  conversation: 'stops',
  voicemail: 'stops',
  /** Written or said by a person in any other way. */
  personalWord: 'stops',
} as const satisfies Readonly<Record<string, 'stops' | 'provisionally' | 'never'>>;
/** One of {@link CLOCK_ACTS}. */
export type ClockAct = keyof typeof CLOCK_ACTS;

const ACT_OF_CALL: Readonly<Record<CallShown, ClockAct>> = {
  talk: 'conversation',
  voicemail: 'voicemail',
  ring: 'shortRing',
  nothing: 'notDocumented',
  unprovable: 'unprovableCall',
  awaited: 'awaitedCall',
};

/** Which ends of an attempt claim that the customer was answered. */
const CLAIMS_ANSWER: Readonly<Record<Disposition, boolean>> = {
  spoke: true,
  leftMessage: true,
  sent: true,
  appointmentSet: true,
  notInterested: true,
  noAnswer: false,
  wrongNumber: false,
};

/** Which ends of a call claim words that take their time: a ring shows none of them. */
const CLAIMS_TALK: readonly Disposition[] = ['spoke', 'appointmentSet'];

/** What an attempt is to the clock of its lead. */
export function clockActOf(attempt: AttemptMark): ClockAct {
  if (!CLAIMS_ANSWER[attempt.disposition]) return 'nobodyReached';
  if (attempt.unchangedTemplate === true) return 'unchangedTemplate';
  return attempt.channel === 'call' ? ACT_OF_CALL[attempt.shown ?? 'awaited'] : 'personalWord';
}

/** Whether this attempt is a human act that stops the response clock, be it provisionally. */
export function isHumanAnswer(attempt: AttemptMark): boolean {
  return CLOCK_ACTS[clockActOf(attempt)] !== 'never';
}

/** Whether what the attempt claims may stand: records show it, or say nothing against it. */
export function isBelieved({ shown, disposition }: AttemptMark): boolean {
  return shown !== 'nothing' && !(shown === 'ring' && CLAIMS_TALK.includes(disposition));
}
