import { readFileSync } from 'node:fs';
import { type DocumentNode, parse } from 'graphql';

/**
 * The operations that our public widgets ship, by the sha256 of their text. A publishable key lies open in a page's
 * source: whoever finds it can run these and nothing else. The list is written by the client package's generator; the
 * tests hold each text against its id and against the schema.
 */
export type TrustedOperations = ReadonlyMap<string, DocumentNode>;

/** The texts by id, as the client package wrote them. */
export function trustedTexts(): ReadonlyMap<string, string> {
  const list = readFileSync(new URL('../../trusted-operations.json', import.meta.url), 'utf8');
  return new Map(Object.entries(JSON.parse(list) as Record<string, string>));
}

/** The list, parsed once. */
export function readTrustedOperations(): TrustedOperations {
  return new Map([...trustedTexts()].map(([id, text]) => [id, parse(text)]));
}
