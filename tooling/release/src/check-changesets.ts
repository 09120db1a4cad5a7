// The settings of releases and each waiting changeset, against the packages there are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesetProblems, configProblems } from './changesets.ts';
import { publicPackages, root } from './public-package.ts';

const folder = join(root, '.changeset');
const names = publicPackages().map((one) => one.name);
const changesets = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
const problems = [
  ...configProblems(JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')), names),
  ...changesets.flatMap((file) => changesetProblems(file, readFileSync(join(folder, file), 'utf8'), names)),
];
for (const problem of problems) console.log(problem);
console.log(`${changesets.length} changesets waiting, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
