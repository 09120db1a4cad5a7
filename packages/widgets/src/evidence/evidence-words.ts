import type { StaffWords } from '../staff/staff-words.ts';

/** What the file of evidence says, in one language. */
export interface EvidenceWords extends StaffWords {
  readonly title: string;
  readonly about: string;
  readonly ask: string;
  readonly askHint: string;
  readonly open: string;
  readonly opening: string;
  readonly notReadable: string;
  readonly failed: string;
  readonly fileOf: (asked: string) => string;
  readonly asOf: (when: string, table: string) => string;
  readonly nothing: string;
  readonly print: string;
  readonly asJson: string;
  readonly asCsv: string;
  readonly looks: string;
  readonly look: (name: string, when: string) => string;
  readonly somebody: string;
  readonly customer: (name: string, store: string) => string;
  readonly toLedger: string;
  readonly entries: (count: number) => string;
  readonly firstEntries: (count: number) => string;
  readonly beginning: (count: number) => string;
  readonly readOn: string;
  readonly readingOn: (count: number) => string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, string>>;
  readonly to: (address: string) => string;
  readonly verdicts: Readonly<Record<'allowed' | 'notNow' | 'never', string>>;
  readonly details: string;
}
