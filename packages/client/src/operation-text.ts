import type { Operation } from './operation.ts';

/**
 * The text of one of the client's own operations, for a server that does not know its id. Texts are a file of their own,
 * which a page loads when it needs them and not before.
 *
 * @throws RangeError for an operation that is none of the client's.
 *
 * @example
 * await operationText(viewer); // 'query Viewer{viewer{…}}'
 */
export async function operationText({ id, name }: Pick<Operation<unknown, unknown>, 'id' | 'name'>): Promise<string> {
  const { TEXTS } = await import('./generated/texts.ts');
  const text = TEXTS[id];
  if (text === undefined) throw new RangeError(`operationText: ${name} is none of the client's operations`);
  return text;
}
