import type { Link } from './link.ts';
import { SqlError } from './sql-error.ts';

/** Blanks and comments before the first word. */
const FIRST_WORD = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*([a-z]+)/i;
const CHANGES_SESSION: ReadonlySet<string> = new Set(['set', 'reset', 'discard', 'do']);
const CONTROLS_TRANSACTION: ReadonlySet<string> = new Set(['begin', 'start', 'commit', 'end', 'abort', 'prepare']);
/** SQLSTATE prohibited_sql_statement_attempted */
const PROHIBITED = '2F003';

/**
 * A connection on which no statement changes role or group: what the pool believes of it stays true. It stops mistakes,
 * not an attacker who writes our SQL.
 */
export function guardedLink(link: Link): Link {
  return {
    ...link,
    query: async (query) => {
      if (CHANGES_SESSION.has(firstWord(query.text)) || query.text.includes('set_config')) {
        throw prohibited('A statement changes whom the connection speaks for: enter the group instead');
      }
      return link.query(query);
    },
    script: async () => {
      throw prohibited('Several statements at once are for the owner and the job queue alone');
    },
  };
}

/** @throws SqlError for a statement that would end the transaction behind the back of whoever holds it. */
export function refuseTransactionControl(text: string): void {
  const word = firstWord(text);
  const ends = CONTROLS_TRANSACTION.has(word) || (word === 'rollback' && !/\bto\b/i.test(text));
  if (ends) throw prohibited('A statement controls the transaction: return or throw instead');
}

// Helpers

function firstWord(text: string): string {
  return FIRST_WORD.exec(text)?.[1]?.toLowerCase() ?? '';
}

function prohibited(message: string): SqlError {
  return new SqlError(message, { sqlState: PROHIBITED });
}
