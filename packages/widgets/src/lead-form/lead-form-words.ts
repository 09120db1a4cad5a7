import type { FailureKind } from '@beback/client/public';
import type { Fault } from './lead-values.ts';

/** The words of this element, in one language. */
export interface LeadFormWords {
  readonly title: (store: string) => string;
  readonly titleOf: (vehicle: string) => string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
  readonly reach: string;
  readonly prefer: string;
  readonly channels: Readonly<Record<'call' | 'text' | 'email', string>>;
  readonly comment: string;
  readonly send: string;
  readonly sending: string;
  readonly answerBy: (time: string) => string;
  readonly orCall: string;
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
  readonly trap: string;
}
