import { readFileSync } from 'node:fs';
import { type DocumentNode, Kind, OperationTypeNode, parse } from 'graphql';

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

/** Both lists, parsed once. */
export function readTrustedOperations(): TrustedOperations {
  const read = (list: keyof typeof LISTS) =>
    [...trustedTexts(list)].map(([id, text]): [string, TrustedOperation] => {
      const document = parse(text);
      return [id, { text, document, streams: isSubscription(document), isPublic: list === 'public' }];
    });
  return new Map([...read('staff'), ...read('public')]);
}

// Helpers

function isSubscription({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.SUBSCRIPTION,
  );
}
