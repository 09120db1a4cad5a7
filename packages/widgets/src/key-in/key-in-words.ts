import type { StaffWords } from '../staff/staff-words.ts';

/** The words of keying in day sheets, in one language. */
export interface KeyInWords extends StaffWords {
  readonly title: string;
  readonly how: string;
  readonly loading: string;
  readonly whose: string;
  readonly mine: string;
  readonly day: string;
  readonly code: string;
  readonly outcome: string;
  readonly choose: string;
  readonly time: string;
  readonly note: string;
  readonly appointmentDay: string;
  readonly appointmentTime: string;
  readonly againDay: string;
  readonly againTime: string;
  readonly which: string;
  readonly more: string;
  readonly save: string;
  readonly open: (count: number) => string;
  readonly faults: {
    readonly code: string;
    readonly done: (name: string) => string;
    readonly outcome: string;
    readonly outcomeOf: (channel: string) => string;
    readonly appointment: string;
    readonly again: string;
    /** Another row is to be brought back into the fields. */
    readonly begun: string;
    readonly day: string;
  };
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: string;
  readonly none: string;
  readonly saving: string;
  readonly saved: string;
  readonly refused: string;
  readonly waits: string;
  readonly correct: string;
  readonly correctOf: (name: string) => string;
  readonly count: (saved: number, left: number) => string;
}
