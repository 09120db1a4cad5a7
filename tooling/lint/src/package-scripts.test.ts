import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folders = ['packages', 'apps', 'tooling'].flatMap((parent) =>
  readdirSync(join(root, parent))
    .map((name) => `${parent}/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json'))),
);

// turbo skips a package that lacks a script without a word, and without its report a package's tests do not count.
it.each(folders)('gives %s the scripts that every package has', (folder) => {
  const { scripts } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['build', 'typecheck', 'test', 'lint']));
  expect(scripts.test).toMatch(/\/run-vitest\.mjs$/);
});
