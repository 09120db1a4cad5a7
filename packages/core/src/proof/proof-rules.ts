import type { CallOutcome } from '../spine/fact.ts';
import { MINUTE } from '../spine/instant.ts';
import type { Disposition } from '../spine/words.ts';

/** Where a record of a claimed call is looked for. People log late more often than early. */
export const RECORD_WINDOW = { before: 60 * MINUTE, after: 15 * MINUTE } as const;

/** What a claim says about the call, and what its record must show for it. */
export interface ClaimRule {
  /** Somebody or something took the call. */
  readonly answered: boolean;
  /**
   * Seconds of talk below which no conversation took place: below 20 s none does in the trade's experience, a message
   * on a machine takes 20 to 45 s, more than 45 s is contact (DrivingSales, 380,829 calls in 24 months).
   */
  readonly minTalkSeconds: number;
}

/** By the claimed disposition. "No answer" is documented by any record: the number was dialled. */
export const CLAIM_RULES: Readonly<Record<Disposition, ClaimRule>> = {
  spoke: { answered: true, minTalkSeconds: 20 },
  appointmentSet: { answered: true, minTalkSeconds: 20 },
  notInterested: { answered: true, minTalkSeconds: 0 },
  wrongNumber: { answered: true, minTalkSeconds: 0 },
  leftMessage: { answered: true, minTalkSeconds: 0 },
  noAnswer: { answered: false, minTalkSeconds: 0 },
  sent: { answered: false, minTalkSeconds: 0 },
};

/** Outcomes by which nobody and nothing took the call, so that neither words nor a message can have passed. */
export const UNANSWERED: readonly CallOutcome[] = ['noAnswer', 'busy', 'failed', 'abandoned'];
