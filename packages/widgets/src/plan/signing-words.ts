import type { PlanChangeKind } from '@beback/client';

/** The words of what a version changes and of the names under it, in one language. */
export interface SigningWords {
  readonly signatures: string;
  readonly notAskedYet: string;
  readonly signedOf: (signed: number, total: number) => string;
  readonly allSigned: string;
  readonly youSigned: (time: string) => string;
  readonly yoursMissing: string;
  readonly signVersion: (version: number) => string;
  readonly signAsk: (version: number, text: number, steps: number, rules: number) => string;
  readonly signMeans: string;
  readonly signAs: (name: string) => string;
  readonly startRule: string;
  readonly unsigned: string;
  readonly neededToStart: string;
  readonly dueBy: (time: string) => string;
  readonly overdueSince: (time: string) => string;
  readonly signedBy: string;
  readonly more: (count: number) => string;

  readonly changesOf: Readonly<Record<'ahead' | 'done', string>>;
  readonly noChanges: string;
  readonly changeKinds: Readonly<Record<PlanChangeKind, string>>;
  readonly before: string;
  readonly now: string;
  readonly sameWords: string;
  readonly meanwhile: string;
  readonly meanwhileSame: string;
  readonly readAgain: string;
  readonly rules: string;
}
