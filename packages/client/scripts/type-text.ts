import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type SelectionSetNode,
} from 'graphql';

/** What each scalar is in TypeScript. An unknown one stops the generation: it needs a decision, not a guess. */
const SCALARS: Readonly<Record<string, string>> = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  DateTime: 'string',
  Day: 'string',
  JSON: 'unknown',
  // Passed on as it came: its shape is the rules' own affair.
  PlanDocument: 'unknown',
};

/** Renders selections and inputs as TypeScript types, remembering which named types it used. */
export interface TypeWriter {
  selection(set: SelectionSetNode, on: GraphQLCompositeType): string;
  input(type: GraphQLInputType): string;
  readonly usedFragments: ReadonlySet<string>;
  readonly usedNames: ReadonlySet<string>;
}

export function typeWriter(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>): TypeWriter {
  const usedFragments = new Set<string>();
  const usedNames = new Set<string>();

  const scalar = (name: string): string => {
    const text = SCALARS[name];
    if (text === undefined) throw new Error(`scalar ${name}: expected one of ${Object.keys(SCALARS).join(', ')}`);
    return text;
  };

  function output(type: GraphQLOutputType, set: SelectionSetNode | undefined): string {
    if (isNonNullType(type)) return bare(type.ofType, set);
    return `${bare(type, set)} | null`;
  }

  function bare(type: GraphQLOutputType, set: SelectionSetNode | undefined): string {
    if (isListType(type)) return `readonly (${output(type.ofType, set)})[]`;
    if (isScalarType(type)) return scalar(type.name);
    if (isEnumType(type)) {
      usedNames.add(type.name);
      return type.name;
    }
    if (set === undefined || isNonNullType(type)) throw new Error(`${String(type)}: expected a selection`);
    return selection(set, type as GraphQLCompositeType);
  }

  function selection(set: SelectionSetNode, on: GraphQLCompositeType): string {
    if (!isAbstractType(on)) return objectText(set, on as GraphQLObjectType, false);
    const texts = schema.getPossibleTypes(on).map((type) => objectText(set, type, true));
    return [...new Set(texts)].join(' | ');
  }

  function objectText(set: SelectionSetNode, type: GraphQLObjectType, discriminated: boolean): string {
    const lines = new Map<string, string>();
    const parts: string[] = [];
    collect(set, type, lines, parts);
    if (discriminated && !lines.has('__typename'))
      throw new Error(`${type.name}: select __typename to tell types apart`);
    if (lines.size > 0) parts.unshift(`{ ${[...lines.values()].join('; ')} }`);
    return parts.join(' & ');
  }

  function collect(set: SelectionSetNode, type: GraphQLObjectType, lines: Map<string, string>, parts: string[]): void {
    for (const node of set.selections) {
      if (node.kind === 'Field') {
        const name = node.name.value;
        const key = node.alias?.value ?? name;
        const field = type.getFields()[name];
        const text = name === '__typename' ? `'${type.name}'` : field && output(field.type, node.selectionSet);
        if (text === undefined) throw new Error(`${type.name}.${name}: no such field`);
        lines.set(key, `readonly ${key}: ${text}`);
      } else if (node.kind === 'InlineFragment') {
        const condition = node.typeCondition?.name.value;
        if (condition === undefined || applies(condition, type)) collect(node.selectionSet, type, lines, parts);
      } else {
        const fragment = fragments.get(node.name.value);
        if (fragment === undefined) throw new Error(`fragment ${node.name.value}: not defined`);
        if (!applies(fragment.typeCondition.name.value, type)) continue;
        usedFragments.add(node.name.value);
        parts.push(node.name.value);
      }
    }
  }

  function applies(condition: string, type: GraphQLObjectType): boolean {
    const named = schema.getType(condition);
    if (named === type) return true;
    return isAbstractType(named) && !isObjectType(named) && schema.isSubType(named, type);
  }

  function input(type: GraphQLInputType): string {
    if (isNonNullType(type)) return inputBare(type.ofType);
    return `${inputBare(type)} | null`;
  }

  function inputBare(type: GraphQLInputType): string {
    if (isListType(type)) return `readonly (${input(type.ofType)})[]`;
    if (isScalarType(type)) return scalar(type.name);
    if (isNonNullType(type)) throw new Error('a type cannot be non-null twice');
    if (isEnumType(type) || isInputObjectType(type)) usedNames.add(type.name);
    return type.name;
  }

  return { selection, input, usedFragments, usedNames };
}

/** One property of variables or of an input object: what may be left out may also be undefined. */
export function inputProperty(name: string, type: GraphQLInputType, hasDefault: boolean, writer: TypeWriter): string {
  const text = writer.input(type);
  const optional = hasDefault || !isNonNullType(type);
  return `readonly ${name}${optional ? '?' : ''}: ${text}${optional ? ' | undefined' : ''};`;
}

/** Breaks a type's text into indented lines, one property a line. Strings in it hold no braces: they are type names. */
export function layOut(text: string): string {
  let depth = 0;
  return text.replaceAll(/\{ |; | \}| \| (?=\{)/g, (mark) => {
    if (mark === ' | ') return `\n${'  '.repeat(depth)}| `;
    if (mark === ' }') depth--;
    if (mark === '{ ') depth++;
    const line = `\n${'  '.repeat(depth)}`;
    if (mark === '{ ') return `{${line}`;
    return mark === '; ' ? `;${line}` : `;${line}}`;
  });
}
