import {
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Names of fields, by the name of the object type that they are asked of. */
export type SelectedFields = ReadonlyMap<string, ReadonlySet<string>>;

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'returnType' | 'schema'>;

const selected = new WeakMap<GraphQLResolveInfo['fieldNodes'][number], SelectedFields>();

/**
 * What a query asks of the objects below a field: all that may be resolved, whatever its directives say in the end. For
 * resolvers that load no more than is asked for.
 *
 * @example
 * selectedFields(info).get('Task')?.has('reasons');
 */
export function selectedFields(info: Asked): SelectedFields {
  const [first, ...others] = info.fieldNodes;
  const type = getNamedType(info.returnType);
  if (first === undefined || !isObjectType(type)) return new Map();
  // Of a field that is asked for in several places, directives may leave other places to the next request.
  const known = others.length === 0 ? selected.get(first) : undefined;
  if (known !== undefined) return known;
  const found = new Map<string, Set<string>>();
  for (const { selectionSet } of info.fieldNodes) collect(info, type, selectionSet, found);
  if (others.length === 0) selected.set(first, found);
  return found;
}

// Helpers

function collect(
  { schema, fragments }: Asked,
  top: GraphQLObjectType,
  set: SelectionSetNode | undefined,
  found: Map<string, Set<string>>,
): void {
  const within = (type: GraphQLObjectType, selections: SelectionSetNode['selections']): void => {
    const names = found.get(type.name) ?? new Set();
    found.set(type.name, names);
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        names.add(node.name.value);
        const below = schema.getField(type, node.name.value)?.type;
        const named = below === undefined ? undefined : getNamedType(below);
        if (node.selectionSet !== undefined && isObjectType(named)) within(named, node.selectionSet.selections);
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value] : node;
      // Whatever type the fragment is on: it was found to fit.
      if (fragment !== undefined) within(type, fragment.selectionSet.selections);
    }
  };
  within(top, set?.selections ?? []);
}
