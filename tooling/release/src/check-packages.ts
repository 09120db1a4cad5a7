// Looks at each package as a consumer will get it: packed, then judged by publint and Are-the-types-wrong, then
// compiled against and imported in a folder of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type PublicPackage, pack, publicPackages } from './public-package.ts';

const workplace = mkdtempSync(join(tmpdir(), 'beback-packages-'));
try {
  const packages = publicPackages();
  const problems = [...packages.flatMap(judge), ...consume(packages)];
  for (const problem of problems) console.log(problem);
  console.log(`${packages.length} packages packed, ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(workplace, { recursive: true, force: true });
}

// Helpers

function judge(one: PublicPackage): readonly string[] {
  const tarball = pack(one, workplace);
  const home = join(workplace, 'node_modules', one.name);
  mkdirSync(home, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
  return [
    ...['README.md', 'LICENSE']
      .filter((file) => !existsSync(join(home, file)))
      .map((file) => `${one.name}: the package holds no ${file}`),
    ...complaint(one.name, 'publint', ['run', tarball, '--strict']),
    ...complaint(one.name, 'attw', [tarball, '--profile=esm-only', '--format=ascii', '--no-emoji']),
  ];
}

/** Every entry is compiled against, declarations included, and then imported without the workspace around it. */
function consume(packages: readonly PublicPackage[]): readonly string[] {
  for (const { folder, dependencies } of packages) {
    for (const dependency of dependencies.filter((name) => !name.startsWith('@beback/'))) {
      const place = join(workplace, 'node_modules', dependency);
      mkdirSync(dirname(place), { recursive: true });
      if (!existsSync(place)) symlinkSync(join(folder, 'node_modules', dependency), place);
    }
  }
  const entries = packages.flatMap((one) => one.entries);
  writeFileSync(join(workplace, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(workplace, 'consumer.ts'),
    entries.map((entry, n) => `import * as entry${n} from '${entry}';\nvoid entry${n};\n`).join(''),
  );
  const flags = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--lib',
    'es2024,esnext.disposable,dom,dom.iterable',
    '--types',
    '',
  ];
  const compiled = complaint('a consumer', 'tsc', [...flags, 'consumer.ts']);
  // Elements need a browser, and are tested in one.
  const imported = entries
    .filter((entry) => !entry.startsWith('@beback/widgets'))
    .flatMap((entry) => {
      const { status, stderr } = run(process.execPath, ['--input-type=module', '--eval', `await import('${entry}')`]);
      return status === 0 ? [] : [`${entry} cannot be imported:\n${stderr}`];
    });
  return [...compiled, ...imported];
}

function complaint(subject: string, tool: string, args: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = run(join(import.meta.dirname, '../node_modules/.bin', tool), args);
  return status === 0 ? [] : [`${subject}: ${tool} complains:\n${stdout}${stderr}`];
}

function run(program: string, args: readonly string[]) {
  return spawnSync(program, args, { cwd: workplace, encoding: 'utf8' });
}
