import type { LeadClock } from './read-lead-clock.ts';

/** The words of a response clock, in one language. */
export interface LeadClockWords {
  readonly wall: string;
  readonly open: string;
  readonly steps: Readonly<Record<NonNullable<LeadClock['step']>, string>>;
  readonly pausedByLaw: (until: string) => string;
  readonly storeClosed: (until: string) => string;
  readonly notCounting: string;
  readonly unanswered: string;
  readonly unansweredNone: string;
  readonly unansweredCount: (count: number) => string;
  readonly unansweredMore: (count: number) => string;
  readonly unansweredFailed: string;
  readonly nobodyNamed: string;
  readonly owner: (name: string) => string;
  readonly heldBy: (name: string) => string;
  readonly heldByNobody: string;
}
