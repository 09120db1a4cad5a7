// What takes hours: mutates the core folder by folder, then tries its laws on many more cases. Writes docs/mutation.md.
//   npm run test:long                           all
//   npm run test:long -- calendar contact       the named folders
//   npm run test:long -- calendar/open-time.ts  one file: remembered, but reported with its whole folder alone
//   npm run test:long -- laws                   the laws alone
// What an interrupted run (Ctrl+C) has found is remembered too.
import { constants, setPriority } from 'node:os';
import { acceptedMutants } from './accepted-mutants.ts';
import { chosen } from './chosen.ts';
import { folderResult, mutationScore, openSurvivors, staleAcceptances } from './folder-result.ts';
import { MUTATION_BAR, type MutatedFolder } from './folders.ts';
import { keepResult } from './kept-results.ts';
import { mutateFolder } from './mutate-folder.ts';
import { tryLaws } from './try-laws.ts';

const asked = chosen(process.argv.slice(2));

// Hours of work: whoever sits at this machine goes first.
setPriority(constants.priority.PRIORITY_LOW);
const failures: string[] = [];
for (const { folder, file } of asked.parts) failures.push(...(await measure(folder, file)));
if (asked.laws && (await tryLaws()) !== 0) failures.push('a law does not hold; the counterexample stands above');

for (const failure of failures) console.error(`FAILED  ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function measure(folder: MutatedFolder, file?: string): Promise<readonly string[]> {
  const isMeant = (each: { readonly file: string }) => file === undefined || each.file === file;
  const accepted = acceptedMutants.filter((entry) => entry.folder === folder && isMeant(entry));
  const mutants = (await mutateFolder(folder, file)).filter(isMeant);
  const result = folderResult(new Date().toISOString().slice(0, 10), mutants, accepted);
  // After each folder: who ends the run after hours keeps what was measured.
  if (file === undefined) keepResult(folder, result);
  for (const { file: name, line, original, replacement, outcome } of openSurvivors(mutants, accepted)) {
    console.log(`${outcome}  ${folder}/${name}:${line}\n    ${original}\n    ${replacement}`);
  }
  const what = file === undefined ? folder : `${folder}/${file}`;
  const score = mutationScore(result);
  console.log(`${what}: ${score} % of ${result.mutants} mutants`);
  return [
    ...(score < MUTATION_BAR ? [`${what}: ${score} % is below ${MUTATION_BAR} %`] : []),
    ...staleAcceptances(mutants, accepted).map(
      ({ file: name, original }) => `${folder}/${name}: no survivor is the accepted mutant of ${original}`,
    ),
  ];
}
