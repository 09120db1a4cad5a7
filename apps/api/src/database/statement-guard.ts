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
      if (changesSession(query.text)) {
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

/** What was found of the texts that come again and again. */
const harmless = new Set<string>();
const MOST_HARMLESS = 1_000;

function changesSession(text: string): boolean {
  if (harmless.has(text)) return false;
  if (CHANGES_SESSION.has(firstWord(text)) || text.includes('set_config')) return true;
  if (harmless.size >= MOST_HARMLESS) harmless.clear();
  harmless.add(text);
  return false;
}

function firstWord(text: string): string {
  return FIRST_WORD.exec(text)?.[1]?.toLowerCase() ?? '';
}

function prohibited(message: string): SqlError {
  return new SqlError(message, { sqlState: PROHIBITED });
}
