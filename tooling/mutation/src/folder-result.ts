import type { AcceptedMutant } from './accepted-mutants.ts';
import type { Mutant } from './mutant.ts';

/** What was measured in one folder, as it is kept. */
export interface FolderResult {
  /** The day of the run, `2026-11-22`. */
  readonly date: string;
  readonly mutants: number;
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly uncovered: number;
  /** Survivors that no test can notice. */
  readonly accepted: number;
}

/** Counts a folder's mutants; an accepted survivor counts as accepted alone. */
export function folderResult(
  date: string,
  mutants: readonly Mutant[],
  accepted: readonly AcceptedMutant[],
): FolderResult {
  const valid = mutants.filter((mutant) => mutant.outcome !== 'invalid');
  const open = valid.filter((mutant) => !isAccepted(mutant, accepted));
  const count = (outcome: Mutant['outcome']) => open.filter((mutant) => mutant.outcome === outcome).length;
  return {
    date,
    mutants: valid.length,
    killed: count('killed'),
    timeout: count('timeout'),
    survived: count('survived'),
    uncovered: count('uncovered'),
    accepted: valid.length - open.length,
  };
}

/** The survivors that a test is still to be written for. */
export function openSurvivors(mutants: readonly Mutant[], accepted: readonly AcceptedMutant[]): readonly Mutant[] {
  return mutants.filter((mutant) => isAlive(mutant) && !isAccepted(mutant, accepted));
}

/** Entries of the list that no survivor answers to any more: they must leave it. */
export function staleAcceptances(
  mutants: readonly Mutant[],
  accepted: readonly AcceptedMutant[],
): readonly AcceptedMutant[] {
  return accepted.filter((entry) => !mutants.some((mutant) => isAccepted(mutant, [entry])));
}

/** Per cent noticed of the mutants that a test can notice, rounded down to a tenth; 100 where there are none. */
export function mutationScore({ mutants, killed, timeout, accepted }: FolderResult): number {
  const noticeable = mutants - accepted;
  return noticeable === 0 ? 100 : Math.floor(((killed + timeout) / noticeable) * 1000) / 10;
}

function isAccepted(mutant: Mutant, accepted: readonly AcceptedMutant[]): boolean {
  return (
    isAlive(mutant) &&
    accepted.some(
      ({ file, original, replacement }) =>
        file === mutant.file && original === mutant.original && replacement === mutant.replacement,
    )
  );
}

function isAlive({ outcome }: Mutant): boolean {
  return outcome === 'survived' || outcome === 'uncovered';
}
