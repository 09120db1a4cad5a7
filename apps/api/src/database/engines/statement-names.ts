import { createHash } from 'node:crypto';

/** Which texts are prepared, and as what. `pg` never forgets a prepared statement, so there is an end to them. */
export interface StatementNames {
  /** The name to prepare `text` under: the given one, or one made of the text; undefined: do not prepare it. */
  nameOf(text: string, given: string | undefined): string | undefined;
}

/** Texts that are named by themselves; a list of any length in a statement makes ever new texts. */
const MOST = 500;
/** Longer ones are mostly inserts of many rows, each with another number of placeholders. */
const LONGEST = 4_000;

export function statementNames(): StatementNames {
  const made = new Map<string, string>();
  return {
    nameOf: (text, given) => {
      if (given !== undefined) return given;
      const known = made.get(text);
      if (known !== undefined || text.length > LONGEST || made.size >= MOST) return known;
      const name = `s_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
      made.set(text, name);
      return name;
    },
  };
}
