import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import type { SourceFile, Violation } from './source-file.ts';

/** Every function or class that a public package exports without a TSDoc comment. */
export function undocumentedExports(files: readonly SourceFile[]): readonly Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files
    .filter((file) => /^packages\/[^/]+\/src\/index\.ts$/.test(file.path))
    .flatMap((index) =>
      importsOf(index.text).flatMap(({ from, names, typeOnly }) => {
        const source = byPath.get(posix.join(posix.dirname(index.path), from));
        if (source === undefined || typeOnly) return [];
        return names
          .filter((name) => !name.typeOnly && declaredBare(source.text, name.name))
          .map(({ name }) => ({ path: source.path, message: `${name} is public and has no TSDoc comment` }));
      }),
    );
}

/** Whether the file declares the name and no `/** … *\/` stands right before it. */
function declaredBare(text: string, name: string): boolean {
  const declaration = new RegExp(`^export (?:async )?(?:abstract )?(?:function\\*?|class) ${name}\\b`, 'm');
  const found = declaration.exec(text);
  return found !== null && !/\*\/\s*$/.test(text.slice(0, found.index));
}
