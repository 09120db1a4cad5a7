import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DocumentNode, type GraphQLSchema, Kind, OperationTypeNode, parse, validate } from 'graphql';

/** An operation that our widgets ship. */
export interface TrustedOperation {
  readonly text: string;
  readonly document: DocumentNode;
  /** A subscription: its answers come one after the other. */
  readonly streams: boolean;
  /** Of the public widgets. A publishable key lies open in a page's source: whoever finds it can run these and nothing else. */
  readonly isPublic: boolean;
}

/**
 * The operations that our widgets ship, by the sha256 of their text. The lists are written by the client package's
 * generator; the tests hold each text against its id and against the schema.
 */
export type TrustedOperations = ReadonlyMap<string, TrustedOperation>;

const LISTS = { public: 'trusted-operations.json', staff: 'staff-operations.json' } as const;

/** The texts of a list by id, as the client package wrote them. */
export function trustedTexts(list: keyof typeof LISTS): ReadonlyMap<string, string> {
  const text = readFileSync(new URL(`../../${LISTS[list]}`, import.meta.url), 'utf8');
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}

/**
 * Both lists, parsed once.
 *
 * @param more - texts that a program beside ours ships for its staff, known by their sha256 too
 *
 * @throws RangeError when one of those does not fit the schema.
 */
export function readTrustedOperations(schema: GraphQLSchema, more: readonly string[] = []): TrustedOperations {
  const read = (texts: Iterable<readonly [id: string, text: string]>, isPublic: boolean) =>
    [...texts].map(([id, text]): [string, TrustedOperation] => {
      const document = parse(text);
      return [id, { text, document, streams: isSubscription(document), isPublic }];
    });
  const [misfit] = more.flatMap((text) => validate(schema, parse(text)));
  if (misfit !== undefined) throw new RangeError(`readTrustedOperations: ${misfit.message}`);
  const others = more.map((text) => [createHash('sha256').update(text).digest('hex'), text] as const);
  return new Map([
    ...read(others, false),
    ...read(trustedTexts('staff'), false),
    ...read(trustedTexts('public'), true),
  ]);
}

// Helpers

function isSubscription({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.SUBSCRIPTION,
  );
}
