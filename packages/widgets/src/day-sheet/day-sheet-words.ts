import type { StaffWords } from '../staff/staff-words.ts';

/** The words of a printed day, in one language. */
export interface DaySheetWords extends StaffWords {
  readonly loading: string;
  readonly failed: string;
  readonly empty: (name: string) => string;
  readonly asOf: (time: string) => string;
  readonly tasks: (count: number) => string;
  readonly how: string;
  readonly code: string;
  readonly customer: string;
  readonly why: string;
  readonly done: string;
  readonly note: string;
  readonly time: string;
  readonly appointment: string;
  readonly callAgain: string;
  readonly until: (time: string) => string;
  readonly notBefore: (time: string) => string;
  readonly last: (what: string, when: string) => string;
  readonly comesIn: (when: string) => string;
  readonly outcomes: StaffWords['dispositions'];
  readonly keep: string;
}
