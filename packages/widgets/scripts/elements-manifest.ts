import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of a custom-elements manifest (schema 1.0.0) that editors and catalogues of components read. */
export interface ElementsManifest {
  readonly schemaVersion: '1.0.0';
  readonly readme: string;
  readonly modules: readonly ElementModule[];
}

export interface ElementModule {
  readonly kind: 'javascript-module';
  readonly path: string;
  readonly declarations: readonly [ElementDeclaration];
  readonly exports: readonly object[];
}

export interface ElementDeclaration {
  readonly kind: 'class';
  readonly customElement: true;
  readonly name: string;
  readonly tagName: string;
  readonly summary: string;
  readonly description: string;
  readonly status: string;
  readonly attributes: readonly Named[];
  readonly events: readonly Named[];
  readonly cssProperties: readonly Named[];
}

export interface Named {
  readonly name: string;
  readonly description: string;
  readonly type?: { readonly text: string };
}

const source = join(import.meta.dirname, '../src');

/** `@attr {string} api - The server's address.` */
const NAMED = /^(?:\{([^}]+)\} )?(\S+) - (.+)$/s;

/**
 * Reads the comment of each element's class, where everything that a page may set, hear and style is listed. (The usual
 * analyzer brings a TypeScript of its own, older than ours.)
 *
 * @throws Error naming the file whose comment lacks something.
 */
export function describeElements(): ElementsManifest {
  const files = readdirSync(source)
    .map((folder) => `${folder}/${folder}.ts`)
    .filter((file) => isElement(join(source, file)));
  return { schemaVersion: '1.0.0', readme: 'README.md', modules: files.sort().map(describeModule) };
}

function isElement(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').includes("defineOnce('");
  } catch {
    return false;
  }
}

function describeModule(file: string): ElementModule {
  const declaration = describeClass(file, readFileSync(join(source, file), 'utf8'));
  const path = `dist/${file.replace(/\.ts$/, '.js')}`;
  const reference = { name: declaration.name, module: path };
  return {
    kind: 'javascript-module',
    path,
    declarations: [declaration],
    exports: [
      { kind: 'js', name: declaration.name, declaration: reference },
      { kind: 'custom-element-definition', name: declaration.tagName, declaration: reference },
    ],
  };
}

function describeClass(file: string, text: string): ElementDeclaration {
  const [, comment, name] = /\/\*\*\n((?: \*.*\n)+) \*\/\nexport class (\w+)/.exec(text) ?? [];
  if (comment === undefined || name === undefined) throw new Error(`${file}: the class has no comment`);
  const [prose = '', ...tags] = comment.replaceAll(/^ \* ?/gm, '').split(/^@/m);
  const all = (tag: string): readonly string[] =>
    tags
      .filter((line) => line.startsWith(`${tag} `))
      .map((line) =>
        line
          .slice(tag.length + 1)
          .replaceAll(/\s+/g, ' ')
          .trim(),
      );
  const one = (tag: string): string => {
    const [value] = all(tag);
    if (value === undefined) throw new Error(`${file}: the class comment has no @${tag}`);
    return value;
  };
  const named = (tag: string): readonly Named[] => all(tag).map((line) => readNamed(file, tag, line));
  return {
    kind: 'class',
    customElement: true,
    name,
    tagName: one('tag'),
    summary: one('summary'),
    description: prose.replaceAll(/\s+/g, ' ').trim(),
    status: one('status'),
    attributes: named('attr'),
    events: named('fires'),
    cssProperties: named('cssproperty'),
  };
}

function readNamed(file: string, tag: string, line: string): Named {
  const [, type, name, description] = NAMED.exec(line) ?? [];
  if (name === undefined || description === undefined)
    throw new Error(`${file}: @${tag} ${line}: expected “name - what it is”`);
  return { name, description, ...(type !== undefined && { type: { text: type } }) };
}
