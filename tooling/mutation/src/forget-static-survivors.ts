/** The part of Stryker's incremental report that is read here. */
interface IncrementalReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly KeptMutant[] }>>;
}

interface KeptMutant {
  readonly status: string;
  readonly static?: boolean;
}

/**
 * An incremental report without the survivors among the static mutants, those of what is worked out when a file is loaded:
 * a table's words, say. No test is known to reach them, so Stryker would not ask new tests about them.
 */
export function forgetStaticSurvivors<R extends IncrementalReport>(report: R): R {
  const files = Object.entries(report.files).map(([name, file]) => {
    const mutants = file.mutants.filter((mutant) => !(mutant.static && mutant.status === 'Survived'));
    return [name, { ...file, mutants }];
  });
  return { ...report, files: Object.fromEntries(files) };
}
