import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { root } from '../../bootstrap/pins.mjs';
import { wasNotTried, withoutWhatToAskAgain } from './ask-again.ts';
import type { MutatedFolder } from './folders.ts';
import type { Mutant, MutantOutcome } from './mutant.ts';

type StrykerMutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

const core = join(root, 'packages/core');
/** Ignored by git, and not below `node_modules`, whose files Vitest would not transform. */
const sandbox = '.mutants';

const outcomes: Readonly<Record<StrykerMutant['status'], MutantOutcome>> = {
  Killed: 'killed',
  Timeout: 'timeout',
  Survived: 'survived',
  NoCoverage: 'uncovered',
  RuntimeError: 'invalid',
  CompileError: 'invalid',
  Ignored: 'invalid',
  Pending: 'invalid',
};

/**
 * Mutates one folder of the core in a copy of it, or one of its files alone. What an earlier run found, even one that was
 * interrupted, is not asked again where neither the code nor its tests changed since.
 *
 * @throws Error when the machine was too busy to try them all; the next run asks about the others alone
 */
export async function mutateFolder(folder: MutatedFolder, file = '**/*.ts'): Promise<readonly Mutant[]> {
  const memory = memoryOf(folder);
  // What a killed run left behind: it would be copied too.
  rmSync(join(core, sandbox), { recursive: true, force: true });
  // Stryker works where the process stands, and its workers read which tests count.
  process.chdir(core);
  process.env['BEBACK_MUTATED_FOLDER'] = folder;
  const mutants = await new Stryker({
    testRunner: 'vitest',
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    mutate: [`src/${folder}/${file}`, '!src/**/*.test.ts'],
    ignorePatterns: ['**', '!src/**', '!test/**', '!package.json'],
    vitest: { configFile: fileURLToPath(new URL('./mutants.vitest.config.ts', import.meta.url)), related: false },
    coverageAnalysis: 'perTest',
    concurrency: Math.max(1, Math.floor(availableParallelism() / 2)),
    incremental: true,
    incrementalFile: relative(core, memory),
    tempDirName: sandbox,
    cleanTempDir: 'always',
    reporters: ['progress-append-only'],
    warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
    allowConsoleColors: false,
    // Only to end what hangs: a busy machine must not kill mutants.
    timeoutMS: 90_000,
    dryRunTimeoutMinutes: 60,
  }).runMutationTest();
  rmSync(join(core, sandbox), { recursive: true, force: true });
  const untried = mutants.filter(wasNotTried).length;
  if (untried > 0) throw new Error(`${folder}: the machine was too busy to try ${untried} mutants; run it again.`);
  return mutants.map((mutant) => asMutant(folder, mutant));
}

/** Where Stryker keeps what it found in a folder, made ready to be asked about tests that are new. */
function memoryOf(folder: MutatedFolder): string {
  const place = join(root, 'node_modules/.cache/beback/mutation');
  mkdirSync(place, { recursive: true });
  const file = join(place, `${folder}.json`);
  if (existsSync(file)) {
    writeFileSync(file, JSON.stringify(withoutWhatToAskAgain(JSON.parse(readFileSync(file, 'utf8')))));
  }
  return file;
}

function asMutant(folder: MutatedFolder, { fileName, location, replacement, status }: StrykerMutant): Mutant {
  const file = existsSync(fileName) ? fileName : join(core, fileName);
  return {
    file: relative(join(core, 'src', folder), file),
    line: location.start.line,
    original: textAt(readFileSync(file, 'utf8'), location),
    replacement,
    outcome: outcomes[status],
  };
}

function textAt(source: string, { start, end }: StrykerMutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined))
    .join('\n');
}
