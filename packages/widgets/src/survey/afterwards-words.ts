import type { FailureKind } from '@beback/client/public';

/** What is said once somebody has tried to send, or instead of the questions, in one language. */
export interface AfterwardsWords {
  readonly choose: string;
  readonly check: (count: number) => string;
  readonly thanks: string;
  readonly already: string;
  readonly alreadyText: string;
  readonly gone: string;
  readonly goneText: string;
  readonly failed: string;
  readonly kept: string;
  readonly failures: Readonly<Record<FailureKind, string>>;
}
