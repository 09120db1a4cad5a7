/** The part of Stryker's incremental report that is read here. */
interface IncrementalReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly KeptMutant[] }>>;
}

interface KeptMutant {
  readonly status: string;
  readonly statusReason?: string | undefined;
  readonly static?: boolean;
}

/** Vitest gives up a worker that has not started within a minute, as on a busy machine: no test has seen the mutant. */
const WORKER_NOT_STARTED = '[vitest-pool]';

/** Whether a mutant was left out because the machine was too busy to try it: that says nothing of mutant or tests. */
export function wasNotTried({ status, statusReason }: KeptMutant): boolean {
  return status === 'RuntimeError' && (statusReason?.includes(WORKER_NOT_STARTED) ?? false);
}

/**
 * An incremental report without the mutants that Stryker must ask about again:
 * - those that were never tried, which it takes for mutants that cannot be run;
 * - the survivors among the static ones, those of what is worked out when a file is loaded: a table's words, say. No test
 *   is known to reach them, so it would not ask new tests about them.
 */
export function withoutWhatToAskAgain<R extends IncrementalReport>(report: R): R {
  const files = Object.entries(report.files).map(([name, file]) => {
    const mutants = file.mutants.filter(
      (mutant) => !wasNotTried(mutant) && !(mutant.static && mutant.status === 'Survived'),
    );
    return [name, { ...file, mutants }];
  });
  return { ...report, files: Object.fromEntries(files) };
}
