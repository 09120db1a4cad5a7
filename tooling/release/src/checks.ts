/** One check: a program that ends with 0 when all is well. */
export interface Check {
  readonly name: string;
  readonly what: string;
  /** Arguments of Node, from the root. */
  readonly args: readonly string[];
}

const turbo = ['node_modules/turbo/bin/turbo', 'run'];
const source = '--conditions=@beback/source';

/** What must hold besides the tests, in the order in which it is worth knowing. */
export const checks: readonly Check[] = [
  {
    name: 'lint',
    what: 'Biome: rules and format',
    args: [
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '--colors=off',
      '--error-on-warnings',
      '--max-diagnostics=200',
      '.',
    ],
  },
  {
    name: 'types',
    what: 'TypeScript, every package with its tests',
    args: [...turbo, 'typecheck', '--continue=always', '--output-logs=errors-only'],
  },
  { name: 'boundaries', what: 'imports follow the arrows', args: ['tooling/lint/src/main.ts', 'boundaries'] },
  { name: 'documented', what: 'public functions have a comment', args: ['tooling/lint/src/main.ts', 'documented'] },
  {
    name: 'unused',
    what: 'no file and no dependency without a use',
    args: ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'],
  },
  {
    name: 'build',
    what: 'every package builds',
    args: [...turbo, 'build', '--continue=always', '--output-logs=errors-only'],
  },
  {
    name: 'packages',
    what: 'packed packages: publint, attw, a consumer',
    args: [source, 'tooling/release/src/check-packages.ts'],
  },
  { name: 'sizes', what: 'what an import costs a page', args: [source, 'tooling/release/src/check-sizes.ts'] },
  { name: 'changesets', what: 'release settings', args: ['tooling/release/src/check-changesets.ts'] },
  { name: 'benchmarks', what: 'each benchmark runs', args: [source, 'tooling/benchmarks/src/main.ts', '--smoke'] },
];
