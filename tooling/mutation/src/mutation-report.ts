import type { AcceptedMutant } from './accepted-mutants.ts';
import { type FolderResult, mutationScore } from './folder-result.ts';
import { MUTATED_FOLDERS, MUTATION_BAR, type MutatedFolder } from './folders.ts';

export type FolderResults = Readonly<Partial<Record<MutatedFolder, FolderResult>>>;

/** The text of `docs/mutation.md`: what was measured, and which folders never were. */
export function mutationReport(results: FolderResults, accepted: readonly AcceptedMutant[]): string {
  const missing = MUTATED_FOLDERS.filter((folder) => results[folder] === undefined);
  return `${[
    HEAD,
    '## Last figures',
    [
      '| folder of `packages/core/src` | measured on | mutants | killed | timeout | survived | not reached | accepted | score | |',
      '|---|---|---|---|---|---|---|---|---|---|',
      ...MUTATED_FOLDERS.map((folder) => row(folder, results[folder])),
    ].join('\n'),
    missing.length === 0
      ? 'Every folder has been measured.'
      : `Not measured yet, and nothing is claimed of them: ${missing.join(', ')}.`,
    '## Accepted mutants',
    accepted.length === 0
      ? 'None.'
      : [
          '| folder | file | code | mutant | why no test can notice it |',
          '|---|---|---|---|---|',
          ...accepted.map(
            ({ folder, file, original, replacement, why }) =>
              `| ${[folder, file, code(original), code(replacement), why].join(' | ')} |`,
          ),
        ].join('\n'),
  ].join('\n\n')}\n`;
}

const HEAD = `# Mutation testing

Written by \`npm run test:long\`; not edited by hand.

A mutant is the code with one small fault: a comparison turned round, a condition always true, a word of a table emptied.
One that the tests notice is killed. One that survives shows a behaviour that nothing tests, or code that nothing needs.

- Each folder of rules is mutated by itself, and only the tests of this very folder count, in Node: a rule's tests stand
  beside it. What tests elsewhere would notice does not help.
- The score is the share of killed mutants, and of those that made a test run without end, among all that a test can
  notice. It must reach ${MUTATION_BAR} %.
- Accepted mutants do the same as the code they stand for; each is listed below with why.
- A score is that of the code on the day it was measured.`;

function row(folder: MutatedFolder, result: FolderResult | undefined): string {
  if (result === undefined) return `| ${folder} | not yet | | | | | | | | |`;
  const { date, mutants, killed, timeout, survived, uncovered, accepted } = result;
  const score = mutationScore(result);
  const verdict = score >= MUTATION_BAR ? 'met' : 'missed';
  const cells = [
    folder,
    date,
    mutants,
    killed,
    timeout,
    survived,
    uncovered,
    accepted,
    `${score.toFixed(1)} %`,
    verdict,
  ];
  return `| ${cells.join(' | ')} |`;
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')}\``;
}
