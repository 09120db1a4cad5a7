// Prints what breaks the workspace's own rules: node tooling/lint/src/main.ts <boundaries|documented>
import { fileURLToPath } from 'node:url';
import { boundaryViolations } from './boundaries.ts';
import { undocumentedExports } from './documented.ts';
import { readSources } from './source-file.ts';

const checks = { boundaries: boundaryViolations, documented: undocumentedExports } as const;

const name = process.argv[2] ?? '';
if (!(name in checks)) throw new Error(`Unknown check "${name}": expected one of ${Object.keys(checks).join(', ')}.`);

const root = fileURLToPath(new URL('../../..', import.meta.url));
const sources = ['packages', 'apps', 'tooling'].flatMap((folder) => readSources(root, folder));
const violations = checks[name as keyof typeof checks](sources);
for (const { path, message } of violations) console.log(`${path}: ${message}`);
console.log(`${sources.length} files read, ${violations.length} violations`);
process.exitCode = violations.length === 0 ? 0 : 1;
