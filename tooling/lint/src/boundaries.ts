import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { type Arrow, arrows, coreFolders, coreTopFiles } from './arrows.ts';
import { type ImportLine, importsOf } from './imports.ts';
import { isShipped, type SourceFile, type Violation } from './source-file.ts';

/** Every import that follows no arrow, given all sources of the workspace. */
export function boundaryViolations(files: readonly SourceFile[]): readonly Violation[] {
  const exporters = coreExports(files.find((file) => file.path === 'packages/core/src/index.ts'));
  return files.flatMap((file) => {
    const part = partOf(file.path);
    const arrow: Arrow | undefined = arrows.find((candidate) => candidate.part === part);
    if (arrow === undefined) return [{ path: file.path, message: `no arrows are listed for ${part}` }];
    return importsOf(file.text)
      .map((line) => refusal(file.path, arrow, line, exporters))
      .filter((message) => message !== undefined)
      .map((message) => ({ path: file.path, message }));
  });
}

function refusal(path: string, arrow: Arrow, line: ImportLine, exporters: Exporters): string | undefined {
  if (line.from.startsWith('.')) return relativeRefusal(path, arrow, line.from);
  if (line.from.startsWith('@beback/')) return siblingRefusal(path, arrow, line, exporters);
  const isNode = line.from.startsWith('node:') || builtinModules.includes(line.from);
  if (isNode && !arrow.node && isShipped(path)) return `${arrow.part} must not import ${line.from}`;
  if (!isNode && arrow.part === 'packages/core' && isShipped(path)) {
    return `the core stands on nothing: it must not import ${line.from}`;
  }
  return undefined;
}

function siblingRefusal(path: string, arrow: Arrow, line: ImportLine, exporters: Exporters): string | undefined {
  const sibling = line.from.split('/').slice(0, 2).join('/');
  if (arrow.siblings.includes(sibling) || sibling === ownName(arrow)) return undefined;
  if (!isShipped(path) && ['@beback/testing', '@beback/config', ...(arrow.inTests ?? [])].includes(sibling))
    return undefined;
  if (line.typeOnly && arrow.typesOf?.includes(sibling)) return undefined;
  if (arrow.typesOf?.includes(sibling)) return `${arrow.part} may import types of ${sibling}, nothing else`;
  const places = arrow.placesOf?.[sibling];
  if (places === undefined) return `${arrow.part} must not import ${sibling}`;
  if (line.typeOnly) return undefined;
  const elsewhere = line.names.filter(
    ({ name, typeOnly }) => !typeOnly && !places.some((place) => exporters.get(name)?.startsWith(place)),
  );
  if (line.names.length > 0 && elsewhere.length === 0) return undefined;
  const what = elsewhere.map(({ name }) => name).join(', ') || 'all';
  return `${arrow.part} may import of ${sibling} only types and what ${places.join(', ')} export, not ${what}`;
}

function relativeRefusal(path: string, arrow: Arrow, from: string): string | undefined {
  const target = posix.join(posix.dirname(path), from);
  const targetPart = partOf(target);
  const shared = ['tooling/config', 'tooling/bootstrap'];
  if (targetPart !== arrow.part) {
    const allowed = shared.includes(targetPart) && (!isShipped(path) || arrow.part.startsWith('tooling/'));
    return allowed ? undefined : `${from} leads out of ${arrow.part}: import the package by its name`;
  }
  return arrow.part === 'packages/core' && isShipped(path) ? coreRefusal(path, target) : undefined;
}

function coreRefusal(path: string, target: string): string | undefined {
  const [own, other] = [path, target].map((file) => file.slice('packages/core/src/'.length).split('/')[0] ?? '');
  if (own === undefined || other === undefined || own === other) return undefined;
  if (isOneOf(coreTopFiles, own)) return undefined;
  if (isOneOf(coreTopFiles, other)) return `${own}/ must not import ${other}, which joins all folders`;
  const [place, reach] = [own, other].map((folder) => (coreFolders as readonly string[]).indexOf(folder));
  if (place === -1) return `${own} is no folder of the core's order`;
  if (reach === -1 || (reach ?? 0) > (place ?? 0)) return `${own}/ must not import ${other}/, which comes after it`;
  return undefined;
}

// Helpers

/** Name of an export of the core's index -> the file it comes from, from `src/`. */
type Exporters = ReadonlyMap<string, string>;

function coreExports(index: SourceFile | undefined): Exporters {
  const lines = importsOf(index?.text ?? '');
  return new Map(lines.flatMap(({ from, names }) => names.map(({ name }) => [name, from.replace('./', '')] as const)));
}

function partOf(path: string): string {
  // The bootstrap's entry lies beside its folder.
  return path === 'tooling/bootstrap.mjs' ? 'tooling/bootstrap' : path.split('/').slice(0, 2).join('/');
}

function ownName(arrow: Arrow): string {
  return `@beback/${arrow.part.split('/')[1]}`;
}

function isOneOf(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
