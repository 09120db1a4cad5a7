// What takes hours: mutates the core folder by folder, then tries its laws on many more cases. Writes docs/mutation.md.
//   npm run test:long                      all
//   npm run test:long -- calendar contact  the named folders
//   npm run test:long -- laws              the laws alone
import { constants, setPriority } from 'node:os';
import { acceptedMutants } from './accepted-mutants.ts';
import { folderResult, mutationScore, openSurvivors, staleAcceptances } from './folder-result.ts';
import { MUTATED_FOLDERS, MUTATION_BAR, type MutatedFolder } from './folders.ts';
import { keepResult } from './kept-results.ts';
import { mutateFolder } from './mutate-folder.ts';
import { tryLaws } from './try-laws.ts';

const LAWS = 'laws';
const names = process.argv.slice(2);
const unknown = names.find((name) => name !== LAWS && !MUTATED_FOLDERS.some((folder) => folder === name));
if (unknown !== undefined) {
  throw new Error(`Nothing is called "${unknown}": expected some of ${[...MUTATED_FOLDERS, LAWS].join(', ')}.`);
}
const isChosen = (name: string) => names.length === 0 || names.includes(name);

// Hours of work: whoever sits at this machine goes first.
setPriority(constants.priority.PRIORITY_LOW);
const failures: string[] = [];
for (const folder of MUTATED_FOLDERS.filter(isChosen)) failures.push(...(await measure(folder)));
if (isChosen(LAWS) && (await tryLaws()) !== 0) failures.push('a law does not hold; the counterexample stands above');

for (const failure of failures) console.error(`FAILED  ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function measure(folder: MutatedFolder): Promise<readonly string[]> {
  const accepted = acceptedMutants.filter((entry) => entry.folder === folder);
  const mutants = await mutateFolder(folder);
  const result = folderResult(new Date().toISOString().slice(0, 10), mutants, accepted);
  // After each folder: who ends the run after hours keeps what was measured.
  keepResult(folder, result);
  for (const { file, line, original, replacement, outcome } of openSurvivors(mutants, accepted)) {
    console.log(`${outcome}  ${folder}/${file}:${line}\n    ${original}\n    ${replacement}`);
  }
  const score = mutationScore(result);
  console.log(`${folder}: ${score} % of ${result.mutants} mutants`);
  return [
    ...(score < MUTATION_BAR ? [`${folder}: ${score} % is below ${MUTATION_BAR} %`] : []),
    ...staleAcceptances(mutants, accepted).map(
      ({ file, original }) => `${folder}/${file}: no survivor is the accepted mutant of ${original}`,
    ),
  ];
}
