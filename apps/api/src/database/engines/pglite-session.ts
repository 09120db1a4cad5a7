import type { messages, PGlite } from '@electric-sql/pglite';
import type { Query, QueryResult } from '../link.ts';
import { toSqlError } from '../sql-error.ts';
import { type ExtendedQuery, extendedQuery, simpleQuery } from './wire.ts';

/** The one connection of an embedded database, spoken to message by message. Callers see to it that they take turns. */
export interface PgliteSession {
  query(query: Query, options: { readonly keep: boolean }): Promise<QueryResult>;
  script(text: string): Promise<readonly QueryResult[]>;
  status(): 'I' | 'T' | 'E';
}

/** So many prepared statements are kept; the least recently used goes first. */
const KEPT_STATEMENTS = 300;

export function pgliteSession(lite: PGlite): PgliteSession {
  let status: 'I' | 'T' | 'E' = 'I';
  /** Text → name of the prepared statement, least recently used first. */
  const kept = new Map<string, string>();
  let made = 0;

  const run = async (bytes: Uint8Array): Promise<readonly QueryResult[]> => {
    const { messages } = await lite
      .execProtocol(bytes, { throwOnError: false })
      .catch((error: unknown) => Promise.reject(toSqlError(error)));
    const results: QueryResult[] = [];
    let fields: QueryResult['fields'] = [];
    let rows: (string | null)[][] = [];
    let failure: unknown;
    for (const message of messages) {
      if (isRowDescription(message)) fields = message.fields.map(({ name, dataTypeID: oid }) => ({ name, oid }));
      else if (isDataRow(message)) rows.push(message.fields);
      else if (isCommandComplete(message)) {
        results.push({ ...commandOf(message.text), fields, rows });
        [fields, rows] = [[], []];
      } else if (isReady(message)) status = message.status as 'I' | 'T' | 'E';
      else if (message.name === 'error') failure ??= message;
    }
    if (failure !== undefined) throw toSqlError(failure);
    return results;
  };

  const prepared = (text: string): Pick<ExtendedQuery, 'statement' | 'parse' | 'forget'> => {
    const name = kept.get(text);
    if (name !== undefined) {
      kept.delete(text);
      kept.set(text, name);
      return { statement: name };
    }
    made += 1;
    const statement = `s${made}`;
    const oldest = kept.size >= KEPT_STATEMENTS ? kept.entries().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest[0]);
    kept.set(text, statement);
    return { statement, parse: text, forget: oldest?.[1] };
  };

  return {
    query: async ({ text, values }, { keep }) => {
      const plan = keep ? prepared(text) : { statement: '', parse: text };
      try {
        const [result] = await run(extendedQuery({ ...plan, values }));
        return result ?? { command: '', rowCount: 0, fields: [], rows: [] };
      } catch (error) {
        // Whether the failure came before or after its Parse is not told: parse it anew next time.
        if (plan.parse !== undefined) kept.delete(text);
        throw error;
      }
    },
    script: (text) => run(simpleQuery(text)),
    status: () => status,
  };
}

// Helpers

type Message = { readonly name: string };

function isRowDescription(message: Message): message is messages.RowDescriptionMessage {
  return message.name === 'rowDescription';
}

function isDataRow(message: Message): message is messages.DataRowMessage {
  return message.name === 'dataRow';
}

function isCommandComplete(message: Message): message is messages.CommandCompleteMessage {
  return message.name === 'commandComplete';
}

function isReady(message: Message): message is messages.ReadyForQueryMessage {
  return message.name === 'readyForQuery';
}

/** `INSERT 0 5` → INSERT, 5; `CREATE TABLE` → CREATE, 0. */
function commandOf(tag: string): { readonly command: string; readonly rowCount: number } {
  const words = tag.split(' ');
  return { command: words[0] ?? '', rowCount: Number.parseInt(words.at(-1) ?? '', 10) || 0 };
}
