import { expect, it } from 'vitest';
import { changesetProblems, configProblems } from './changesets.ts';

const packages = ['@beback/core', '@beback/adf'];

it('is content when all public packages are released together', () => {
  expect(configProblems({ access: 'public', fixed: [packages] }, packages)).toEqual([]);
});

it('finds a package that would be released alone, one that is none, and a wrong access', () => {
  expect(configProblems({ access: 'restricted', fixed: [['@beback/core', '@beback/old']] }, packages)).toEqual([
    'config.json: access is "restricted", expected "public"',
    'config.json: "fixed" lacks @beback/adf',
    'config.json: "fixed" names @beback/old, which is no public package',
  ]);
});

it.each([
  ['a good one', `---\n'@beback/core': minor\n---\n\nPlans can be compared.\n`, []],
  ['an empty one', '---\n---\n', []],
  ['no head', 'Plans can be compared.', ['x.md: expected a head between two lines of ---']],
  ['an unknown package', `---\n'@beback/x': minor\n---\n\nY\n`, [`x.md: "'@beback/x': minor" names no public package`]],
  [
    'a wrong bump',
    `---\n'@beback/adf': big\n---\n\nY\n`,
    [`x.md: "'@beback/adf': big" asks for no patch, minor or major`],
  ],
  ['no story', `---\n'@beback/adf': patch\n---\n`, ['x.md: tells the consumer nothing']],
])('reads a changeset: %s', (_, text, problems) => {
  expect(changesetProblems('x.md', text, packages)).toEqual(problems);
});
