import type { AttemptMark } from '../opportunity/history-marks.ts';
import type { Disposition } from '../spine/words.ts';

/**
 * Which ends of an attempt are an answer by a person: words were spoken, a message was left, or something personal was
 * sent (what the server sends by itself is another fact, `message.sent`, and never an answer).
 */
const IS_ANSWER: Readonly<Record<Disposition, boolean>> = {
  spoke: true,
  leftMessage: true,
  sent: true,
  appointmentSet: true,
  notInterested: true,
  noAnswer: false,
  wrongNumber: false,
};

/** Whether this attempt is a human act that stops the response clock, as far as the claim goes. */
export function isHumanAnswer(attempt: AttemptMark): boolean {
  return IS_ANSWER[attempt.disposition];
}
