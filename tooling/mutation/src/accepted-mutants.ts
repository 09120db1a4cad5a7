import type { MutatedFolder } from './folders.ts';

/** A mutant that no test can notice, since the mutated code does the same. */
export interface AcceptedMutant {
  readonly folder: MutatedFolder;
  /** Name of the file in the folder. */
  readonly file: string;
  readonly original: string;
  readonly replacement: string;
  readonly why: string;
}

export const acceptedMutants: readonly AcceptedMutant[] = [
  {
    folder: 'consent',
    file: 'consent-for.ts',
    original: "act.act !== 'given'",
    replacement: 'false',
    why: 'a revocation that covers the question is never later than the last one that does: the next line leaves it out',
  },
  {
    folder: 'consent',
    file: 'consent-for.ts',
    original: 'compareMarks(act, revoked) <= 0',
    replacement: 'compareMarks(act, revoked) < 0',
    why: 'two acts are never at one place: of equal instants the fact decides, and a history holds a fact once',
  },
  {
    folder: 'consent',
    file: 'consent-for.ts',
    original: 'compareMarks(inquiry, revoked) > 0',
    replacement: 'compareMarks(inquiry, revoked) >= 0',
    why: 'an inquiry and a revocation are two facts, never at one place',
  },
  {
    folder: 'consent',
    file: 'revocation-in.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'where no line says anything, a first line that is no demand does as well as an empty one',
  },
];
