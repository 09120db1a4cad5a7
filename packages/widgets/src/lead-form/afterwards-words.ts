import type { FailureKind } from '@beback/client/public';
import type { Fault } from './lead-faults.ts';

/** What is said once somebody has tried to send, in one language. */
export interface AfterwardsWords {
  readonly check: (count: number) => string;
  readonly faults: Readonly<Record<Fault, string>>;
  readonly sentTitle: string;
  readonly sentText: (store: string, time: string) => string;
  readonly sentSoon: (store: string) => string;
  readonly receipt: string;
  readonly another: string;
  readonly keptTitle: string;
  readonly keptText: string;
  readonly sendNow: string;
  readonly discard: string;
  readonly failedTitle: string;
  readonly failures: Readonly<Record<FailureKind, string>>;
  readonly notHere: (origin: string) => string;
}
