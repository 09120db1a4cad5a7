import { readFileSync } from 'node:fs';

const OPERATIONS = JSON.parse(
  readFileSync(new URL('../../trusted-operations.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

/** The id under which a public widget asks for the operation of this name. */
export function trustedId(operation: string): string {
  const found = Object.entries(OPERATIONS).find(([, text]) =>
    new RegExp(`^(query|mutation) ${operation}\\b`).test(text),
  );
  if (found === undefined) throw new Error(`trustedId: no public operation is called ${operation}`);
  return found[0];
}
