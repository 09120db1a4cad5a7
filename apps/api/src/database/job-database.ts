import type { JobDatabase } from './gateway.ts';
import type { Link } from './link.ts';
import { rowsOf } from './sql-runner.ts';
import { type ArrayText, writeArray } from './values/array-text.ts';
import type { WireValue } from './values/encode.ts';

/** The queue's statements over connections of `take`. */
export function jobDatabase(take: () => Promise<Link>): JobDatabase {
  return {
    executeSql: async (text, values = []) => {
      const link = await take();
      try {
        return await runJobSql(link, text, values);
      } finally {
        await link.release();
      }
    },
  };
}

/** One statement with parameters, or several without: what pg-boss expects of a driver. */
export async function runJobSql(
  on: Pick<Link, 'query'> & Partial<Pick<Link, 'script'>>,
  text: string,
  values: readonly unknown[],
): Promise<{ rows: Record<string, unknown>[] }> {
  if (values.length > 0 || on.script === undefined) {
    return { rows: rowsOf(await on.query({ text, values: values.map(jobValue) })) };
  }
  return { rows: (await on.script(text)).flatMap((result) => rowsOf<Record<string, unknown>>(result)) };
}

// Helpers

function jobValue(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return writeArray(value.map(arrayElement));
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function arrayElement(value: unknown): string | null | ArrayText {
  if (Array.isArray(value)) return value.map(arrayElement);
  const wire = jobValue(value);
  return wire instanceof Uint8Array ? `\\x${Buffer.from(wire).toString('hex')}` : wire;
}
