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
  readonly members: readonly (Named & { readonly kind: 'field' })[];
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

/** What elements have in common stands in the comments of these: by a word in the element's file, where to read. */
const SHARED = [
  { of: 'extends StaffElement', file: 'staff/staff-element.ts' },
  { of: '', file: 'base/beback-element.ts' },
  { of: '', file: 'tokens/tokens.styles.ts' },
] as const;

/**
 * Reads the comment of each element's class, where what a page may set, hear and style is listed, and of what it shares
 * with others. (The usual analyzer brings a TypeScript of its own, older than ours.)
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
  const { name, prose, tags } = readComment(file, text);
  const shared = SHARED.filter(({ of }) => text.includes(of)).flatMap((one) => {
    const { tags: theirs } = readComment(one.file, readFileSync(join(source, one.file), 'utf8'));
    return theirs.map((tag) => ({ ...tag, file: one.file }));
  });
  const one = (tag: string): string => {
    const found = tags.find((own) => own.tag === tag);
    if (found === undefined) throw new Error(`${file}: the class comment has no @${tag}`);
    return found.line;
  };
  const named = (tag: string): readonly Named[] =>
    [...tags.map((own) => ({ ...own, file })), ...shared]
      .filter((each) => each.tag === tag)
      .map((each) => readNamed(each.file, tag, each.line));
  return {
    kind: 'class',
    customElement: true,
    name,
    tagName: one('tag'),
    summary: one('summary'),
    description: prose,
    status: one('status'),
    attributes: named('attr'),
    members: named('prop').map((field) => ({ kind: 'field', ...field })),
    events: named('fires'),
    cssProperties: named('cssproperty'),
  };
}

interface Comment {
  readonly name: string;
  readonly prose: string;
  readonly tags: readonly { readonly tag: string; readonly line: string }[];
}

/** The comment of what a file exports. */
function readComment(file: string, text: string): Comment {
  const [, comment, name] = /\/\*\*\n((?: \*.*\n)+) \*\/\nexport (?:class|const) (\w+)/.exec(text) ?? [];
  if (comment === undefined || name === undefined) throw new Error(`${file}: what it exports has no comment`);
  const [prose = '', ...tags] = comment.replaceAll(/^ \* ?/gm, '').split(/^@/m);
  return {
    name,
    prose: inOneLine(prose),
    tags: tags.map((text) => {
      const [tag = ''] = /^\w+/.exec(text) ?? [];
      return { tag, line: inOneLine(text.slice(tag.length)) };
    }),
  };
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function readNamed(file: string, tag: string, line: string): Named {
  const [, type, name, description] = NAMED.exec(line) ?? [];
  if (name === undefined || description === undefined)
    throw new Error(`${file}: @${tag} ${line}: expected “name - what it is”`);
  return { name, description, ...(type !== undefined && { type: { text: type } }) };
}
