import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

/** One operation as it is written in `operations/`. */
export interface OperationSource {
  /** File name without its ending: `work-plan`. */
  readonly file: string;
  /** Run by the public widgets with a publishable key or a survey's token. */
  readonly isPublic: boolean;
  readonly summary: string;
  readonly operation: OperationDefinitionNode;
  /** What goes over the wire: the operation and its fragments, without ignorable characters. */
  readonly document: string;
}

export interface OperationSources {
  readonly operations: readonly OperationSource[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

const folder = join(import.meta.dirname, '../operations');

export function readOperationSources(): OperationSources {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of parse(readFileSync(join(folder, 'fragments.graphql'), 'utf8')).definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql') && name !== 'fragments.graphql');
  return { fragments, operations: files.sort().map((name) => readSource(name, fragments)) };
}

function readSource(name: string, fragments: ReadonlyMap<string, FragmentDefinitionNode>): OperationSource {
  const text = readFileSync(join(folder, name), 'utf8');
  const [operation, ...others] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) {
    throw new Error(`${name}: expected exactly one operation`);
  }
  const texts = [print(operation), ...[...fragmentsOf(operation, fragments)].sort().map((used) => fragmentText(used))];
  return {
    file: name.replace(/(\.public)?\.graphql$/, ''),
    isPublic: name.endsWith('.public.graphql'),
    summary: (/^# (.+)$/m.exec(text)?.[1] ?? '').trim(),
    operation,
    document: stripIgnoredCharacters(texts.join('\n')),
  };

  function fragmentText(used: string): string {
    const node = fragments.get(used);
    if (node === undefined) throw new Error(`${name}: fragment ${used} is not defined`);
    const { description: _, ...bare } = node;
    return print(bare);
  }
}

/** Names of the fragments that a node spreads, directly or through others. */
function fragmentsOf(
  node: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Set<string>(),
): Set<string> {
  visit(node, {
    FragmentSpread(spread) {
      const name = spread.name.value;
      if (found.has(name)) return;
      found.add(name);
      const fragment = fragments.get(name);
      if (fragment !== undefined) fragmentsOf(fragment, fragments, found);
    },
  });
  return found;
}
