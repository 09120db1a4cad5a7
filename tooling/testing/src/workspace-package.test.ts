import { expect, it } from 'vitest';
import { root } from '../../bootstrap/pins.mjs';
import { choosePackages, workspacePackages } from './workspace-package.ts';

const packages = workspacePackages(root);

it.each(['core', 'packages/core', 'packages/core/', '@beback/core'])('knows the core as %s', (word) => {
  expect(choosePackages(packages, [word]).map(({ folder }) => folder)).toEqual(['packages/core']);
});

it('takes all packages without a word', () => {
  expect(choosePackages(packages, [])).toBe(packages);
});

it('names the packages there are when a word names none', () => {
  expect(() => choosePackages(packages, ['corr'])).toThrow(/No package is called "corr": expected some of .*core/);
});
