import type { FailureKind } from '@beback/client/public';

/** The words of this element, in one language. */
export interface SurveyWords {
  readonly title: (store: string) => string;
  readonly with: (salesperson: string) => string;
  readonly choose: string;
  readonly check: (count: number) => string;
  readonly outOf: (value: number, most: number) => string;
  readonly send: string;
  readonly sending: string;
  readonly loading: string;
  readonly thanks: string;
  readonly already: string;
  readonly alreadyText: string;
  readonly gone: string;
  readonly goneText: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly failures: Readonly<Record<FailureKind, string>>;
}
