import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Runs the files that state laws after all others. One failing test is enough to kill a mutant, and an example fails
 * sooner than a law that tries hundreds of cases.
 */
export class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const states = (file: TestSpecification) =>
      Number(readFileSync(file.moduleId, 'utf8').includes("from 'fast-check'"));
    return files.toSorted((a, b) => states(a) - states(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}
