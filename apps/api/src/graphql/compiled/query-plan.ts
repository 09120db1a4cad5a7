import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';

/** A query laid out against the schema, once: what no request changes. */
export interface QueryPlan {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly root: ObjectPlan;
  /** How many fields have arguments: each is numbered, and asked for its values once a request. */
  readonly argumentLists: number;
}

/** The fields that are asked of an object, each by its key in the answer, in the order of the answer. */
export interface ObjectPlan {
  readonly type: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
}

export interface FieldPlan {
  readonly key: string;
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  /** All places of the document that ask for it under this key. */
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  /** Number of its list of arguments; undefined: it has none. */
  readonly argumentList: number | undefined;
  readonly value: ValuePlan;
}

export type ValuePlan =
  | { readonly kind: 'leaf'; readonly nullable: boolean; readonly type: GraphQLLeafType }
  | { readonly kind: 'list'; readonly nullable: boolean; readonly item: ValuePlan }
  | { readonly kind: 'object'; readonly nullable: boolean; readonly object: ObjectPlan };

/**
 * Lays a validated query out; undefined for what is better left to graphql's own executor: mutations, subscriptions,
 * directives, interfaces and unions, types that ask a value whether it is theirs.
 */
export function planQuery(schema: GraphQLSchema, document: DocumentNode): QueryPlan | undefined {
  const [operation, ...others] = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const query = schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || others.length > 0 || query == null) return undefined;
  if ((operation.directives ?? []).length > 0) return undefined;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const planner = new Planner(schema, fragments);
  const root = planner.object(query, [operation.selectionSet]);
  return root === undefined ? undefined : { schema, operation, fragments, root, argumentLists: planner.argumentLists };
}

// Helpers

class Planner {
  argumentLists = 0;
  readonly #schema: GraphQLSchema;
  readonly #fragments: Readonly<Record<string, FragmentDefinitionNode>>;

  constructor(schema: GraphQLSchema, fragments: Readonly<Record<string, FragmentDefinitionNode>>) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  object(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): ObjectPlan | undefined {
    if (type.isTypeOf != null) return undefined;
    const grouped = new Map<string, [FieldNode, ...FieldNode[]]>();
    if (!selections.every((selection) => this.#collect(type, selection, grouped))) return undefined;
    const fields: FieldPlan[] = [];
    for (const [key, nodes] of grouped) {
      const plan = this.#field(type, key, nodes);
      if (plan === undefined) return undefined;
      fields.push(plan);
    }
    return { type, fields };
  }

  /** Groups the fields by key, as they stand; false where something depends on the request or on a runtime type. */
  #collect(type: GraphQLObjectType, set: SelectionSetNode, grouped: Map<string, [FieldNode, ...FieldNode[]]>): boolean {
    return set.selections.every((node) => {
      if ((node.directives ?? []).length > 0) return false;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const known = grouped.get(key);
        if (known === undefined) grouped.set(key, [node]);
        else known.push(node);
        // The one name that no plain object can hold.
        return key !== '__proto__';
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.#fragments[node.name.value] : node;
      if (fragment === undefined || (fragment.directives ?? []).length > 0) return false;
      const on = fragment.typeCondition?.name.value ?? type.name;
      return on === type.name && this.#collect(type, fragment.selectionSet, grouped);
    });
  }

  #field(parent: GraphQLObjectType, key: string, nodes: readonly [FieldNode, ...FieldNode[]]): FieldPlan | undefined {
    const field = this.#schema.getField(parent, nodes[0].name.value);
    if (field === undefined) return undefined;
    const argumentList = field.args.length === 0 ? undefined : this.argumentLists++;
    const value = this.#value(field.type, nodes, true);
    return value === undefined ? undefined : { key, parent, field, nodes, argumentList, value };
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[], nullable: boolean): ValuePlan | undefined {
    if (isNonNullType(type)) return this.#value(type.ofType, nodes, false);
    if (isLeafType(type)) return { kind: 'leaf', nullable, type };
    if (isListType(type)) {
      const item = this.#value(type.ofType, nodes, true);
      return item === undefined ? undefined : { kind: 'list', nullable, item };
    }
    if (!isObjectType(type)) return undefined;
    const object = this.object(
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
    return object === undefined ? undefined : { kind: 'object', nullable, object };
  }
}
