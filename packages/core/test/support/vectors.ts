import { readFileSync } from 'node:fs';

/**
 * The rows of a vector file, `test/vectors/<subject>/<name>.json`: examples in plain JSON, so that an implementation
 * in another language can be held against them.
 */
export function vectors<Row>(subject: string, name: string): readonly Row[] {
  const file = new URL(`../vectors/${subject}/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly rows: readonly Row[] }).rows;
}
